import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { paraglideOptions } from './scripts/building/paraglide-options.ts';
import { liveRooms } from './server/dev-plugin.ts';

/** Pages load fonts from the server alone, so a small one must not become a part of the styles. */
const isFont = (file: string): boolean => /\.woff2?$/.test(file);

export default defineConfig({
	build: { assetsInlineLimit: (file) => (isFont(file) ? false : undefined) },
	plugins: [sveltekit(), liveRooms(), paraglideVitePlugin(paraglideOptions)]
});
