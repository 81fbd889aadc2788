import { describe, expect, it } from 'vitest';
import type { Actor, ProcedureStep } from '@ui/base/api_types';
import type { GraphShape } from './definition';
import { mainLine, pictureOf, railOf, type Picture } from './graph';
import { BOX, leftOf, linesOf, through, topOf } from './picture_lines';

const words = (text: string): { zh: string; en: string } => ({ zh: text, en: text });
const state = (id: string, waits_for: Actor | null = 'official'): GraphShape['states'][number] => ({ id, title: words(id), waits_for });
const step = (id: string, from: string[], to: string, more: Partial<ProcedureStep> = {}): ProcedureStep => ({ id, title: words(id), from, to, by: ['official'], ...more });

/** That of procedures/hr_service_licence_grant.toml. */
const grant: GraphShape = {
    states: [state('submitted'), state('supplement_required', 'applicant'), state('accepted'), state('special_procedure'), state('reviewed'),
        state('refused_intake', null), state('granted', null), state('denied', null), state('withdrawn', null)],
    steps: [
        step('require_supplement', ['submitted'], 'supplement_required'), step('supplement', ['supplement_required'], 'submitted', { by: ['applicant'] }),
        step('accept', ['submitted'], 'accepted'), step('deemed_accepted', ['submitted'], 'accepted', { by: ['clock'] }),
        step('refuse_intake', ['submitted'], 'refused_intake', { reason: true }), step('begin_special', ['accepted'], 'special_procedure', { reason: true }),
        step('end_special', ['special_procedure'], 'accepted'), step('extend', ['accepted'], 'accepted', { reason: true }),
        step('review', ['accepted'], 'reviewed'), step('grant', ['reviewed'], 'granted'), step('deny', ['reviewed'], 'denied', { reason: true }),
        step('withdraw', ['submitted', 'supplement_required', 'accepted', 'special_procedure', 'reviewed'], 'withdrawn', { by: ['applicant'] }),
    ],
    clocks: [{ id: 'intake', title: words('intake'), starts: ['submitted'], stops: ['accepted'], days: 5, unit: 'working', basis: [] }],
};

/** Arrows with a corner or end inside a box that is neither their beginning nor their end. */
function crossings(picture: Picture): string[] {
    return linesOf(picture).flatMap((line) => {
        const points = [...line.path.matchAll(/[MLQ]([\d.-]+) ([\d.-]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
        const between = points.slice(1).flatMap(([x, y], index) => { const [fromX, fromY] = points[index] ?? [x, y]; return [0.25, 0.5, 0.75, 1].map((part) => [fromX + (x - fromX) * part, fromY + (y - fromY) * part] as const); });
        return picture.boxes.filter((box) => box.state.id !== line.arrow.from && box.state.id !== line.arrow.to)
            .filter((box) => between.some(([x, y]) => x > leftOf(box) && x < leftOf(box) + BOX.width && y > topOf(box) && y < topOf(box) + BOX.height)).map((box) => `${line.arrow.step.id} behind ${box.state.id}`);
    });
}

describe('the picture of a procedure', () => {
    it('takes the way to the grant as its main line', () => {
        expect(mainLine(grant).map((each) => each.id)).toEqual(['accept', 'review', 'grant']);
    });
    it('tells every state in full once and every step', () => {
        const rail = railOf(grant);
        expect(rail.stations.map((each) => each.state.id)).toEqual(['submitted', 'accepted', 'reviewed', 'granted']);
        expect(rail.anytime.map((each) => each.step.id)).toEqual(['withdraw']);
        const [submitted, accepted, reviewed] = rail.stations;
        expect(submitted?.branches.map((each) => `${each.step.id}>${each.state.id}${each.again ? ' again' : ''}`))
            .toEqual(['require_supplement>supplement_required', 'deemed_accepted>accepted again', 'refuse_intake>refused_intake']);
        expect(submitted?.branches[0]?.branches.map((each) => each.step.id)).toEqual(['supplement']);
        expect(submitted?.clocks.map((each) => each.days)).toEqual([5]);
        expect(accepted?.stays.map((each) => each.id)).toEqual(['extend']);
        expect(reviewed?.branches.map((each) => each.state.id)).toEqual(['denied']);
    });
    it('lays no two boxes on one place', () => {
        const picture = pictureOf(railOf(grant));
        expect(new Set(picture.boxes.map((each) => `${each.column}/${each.row}`)).size).toBe(picture.boxes.length);
        expect(picture.boxes.filter((each) => each.main).map((each) => each.column)).toEqual([0, 1, 2, 3]);
        expect(picture.arrows.filter((each) => each.kind === 'back').map((each) => each.step.id)).toEqual(['deemed_accepted', 'supplement', 'end_special']);
        expect(picture.boxes.map((each) => each.state.id).sort()).toEqual(grant.states.map((each) => each.id).filter((id) => id !== 'withdrawn').sort());
    });
    it('draws no arrow behind a box that it does not belong to', () => {
        expect(crossings(pictureOf(railOf(grant)))).toEqual([]);
        expect(through([[0, 0], [20, 0], [20, 30]])).toBe('M0 0L12 0Q20 0 20 8L20 30');
    });
    it('survives a procedure of one state, of none, and one that never ends', () => {
        expect(railOf({ states: [], steps: [] }).stations).toEqual([]);
        expect(railOf({ states: [state('only', null)], steps: [] }).stations.length).toBe(1);
        const round: GraphShape = { states: [state('a'), state('b')], steps: [step('go', ['a'], 'b'), step('back', ['b'], 'a')] };
        expect(pictureOf(railOf(round)).boxes.map((each) => each.state.id)).toEqual(['a', 'b']);
    });
    it('goes on through a decision against the party when there is no other end', () => {
        const listing: GraphShape = {
            states: [state('opened'), state('told'), state('decided'), state('listed', null), state('dropped', null)],
            steps: [step('tell', ['opened'], 'told', { notifies: true }), step('decide', ['told'], 'decided', { burdens: true, reason: true }),
                step('list', ['decided'], 'listed', { publishes: true }), step('drop', ['opened'], 'dropped', { reason: true })],
        };
        expect(mainLine(listing).map((each) => each.id)).toEqual(['tell', 'decide', 'list']);
    });
});
