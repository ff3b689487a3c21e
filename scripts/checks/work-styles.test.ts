import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importGraph } from '../sources/import-graph.ts';

/** Pages of those who are not in yet. */
const ENTRANCE = /routes\/(?:(?:join|enter|invitation|link|setup|sign-in)\/|screen\/\+page)/;

test('[UI7] every page of those who are in has the styles of notes, clusters, people and the plan', () => {
	const graph = importGraph('src', '.', { types: false });
	const bring = new Set(
		[...graph.keys()].filter((file) => readFileSync(file, 'utf8').includes("'#lib/ui/work.css'"))
	);
	const reaches = (file: string, seen: Set<string>): boolean => {
		if (bring.has(file)) return true;
		seen.add(file);
		return (graph.get(file) ?? []).some((next) => !seen.has(next) && reaches(next, seen));
	};
	const layoutsOf = (page: string) =>
		globSync('src/routes/**/+layout.svelte').filter(
			(layout) =>
				page.startsWith(layout.replace('+layout.svelte', '')) && layout.split('/').length > 3
		);
	const pages = [...graph.keys()].filter((file) => file.endsWith('+page.svelte'));
	const bare = pages.filter(
		(page) => ![page, ...layoutsOf(page)].some((file) => reaches(file, new Set()))
	);
	expect(bare.filter((page) => !ENTRANCE.test(page))).toEqual([]);
	expect(pages.length - bare.length).toBeGreaterThan(20);
});
