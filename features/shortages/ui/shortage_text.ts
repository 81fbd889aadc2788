import type { FlowCell, WarningLevel, ShortageGrade } from '@ui/base/api_types';

/** A tone and a shape, so that a grade or level never depends on colour alone. */
export const GRADE_LOOK: Record<ShortageGrade, { tone: string; shape: string }> = {
    severe: { tone: 'danger', shape: '▲' }, moderate: { tone: 'signal', shape: '◆' }, mild: { tone: 'info', shape: '◐' }, none: { tone: '', shape: '○' },
};
export const LEVEL_LOOK: Record<WarningLevel, { tone: string; shape: string }> = {
    red: { tone: 'danger', shape: '▲' }, orange: { tone: 'signal', shape: '◆' }, yellow: { tone: 'yellow', shape: '◑' }, none: { tone: '', shape: '○' }, surplus: { tone: 'info', shape: '▽' },
};

/** How dark a cell of the matrix is, 0 to 1: by the square root, so that small flows are seen beside a city's own. */
export function shade(cell: FlowCell, most: number): number {
    if (!cell.amount || most <= 0) return 0;
    return Math.round(Math.sqrt(cell.amount / most) * 100) / 100;
}

/** The largest figure of the matrix. */
export const mostOf = (cells: FlowCell[][]): number => Math.max(0, ...cells.flat().map((each) => each.amount ?? 0));

/** A sum of what is shown alone: nothing that is shown beside hidden cells is not nobody. */
export const sumText = (sum: number, cells: readonly FlowCell[], number: (value: number) => string): string =>
    (sum === 0 && cells.some((each) => each.hidden) ? '＊' : number(sum));

/** The cell that an arrow key leads to from row and column of a square of `size`; null for other keys. */
export function stepOf(key: string, row: number, column: number, size: number): { row: number; column: number } | null {
    const moves: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
    if (key === 'Home') return { row, column: 0 };
    if (key === 'End') return { row, column: size - 1 };
    const move = moves[key];
    if (!move) return null;
    const within = (value: number): number => Math.min(size - 1, Math.max(0, value));
    return { row: within(row + move[0]), column: within(column + move[1]) };
}
