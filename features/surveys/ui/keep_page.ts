const PAGE = '/desk/survey-visits';

/**
 * Keeps this page's HTML and code on the device, so that it opens in a village without a network. True when they lie there;
 * false where a browser cannot, or when they could not all be loaded: what was kept before stays then.
 */
export async function keepPage(): Promise<boolean> {
    if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return false;
    try {
        await navigator.serviceWorker.register('/survey_worker.js', { scope: PAGE });
        const loaded = performance.getEntriesByType('resource').map((each) => each.name).filter((name) => name.startsWith(`${location.origin}/assets/`));
        const wanted = [location.origin + PAGE, ...new Set(loaded)];
        const cache = await caches.open('survey-visits');
        await cache.addAll(wanted);
        // A build that is gone is not kept for ever; it goes when the new one lies there whole, never before.
        for (const old of await cache.keys()) if (!wanted.includes(old.url)) await cache.delete(old);
        return true;
    } catch {
        return false;
    }
}
