import type { ImportCounts, ImportRow, ImportRun, RowOutcome } from '../base/api_types';
import { missing, ok, page, refuse, signIn, type Context, type MockReply, type Route } from './reply.ts';
import { stamp, type World } from './world.ts';

interface List { run: ImportRun; rows: ImportRow[]; began: number }
const lists = new WeakMap<World, List[]>();

const TITLES = ['酿酒工', '上甑工', '包装工', '电焊工（二保焊）', '叉车司机', '保洁', '质检员', '看糟师傅'];
const GUESSES = [
    { code: '6-02-06-03', name: '白酒酿造工', confidence_per_mille: 612 }, { code: '6-02-06-07', name: '酒体设计师', confidence_per_mille: 571 }, { code: '4-02-06-01', name: '仓储管理员', confidence_per_mille: 218 },
];

function makeRow(row: number): ImportRow {
    const title = TITLES[row % TITLES.length] ?? '工';
    const base: ImportRow = { row, outcome: 'ready', summary: `${title} ${2 + (row % 9)} 人 · 翠屏区`, faults: [], suggestions: [], notes: [], duplicate_of: null, result: null };
    if (row % 17 === 4) return { ...base, outcome: 'refused', faults: [{ row, column: '薪资', value: '待遇从优', code: 'salary_unreadable', message: { zh: '看不懂这个薪资。请写明金额和单位，或写“面议”。', en: 'This is not readable as pay. Give amount and unit, or write 面议 (negotiable).' }, accepted: ['6000-8000元/月', '260元/天', '面议'] }] };
    if (row % 17 === 9) return { ...base, outcome: 'refused', faults: [
        { row, column: '工作地点', value: '翠平区', code: 'place_unknown', message: { zh: '找不到这个行政区。请写县区名称或六位行政区划代码。', en: 'There is no such place. Give a county or a 6-digit code.' }, accepted: ['宜宾市翠屏区', '511502'] },
        { row, column: '开始日期', value: '3/4/26', code: 'date_ambiguous', message: { zh: '日期的年、月、日不能确定。请写成 2026-03-01。', en: 'Year, month and day cannot be told apart. Write the date as 2026-03-01.' }, accepted: ['2026-03-04'] },
    ] };
    if (row % 13 === 6) return { ...base, outcome: 'review', summary: `看糟师傅 ${row % 5 + 1} 人 · 叙州区`, suggestions: GUESSES };
    if (row % 19 === 11) return { ...base, outcome: 'duplicate', duplicate_of: { row: row - 5, reason: 'same_post_similar_text', text: { zh: '同一用人单位同一岗位，文字相近', en: 'Same post of the same employer, similar text' }, similarity_per_mille: 912 } };
    return { ...base, notes: row % 7 === 3 ? [{ zh: '“6-8千”按每月 6,000–8,000 元理解。', en: '“6-8千” is read as 6,000–8,000 yuan a month.' }] : [] };
}

function countsOf(rows: ImportRow[]): ImportCounts {
    const of = (outcome: RowOutcome): number => rows.filter((each) => each.outcome === outcome).length;
    return { read: rows.length, ready: of('ready'), review: of('review'), duplicates: of('duplicate'), refused: of('refused'), imported: of('imported') };
}

function makeList(world: World, began: number, filename: string, status: ImportRun['status'], size: number, kind: ImportRun['kind'] = 'demand'): List {
    const rows = Array.from({ length: size }, (_, index) => makeRow(index + 2));
    if (status === 'done') for (const row of rows) if (row.outcome === 'ready') Object.assign(row, { outcome: 'imported', result: world.orders[row.row % world.orders.length]?.id ?? null });
    const match = (column: number, header: string, field: string | null, imported = true, suggestions: string[] = []) => ({ column, header, field, confidence_per_mille: field ? 1000 : 0, imported, suggestions });
    return {
        rows, began,
        run: {
            id: world.nextId(), kind, filename, status, progress_per_mille: status === 'reading' ? 0 : 1000, counts: countsOf(rows), created_at: stamp(began), finished_at: status === 'done' || status === 'failed' ? stamp(began + 40_000) : null,
            form: { format: filename.split('.').pop() ?? 'csv', encoding: filename.endsWith('csv') ? 'GB18030' : '', delimiter: filename.endsWith('csv') ? ',' : '', sheet: filename.endsWith('csv') ? '' : '用工需求', other_sheets: filename.endsWith('csv') ? [] : ['说明'] },
            columns: [match(0, '序号', 'serial_number', false), match(1, '岗位', 'title'), match(2, '人数', 'headcount'), match(3, '工作地点', 'place'), match(4, '薪资', 'pay'), match(5, '开始日期', 'starts_on'), match(6, '性别要求', 'protected_attribute', false), match(7, '班车情况', null, false, ['福利'])],
            notes: [{ zh: '“性别要求”一列不导入：招用人员不得以性别为由拒绝或设限（就业促进法第二十七条）。', en: 'The column on sex is left out: recruiting must not depend on it (Employment Promotion Law, art. 27).' }],
            failure: status === 'failed' ? { code: 'reading_interrupted', message: { zh: '读取中断（服务器重新启动过）。没有导入任何内容，请重新上传。', en: 'Reading was interrupted (the server was restarted). Nothing was imported; send the file again.' } } : null,
        },
    };
}

