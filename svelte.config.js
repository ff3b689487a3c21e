import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ out: 'build' }),
		// Origin is checked in hooks.server.ts for every unsafe method, JSON included; Kit's own check
		// covers forms only and cannot know the LAN addresses of this machine.
		csrf: { trustedOrigins: ['*'] },
		// Only the participant's page works offline; it registers the worker for itself.
		serviceWorker: { register: false },
		typescript: {
			config: (config) => ({
				...config,
				include: [
					...config.include,
					'../server/**/*.ts',
					'../migrations/**/*.ts',
					'../scripts/**/*.ts',
					'../tests/**/*.ts',
					'../*.ts'
				]
			})
		}
	}
};
