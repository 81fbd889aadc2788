// Fails the build when the first load of a page is over its budget of JavaScript. Counts, from Vite's manifest, the entry of
// each shell plus each of its pages with everything they import statically; the map's outlines and charts are told apart.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [root = 'dist'] = process.argv.slice(2);
const LIMIT = 200 * 1024;
const APART = /region_map|chart/;
const manifest = JSON.parse(readFileSync(join(root, 'manifest.json'), 'utf8'));
const sizeOf = (file) => { try { return statSync(join(root, `${file}.gz`)).size; } catch { return statSync(join(root, file)).size; } };

function gather(key, seen = new Set()) {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return seen;
    seen.add(key);
    for (const each of chunk.imports ?? []) gather(each, seen);
    return seen;
}
let worst = { bytes: 0 };
let failed = false;
for (const shell of ['hall', 'desk', 'pocket']) {
    const entryKey = shell === 'hall' ? 'index.html' : `${shell}/index.html`;
    const entry = gather(entryKey);
    const words = Object.keys(manifest).find((key) => key.endsWith('words/zh-CN.json') && !key.includes('features'));
    if (words) gather(words, entry);
    const pages = Object.keys(manifest).filter((key) => key.endsWith('.vue') && new RegExp(`/${shell}_[a-z_]+\\.vue$`).test(key) && manifest[key].isDynamicEntry);
    for (const page of [null, ...pages]) {
        const keys = new Set(entry);
        if (page) gather(page, keys);
        const files = new Set([...keys].map((key) => manifest[key].file).filter((file) => file?.endsWith('.js') && !APART.test(file)));
        const bytes = [...files].reduce((sum, file) => sum + sizeOf(file), 0);
        if (bytes > LIMIT) { failed = true; console.error(`ui: over budget: ${page ?? entryKey} ${(bytes / 1024).toFixed(1)} kB`); }
        if (bytes > worst.bytes) worst = { bytes, page: page ?? entryKey };
        if (!page) console.log(`ui: ${shell} shell ${(bytes / 1024).toFixed(1)} kB gz JavaScript`);
    }
}
console.log(`ui: largest first load ${(worst.bytes / 1024).toFixed(1)} kB gz (${worst.page}), limit ${LIMIT / 1024} kB`);
process.exit(failed ? 1 : 0);
