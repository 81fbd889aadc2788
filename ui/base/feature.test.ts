import { describe, expect, it } from 'vitest';
import { collectFeatures, type ShellName } from './feature';

const SHELLS: ShellName[] = ['hall', 'desk', 'pocket'];
const features = collectFeatures();

describe.each(SHELLS)('the pages of the %s', (shell) => {
    const routes = features.flatMap((feature) => feature[shell]?.routes ?? []);
    it('have names and addresses of their own: of two pages with one name only the later is found', () => {
        for (const told of [routes.map((route) => String(route.name)), routes.map((route) => route.path)]) {
            expect(told.filter((each, index) => told.indexOf(each) !== index)).toEqual([]);
        }
    });
    it('are where the menu leads, without anything to fill in', () => {
        for (const entry of features.flatMap((feature) => feature[shell]?.menu ?? [])) {
            expect(routes.find((route) => route.name === entry.route)?.path, entry.route).toMatch(/^[^:]+$/);
        }
    });
});
