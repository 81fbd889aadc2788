import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { api } from './api';
import type { CodeItem, Place, PlaceCode } from './api_types';
import { usePreferences } from './preferences';
import { wordOf } from './words';

/** The seven places of the region, in the order in which they are always listed. */
export const CITIES: PlaceCode[] = ['510300', '510500', '511000', '511500', '500116', '500118', '500153'];

/** Whether an office of the place acts on what covers the whole region: a city's or a province's does. */
export const actsForRegion = (place: PlaceCode): boolean => place.endsWith('00') || CITIES.includes(place);

/** Names for codes: places and the server's code tables, loaded once per page and asked everywhere. */
export const useCodes = defineStore('codes', () => {
    const preferences = usePreferences();
    const places = shallowRef(new Map<PlaceCode, Place>());
    const tables = shallowRef(new Map<string, CodeItem[]>());
    const ready = ref(false);
    let loading: Promise<void> | null = null;

    async function loadAll(): Promise<void> {
        const [placePage, tablePage] = await Promise.all([
            api.codes.places({ level: 'county', limit: 200 }).then(async (counties) => {
                const cities = await api.codes.places({ level: 'city', limit: 200 });
                const provinces = await api.codes.places({ level: 'province', limit: 200 });
                return [...provinces.items, ...cities.items, ...counties.items];
            }),
            api.codes.tables(),
        ]);
        places.value = new Map(placePage.map((place) => [place.code, place]));
        tables.value = new Map(tablePage.items.map((table) => [table.table, table.items]));
        ready.value = true;
    }

    /** Makes names available; a page that shows codes calls it once. A failure leaves the codes as they are. */
    async function need(): Promise<void> {
        if (ready.value) return;
        loading ??= loadAll().finally(() => { loading = null; });
        await loading.catch(() => undefined);
    }

    function placeName(code: PlaceCode | null | undefined): string {
        return code ? places.value.get(code)?.name ?? code : '';
    }

    /** "宜宾市 翠屏区". */
    function placePath(code: PlaceCode | null | undefined): string {
        if (!code) return '';
        const place = places.value.get(code);
        const parent = place?.parent ? places.value.get(place.parent) : undefined;
        return parent && parent.code !== code && parent.level !== 'province' ? `${parent.name} ${place?.name ?? code}` : placeName(code);
    }

    /** The name of a code: the server's table first, then the shell's own words, then the code itself. */
    function label(table: string, code: string | null | undefined): string {
        if (!code) return '';
        if (table === 'places') return placePath(code);
        const item = tables.value.get(table)?.find((each) => each.code === code);
        if (item) return preferences.language === 'en' ? item.en || item.zh : item.zh;
        return wordOf(`shell.codes.${table}.${code}`) ?? code;
    }

    /** The codes of a table as choices; of "places" those of the region, cities before their counties. */
    function items(table: string): { value: string; label: string }[] {
        if (table === 'places') {
            return cities.value.flatMap((city) => [city, ...countiesOf(city.code).filter((each) => each.code !== city.code)])
                .map((each) => ({ value: each.code, label: placePath(each.code) }));
        }
        const list = tables.value.get(table) ?? [];
        return list.map((each) => ({
            value: each.code, label: preferences.language === 'en' ? each.en || each.zh : each.zh,
        }));
    }

    const cities = computed(() => CITIES.flatMap((code) => places.value.get(code) ?? []));
    const countiesOf = (city: PlaceCode): Place[] => [...places.value.values()]
        .filter((place) => place.level === 'county' && (place.parent === city || place.code === city));

    return { places, tables, ready, need, placeName, placePath, label, items, cities, countiesOf };
});
