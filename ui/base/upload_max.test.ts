import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UPLOAD_MAX } from './upload_max';

const file = (path: string): string => readFileSync(resolve(__dirname, '../..', path), 'utf8');
const shifted = (path: string, name: string): number => {
    const found = new RegExp(`${name} = (?:std::size_t\\{)?(\\d+)U?\\}? << (\\d+)`).exec(file(path));
    return Number(found?.[1]) * 2 ** Number(found?.[2]);
};

describe('what a file may have', () => {
    it('is what the routes take', () => {
        expect(shifted('features/imports/endpoints.hpp', 'upload_bytes_max')).toBe(UPLOAD_MAX.people);
        expect(shifted('features/duties/feature.cpp', 'sheet_bytes_max')).toBe(UPLOAD_MAX.sheet);
        expect(shifted('features/pay_surveys/feature.cpp', 'sheet_bytes_max')).toBe(UPLOAD_MAX.sheet);
        expect(shifted('features/surveys/feature.cpp', 'frame_bytes_max')).toBe(UPLOAD_MAX.sheet);
        expect(shifted('features/entries/import_entries.hpp', 'import_bytes_max')).toBe(UPLOAD_MAX.register);
        expect(file('data/parameters.csv')).toContain(`case_file_bytes_max,${UPLOAD_MAX.exhibit},bytes`);
        expect(shifted('features/proofs/feature.cpp', 'body_max')).toBe(UPLOAD_MAX.proof);
    });
});
