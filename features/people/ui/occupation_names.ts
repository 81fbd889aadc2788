import { shallowRef, watch, type ShallowRef } from 'vue';
import { api } from '@ui/base/api';
import type { OccupationCode } from '@ui/base/api_types';

const known = shallowRef(new Map<OccupationCode, string>());
const asked = new Set<OccupationCode>();

async function learn(code: OccupationCode): Promise<void> {
    if (asked.has(code)) return;
    asked.add(code);
    const page = await api.codes.occupations({ q: code, limit: 5 }).catch(() => null);
    const name = page?.items.find((each) => each.code === code)?.name;
    if (name) known.value = new Map(known.value).set(code, name);
}

/** Names for the occupation codes on a page, asked once each; a code stays a code until its name is there. */
export function useOccupationNames(codes: () => OccupationCode[]): { names: ShallowRef<Map<OccupationCode, string>>; nameOf: (code: OccupationCode) => string } {
    watch(codes, (list) => { for (const code of list) void learn(code); }, { immediate: true });
    return { names: known, nameOf: (code) => known.value.get(code) ?? code };
}
