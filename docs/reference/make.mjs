// make.mjs ROOT OUT: writes errors.md, events.md, tables.md, parameters.md into OUT, and api.md and
// openapi.json when OUT/document holds what `jianghui openapi` printed. Prints what docs/scale.md lacks. Called by make.sh.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [root, out] = process.argv.slice(2);
const made = '<!-- Made by docs/reference/make.sh. Do not edit. -->\n';

/** Every file below a folder, sorted, as paths from the root. */
function files(folder, wanted) {
    const found = [];
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) {
            if (entry.name !== 'ui' && entry.name !== 'testdata') found.push(...files(path, wanted));
        } else if (wanted(entry.name)) found.push(path);
    }
    return found.sort();
}
const read = (path) => readFileSync(join(root, path), 'utf8');
const part = (path) => path.split('/').slice(0, 2).join('/');
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const cell = (text) => String(text).replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim();
const table = (head, rows) =>
    `| ${head.join(' | ')} |\n|${head.map(() => '---|').join('')}\n` +
    rows.map((row) => `| ${row.map(cell).join(' | ')} |\n`).join('');
const write = (name, text) => writeFileSync(join(out, name), text);

// --- constants of the C++ code -------------------------------------------------------------------

const sources = [...files('engine', isCode), ...files('features', isCode)];
function isCode(name) {
    return /\.(hpp|cpp)$/.test(name) && !/(_test|_for_test|_fixture|testing|oracle)\./.test(name);
}

/** The initialisers of all `constexpr TYPE name{…}` of the sources: lists of texts and words. */
function constants(type) {
    const found = [];
    for (const path of sources) {
        const text = read(path).replace(/^\s*\/\/.*$/gm, '');
        for (const start of text.matchAll(new RegExp(`constexpr (?:\\w+::)*${type}\\s+(\\w+)\\s*\\{`, 'g')))
            found.push({ part: part(path), name: start[1], values: initialiser(text, start.index + start[0].length) });
    }
    return found;
}

/** The comma-separated values up to the closing brace; neighbouring string literals are one. */
function initialiser(text, from) {
    const values = [];
    let value = null;
    const token = /"((?:[^"\\]|\\.)*)"|[\w:]+|,|\}/g;
    token.lastIndex = from;
    for (let match = token.exec(text); match && match[0] !== '}'; match = token.exec(text)) {
        if (match[0] === ',') value = null;
        else if (value !== null && match[1] !== undefined) values[values.length - 1] += JSON.parse(`"${match[1]}"`);
        else values.push((value = match[1] !== undefined ? JSON.parse(`"${match[1]}"`) : match[0]));
    }
    return values;
}

/** HTTP status of each kind of refusal, from status_of in engine/http. */
function statuses() {
    const text = files('engine/http', isCode).map(read).join('\n');
    const found = {};
    let waiting = [];
    for (const match of text.matchAll(/case Kind::(\w+):|return (\d{3});/g)) {
        if (match[1]) waiting.push(match[1]);
        else {
            for (const kind of waiting) found[kind] ??= match[2];
            waiting = [];
        }
    }
    return found;
}

function errorsPage() {
    const status = statuses();
    const all = constants('ErrorCode').map(({ part, values }) => {
        const kind = values[1].replace(/^.*::/, '');
        return [`\`${values[0]}\``, status[kind] ?? kind, values[2], values[3], part];
    });
    all.sort((a, b) => byText(a[0], b[0]) || byText(a[4], b[4]));
    write('errors.md', `# Errors\n\n${made}
Every refusal is a problem document (RFC 9457) whose \`code\` is one of these. A code keeps its meaning for
ever; the sentences may get better. ${all.length} codes.\n\n` +
        table(['code', 'HTTP', '中文', 'English', 'where'], all));
}

function eventsPage() {
    const all = constants('EventKind').map(({ part, values }) => [
        `\`${values[0]}\``, values[1], values[2], values[3] === 'true' ? 'yes' : '', part]);
    all.sort((a, b) => byText(a[0], b[0]));
    write('events.md', `# Events of the journal\n\n${made}
Events hold ids, codes, amounts and keyed digests, never names, numbers or free text about a person.
*Open* kinds are shown to anybody on the live feed, without the parties. ${all.length} kinds.\n\n` +
        table(['kind', '中文', 'English', 'open', 'where'], all));
}

// --- the schema ------------------------------------------------------------------------------------

/** Splits at commas outside brackets. */
function pieces(text) {
    const found = [''];
    let depth = 0;
    for (const c of text) {
        if (c === '(') depth += 1;
        if (c === ')') depth -= 1;
        if (c === ',' && depth === 0) found.push('');
        else found[found.length - 1] += c;
    }
    return found.map((piece) => piece.trim().replace(/\s+/g, ' ')).filter(Boolean);
}

