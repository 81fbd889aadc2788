import { describe, expect, it } from 'vitest';
import { fieldName } from './read_fields';

const WORDS: Record<string, string> = { field_phone: '手机号' };
const say = (key: string): string => WORDS[key] ?? `people.${key}`;

describe('what was read', () => {
    it.each([
        ['phone', '手机号'], ['branch_report.report.phone', '手机号'], ['test_trainee.kin', 'kin'], ['kin', 'kin'],
    ])('%s is %s', (field, name) => { expect(fieldName(field, say)).toBe(name); });
});
