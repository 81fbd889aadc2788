import { i18n } from './words';

/** Why the gate let an agency not take seats, in a few words; a code without words stands for itself. */
export function gateText(code: string): string {
    const key = `shell.gate.${code}`;
    return i18n.global.te(key) ? i18n.global.t(key) : code;
}
