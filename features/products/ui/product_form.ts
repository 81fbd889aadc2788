import type { PlannedStep, ProductDraft, ServiceTerm } from '@ui/base/api_types';

/** Yuan as typed ("1,280.50", "1280") → fen; null when it is none. */
export function fenOf(yuan: string): number | null {
    const text = yuan.replace(/[,，\s]/g, '');
    if (!/^\d{1,10}(\.\d{1,2})?$/.test(text)) return null;
    const [whole = '0', part = ''] = text.split('.');
    return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

export const yuanOf = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2));

/** What is still missing of a plan: its percentages add up to 100, its days do not go back. */
export function planFault(steps: PlannedStep[]): 'empty' | 'sum' | 'days' | null {
    if (steps.length === 0 || steps.some((step) => !step.title.trim())) return 'empty';
    if (steps.reduce((sum, step) => sum + step.percent, 0) !== 100) return 'sum';
    if (steps.some((step, index) => step.days < 1 || (index > 0 && step.days < (steps[index - 1]?.days ?? 0)))) return 'days';
    return null;
}

export const cleanTerms = (terms: ServiceTerm[]): ServiceTerm[] =>
    terms.map((term) => ({ measure: term.measure.trim(), target: term.target.trim() })).filter((term) => term.measure && term.target);

export const emptyDraft = (): ProductDraft => ({
    kind: '', title: '', description: '', price_fen: 0, unit: 'person', quantity_max: 100,
    terms: [{ measure: '', target: '' }], steps: [{ title: '', percent: 100, days: 30 }], places: [],
});

/** Puts a product on the list of those to compare, or takes it off; at most four. */
export function toggled(ids: string[], id: string): string[] {
    if (ids.includes(id)) return ids.filter((each) => each !== id);
    return ids.length >= 4 ? ids : [...ids, id];
}
