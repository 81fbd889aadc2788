import { UPLOAD_MAX } from '@ui/base/upload_max';

/** What may be sent as a file: the server sniffs the bytes and has the last word; this spares a slow network. */
export const FILE_TYPES: Record<string, string> = { pdf: 'PDF', png: 'PNG', jpg: 'JPEG', jpeg: 'JPEG', docx: 'Word', xlsx: 'Excel', txt: 'TXT' };
export const ACCEPT = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.txt';
export const BYTES_MAX = UPLOAD_MAX.exhibit;

export type UploadFault = 'empty' | 'too_large' | 'wrong_type';

/** Why a file would be refused, before it is sent; null when it may be tried. */
export function uploadFault(file: { name: string; size: number }): UploadFault | null {
    const ending = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? '';
    if (!(ending in FILE_TYPES)) return 'wrong_type';
    if (file.size === 0) return 'empty';
    return file.size > BYTES_MAX ? 'too_large' : null;
}

/** "1.2 MB", "340 kB", "12 B". */
export function sizeText(bytes: number): string {
    if (bytes >= 1024 * 1024) return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
    return bytes >= 1024 ? `${Math.round(bytes / 1024)} kB` : `${bytes} B`;
}
