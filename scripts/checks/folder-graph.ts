import type { ImportGraph } from '../sources/import-graph.ts';

/** Where the rows of every table are typed: a floor of its own, below all folders. */
export const ROW_TYPES = '*.table.ts';

/**
 * What each folder of `root` imports of the others, from what its files import; a file that stands in no
 * folder is a node by itself.
 */
export function folderGraph(files: ImportGraph, root: string): ImportGraph {
	const nodeOf = (path: string): string => {
		if (path.endsWith('.table.ts')) return ROW_TYPES;
		return path.slice(root.length + 1).split('/', 1)[0] ?? path;
	};
	const folders = new Map<string, Set<string>>();
	for (const [path, targets] of files) {
		const from = nodeOf(path);
		const imported = folders.get(from) ?? new Set();
		folders.set(from, imported);
		for (const to of targets.map(nodeOf)) if (to !== from) imported.add(to);
	}
	return new Map([...folders].map(([folder, imported]) => [folder, [...imported]]));
}
