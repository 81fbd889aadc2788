import type { Route } from './reply.ts';
import { INSIGHT_ROUTES } from './insight.ts';
import { furnishIntake, INTAKE_ROUTES } from './intake.ts';
import { furnishNews, NEWS_ROUTES } from './news.ts';
import { furnishOffices, OFFICE_ROUTES } from './offices.ts';
import { furnishSettlement, SETTLEMENT_ROUTES } from './settlement.ts';
import type { World } from './world.ts';

/** What the desk's pages about settlement, figures, imports, offices and news ask. Asked before the general routes. */
export const DESK_ROUTES: Route[] = [...SETTLEMENT_ROUTES, ...INSIGHT_ROUTES, ...INTAKE_ROUTES, ...OFFICE_ROUTES, ...NEWS_ROUTES];

/** Adds to the world what those pages show. */
export function furnish(world: World): void {
    furnishSettlement(world);
    furnishIntake(world);
    furnishOffices(world);
    furnishNews(world);
}
