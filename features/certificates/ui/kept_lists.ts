/** Lists that were fetched once and stay in this browser, so that verifying needs no network afterwards. */
export interface KeptList { at: number; document: unknown }

const KEY = 'jianghui.certificates';
interface Kept { issuers?: KeptList; status?: Record<string, KeptList> }

function all(): Kept {
    try {
        return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Kept;
    } catch {
        return {};
    }
}
function put(kept: Kept): void {
    try { localStorage.setItem(KEY, JSON.stringify(kept)); } catch { /* Full or forbidden: they are fetched again. */ }
}

export const keptIssuers = (): KeptList | null => all().issuers ?? null;
export const keptStatus = (place: string): KeptList | null => all().status?.[place] ?? null;
export const keepIssuers = (list: KeptList): void => put({ ...all(), issuers: list });
export const keepStatus = (place: string, list: KeptList): void => { const kept = all(); put({ ...kept, status: { ...kept.status, [place]: list } }); };

/** What the # of a QR code says; null when it is none of ours. */
export function scanned(text: string): { entry: string; number: string; digest: string } | null {
    const hash = text.includes('#') ? text.slice(text.indexOf('#') + 1) : '';
    const named = new URLSearchParams(hash);
    const entry = named.get('entry') ?? '';
    const digest = named.get('digest') ?? '';
    return /^[0-9a-z]{13}$/.test(entry) && /^[0-9a-f]{64}$/.test(digest) ? { entry, digest, number: named.get('number') ?? '' } : null;
}
