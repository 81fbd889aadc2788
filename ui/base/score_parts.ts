import type { ScorePart } from './api_types';

/** What speaks for it most: the parts that brought most of what they could, in the order in which they are shown. */
export function strongest(parts: ScorePart[], most = 3): ScorePart[] {
    const share = (part: ScorePart): number => (part.max ? part.points / part.max : 0);
    const chosen = new Set([...parts].filter((part) => share(part) > 0.5).sort((a, b) => share(b) - share(a)).slice(0, most));
    return parts.filter((part) => chosen.has(part));
}
