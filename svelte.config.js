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
		// Hashes, since phones keep a page longer than a nonce may live. Styles that the server renders into
		// elements need `style-src-attr`; sockets are added in hooks.server.ts, which knows the host.
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'connect-src': ['self'],
				'worker-src': ['self'],
				'object-src': ['none'],
				'frame-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		},
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
