import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factsOf, NOT_SHOWN, THINGS, type Saying } from './facts';
import words from '../words/zh-CN.json';

const CODES: Record<string, Record<string, string>> = { places: { '511502': '宜宾市 翠屏区' }, credential_kinds: { licence: '人力资源服务许可证' } };
function word(key: string): string | null {
    const found = key.split('.').reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], words);
    return typeof found === 'string' ? found : null;
}
const say: Saying = { word, label: (table, code) => CODES[table]?.[code] ?? code, language: 'zh-CN', now: new Date('2026-11-28T02:00:00Z') };
const shown = (code: string, facts: Record<string, unknown>): string[] => factsOf({ code, facts }, say).map((each) => `${each.label} ${each.text}`);

describe('the facts of a refusal', () => {
    it('are dates, moments, sums and sizes in their reader\'s form', () => {
        expect(shown('grab_not_open', { opens_at: '2026-12-01T01:30:00Z', closes_at: '' })).toEqual(['开放时间 2026-12-01 09:30']);
        expect(shown('too_early', { starts_on: '2026-12-01' })).toEqual(['开始日期 12月1日']);
        expect(shown('fee_above_ceiling', { ceiling_fen: '250050' })).toEqual(['服务费上限 ¥2,500.50']);
        expect(shown('decision_below_approved', { approved_hundredths: '850' })).toEqual(['已通过的数量 8.5']);
        expect(shown('file_too_large', { bytes_max: '10485760' })).toEqual(['大小上限 10 MB']);
        expect(shown('not_enough_seats', { remaining: '0' })).toEqual(['剩余席位 0']);
    });
    it('name codes and states in words', () => {
        expect(shown('exclusion_elsewhere', { place: '511502' })).toEqual(['地区 宜宾市 翠屏区']);
        expect(shown('licence_missing', { needs: 'licence', order_kind: 'search' })).toEqual(['需要 人力资源服务许可证']);
        expect(shown('statement_status_conflict', { status: 'draft', needs: 'agreed' })).toEqual(['现在的状态 汇总中', '需要 已对账']);
        expect(shown('entry_status', { status: 'revoked' })).toEqual(['现在的状态 已吊销']);
    });
    it('know every thing whose states have words', () => {
        expect([...THINGS].sort()).toEqual(Object.keys(words.status).sort());
    });
    it('never show a code without a word', () => {
        expect(shown('booking_over', { status: 'no_such_state', act: 'accept', needs_office: 'of_city', unheard_of: 'x' })).toEqual([]);
        // Of two things that call it otherwise nobody knows which is meant.
        expect(shown('mode_closed', { status: 'draft' })).toEqual([]);
    });
    it('all have a name in words, whoever refuses: engine and features are read', () => {
        const root = join(import.meta.dirname, '..', '..');
        const missing = new Set<string>();
        for (const part of ['engine', 'features']) {
            for (const name of readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })) {
                if (!/\.[ch]pp$/.test(name) || name.endsWith('_test.cpp')) continue;
                for (const [, fact = ''] of readFileSync(join(root, part, name), 'utf8').matchAll(/\.with\(\s*"([a-z_]+)",/g))
                    if (!NOT_SHOWN.has(fact) && word(`facts.${fact}`) === null) missing.add(`${name}: ${fact}`);
            }
        }
        expect([...missing]).toEqual([]);
    });
});
