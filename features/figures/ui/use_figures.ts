import { computed, type ComputedRef } from 'vue';
import { api } from '@ui/base/api';
import type { Figure, FigureMapRow, Figures, Measure, PlaceCode } from '@ui/base/api_types';
import { CITIES } from '@ui/base/codes';
import { useResource, type Resource } from '@ui/base/resource';
import { MEASURES, RUNG_YEARS } from './figure_text';

export interface Rung { year: number; target: number }

export interface FigureBoard {
    now: Resource<Figures>;
    /** In their usual order. */
    items: ComputedRef<Figure[]>;
    /** The targets of the plan's years for this place; empty for places and measures without one. */
    rungsOf: (measure: Measure) => Rung[];
    map: Resource<FigureMapRow[]>;
    /** Whether the map's rows are whole cities or counties. */
    by: ComputedRef<'city' | 'county'>;
}

/** The figures of a place and year, the targets to hold them against, and one measure over all places. */
export function useFigures(place: () => PlaceCode, year: () => number, measure: () => Measure): FigureBoard {
    const now = useResource(() => api.figures.get(place(), year()), () => [place(), year()]);
    const targets = useResource(() => Promise.all(RUNG_YEARS.map((each) => api.figures.get(place(), each))), () => place());
    const map = useResource(async () => (await api.figures.map(year(), measure())).items, () => [year(), measure()]);
    return {
        now, map,
        items: computed(() => MEASURES.flatMap((each) => now.data.value?.items.find((item) => item.measure === each) ?? [])),
        rungsOf: (wanted) => (targets.data.value ?? []).flatMap((each): Rung[] => {
            const target = each.items.find((item) => item.measure === wanted)?.target ?? null;
            return target === null ? [] : [{ year: each.year, target }];
        }),
        by: computed(() => ((map.data.value ?? []).every((row) => CITIES.includes(row.place)) ? 'city' : 'county')),
    };
}
