// Every fact that any event of the server says, every code of its enumerations, every kind of event and of subject has words in both
// languages. Read from the server's sources: what is written with record(kind, about, Struct{…}) are the members of a described struct.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeWords, factWords, pageOfSubject } from '../base/event_facts';
import words from '../base/event_words.json';

const ROOT = join(import.meta.dirname, '..', '..');
const sources = new Map(['engine', 'features'].flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[ch]pp$/.test(name) && !/_test\.|for_test|[/\\]testdata[/\\]/.test(name))
    .map((name): [string, string] => [join(folder, name), readFileSync(join(ROOT, folder, name), 'utf8')])));

interface Described { path: string; members: string[]; types: Record<string, string> }
const described = new Map<string, Described[]>();
const enumerations = new Map<string, { path: string; values: string[] }[]>();
const list = (text: string): string[] => text.split(',').map((each) => each.trim()).filter(Boolean);

for (const [path, text] of sources) {
    for (const [, name = '', members = ''] of text.matchAll(/BOOST_DESCRIBE_STRUCT\(\s*(\w+)\s*,\s*\([^)]*\)\s*,\s*\(([^)]*)\)\s*\)/g)) {
        const body = new RegExp(`struct ${name}\\b[^;{]*\\{([\\s\\S]*?)\\n\\};`).exec(text)?.[1] ?? '';
        const types = Object.fromEntries([...body.matchAll(/^\s*([\w:<>, ]+?)\s+(\w+)\s*(?:=[^;]*|\{[^;]*)?;/gm)].map(([, type = '', member = '']) => [member, type]));
        described.set(name, [...(described.get(name) ?? []), { path, members: list(members), types }]);
    }
    for (const [, name = '', values = ''] of text.matchAll(/BOOST_DESCRIBE_ENUM\(\s*(\w+)\s*,([^)]*)\)/g))
        enumerations.set(name, [...(enumerations.get(name) ?? []), { path, values: list(values) }]);
}
/** Of several of the same name that of the same part. */
function nearest<T extends { path: string }>(all: T[] | undefined, path: string): T | undefined {
    return all?.find((each) => dirname(each.path) === dirname(path)) ?? all?.[0];
}

