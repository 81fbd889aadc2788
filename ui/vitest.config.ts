import { defineConfig, mergeConfig } from 'vitest/config';
import viteConfig from './vite.config.ts';

export default defineConfig((environment) => mergeConfig(
    viteConfig({ ...environment, mode: 'test' }),
    defineConfig({
        test: { environment: 'happy-dom', include: ['**/*.test.ts', '../features/*/ui/**/*.test.ts'], exclude: ['node_modules/**', 'dist/**'], restoreMocks: true },
    }),
));
