import { describe, expect, it } from 'vitest';
import { codesNamed, factsOfEvent, pageOfSubject, type EventSaying } from './event_facts';

const names: Record<string, string> = { 511500: '宜宾市', '6-02-06-07': '白酒酿造工', C1512: '白酒制造' };
const say = (kind: string, language: 'zh-CN' | 'en' = 'zh-CN'): EventSaying => ({
    kind, language, now: new Date('2026-11-28T04:00:00Z'), nameOf: (_table, code) => names[code] ?? code, word: (code) => (code === 'licence_missing' ? '没有所需的许可或备案' : null),
});
const lines = (kind: string, data: Record<string, unknown>, language: 'zh-CN' | 'en' = 'zh-CN'): string[] => factsOfEvent(data, say(kind, language)).map((each) => `${each.label}: ${each.text}`);

describe('the facts of an event', () => {
    it('are said in words, with the names of codes', () => {
        expect(lines('order.opened', { from: 'draft', to: 'open', remaining: 12, kind: 'recruit', place: '511500', occupation: '6-02-06-07', industry: 'C1512', headcount: 1200 })).toEqual([
            '变更前状态: 草稿', '变更后状态: 开放', '余席: 12', '类别: 招聘', '地区: 宜宾市', '职业: 白酒酿造工', '行业: 白酒制造', '需求人数: 1,200']);
        expect(lines('order.opened', { to: 'open', remaining: 12 }, 'en')).toEqual(['State after: open', 'Seats left: 12']);
    });
    it('have units: amounts, shares, sizes, days, months and quarters', () => {
        expect(lines('statement.agreed', { total_fen: 6_120_450, month: '2026-09', due_on: '2026-10-15', provisional: false })).toEqual(['合计金额: ¥61,204.50', '月份: 2026年9月', expect.stringContaining('到期日: '), '暂定: 否']);
        expect(lines('list.published', { period: '2026Q3', position: 10240 })).toEqual(['时期: 2026 年第 3 季度', '截至流水: 10,240']);
        expect(lines('duty.reported', { progress: 637 })).toEqual(['进度: 63.7%']);
        expect(lines('proof.uploaded', { bytes: 20480 })).toEqual(['文件大小: 20 KB']);
        expect(lines('timesheet.submitted', { quantity_hundredths: 2150 })).toEqual(['工作量: 21.5']);
    });
    it('say the same name otherwise where it is another thing', () => {
        expect(lines('draw.result', { place: 3 })).toEqual(['名次: 3']);
        expect(lines('case.reviewed', { outcome: 'upheld' })).toEqual(['结果: 维持原决定']);
    });
    it('take lists and parts apart', () => {
        expect(lines('order.revised', { differs: ['pay_min_fen', 'hold_hours'] })).toEqual(['变更的条款: 最低报酬、占席时限']);
        expect(lines('import.read', { counts: { read: 120, ready: 98 } })).toEqual(['行数: 读取 120、可导入 98']);
        expect(lines('share.refused', { refused: [{ agency: '0r1', why: 'no_room' }, { agency: '0r2', why: 'gate' }] })).toEqual(['被拒的抢单: 机构 0r1、原因 席位不足；机构 0r2、原因 不符合门槛']);
    });
    it('leave out what says nothing, and keep what has no words', () => {
        expect(lines('seat.offered', { reason: '', agency: null, differs: [], unheard_of: 'x_y' })).toEqual(['unheard_of: x_y']);
        expect(factsOfEvent({ digest: 'ab'.repeat(32) }, say('list.published'))[0]?.isCode).toBe(true);
        expect(lines('share.agency_barred', { refusal: 'licence_missing' })).toEqual(['不符合的规则: 没有所需的许可或备案']);
    });
    it('lead to the page of what they name', () => {
        expect(factsOfEvent({ order: '0r9' }, say('seat.offered'))[0]?.to).toBe('/orders/0r9');
        expect(factsOfEvent({ survey: '0r9' }, say('pay_survey.answer_asked'))[0]?.to).toBe('/pay-surveys/0r9');
        expect(factsOfEvent({ seats: 3 }, say('share.grabbed'))[0]?.to).toBeNull();
        expect(pageOfSubject('statement', '0r9')).toBe('/statements/0r9');
    });
    it('name the codes that names are needed for', () => {
        expect(codesNamed([{ data: { occupation: '6-02-06-07', before: 'https://x', place: 3 } }, { data: { occupation: '6-02-06-07', before: '4-04-05-01' } }], 'occupations')).toEqual(['4-04-05-01', '6-02-06-07']);
    });
});
