import type { Plugin, Rolldown } from 'vite';

/** A route's component, by its place below the routes' folder. */
const ROUTE_FILE = /\/src\/routes\/(.*)\+(?:page|layout|error)\.svelte$/;

/**
 * Where people are, told apart for what they load: those who come in, those in the hall, and the two largest pages
 * of a laptop; the last takes all others.
 */
const PLACES = [/^(?:join|enter)\//, /^w\//, /\/run\/$/, /\/plan\/$/, /./] as const;
const ENTRANCE = 1;

/** The root's own layout and error page are everywhere. */
const EVERYWHERE = 2 ** PLACES.length - 1;

const FRAMEWORK = /\/node_modules\/(?:svelte|@sveltejs|devalue|esm-env|clsx)\//;
const LIVE = /\/node_modules\/(?:yjs|lib0|y-protocols|y-websocket)\//;

/** Where a module is used: a bit for each of `PLACES`, and by how many components of routes. */
interface Use {
	places: number;
	routes: number;
}

/**
 * Puts what browsers load into few chunks, and into none what the page does not use: modules that the same places
 * share are one chunk; a module of one page alone comes with its page.
 */
export function chunksByUse(): Plugin {
	let uses: ReadonlyMap<string, Use> = new Map();
	const placesOf = (id: string): number => {
		const use = uses.get(id);
		if (!use || (use.routes < 2 && use.places !== EVERYWHERE)) return 0;
		// Who comes in waits for as few files as there can be.
		return use.places !== EVERYWHERE && use.places & ENTRANCE ? ENTRANCE : use.places;
	};
	const groups = [
		// These two change seldom, so that browsers keep them over versions.
		{
			name: 'framework',
			test: (id: string) => FRAMEWORK.test(plain(id)) && placesOf(id) === EVERYWHERE
		},
		{ name: 'live', test: (id: string) => LIVE.test(plain(id)) },
		{ name: 'everywhere', test: (id: string) => placesOf(id) === EVERYWHERE },
		{ name: 'entrance', test: (id: string) => placesOf(id) === ENTRANCE },
		// What a module needs is used wherever it is itself: it stands in the same group or in one before.
		...setsOfPlaces().map((places) => ({
			name: `shared-${places}`,
			test: (id: string) => placesOf(id) === places
		}))
	];
	const output = {
		codeSplitting: {
			groups: groups.map((group, place) => ({ ...group, priority: groups.length - place }))
		}
	};
	return {
		name: 'chunks-by-use',
		config: () => ({ environments: { client: { build: { rolldownOptions: { output } } } } }),
		buildEnd() {
			if (this.environment.name === 'client') uses = usesOf(this);
		}
	};
}

const plain = (id: string): string => id.replaceAll('\\', '/');

/** Every set of places, the largest first. */
function setsOfPlaces(): number[] {
	const size = (places: number): number => places.toString(2).replaceAll('0', '').length;
	return Array.from({ length: EVERYWHERE }, (_, index) => index + 1).sort(
		(one, other) => size(other) - size(one)
	);
}

function usesOf(graph: Rolldown.PluginContext): Map<string, Use> {
	const uses = new Map<string, Use>();
	for (const id of graph.getModuleIds()) {
		const route = ROUTE_FILE.exec(plain(id))?.[1];
		if (route === undefined) continue;
		const bits = route === '' ? EVERYWHERE : 2 ** PLACES.findIndex((place) => place.test(route));
		for (const module of reachedFrom(id, graph)) {
			const use = uses.get(module) ?? { places: 0, routes: 0 };
			uses.set(module, { places: use.places | bits, routes: use.routes + 1 });
		}
	}
	return uses;
}

function reachedFrom(id: string, graph: Rolldown.PluginContext): Set<string> {
	const reached = new Set<string>();
	const visit = (module: string): void => {
		if (reached.has(module)) return;
		reached.add(module);
		graph.getModuleInfo(module)?.importedIds.forEach(visit);
	};
	visit(id);
	return reached;
}
