import type { RouteRecordRaw } from 'vue-router';
import type { Role, Words } from './api_types';
import type { WordLoaders } from './words';

export type ShellName = 'hall' | 'desk' | 'pocket';

/** Where a menu entry of the desk stands: the navigation follows the work, not the tables. */
export type DeskGroup = 'inbox' | 'orders' | 'people' | 'settlement' | 'cases' | 'data' | 'settings';

/** One entry of a shell's navigation and of the command palette. */
export interface MenuEntry {
    /** Name of a route of the same feature. */
    route: string;
    title: Words;
    group?: DeskGroup;
    /** Name of an icon of kit/icons.ts. */
    icon?: string;
    /** Hall: stands behind "more", where the row of pages has no room. */
    behind?: boolean;
    /** Lower comes first; default 100. */
    order?: number;
    /** Who sees it; everybody when absent. */
    roles?: Role[];
    /** Shown when the account has one of these rights. */
    rights?: string[];
    /** More words under which the palette finds it (pinyin, synonyms). */
    keywords?: string;
}

export interface FeatureShell {
    routes: RouteRecordRaw[];
    menu?: MenuEntry[];
}

/** The screens of one capability. The default export of features/<name>/ui/index.ts. */
export interface FeatureScreens {
    /** The folder's name: also the prefix of its words. */
    name: string;
    words: WordLoaders;
    hall?: FeatureShell;
    desk?: FeatureShell;
    pocket?: FeatureShell;
}

declare module 'vue-router' {
    interface RouteMeta {
        /** Feature whose words the page needs; set by the shell. */
        feature?: string;
        /** Title of the browser tab and of the page's history entry. */
        title?: Words;
        /** Only for these roles; others are told whom to ask. */
        roles?: Role[];
        /** No account needed (desk and pocket pages need one by default; hall pages do not). */
        open?: boolean;
        /** Shows what this device keeps when nobody can be asked who is signed in. */
        offline?: boolean;
        /** Pocket: which tab is lit. */
        tab?: 'work' | 'jobs' | 'pay' | 'me';
    }
}

/** Types the default export of a feature's index.ts. */
export function defineFeature(screens: FeatureScreens): FeatureScreens {
    return screens;
}

/** All features that have screens, in the order of their names. */
export function collectFeatures(): FeatureScreens[] {
    const modules = import.meta.glob<{ default: FeatureScreens }>('../../features/*/ui/index.ts', { eager: true });
    return Object.keys(modules).sort().flatMap((path) => modules[path]?.default ?? []);
}
