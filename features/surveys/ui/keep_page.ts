/** Keeps this page's HTML and code on the device, so that it opens in a village without a network. Nothing where a browser cannot. */
export async function keepPage(): Promise<void> {
    if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return;
    try {
        await navigator.serviceWorker.register('/survey_worker.js', { scope: '/desk/survey-visits' });
        const loaded = performance.getEntriesByType('resource').map((each) => each.name).filter((name) => name.startsWith(`${location.origin}/assets/`));
        const cache = await caches.open('survey-visits');
        // A build that is gone is not kept for ever.
        for (const old of await cache.keys()) if (!loaded.includes(old.url)) await cache.delete(old);
        await cache.addAll(['/desk/survey-visits', ...new Set(loaded)]);
    } catch {
        // The page works as long as it stays open.
    }
}
