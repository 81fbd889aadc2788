import type { CustodyAct, CustodyFile } from '@ui/base/api_types';

/** Neighbouring readings by the same reader are one line: how often, from when to when. Other acts stand alone. */
export interface CustodyLine { act: CustodyAct; last: CustodyAct; times: number }

const sameReader = (one: CustodyAct, other: CustodyAct): boolean => one.act === 'read' && other.act === 'read' && one.by_name === other.by_name && one.office === other.office && one.by === other.by;

/** The chain of a file as it is shown, oldest first. Pure. */
export function linesOf(acts: readonly CustodyAct[]): CustodyLine[] {
    const lines: CustodyLine[] = [];
    for (const act of acts) {
        const before = lines.at(-1);
        if (before && sameReader(before.act, act)) { before.last = act; before.times += 1; } else lines.push({ act, last: act, times: 1 });
    }
    return lines;
}

/** Whether the chain breaks now: the last finding says that the bytes are not those handed in. Pure. */
export const isBroken = (file: Pick<CustodyFile, 'altered' | 'acts'>): boolean =>
    file.altered || file.acts.filter((each) => each.act === 'altered' || each.act === 'restored').at(-1)?.act === 'altered';

/** Every act as CSV rows: file, SM3, act, when, by whom, of which office, position in the journal. Pure. */
export const chainRows = (files: readonly CustodyFile[], nameOf: (act: CustodyAct) => string): (string | number)[][] =>
    files.flatMap((file) => file.acts.map((act) => [file.name, file.digest, nameOf(act), act.at, act.by_name ?? '', act.office ?? '', act.position]));
