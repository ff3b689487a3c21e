import { globSync, readFileSync } from 'node:fs';

/** A route that takes a body. */
export interface RouteWithBody {
	readonly method: string;
	/** With its parameters as `[workshop]`, and the name of a form's action as `?/name`. */
	readonly path: string;
	readonly kind: 'form' | 'json';
}

/** A route that is read. */
export interface ReadRoute {
	readonly path: string;
	readonly kind: 'page' | 'endpoint';
}

/** Every route of the application that takes a body, as its files say. */
export function routesWithBody(): RouteWithBody[] {
	return filesOf('{+server,+page.server}').flatMap(({ file, path }) => {
		const code = readFileSync(file, 'utf8');
		if (file.endsWith('+server.ts'))
			return [...code.matchAll(/export const (POST|PUT|PATCH|DELETE)\b/g)].map(
				([, method = '']) => ({
					method,
					path,
					kind: code.includes('readJson') ? ('json' as const) : ('form' as const)
				})
			);
		const actions = /export const actions\b[^]*/.exec(code)?.[0];
		if (actions === undefined) return [];
		const names = new Set([
			...[...actions.matchAll(/^\t(\w+)(?::|,$)/gm)].map(([, name = '']) => name),
			// Where all of them stand on one line.
			...[
				...(/^export const actions[^\n]*\{ (.*) \};$/m.exec(actions)?.[1] ?? '').matchAll(
					/(\w+): /g
				)
			].map(([, name = '']) => name)
		]);
		return [...names].map((name) => ({
			method: 'POST',
			path: name === 'default' ? path : `${path}?/${name}`,
			kind: 'form' as const
		}));
	});
}

/** Every page, and every endpoint that answers a GET. */
export function readRoutes(): ReadRoute[] {
	const pages = filesOf('+page', 'svelte').map(({ path }) => ({ path, kind: 'page' as const }));
	const redirects = filesOf('+page.server').map(({ path }) => ({ path, kind: 'page' as const }));
	const endpoints = filesOf('+server')
		.filter(({ file }) => readFileSync(file, 'utf8').includes('export const GET'))
		.map(({ path }) => ({ path, kind: 'endpoint' as const }));
	const known = new Map([...pages, ...redirects, ...endpoints].map((route) => [route.path, route]));
	return [...known.values()].sort((a, b) => a.path.localeCompare(b.path));
}

function filesOf(names: string, ending = 'ts'): { file: string; path: string }[] {
	return globSync(`src/routes/**/${names}.${ending}`).map((file) => ({
		file,
		path: file.replace(/^src\/routes/, '').replace(/\/\+[a-z.]+$/, '') || '/'
	}));
}