/** The tables after all migrations, in the order in which they were made. */
function schema() {
    const tables = new Map();
    const steps = [...files('engine', (name) => name.endsWith('.sql')), ...files('features', (name) => name.endsWith('.sql'))]
        .filter((path) => path.includes('/migrations/'))
        .sort((a, b) => byText(a.split('/').pop(), b.split('/').pop()));
    for (const path of steps) {
        for (const statement of read(path).split(/;\s*$/m)) {
            const words = (statement.match(/^\s*--.*$/gm) ?? []).map((line) => line.replace(/^\s*--\s?/, '')).join(' ');
            apply(tables, path, words, statement.replace(/--.*$/gm, '').trim());
        }
    }
    return tables;
}

function apply(tables, path, words, sql) {
    let match;
    if ((match = /^CREATE TABLE (\w+)\s*\(([\s\S]*)\)[^)]*$/.exec(sql))) {
        tables.set(match[1], { part: part(path), words, lines: pieces(match[2]), indices: [] });
    } else if ((match = /^CREATE (UNIQUE )?INDEX (\w+)\s+ON (\w+)\s*([\s\S]*)$/.exec(sql))) {
        tables.get(match[3]).indices.push(`${match[1] ? 'unique ' : ''}${match[2]} ${match[4].replace(/\s+/g, ' ')}`);
    } else if ((match = /^ALTER TABLE (\w+) ADD COLUMN ([\s\S]*)$/.exec(sql))) {
        tables.get(match[1]).lines.push(match[2].replace(/\s+/g, ' '));
    } else if ((match = /^ALTER TABLE (\w+) RENAME TO (\w+)$/.exec(sql))) {
        tables.set(match[2], tables.get(match[1]));
        tables.delete(match[1]);
    } else if ((match = /^DROP TABLE (\w+)/.exec(sql))) {
        tables.delete(match[1]);
    } else if ((match = /^DROP INDEX (\w+)/.exec(sql))) {
        for (const one of tables.values()) one.indices = one.indices.filter((line) => line.replace('unique ', '').split(' ')[0] !== match[1]);
    } else if (/^(ALTER|CREATE)/.test(sql)) {
        throw new Error(`${path}: make.mjs cannot read: ${sql.slice(0, 80)}`);
    }
}

function tablesPage() {
    const tables = schema();
    const owners = [...new Set([...tables.values()].map((one) => one.part))].sort();
    let text = `# Tables\n\n${made}
A part owns its tables: nobody else's SQL names them. Instants (\`*_at\`) are milliseconds since 1970, dates
(\`*_on\`, \`day\`) text, amounts (\`*_fen\`) whole fen. ${tables.size} tables.\n`;
    for (const owner of owners) {
        text += `\n## ${owner}\n`;
        for (const [name, one] of tables) {
            if (one.part !== owner) continue;
            text += `\n### ${name}\n\n${one.words ? `${one.words}\n\n` : ''}`;
            const isRule = (line) => /^(PRIMARY KEY|UNIQUE|CHECK|FOREIGN KEY)\b/.test(line);
            text += table(['column', 'type and rules'], one.lines.filter((line) => !isRule(line)).map((line) => [
                `\`${line.split(' ')[0]}\``, line.split(' ').slice(1).join(' ')]));
            const rules = [...one.lines.filter(isRule), ...one.indices.map((line) => `index: ${line}`)];
            if (rules.length) text += `\n${rules.map((line) => `- \`${line}\`\n`).join('')}`;
        }
    }
    write('tables.md', text);
    tellUnplaced([...tables.keys()]);
}

/** Where a table lies on several machines is written by hand: says which ones nobody has placed, and which are placed twice. */
function tellUnplaced(names) {
    const [, rows = ''] = /^\| distribution key \| tables \|\n([\s\S]*?)\n\n/m.exec(read('docs/scale.md')) ?? [];
    const placed = rows.split('\n').flatMap((row) => row.split('|')[2].match(/\b[a-z]+(_[a-z]+)*\b/g) ?? []);
    for (const name of names) {
        const times = placed.filter((each) => each === name).length;
        if (times !== 1) console.log(`docs/scale.md: the table ${name} has ${times === 0 ? 'no' : 'more than one'} distribution key`);
    }
}

// --- the data ----------------------------------------------------------------------------------------

function csv(path) {
    const rows = [[]];
    let field = '';
    let quoted = false;
    const text = read(path).replace(/^\uFEFF/, '').replace(/\r/g, '');
    for (let i = 0; i < text.length; i += 1) {
        const c = text[i];
        if (quoted && c === '"' && text[i + 1] === '"') { field += c; i += 1; }
        else if (c === '"') quoted = !quoted;
        else if (!quoted && (c === ',' || c === '\n')) {
            rows[rows.length - 1].push(field);
            field = '';
            if (c === '\n') rows.push([]);
        } else field += c;
    }
    const [head, ...body] = rows.filter((row) => row.length > 1 || row[0]);
    return body.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
}

function parametersPage() {
    const names = new Map(csv('data/parameter_names.csv').map((row) => [row.rule_code, row]));
    const used = sources.map(read).join('\n');
    // Some codes are put together: fmt::format("reliability_{}", code).
    const isRead = (code) => used.includes(`"${code}"`) || used.includes(`"${code.split('_')[0]}_{}"`);
    const rows = csv('data/parameters.csv').map((row) => [
        `\`${row.rule_code}\``, row.value, row.unit, row.effective_from + (row.effective_to ? ` – ${row.effective_to}` : ''),
        names.get(row.rule_code)?.zh ?? '', names.get(row.rule_code)?.en ?? '', row.source, row.mark,
        isRead(row.rule_code) ? '' : 'not yet']);
    rows.sort((a, b) => byText(a[0], b[0]) || byText(a[3], b[3]));
    write('parameters.md', `# Parameters\n\n${made}
Amounts, periods and thresholds of the rules: \`data/parameters.csv\`, with the day from which each holds. Mark F is
checked against its source, K best knowledge, P a proposal; K and P want an official's confirmation. *Read* says
"not yet" when no code asks for the parameter.\n\n` +
        table(['code', 'value', 'unit', 'in force', '中文', 'English', 'source', 'mark', 'read'], rows));
}

