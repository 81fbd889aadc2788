import type { DutyAssessment } from '@ui/base/api_types';

export type ScoreLine = Pick<DutyAssessment['lines'][number], 'weight' | 'per_mille'>;

/** Per mille as points of a hundred: 835 → "83.5". */
export const pointsText = (perMille: number): string => (perMille / 10).toFixed(1);

/** What a line gives of the whole, in tenths of a point, as on the printed sheet: its share by its part of the weights that count; nothing where nothing counts. */
export function pointsOfLine(line: ScoreLine, lines: ScoreLine[]): number | null {
    const weights = lines.reduce((sum, each) => sum + (each.per_mille === null ? 0 : each.weight), 0);
    return line.per_mille === null || weights === 0 ? null : Math.floor((2 * line.per_mille * line.weight + weights) / (2 * weights));
}

/** What changes a duty, its progress or its light after it was set. */
export const DUTY_EVENTS = ['duty.reported', 'duty.confirmed', 'duty.returned', 'duty.withdrawn', 'duty.visited', 'duty.looked_at', 'duty.remedied', 'duty.finding_closed'];
