import { i18n } from './words';

/** Why the gate let an agency not take seats, in a few words; for a code without words `otherwise`: the code itself. */
export function gateText(code: string, otherwise = code): string {
    const key = `shell.gate.${code}`;
    return i18n.global.te(key) ? i18n.global.t(key) : otherwise;
}
