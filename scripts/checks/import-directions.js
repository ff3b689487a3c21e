import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What each layer of `src/lib` may import besides itself; everything else of ours is out of bounds. */
const LAYERS = {
	domain: [],
	realtime: ['domain'],
	board: ['domain'],
	gate: ['domain', 'board', 'realtime'],
	ui: [],
	words: ['domain', 'paraglide'],
	client: ['domain', 'board', 'realtime'],
	features: ['domain', 'board', 'realtime', 'client', 'ui', 'words', 'paraglide'],
	server: ['domain', 'board', 'realtime', 'gate', 'words', 'paraglide']
};

/** What the server's inner layers may import of the server besides themselves. */
const SERVER_LAYERS = {
	time: [],
	threads: [],
	db: ['threads'],
	auth: ['db', 'threads', 'time'],
	events: ['db', 'time'],
	access: ['db', 'auth', 'time'],
	reads: ['db', 'access'],
	rooms: ['db', 'auth', 'time']
};

/** The layers that read the tables of all slices; everybody else asks them, and knows their own tables alone. */
const READ_EVERY_TABLE = ['access', 'reads'];

/**
 * The linter's rule for the directions of imports: `#lib/…`, relative and `.svelte` imports alike.
 *
 * @param {string} root the repository's folder
 * @returns {import('eslint').Linter.Config}
 */
export function importDirections(root) {
	return {
		plugins: { 'import-x': /** @type {import('eslint').ESLint.Plugin} */ (importX) },
		settings: {
			'import-x/extensions': ['.ts', '.js', '.svelte'],
			'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.svelte'] })]
		},
		rules: {
			'import-x/no-restricted-paths': ['error', { basePath: root, zones: zones(root) }]
		}
	};
}

/**
 * A module that matches `target` must not import what matches `from`, but for `except` (relative to `from`).
 *
 * @param {string} root
 * @returns {{ target: string, from: string, except?: string[], message: string }[]}
 */
function zones(root) {
	return [...layerZones(), ...serverLayerZones(), ...sliceZones(root), ...edgeZones()];
}

function layerZones() {
	return Object.entries(LAYERS).flatMap(([layer, allowed]) => [
		{
			target: `./src/lib/${layer}`,
			from: './src',
			except: [layer, ...allowed].map((name) => `./lib/${name}`),
			message: `${layer} may import ${sentence(allowed)}.`
		},
		{
			target: `./src/lib/${layer}`,
			from: './server',
			message: 'The library knows nothing of the process that serves it.'
		}
	]);
}

function serverLayerZones() {
	return Object.entries(SERVER_LAYERS).map(([layer, allowed]) => ({
		target: `./src/lib/server/${layer}`,
		from: `./src/lib/server/!(${[layer, ...allowed].join('|')})/**/!(*.table).ts`,
		message: `server/${layer} may import ${sentence(allowed)} of the server.`
	}));
}

/** @param {string} root */
function sliceZones(root) {
	const slices = readdirSync(join(root, 'src/lib/server'), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name);
	return slices.flatMap((slice) => [
		{
			target: `./src/lib/server/${slice}`,
			from: `./src/lib/server/!(${slice})/**/*.repository.ts`,
			message: "A slice calls another slice's service, never its repository."
		},
		...(READ_EVERY_TABLE.includes(slice)
			? []
			: [
					{
						target: `./src/lib/server/${slice}`,
						from: `./src/lib/server/!(${slice})/**/*.table.ts`,
						message: "A slice knows its own tables; what stands in another's is asked of reads/."
					}
				]),
		{
			target: `./src/lib/server/${slice}`,
			from: './src/lib/server/app.ts',
			message: 'The composition root knows the slices; no slice knows it.'
		}
	]);
}

function edgeZones() {
	return [
		{
			target: './src/routes',
			from: './src/lib/server/{reads/*,*/**/*.repository,*/**/*.table}.ts',
			message: 'Routes call services.'
		},
		{
			target: './src/routes/**/*.svelte',
			from: './src/lib/{server,gate}/**/*',
			message: 'Pages get what they show from their load.'
		},
		{
			target: './server',
			from: './src',
			except: ['./lib/server/app.ts', './lib/server/app-slot.ts', './lib/domain'],
			message: 'The entry reads the app from its slot; it imports only types.'
		},
		{
			target: './src/routes',
			from: './server',
			message: 'Routes know nothing of the process that serves them.'
		}
	];
}

/** @param {string[]} names */
function sentence(names) {
	return names.length ? `only ${names.join(', ')}` : 'nothing';
}
