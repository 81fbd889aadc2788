import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import en from '../words/en.json';
import zh from '../words/zh-CN.json';

const read = (name: string): string => readFileSync(join(import.meta.dirname, '..', '..', 'features', 'shares', name), 'utf8');

it('every refusal of the gate has words', () => {
    const judging = read('rules.cpp').split('std::vector<BarredDay> barred_days')[0] ?? '';
    const codes = [...(read('errors.hpp') + read('rules.hpp')).matchAll(/inline constexpr ErrorCode (\w+)\{/g)]
        .map(([, code = '']) => code).filter((code) => code === 'tier_not_open' || new RegExp(`\\b${code}\\b`).test(judging));
    expect(codes).toContain('licence_expired');
    expect(Object.keys(zh.gate).sort()).toEqual(codes.sort());
    expect(Object.keys(en.gate).sort()).toEqual(codes);
});
