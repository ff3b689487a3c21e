import { existsSync, globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { importGraph } from '../sources/import-graph.ts';

const ROUTES = 'src/routes';

/** What every page runs besides its own files. */
const EVERYWHERE = ['src/hooks.client.ts', `${ROUTES}/+layout.svelte`, `${ROUTES}/+error.svelte`];

/** Files that a browser runs for the routes below their folder. */
const OF_FOLDER = ['+layout.svelte', '+layout.ts', '+error.svelte'];
const OF_PAGE = ['+page.svelte', '+page.ts'];

/** Who imports it shows or writes words in every language. */
const EVERY_LANGUAGE = 'src/lib/words/in-every-language.ts';

/** What a page can say. */
export interface PageMessages {
	/** Sorted. */
	readonly keys: readonly string[];
	/** Whether it needs them in every language. */
	readonly everyLanguage: boolean;
}

/** The page that is shown where no route matches. */
export const NO_ROUTE = '';

/**
 * The messages that each page of ours can show, its error pages included, by route id;
 * under `NO_ROUTE` those of the error page alone. Read from the sources below the working directory: a message
 * is used as `m.key`, which a test holds.
 */
export function pageMessages(): Map<string, PageMessages> {
	const graph = importGraph('src', '.', { types: false });
	const used = new Map([...graph.keys()].map((file) => [file, keysIn(file)]));
	const messagesOf = (files: readonly string[]): PageMessages => {
		const reached = new Set<string>();
		const visit = (file: string): void => {
			if (reached.has(file)) return;
			reached.add(file);
			for (const target of graph.get(file) ?? []) visit(target);
		};
		files.filter((file) => graph.has(file)).forEach(visit);
		const keys = new Set([...reached].flatMap((file) => used.get(file) ?? []));
		return { keys: [...keys].sort(), everyLanguage: reached.has(EVERY_LANGUAGE) };
	};
	const pages = new Map([[NO_ROUTE, messagesOf(EVERYWHERE)]]);
	for (const file of globSync(`${ROUTES}/**/+page.svelte`)) {
		const folder = posix.dirname(file.replaceAll('\\', '/'));
		const folders = ancestors(folder).flatMap((above) =>
			OF_FOLDER.map((name) => `${above}/${name}`)
		);
		const own = OF_PAGE.map((name) => `${folder}/${name}`);
		const routeId = folder.slice(ROUTES.length) || '/';
		pages.set(routeId, messagesOf([...EVERYWHERE, ...folders, ...own]));
	}
	return pages;
}

/** The folder and those above it, up to that of the routes. */
function ancestors(folder: string): string[] {
	return folder === ROUTES ? [folder] : [...ancestors(posix.dirname(folder)), folder];
}

function keysIn(file: string): string[] {
	const found = readFileSync(file, 'utf8').matchAll(/\bm\.([a-z]\w*)/g);
	return [...new Set([...found].map(([, key]) => key ?? ''))].filter((key) =>
		existsSync(`src/lib/paraglide/messages/${key}.js`)
	);
}
