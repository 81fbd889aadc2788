import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const SKIP = /node_modules|[/\\](dist|shots)[/\\]/;

function filesUnder(folder: string, ends: RegExp): string[] {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name)).filter((path) => ends.test(path) && !SKIP.test(path) && statSync(path).isFile());
}
const featureFolders = readdirSync(join(ROOT, 'features')).map((name) => join(ROOT, 'features', name, 'ui'))
    .filter((path) => { try { return statSync(path).isDirectory(); } catch { return false; } });
const sources = [join(ROOT, 'ui', 'base'), join(ROOT, 'ui', 'kit'), join(ROOT, 'ui', 'hall'), join(ROOT, 'ui', 'desk'), join(ROOT, 'ui', 'pocket'), join(ROOT, 'ui', 'mock'), ...featureFolders]
    .flatMap((folder) => filesUnder(folder, /\.(ts|vue)$/));

type Tree = { [key: string]: string | Tree };
const keysOf = (tree: Tree, prefix = ''): string[] => Object.entries(tree).flatMap(([key, value]) =>
    (typeof value === 'string' ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`)));

describe('the house rules', () => {
    it('has no any and no ts-ignore', () => {
        const found = sources.filter((path) => !path.endsWith('.test.ts') && /(:\s*any\s*[;,)=|\]>{[]|<any>|\bas any\b|@ts-(ignore|nocheck))/.test(readFileSync(path, 'utf8')));
        expect(found).toEqual([]);
    });
    it('speaks HTTP only in base/http.ts', () => {
        const found = sources.filter((path) => !/base[/\\]http\.ts$|\.test\.ts$|[/\\]mock[/\\]/.test(path) && /\bfetch\(|XMLHttpRequest|axios/.test(readFileSync(path, 'utf8')));
        expect(found).toEqual([]);
    });
    it('asks for the route while a page is set up, not later, when nobody is there to ask', () => {
        expect(sources.filter((path) => path.endsWith('.vue') && /(computed|watch)\([^;]*useRoute\(/.test(readFileSync(path, 'utf8')))).toEqual([]);
    });
    it('keeps files below 500 lines and names in snake_case', () => {
        expect(sources.filter((path) => readFileSync(path, 'utf8').split('\n').length > 500)).toEqual([]);
        expect(sources.filter((path) => !/^[a-z0-9_]+(\.test)?\.(ts|vue)$/.test(path.split(/[/\\]/).at(-1) ?? ''))).toEqual([]);
    });
    it('never uses v-html', () => {
        expect(sources.filter((path) => /v-html|innerHTML/.test(readFileSync(path, 'utf8')))).toEqual([]);
    });
    it.each([join(ROOT, 'ui', 'words'), ...featureFolders.map((folder) => join(folder, 'words'))])('has the same words in both languages: %s', (folder) => {
        const [zh, en] = ['zh-CN', 'en'].map((language) => keysOf(JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Tree).sort());
        expect(en).toEqual(zh);
    });
    it('has a word for every t(\'…\') of a feature', () => {
        const missing: string[] = [];
        for (const folder of featureFolders) {
            const known = new Set(keysOf(JSON.parse(readFileSync(join(folder, 'words', 'zh-CN.json'), 'utf8')) as Tree));
            for (const path of filesUnder(folder, /\.vue$/)) {
                const text = readFileSync(path, 'utf8');
                const own = /useWords\('(\w+)'\)/.exec(text)?.[1];
                if (own !== folder.split(/[/\\]/).at(-2)) continue;
                for (const [, key = ''] of text.matchAll(/(?<!\.)\bt\('([\w.]+)'/g)) if (!known.has(key)) missing.push(`${path}: ${key}`);
            }
        }
        expect(missing).toEqual([]);
    });
});
