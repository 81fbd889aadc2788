import type { Fen, LabourCost } from '@ui/base/api_types';
import { parseAmount } from '@ui/base/money';

/** The parts of labour cost, then what it is compared with. */
export const COST_PARTS = ['wages', 'welfare', 'education', 'insurance', 'protection', 'housing', 'other'] as const;
export const COST_BESIDE = ['costs', 'revenue', 'profit', 'value_added'] as const;
export type CostItem = (typeof COST_PARTS)[number] | (typeof COST_BESIDE)[number];
export type CostTexts = Record<CostItem | 'staff', string>;

/** What the form says; the item that is wrong when it is not complete. Only the profit and the value added may be negative. */
export function readCost(texts: CostTexts): { cost: LabourCost } | { wrong: CostItem | 'staff' } {
    const staff = Number(texts.staff.trim());
    if (!Number.isInteger(staff) || staff < 1 || staff > 1_000_000) return { wrong: 'staff' };
    const amounts: Partial<Record<CostItem, Fen>> = {};
    for (const item of [...COST_PARTS, ...COST_BESIDE]) {
        if (item === 'value_added' && !texts[item].trim()) continue;
        const fen = parseAmount(texts[item]);
        if (fen === null || (fen < 0 && item !== 'profit' && item !== 'value_added')) return { wrong: item };
        amounts[item] = fen;
    }
    const { wages = 0, welfare = 0, education = 0, insurance = 0, protection = 0, housing = 0, other = 0, costs = 0, revenue = 0, profit = 0, value_added = null } = amounts;
    if (wages === 0) return { wrong: 'wages' };
    return { cost: { staff, wages, welfare, education, insurance, protection, housing, other, costs, revenue, profit, value_added } };
}

/** The same as the form shows it. */
export function textsOf(cost: LabourCost | null): CostTexts {
    const yuan = (fen: Fen | null): string => (fen === null ? '' : String(fen / 100));
    const texts = { staff: cost ? String(cost.staff) : '' } as CostTexts;
    for (const item of [...COST_PARTS, ...COST_BESIDE]) texts[item] = cost ? yuan(cost[item]) : '';
    return texts;
}

export const costTotal = (cost: LabourCost): Fen => COST_PARTS.reduce((sum, part) => sum + cost[part], 0);
