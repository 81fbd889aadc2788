import type { BookingStatus } from '@ui/base/api_types';

const TONES: Record<BookingStatus, string> = { asked: 'signal', accepted: 'accent', declined: '', lapsed: '', withdrawn: '' };
export const bookingTone = (status: BookingStatus): string => TONES[status];
