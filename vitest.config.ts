import { availableParallelism } from 'node:os';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/**
 * Two projects on real Node: rules beside the code, and integration tests on a real database and real
 * sockets. Pages are tested in browsers (playwright.config.ts).
 */
export default defineConfig({
	// Compiles `.svelte.ts` modules; hot reloading has no place in a test.
	plugins: [svelte()],
	test: {
		environment: 'node',
		// No module keeps anything between two tests, so the files of a worker share what they import.
		isolate: false,
		// One core for each, which Vitest would leave one short.
		maxWorkers: availableParallelism(),
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['{src,server,scripts,tests/bench}/**/*.test.ts']
				}
			},
			{
				extends: true,
				test: {
					name: 'integration',
					include: ['tests/{integration,fuzz,crash,soak,attack}/**/*.test.ts'],
					testTimeout: 60_000,
					hookTimeout: 60_000,
					// The built server runs as Node runs it.
					server: { deps: { external: [/\/build\//] } }
				}
			}
		]
	}
});
