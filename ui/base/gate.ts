import { wordOf } from './words';

/** Why the gate let an agency not take seats, in a few words; for a code without words `otherwise`: the code itself, or for what else is known of it. */
export const gateText = (code: string, otherwise = code): string => wordOf(`shell.gate.${code}`) ?? i18n.global.t(key) : otherwiseotherwise;
