import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';
import { paraglideOptions } from './scripts/building/paraglide-options.ts';
import { liveRooms } from './server/dev-plugin.ts';

export default defineConfig({
	plugins: [tailwindcss(), sveltekit(), liveRooms(), paraglideVitePlugin(paraglideOptions)]
});
