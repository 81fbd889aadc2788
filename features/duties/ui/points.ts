/** Per mille as points of a hundred: 835 → "83.5". */
export const pointsText = (perMille: number): string => (perMille / 10).toFixed(1);

/** What changes a duty, its progress or its light after it was set. */
export const DUTY_EVENTS = ['duty.reported', 'duty.confirmed', 'duty.returned', 'duty.withdrawn', 'duty.visited', 'duty.looked_at', 'duty.remedied', 'duty.finding_closed'];
