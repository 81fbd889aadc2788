import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { defineConfig, type Connect, type Plugin } from 'vite';
import { mockServer } from './mock/server.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const server = process.env.JIANGHUI_SERVER;

/** Gives the page of a shell for a deep link, as the server does: /desk/… and /pocket/… have their own. */
function shellPages(): Plugin {
    const rewrite: Connect.NextHandleFunction = (request, _response, next) => {
        const path = (request.url ?? '/').split('?')[0] ?? '/';
        const isPage = request.headers.accept?.includes('text/html') && !/\.[a-z0-9]+$/i.test(path);
        if (isPage && !path.startsWith('/api/')) {
            const shell = /^\/(desk|pocket)(\/|$)/.exec(path)?.[1];
            request.url = shell ? `/${shell}/index.html` : '/index.html';
        }
        next();
    };
    return {
        name: 'jianghui-shell-pages',
        configureServer: (server) => void server.middlewares.use(rewrite),
        configurePreviewServer: (server) => void server.middlewares.use(rewrite),
    };
}

export default defineConfig(({ mode }) => ({
    root: here('.'),
    appType: 'mpa',
    plugins: [
        vue(),
        shellPages(),
        // JIANGHUI_SERVER=http://127.0.0.1:8080 talks to a real server instead of the test double.
        ...(server || mode === 'test' ? [] : [mockServer()]),
    ],
    resolve: {
        alias: { '@ui': here('.'), '@features': here('../features') },
        // Pages of features live outside this folder: their packages are resolved from here.
        dedupe: ['vue', 'vue-router', 'pinia', 'vue-i18n', 'vitest', 'sm-crypto-v2'],
    },
    define: {
        __VUE_OPTIONS_API__: true,
        __VUE_PROD_DEVTOOLS__: false,
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
        __VUE_I18N_FULL_INSTALL__: false,
        __VUE_I18N_LEGACY_API__: false,
        __INTLIFY_PROD_DEVTOOLS__: false,
    },
    server: {
        host: '127.0.0.1',
        port: 5173,
        fs: { allow: [here('..')] },
        proxy: server ? { '/api': { target: server, changeOrigin: false } } : undefined,
    },
    preview: { host: '127.0.0.1', port: 4173 },
    build: {
        outDir: here('dist'),
        emptyOutDir: true,
        target: 'es2021',
        assetsDir: 'assets',
        reportCompressedSize: false,
        manifest: 'manifest.json',
        rolldownOptions: {
            input: { hall: here('index.html'), desk: here('desk/index.html'), pocket: here('pocket/index.html') },
        },
    },
}));
