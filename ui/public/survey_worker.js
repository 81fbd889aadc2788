// Opens the collectors' page without a network: its HTML and its code as the page kept them (surveys/ui/keep_page.ts).
// Answers of the API are never kept here.
const CACHE = 'survey-visits';
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
    const { request } = event;
    const url = new URL(request.url);
    if (request.method !== 'GET' || url.origin !== self.location.origin) return;
    if (request.mode === 'navigate') {
        event.respondWith(fetch(request).catch(async () => (await (await caches.open(CACHE)).match('/desk/survey-visits')) ?? Response.error()));
    } else if (url.pathname.startsWith('/assets/')) {
        event.respondWith((async () => (await (await caches.open(CACHE)).match(request)) ?? fetch(request))());
    }
});
