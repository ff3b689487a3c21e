import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** Of the style attribute of SvelteKit's own `#svelte-announcer`; a test finds out when it changes. */
const ANNOUNCER = 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ out: 'build' }),
		// Origin is checked in hooks.server.ts for every unsafe method, JSON included; Kit's own check
		// covers forms only and cannot know the LAN addresses of this machine.
		csrf: { trustedOrigins: ['*'] },
		// Hashes, since phones keep a page longer than a nonce may live. `'self'` is the sockets' host too in every
		// browser above our floor. No element has a style attribute (`lib/ui/styled.ts` sets what must be
		// computed), but for the line by which SvelteKit tells screen readers of a new page: its hash is this one.
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-hashes', ANNOUNCER],
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
