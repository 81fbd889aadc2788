import { wordOf } from './words';

/** Why the gate let an agency not take seats, in a few words; a code without words stands for itself, or for what else is known of it. */
export const gateText = (code: string, otherwise = code): string => wordOf(`shell.gate.${code}`) ?? otherwise;
