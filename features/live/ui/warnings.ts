import type { Id, Instant, ShortageWarning } from '@ui/base/api_types';

export type WallLevel = 'red' | 'orange' | 'yellow';

/** What the wall shows of a warning: an occupation in a place, how short, since when. Nobody's words, nobody's name. */
export interface WallWarning {
    id: Id;
    occupation: string;
    place: string;
    level: WallLevel;
    since: Instant;
}

const RISING: WallLevel[] = ['yellow', 'orange', 'red'];

/** A shape beside the word, so that a level never depends on colour alone. */
export const SHAPES: Record<WallLevel, string> = { red: '▲', orange: '◆', yellow: '◑' };

/** The warnings that hold: given and neither lifted nor overtaken; the worst first, of these the newest. */
export function inForce(all: ShortageWarning[]): WallWarning[] {
    return all.flatMap((each) => {
        const level = RISING.find((one) => one === each.level);
        if (!level || each.decided_at === null || (each.status !== 'issued' && each.status !== 'answered')) return [];
        return [{ id: each.id, occupation: each.occupation_name, place: each.place_name, level, since: each.decided_at }];
    }).sort((one, other) => RISING.indexOf(other.level) - RISING.indexOf(one.level) || other.since.localeCompare(one.since) || one.id.localeCompare(other.id));
}
