import { createPinia } from 'pinia';
import { createApp, nextTick, type Component } from 'vue';
import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router';
import { collectFeatures, type FeatureScreens, type MenuEntry, type ShellName } from './feature';
import { usePreferences } from './preferences';
import { focusMain } from './focus';
import { inLanguage } from './problems';
import { useSession } from './session';
import { followLanguage, i18n, needWords, type WordLoaders } from './words';

const SHELL_WORDS: WordLoaders = {
    'zh-CN': () => import('../words/zh-CN.json'),
    en: () => import('../words/en.json'),
};

export interface ShellParts {
    name: ShellName;
    /** URL under which the shell lives: '/', '/desk/', '/pocket/'. */
    base: string;
    root: Component;
    /** Pages of the shell itself. */
    routes: RouteRecordRaw[];
    /** True when a page needs an account unless it says `open`. */
    needsAccount: boolean;
}

const features = collectFeatures();
const byName = new Map<string, FeatureScreens>(features.map((each) => [each.name, each]));

function routesOf(shell: ShellName): RouteRecordRaw[] {
    return features.flatMap((feature) => (feature[shell]?.routes ?? []).map((route) => ({
        ...route, meta: { ...route.meta, feature: feature.name },
    })));
}

/** Menu entries of a shell, in their order. */
export function menuOf(shell: ShellName): MenuEntry[] {
    return features.flatMap((feature) => feature[shell]?.menu ?? [])
        .sort((one, other) => (one.order ?? 100) - (other.order ?? 100));
}

/** How long a page that works from what the device keeps waits to hear who is signed in. */
const OFFLINE_PATIENCE_MS = 4000;
const later = (ms: number): Promise<true> => new Promise((resolve) => setTimeout(() => resolve(true), ms));

function guard(router: Router, parts: ShellParts): void {
    router.beforeEach(async (to) => {
        const feature = to.meta.feature ? byName.get(to.meta.feature) : undefined;
        const words = feature ? needWords(feature.name, feature.words) : Promise.resolve();
        const session = useSession();
        if (parts.needsAccount && !to.meta.open) {
            const unknown = session.know().then(() => false, () => true);
            const unreachable = await (to.meta.offline ? Promise.race([unknown, later(OFFLINE_PATIENCE_MS)]) : unknown);
            if (!session.me && !(unreachable && to.meta.offline)) {
                // The sign-in page belongs to the hall: a full load, and back to where one was going.
                const back = encodeURIComponent(parts.base.slice(0, -1) + to.fullPath);
                location.replace(`/sign-in?then=${back}`);
                return false;
            }
            if (session.me && to.meta.roles && !to.meta.roles.includes(session.me.role)) {
                return { name: 'not-allowed', query: { page: to.fullPath }, replace: true };
            }
        }
        await words;
        return true;
    });
    router.afterEach((to, from, failure) => {
        // The link that was followed is gone: the next Tab begins in the new page, not in the menu.
        if (!failure && from.matched.length && to.path !== from.path) void nextTick(focusMain);
        const title = to.meta.title ? inLanguage(to.meta.title, usePreferences().language) : '';
        document.title = title ? `${title} · 江汇` : '江汇';
    });
    router.onError((error, to) => {
        // A page of an older build is gone after an update: load the new one once.
        if (/dynamically imported module|Importing a module script failed/i.test(String(error))
            && !sessionStorage.getItem('jianghui.reloaded')) {
            sessionStorage.setItem('jianghui.reloaded', '1');
            location.assign(parts.base.slice(0, -1) + to.fullPath);
        }
    });
}

/** Starts a shell: stores, language, routes of all features, then the first page. */
export async function startShell(parts: ShellParts): Promise<void> {
    const app = createApp(parts.root);
    app.use(createPinia());
    app.use(i18n);
    await needWords('shell', SHELL_WORDS);
    followLanguage();
    const router = createRouter({
        history: createWebHistory(parts.base),
        routes: [...parts.routes, ...routesOf(parts.name),
            { path: '/:rest(.*)*', name: 'not-found', component: () => import('../kit/not_found.vue'), meta: { open: true } }],
        scrollBehavior: (to, from, saved) => {
            if (saved) return saved;
            if (to.hash) return { el: to.hash, top: 80 };
            return to.path === from.path ? {} : { top: 0 };
        },
    });
    guard(router, parts);
    app.use(router);
    if (!parts.needsAccount) void useSession().knowIfSignedInBefore();
    await router.isReady().catch(() => undefined);
    app.mount('#app');
}