export function furnishIntake(world: World): void {
    const now = world.now.getTime();
    lists.set(world, [
        makeList(world, now - 600_000, '四季度用工需求.xlsx', 'ready', 120), makeList(world, now - 3 * 86_400_000, '叙水酒业_冬季增员.csv', 'done', 86),
        makeList(world, now - 9 * 86_400_000, '需求汇总（旧）.ods', 'failed', 0),
    ]);
}

const READ_MS = 6_000;
/** A list is read, and written, in six seconds: long enough to see the bar move. */
function advance(list: List): void {
    const { run } = list;
    if (run.status !== 'reading' && run.status !== 'applying') return;
    const part = Math.min(1, (Date.now() - list.began) / READ_MS);
    run.progress_per_mille = Math.round(part * 1000);
    const upTo = Math.floor(list.rows.length * part);
    if (run.status === 'applying') list.rows.slice(0, upTo).forEach((row) => { if (row.outcome === 'ready') row.outcome = 'imported'; });
    run.counts = countsOf(run.status === 'reading' ? list.rows.slice(0, upTo) : list.rows);
    if (part < 1) return;
    run.status = run.status === 'reading' ? 'ready' : 'done';
    if (run.status === 'done') run.finished_at = stamp(Date.now());
}

function upload({ world, query, me }: Context): MockReply {
    if (!me) return signIn();
    const all = lists.get(world) ?? [];
    if (query.again !== 'true' && all.some((each) => each.run.filename === query.filename)) return refuse(409, 'import_repeated', '这个文件已经导入过。如确需再次导入，请加参数 again=true。', 'This file was imported before. To import it once more, add again=true.');
    if (/\.xls$/i.test(query.filename ?? '')) return refuse(422, 'old_excel_file', '这是旧版 Excel（.xls）。请另存为 .xlsx 后再上传。', 'This is an old Excel file (.xls). Save it as .xlsx and send it again.');
    const list = makeList(world, Date.now(), query.filename ?? '名单.csv', 'reading', 240, query.kind === 'supply' ? 'supply' : 'demand');
    lists.set(world, [list, ...all]);
    advance(list);
    return ok(list.run, 201);
}

function choose({ world, parts, input }: Context): MockReply {
    const list = lists.get(world)?.find((each) => each.run.id === parts[1]);
    const row = list?.rows.find((each) => each.row === Number(parts[3]));
    if (!list || !row) return missing();
    if (row.outcome !== 'review' && row.outcome !== 'duplicate') return refuse(409, 'row_not_open', '这一行不需要选择。只有待选职业和重复的行可以选择。', 'There is nothing to choose for this row.');
    const title = row.summary.split(' ')[0] ?? '';
    const chosen = input.same_title === true ? list.rows.filter((each) => each.outcome === 'review' && each.summary.startsWith(title)) : [row];
    for (const each of chosen) Object.assign(each, { outcome: 'ready', suggestions: [] });
    list.run.counts = countsOf(list.rows);
    return ok(row);
}

function csv(text: string, name: string): MockReply {
    return ok(`\uFEFF${text}`, 200, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}"` });
}

export const INTAKE_ROUTES: Route[] = [
    ['GET', /^imports$/, ({ world, query }) => { lists.get(world)?.forEach(advance); return page((lists.get(world) ?? []).map((each) => each.run), query); }],
    ['POST', /^imports$/, upload],
    ['GET', /^imports\/template$/, ({ query }) => csv(query.kind === 'supply' ? '姓名,身份证号,手机号,求职意向\r\n' : '岗位,人数,工作地点,薪资,开始日期\r\n酿酒工,10,宜宾市翠屏区,6000-8000元/月,2026-12-01\r\n', `${query.kind}.csv`)],
    ['GET', /^imports\/[^/]+$/, ({ world, parts }) => { const list = lists.get(world)?.find((each) => each.run.id === parts[1]); if (!list) return missing(); advance(list); return ok(list.run); }],
    ['GET', /^imports\/[^/]+\/rows$/, ({ world, parts, query }) => { const list = lists.get(world)?.find((each) => each.run.id === parts[1]); return list ? page(list.rows.filter((each) => !query.outcome || each.outcome === query.outcome), query) : missing(); }],
    ['POST', /^imports\/[^/]+\/rows\/[^/]+\/choose$/, choose],
    ['POST', /^imports\/[^/]+\/apply$/, ({ world, parts }) => { const list = lists.get(world)?.find((each) => each.run.id === parts[1]); if (!list) return missing(); if (list.run.status !== 'ready') return refuse(409, 'import_not_ready', '导入当前状态不能这样办理。请等读取完成，或刷新页面。', 'The import’s present status does not allow this.'); list.began = Date.now(); list.run.status = 'applying'; list.run.progress_per_mille = 0; return ok(list.run); }],
    ['GET', /^imports\/[^/]+\/errors\.csv$/, () => csv('行 row,列 column,内容 value,代码 code,说明,explanation,可接受的写法 accepted\r\n', 'errors.csv')],
];
