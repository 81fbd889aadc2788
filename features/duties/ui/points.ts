/** Per mille as points of a hundred: 835 → "83.5". */
export const pointsText = (perMille: number): string => (perMille / 10).toFixed(1);