/** The arguments of a call, from its opening parenthesis. */
function argumentsAt(text: string, from: number): string[] {
    const found: string[] = [];
    let depth = 0;
    let start = from + 1;
    for (let i = from; i < text.length; i += 1) {
        const c = text[i] ?? '';
        if ('([{'.includes(c)) depth += 1;
        if (')]}'.includes(c)) depth -= 1;
        if ((c === ',' && depth === 1) || depth === 0) { found.push(text.slice(start, i).replace(/\s+/g, ' ').trim()); start = i + 1; }
        if (depth === 0) return found;
    }
    return found;
}
/** The struct that an expression is of: named in it, or where the variable or function is declared in the same part. */
function structOf(expression: string, path: string): string | undefined {
    const direct = /^(\w+)\{/.exec(expression)?.[1];
    if (direct) return direct;
    const name = /^\*?([\w.]+?)(\(|$)/.exec(expression)?.[1]?.split('.').at(-1);
    for (const [other, text] of [[path, sources.get(path) ?? ''] as const, ...[...sources].filter(([each]) => dirname(each) === dirname(path))]) {
        void other;
        const declared = new RegExp(`\\b([A-Z]\\w+)>{0,2}&?\\s+${name}\\s*[({;=,)]|auto ${name} = ([A-Z]\\w+)\\{`).exec(text);
        const type = declared?.[1] ?? declared?.[2];
        if (type && described.has(type)) return type;
    }
    return undefined;
}

/** Calls whose data is of the caller's type: who calls names it. */
const OF_THE_CALLER: Record<string, string[]> = { [join('features', 'fairs', 'lifecycle.cpp')]: ['FairChange'] };
/** What is not written by `record`: an event made by hand. */
const BY_HAND: [path: string, struct: string][] = [
    [join('engine', 'access', 'vault.cpp'), 'SensitiveReading'], [join('engine', 'registers', 'loading.cpp'), 'DefinitionEvent'], [join('features', 'certificates', 'keys.cpp'), 'KeyNamed'],
];
const facts: { name: string; type: string; path: string }[] = [{ name: 'role', type: 'Role', path: join('engine', 'access', 'caller.hpp') }, { name: 'place', type: 'PlaceCode', path: '' }];
const unresolved: string[] = [];
function add(struct: string, path: string): void {
    const found = nearest(described.get(struct), path);
    if (!found) { unresolved.push(`${path}: ${struct}`); return; }
    for (const name of found.members) {
        const type = (found.types[name] ?? '').replace(/^std::(?:optional|vector)<(.*)>$/, '$1').split('::').at(-1) ?? '';
        facts.push({ name, type, path: found.path });
        const own = described.get(type)?.find((each) => dirname(each.path) === dirname(found.path));
        const inner = own ?? (enumerations.has(type) ? undefined : described.get(type)?.[0]);
        for (const part of inner?.members ?? []) facts.push({ name: `${name}.${part}`, type: (inner?.types[part] ?? '').replace(/^std::optional<(.*)>$/, '$1'), path: inner?.path ?? '' });
    }
}
const subjects = new Set<string>();
for (const [path, text] of sources) {
    for (const match of text.matchAll(/(?:\.|->)(?:record|event)\s*\(/g)) {
        const given = argumentsAt(text, match.index + match[0].length - 1);
        if (given.length < 3) continue;
        const struct = structOf(given[2] ?? '', path);
        if (struct) add(struct, path);
        else for (const each of OF_THE_CALLER[path] ?? [`? ${given[2]}`]) add(each, path);
    }
    // Whom and what an event is about: {city, "order", id, …}.
    for (const [whole, kind = ''] of text.matchAll(/(?:About|about|return|record\([^;{]*?|event\([^;{]*?)\s*\w*\s*\{[^{}";]*?(?:\{\})?[^{}";]*?,\s*"([a-z_]+)",/g)) if (!whole.includes('parameter')) subjects.add(kind);
    for (const [, kind = ''] of text.matchAll(/subject_kind = "([a-z_]+)"/g)) subjects.add(kind);
}
for (const [path, struct] of BY_HAND) add(struct, path);

describe('events of the journal', () => {
    it('say facts whose types are all known to this test', () => {
        expect(unresolved).toEqual([]);
        expect(new Set(facts.map((each) => each.name)).size).toBeGreaterThan(130);
    });
    it('have a word for every fact', () => {
        expect([...new Set(facts.map((each) => each.name))].filter((name) => !factWords(name, '')).sort()).toEqual([]);
    });
    it('have a word for every code of an enumeration', () => {
        const missing = facts.flatMap(({ name, type, path }) => (nearest(enumerations.get(type), path)?.values ?? [])
            .filter((code) => !codeWords(name.split('.').at(-1) ?? '', code)).map((code) => `${name} ${type}: ${code}`));
        expect([...new Set(missing)].sort()).toEqual([]);
    });
    it('have a word for the members of terms, people and organisations that changed', () => {
        const members = ['Terms', 'Profile'].flatMap((struct) => described.get(struct)?.[0]?.members ?? []);
        expect(members.length).toBeGreaterThan(20);
        expect(members.filter((each) => !codeWords('differs', each))).toEqual([]);
    });
    it('have both languages, and no word that no event says', () => {
        for (const [key, text] of [...Object.entries(words.facts), ...Object.entries(words.codes)]) expect([key, text.zh.trim(), text.en.trim()].every(Boolean), key).toBe(true);
        const said = new Set(facts.map((each) => each.name));
        expect(Object.keys(words.facts).filter((key) => !said.has(key) && !said.has(key.split('.').at(-1) ?? ''))).toEqual([]);
    });
    it.each(['zh-CN', 'en'])('have a name for every kind and every kind of subject: %s', (language) => {
        const inbox = JSON.parse(readFileSync(join(ROOT, 'features', 'inbox', 'ui', 'words', `${language}.json`), 'utf8')) as { event: Record<string, string>; subject: Record<string, string> };
        const kinds = [...sources.values()].flatMap((text) => [...text.matchAll(/EventKind \w+\{\s*"([\w.]+)"/g)].map(([, kind = '']) => kind));
        expect(kinds.length).toBeGreaterThan(300);
        expect(kinds.filter((kind) => !inbox.event[kind.replace('.', '_')])).toEqual([]);
        expect(subjects.size).toBeGreaterThan(30);
        expect([...subjects].filter((kind) => !inbox.subject[kind]).sort()).toEqual([]);
    });
    it('lead to pages of the desk that are there', () => {
        const routes = readdirSync(join(ROOT, 'features'), { encoding: 'utf8' }).flatMap((name) => {
            try { return [...readFileSync(join(ROOT, 'features', name, 'ui', 'index.ts'), 'utf8').matchAll(/path: '([^']+)', name: 'desk-/g)].map(([, path = '']) => path); } catch { return []; }
        });
        const text = readFileSync(join(ROOT, 'ui', 'base', 'event_facts.ts'), 'utf8');
        const pages = [...text.matchAll(/: '(\/[a-z/-]+\/)'/g)].map(([, page = '']) => page);
        expect(pages.length).toBeGreaterThan(30);
        expect(pages.filter((page) => !routes.some((route) => new RegExp(`^${page}:\\w+$`).test(route)))).toEqual([]);
        expect(pageOfSubject('seat', '1')).toBeNull();
    });
});
