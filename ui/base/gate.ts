import { wordOf } from './words';

/** Why the gate let an agency not take seats, in a few words; a code without words stands for itself. */
export function gateText(code: string): string {
    return wordOf(`shell.gate.${code}`) ?? code;
}
