import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { messageCode } from './message-code.ts';
import { NO_ROUTE, pageMessages } from './page-messages.ts';

const pages = pageMessages();

test('[WT3] a page has the messages of its components, its layouts and its error pages', () => {
	const join = pages.get('/join/[code]')?.keys ?? [];
	expect(join).toContain('join_category_required');
	expect(join).toContain('common_skip_to_content');
	expect(join).toContain('error_page_missing_title');
	expect(join.filter((key) => /^(?:run|plan|prepare)_/.test(key))).toEqual([]);
});

test('[WT3] where no route matches the error page has its words', () => {
	expect(pages.get(NO_ROUTE)?.keys).toContain('error_page_missing_title');
});

test('[WT3] a page that speaks every language, or writes in each, gets all its words in each, and no other does', () => {
	const all = [...pages].flatMap(([routeId, { everyLanguage }]) =>
		everyLanguage ? [routeId] : []
	);
	expect(all.sort()).toEqual([
		'/workshops/[workshop]/poster',
		'/workshops/[workshop]/prepare/agenda'
	]);
});

test('[WT3] who names the language of a message says so where the build sees it', () => {
	const files = globSync('src/lib/features/**/*.{svelte,ts}', { exclude: ['**/*.test.ts'] });
	const unseen = files.filter((file) => readFileSync(file, 'utf8').includes('({}, { locale'));
	expect(unseen).toEqual([]);
});

test('[WT3] messages are named one by one, so that it is known which a page shows', () => {
	const files = globSync('src/**/*.{svelte,ts}', { exclude: ['src/lib/paraglide/**'] });
	const otherwise = files.filter((file) => {
		const text = readFileSync(file, 'utf8');
		const imports = text.match(/import \{[^}]*\} from '#lib\/paraglide\/messages\.js'/g) ?? [];
		return imports.some((found) => !found.includes('{ m }')) || /\bm\s*\[/.test(text);
	});
	expect(otherwise).toEqual([]);
});

test('[WT3] the words of a file are those of its language, plurals too', async () => {
	const code = messageCode(['run_close_hall_late', 'common_connected'], 'fr');
	const { default: make } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
		default: (registry: object) => Record<string, (inputs?: object) => string>;
	};
	const registry = await import('#lib/paraglide/registry.js');
	const words = make(registry);
	expect(words.common_connected?.()).toBe('Connecté');
	expect(words.run_close_hall_late?.({ count: 1 })).toMatch(/^1 carte /);
	expect(words.run_close_hall_late?.({ count: 3 })).toMatch(/^3 cartes /);
	expect(code).not.toMatch(/\p{Script=Arabic}/u);
});

test('[WT3] a key that nobody compiled is refused', () => {
	expect(() => messageCode(['no_such_key'], 'ar')).toThrow();
});
