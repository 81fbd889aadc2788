import type { Arrow, Box, Picture } from './graph';

/** Measures of the picture in sixteenths of the root's font size, so that large text makes it larger. */
export const BOX = { width: 172, height: 104, across: 228, down: 136, top: 40 } as const;

export const leftOf = (box: Box): number => box.column * BOX.across;
export const topOf = (box: Box): number => BOX.top + box.row * BOX.down;
export const widthOf = (picture: Picture): number => Math.max(0, picture.columns - 1) * BOX.across + BOX.width + 8;
export const heightOf = (picture: Picture): number => BOX.top + Math.max(0, picture.rows - 1) * BOX.down + BOX.height + 8;

/** One drawn arrow: its path, and where its name stands when it is drawn over the line. */
export interface Line { arrow: Arrow; path: string; name: { x: number; y: number } | null }

const CORNER = 8;
/** Lanes in the gap right of a column: no box stands there. */
const OUT_LANE = 18;
const BACK_LANE = 34;

type Point = readonly [x: number, y: number];

/** A line through points, each next one straight across or straight up or down, with rounded corners. */
export function through(points: readonly Point[]): string {
    return points.map(([x, y], index) => {
        const before = points[index - 1];
        const after = points[index + 1];
        if (!before) return `M${x} ${y}`;
        if (!after) return `L${x} ${y}`;
        const near = (to: Point): Point => {
            const long = Math.abs(to[0] - x) + Math.abs(to[1] - y);
            const part = Math.min(CORNER, long / 2) / Math.max(1, long);
            return [x + (to[0] - x) * part, y + (to[1] - y) * part];
        };
        return `L${near(before).join(' ')}Q${x} ${y} ${near(after).join(' ')}`;
    }).join('');
}

const rightOf = (box: Box): number => leftOf(box) + BOX.width;
const bottomOf = (box: Box): number => topOf(box) + BOX.height;
const middleOf = (box: Box): number => topOf(box) + BOX.height / 2;
const lowOf = (box: Box): number => topOf(box) + BOX.height * 0.76;

const along = (from: Box, to: Box): string => through([[rightOf(from), middleOf(from)], [leftOf(to) - 3, middleOf(to)]]);

/** An arc over the main line, from one of its boxes to another. */
function over(from: Box, to: Box): Pick<Line, 'path' | 'name'> {
    const start = leftOf(from) + BOX.width * 0.75;
    const end = leftOf(to) + BOX.width * 0.25;
    const y = topOf(from);
    return { path: `M${start} ${y}C${start} ${y - 30} ${end} ${y - 30} ${end} ${y - 3}`, name: { x: (start + end) / 2, y: y - 27 } };
}

/** Out of a box at the right, down its lane, into a box of the next column. */
function out(from: Box, to: Box): string {
    if (from.row === to.row) return along(from, to);
    const lane = rightOf(from) + OUT_LANE;
    return through([[rightOf(from), lowOf(from)], [lane, lowOf(from)], [lane, middleOf(to)], [leftOf(to) - 3, middleOf(to)]]);
}

/** Back to a box that was told before, through gaps between columns and rows only. */
function back(from: Box, to: Box): string {
    const below = bottomOf(to) + 16;
    if (to.column === from.column - 1 && from.row > to.row) {
        const lane = rightOf(to) + BACK_LANE;
        const y = bottomOf(to) - 8;
        return through([[leftOf(from), lowOf(from)], [lane, lowOf(from)], [lane, y], [rightOf(to) + 3, y]]);
    }
    if (to.column === from.column && from.row === to.row + 1) return through([[rightOf(from) - 24, topOf(from)], [rightOf(from) - 24, bottomOf(to) + 3]]);
    const forward = to.column > from.column;
    const lane = forward ? rightOf(from) + OUT_LANE : leftOf(from) - OUT_LANE;
    const into = forward ? leftOf(to) + 20 : rightOf(to) - 20;
    const beside = from.row > to.row ? below : topOf(to) - 16;
    const end = from.row > to.row ? bottomOf(to) + 3 : topOf(to) - 3;
    return through([[forward ? rightOf(from) : leftOf(from), lowOf(from)], [lane, lowOf(from)], [lane, beside], [into, beside], [into, end]]);
}

function lineOf(arrow: Arrow, from: Box, to: Box): Line {
    if (from.row === 0 && to.row === 0) {
        const near = to.column === from.column + 1;
        return arrow.kind === 'main' && near ? { arrow, path: along(from, to), name: null } : { arrow, ...over(from, to) };
    }
    return { arrow, path: arrow.kind === 'out' ? out(from, to) : back(from, to), name: null };
}

/** The arrows of a picture. Pure. */
export function linesOf(picture: Picture): Line[] {
    const byId = new Map(picture.boxes.map((box) => [box.state.id, box]));
    return picture.arrows.flatMap((arrow) => {
        const from = byId.get(arrow.from);
        const to = byId.get(arrow.to);
        return from && to && from !== to ? [lineOf(arrow, from, to)] : [];
    });
}
