/** A document of personal data as lines that a page can show: what it is called, what it says. */

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

export interface Line {
    name: string;
    /** How the text is to be shown. */
    kind: 'text' | 'money' | 'time' | 'date' | 'truth' | 'long';
    text: string;
    /** What is inside, one list for each object. */
    inside: Line[][];
}

const LONG = 60;

function kindOf(name: string, value: Json): Line['kind'] {
    if (typeof value === 'boolean') return 'truth';
    if (typeof value === 'number') return name.endsWith('_fen') ? 'money' : 'text';
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return 'time';
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return 'date';
    return typeof value === 'string' && (value.length > LONG || value.includes('\n')) ? 'long' : 'text';
}

const isObject = (value: Json): value is { [name: string]: Json } => value !== null && typeof value === 'object' && !Array.isArray(value);
/** What says nothing is not shown; it stands in the file. */
const isNothing = (value: Json): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0) || (isObject(value) && Object.keys(value).length === 0);

/** A thing with a name of its own is shown by it: {id, name} or {zh, en}. */
function nameOf(value: { [name: string]: Json }, language: 'zh' | 'en'): string | null {
    if (typeof value.zh === 'string' && typeof value.en === 'string') return language === 'zh' ? value.zh : value.en;
    const names = Object.keys(value);
    if (names.length <= 2 && typeof (value.name ?? value.title) === 'string') return String(value.name ?? value.title);
    return null;
}

function lineOf(name: string, value: Json, language: 'zh' | 'en'): Line {
    if (isObject(value)) {
        const own = nameOf(value, language);
        return own !== null ? { name, kind: 'text', text: own, inside: [] } : { name, kind: 'text', text: '', inside: [linesOf(value, language)] };
    }
    if (Array.isArray(value)) {
        const objects = value.filter(isObject);
        if (objects.length) return { name, kind: 'text', text: '', inside: objects.map((each) => linesOf(each, language)) };
        return { name, kind: 'text', text: value.map(String).join(language === 'zh' ? '、' : ', '), inside: [] };
    }
    return { name, kind: kindOf(name, value), text: String(value), inside: [] };
}

/** The lines of one object, in its order. */
export function linesOf(item: { [name: string]: Json }, language: 'zh' | 'en'): Line[] {
    return Object.entries(item).filter(([, value]) => !isNothing(value)).map(([name, value]) => lineOf(name, value, language));
}
