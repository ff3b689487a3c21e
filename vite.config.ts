import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { chunksByUse } from './scripts/building/chunks-by-use.ts';
import { messagesByPage } from './scripts/building/messages-by-page.ts';
import { paraglideOptions } from './scripts/building/paraglide-options.ts';
import { liveRooms } from './server/dev-plugin.ts';

/** Pages load fonts from the server alone, so a small one must not become a part of the styles. */
const isFont = (file: string): boolean => /\.woff2?$/.test(file);

export default defineConfig({
	build: { assetsInlineLimit: (file) => (isFont(file) ? false : undefined) },
	plugins: [
		messagesByPage(),
		chunksByUse(),
		sveltekit(),
		liveRooms(),
		paraglideVitePlugin(paraglideOptions)
	]
});
