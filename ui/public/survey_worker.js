// Opens the collectors' page without a network: its HTML and its code as the page kept them (surveys/ui/keep_page.ts).
// Answers of the API are never kept here.
const CACHE = 'survey-visits';
// A village may have a signal and no way out: then the network never says no.
const PATIENCE_MS = 4000;
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.origin !== self.location.origin) return;
    if (request.mode === 'navigate') {
        event.respondWith(fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(async () => (await (await caches.open(CACHE)).match('/desk/survey-visits')) ?? Response.error()));
    } else if (url.pathname.startsWith('/assets/')) {
        event.respondWith((async () => (await (await caches.open(CACHE)).match(request)) ?? fetch(request))());
    }
});
