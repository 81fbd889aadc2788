import type { Figure, FigureMapRow, Measure, Words } from '../base/api_types';
import regionData from '../kit/region_map_data.json' with { type: 'json' };
import { missing, ok, page, type Context, type MockReply, type Route } from './reply.ts';
import { CITY_NAMES } from './world.ts';

/** Targets of 川南人力资源协同创新发展试验区建设方案 一（三）; revenue in fen. */
const TARGETS: Record<string, Partial<Record<Measure, [number, number]>>> = {
    '510300': { revenue: [260e9, 340e9], employment: [100e3, 200e3], employers: [20e3, 30e3], talent: [15e3, 18e3] },
    '510500': { revenue: [300e9, 400e9], employment: [300e3, 400e3], employers: [40e3, 50e3], talent: [25e3, 35e3] },
    '511000': { revenue: [280e9, 300e9], employment: [100e3, 200e3], employers: [20e3, 30e3], talent: [25e3, 42e3] },
    '511500': { revenue: [300e9, 500e9], employment: [200e3, 400e3], employers: [30e3, 50e3], talent: [60e3, 150e3] },
};
const UNITS: Record<Measure, Words> = {
    revenue: { zh: '元', en: 'yuan' }, revenue_net: { zh: '元', en: 'yuan' }, employment: { zh: '人次', en: 'placements' }, employers: { zh: '家次', en: 'employers' }, talent: { zh: '人', en: 'people' },
};
const METHODS: Record<Measure, Words> = {
    revenue: { zh: '按机构所在地，合计当年已确认的结算单（工资与服务费）。待双方确认的另列。', en: 'By the agency’s seat: all statements confirmed in the year, wages and fees. What waits for confirmation is told apart.' },
    revenue_net: { zh: '按机构所在地，只计服务费。', en: 'By the agency’s seat: service fees only.' },
    employment: { zh: '按用工地，计当年到岗经劳动者和用人单位双方确认的席位。', en: 'By the order’s place: seats started in the year, confirmed by worker and employer.' },
    employers: { zh: '按用工地，当年有到岗席位的用人单位，每单一家次。', en: 'By the order’s place: employers with a seat started in the year, once per order.' },
    talent: { zh: '按引进地，计凭证和登记的引进；尚无此类记录时显示“暂无数据”。', en: 'By place of introduction: certificates and recorded introductions; “no data” until there are any.' },
};
const BASE: Record<Measure, number> = { revenue: 250e9, revenue_net: 14e9, employment: 95e3, employers: 18e3, talent: 0 };
const MEASURES: Measure[] = ['revenue', 'revenue_net', 'employment', 'employers', 'talent'];

/** A number that is always the same for the same question. */
function noise(text: string): number {
    let state = 7;
    for (const letter of text) state = (Math.imul(state, 31) + letter.charCodeAt(0)) >>> 0;
    return (state % 1000) / 1000;
}

const countiesOf = (place: string): string[] => regionData.counties.filter((each) => each.city === place || each.code === place).map((each) => each.code);

function countyValue(county: string, year: number, measure: Measure): number {
    const growth = { 2022: 0.84, 2023: 0.93, 2024: 1.02, 2025: 1.12, 2026: 0.96 }[year] ?? 0;
    const city = regionData.counties.find((each) => each.code === county)?.city ?? county;
    const share = (0.4 + noise(county)) / Math.max(1, countiesOf(city).length * 0.9);
    const scale = TARGETS[city] ? (TARGETS[city][measure]?.[0] ?? BASE[measure]) : BASE[measure] * 0.5;
    return measure === 'talent' ? 0 : Math.round(scale * share * growth * (0.9 + 0.2 * noise(measure + county)));
}

function figure(place: string, year: number, measure: Measure): Figure {
    const verified = countiesOf(place).reduce((sum, county) => sum + countyValue(county, year, measure), 0);
    const pair = TARGETS[place]?.[measure];
    const target = year === 2022 ? pair?.[0] ?? null : year === 2025 ? pair?.[1] ?? null : null;
    return {
        id: `${measure}.${place}.${year}`, measure, unit: UNITS[measure], verified, provisional: year === 2026 ? Math.round(verified * 0.07) : 0, has_data: measure !== 'talent' && verified > 0,
        target, target_unit: target === null ? null : UNITS[measure], progress_per_mille: target && measure !== 'talent' ? Math.round((1000 * verified) / target) : null, method: METHODS[measure], as_of_position: 18_231, formula: 1,
    };
}

function figures({ query }: Context): MockReply {
    const place = query.place ?? '511500';
    const year = Number(query.year ?? 2026);
    const name = CITY_NAMES[place] ?? regionData.counties.find((each) => each.code === place)?.name;
    return name ? ok({ place, place_name: name, year, items: MEASURES.map((measure) => figure(place, year, measure)) }) : missing();
}

function map({ query }: Context): MockReply {
    const measure = MEASURES.find((each) => each === query.measure) ?? 'revenue';
    const year = Number(query.year ?? 2026);
    const items: FigureMapRow[] = regionData.counties.map((county) => {
        const verified = countyValue(county.code, year, measure);
        return { place: county.code, place_name: county.name, verified, provisional: year === 2026 ? Math.round(verified * 0.07) : 0 };
    });
    return ok({ items, next: null });
}

function records({ world, query, parts }: Context): MockReply {
    const [measure = 'revenue'] = decodeURIComponent(parts[1] ?? '').split('.');
    const kind = measure === 'revenue' ? 'statement.confirmed' : 'seat.on_site';
    const items = Array.from({ length: 73 }, (_, index) => {
        const order = world.orders[index % world.orders.length]!;
        return { at: order.published_at ?? order.created_at, kind, subject: order.id, amount: measure.startsWith('revenue') ? (order.pay_max_fen ?? 0) * (3 + (index % 5)) : 1, order: { id: order.id, title: order.title }, organisation: order.employer };
    });
    return page(items, query);
}

export const INSIGHT_ROUTES: Route[] = [
    ['GET', /^figures$/, figures], ['GET', /^figures\/map$/, map], ['GET', /^figures\/[^/]+\/records$/, records],
];
