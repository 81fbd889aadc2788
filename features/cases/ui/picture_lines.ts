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

/** From one point to another at a right angle, first down (or up), then across. */
function downThenAcross(x: number, y: number, toX: number, toY: number): string {
    const turn = toY - y < 0 ? -CORNER : CORNER;
    const side = toX - x < 0 ? -CORNER : CORNER;
    return `M${x} ${y}V${toY - turn}Q${x} ${toY} ${x + side} ${toY}H${toX}`;
}

function alongTheLine(from: Box, to: Box): string {
    return `M${leftOf(from) + BOX.width} ${topOf(from) + BOX.height / 2}H${leftOf(to) - 3}`;
}

/** An arc over the main line, from one of its boxes to another. */
function over(from: Box, to: Box): Pick<Line, 'path' | 'name'> {
    const start = leftOf(from) + BOX.width * 0.75;
    const end = leftOf(to) + BOX.width * 0.25;
    const y = topOf(from);
    return { path: `M${start} ${y}C${start} ${y - 30} ${end} ${y - 30} ${end} ${y - 3}`, name: { x: (start + end) / 2, y: y - 27 } };
}

/** Back to a box further up: out at the left, and up into its lower edge. */
function backUp(from: Box, to: Box): string {
    const y = topOf(from) + BOX.height * 0.75;
    const x = leftOf(to) + BOX.width / 2 - 14;
    if (leftOf(from) > x) return `M${leftOf(from)} ${y}H${x + CORNER}Q${x} ${y} ${x} ${y - CORNER}V${topOf(to) + BOX.height + 3}`;
    const right = leftOf(from) + BOX.width;
    const into = leftOf(to) + (to.column === from.column ? BOX.width - 14 : 14);
    if (to.column === from.column) return `M${into} ${topOf(from)}V${topOf(to) + BOX.height + 3}`;
    return `M${right} ${y}H${into - CORNER}Q${into} ${y} ${into} ${y - CORNER}V${topOf(to) + BOX.height + 3}`;
}

function lineOf(arrow: Arrow, from: Box, to: Box): Line {
    if (from.row === 0 && to.row === 0) {
        const near = to.column === from.column + 1;
        return arrow.kind === 'main' && near ? { arrow, path: alongTheLine(from, to), name: null } : { arrow, ...over(from, to) };
    }
    if (arrow.kind === 'out') {
        const path = downThenAcross(leftOf(from) + BOX.width / 2, topOf(from) + BOX.height, leftOf(to) - 3, topOf(to) + BOX.height / 2);
        return { arrow, path: from.row === to.row ? alongTheLine(from, to) : path, name: null };
    }
    return { arrow, path: backUp(from, to), name: null };
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