// --- the API -----------------------------------------------------------------------------------------

const everybody = 7;

function schemaName(schema) {
    if (!schema) return '';
    if (schema.$ref) return schema.$ref.split('/').pop().replace(/jianghui\./g, '');
    if (schema.anyOf) return schema.anyOf.map(schemaName).filter((name) => name !== 'null').join(' or ');
    if (schema.enum) return schema.enum.join(' · ');
    if (schema.type === 'array') return `list of ${schemaName(schema.items)}`;
    return schema.format ?? schema.type ?? '';
}

function apiPage() {
    if (!existsSync(join(out, 'document'))) return;
    const api = JSON.parse(readFileSync(join(out, 'document'), 'utf8'));
    write('openapi.json', `${JSON.stringify(api, null, 1)}\n`);
    const groups = new Map();
    let count = 0;
    for (const [path, methods] of Object.entries(api.paths)) {
        const group = path.split('/')[1];
        if (!groups.has(group)) groups.set(group, []);
        for (const [method, call] of Object.entries(methods)) {
            count += 1;
            const [status, success] = Object.entries(call.responses).find(([code]) => code !== 'default') ?? ['', {}];
            const body = call.requestBody?.content?.['application/json']?.schema;
            const fields = body ? Object.entries(body.properties ?? {}).map(([name]) => name + ((body.required ?? []).includes(name) ? '' : '?')) : [];
            const query = call.parameters.filter((one) => one.in === 'query').map((one) => one.name);
            groups.get(group).push([
                `\`${method.toUpperCase()} ${path}\``, `${call['x-summary-zh']} ${call.summary}`,
                call['x-roles'].length === everybody ? 'anybody' : call['x-roles'].length === everybody - 1 && !call['x-roles'].includes('anonymous') ? 'signed in' : call['x-roles'].join(', '),
                [query.length ? `?${query.join(' ')}` : '', fields.join(' '), call.requestBody && !body ? 'a file' : ''].filter(Boolean).join(' · '),
                `${status} ${schemaName(success.content?.['application/json']?.schema)}`]);
        }
    }
    let text = `# The API\n\n${made}
Below \`/api/v1\`, from the document that the program makes of its routes (\`jianghui openapi\`, also served at
\`/api/v1/openapi.json\`; a copy is [openapi.json](openapi.json)). Ids are strings, amounts whole fen, instants RFC 3339,
places six digits. Commands take an \`Idempotency-Key\`. Refusals are problem documents: [errors.md](errors.md).
A \`?\` after a member of the body: it may be left out. ${count} calls.\n`;
    for (const group of [...groups.keys()].sort())
        text += `\n## ${group}\n\n${table(['call', 'what', 'who', 'query · body', 'answer'], groups.get(group))}`;
    write('api.md', text);
}

errorsPage();
eventsPage();
tablesPage();
parametersPage();
apiPage();
