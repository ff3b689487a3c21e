import ts from 'typescript';

/** A file of the server by its path below `src/lib/server`, such as `votes/vote.service.ts`. */
export interface ServerSource {
	readonly path: string;
	readonly text: string;
}

/**
 * The circles among the server's folders, each as the names of its folders in order; none when every
 * folder can be read after those that it stands on. Types count as much as values. Row types
 * (`*.table.ts`) are a floor of their own below all folders, and a file that stands in no folder is a node
 * by itself.
 */
export function folderCircles(sources: readonly ServerSource[]): string[][] {
	const imports = new Map<string, Set<string>>();
	for (const { path, text } of sources) {
		const from = nodeOf(path);
		const own = imports.get(from) ?? new Set();
		imports.set(from, own);
		for (const target of importedPaths(path, text)) {
			const to = nodeOf(target);
			if (to !== from) own.add(to);
		}
	}
	const reached = new Map([...imports.keys()].map((name) => [name, reachableFrom(name, imports)]));
	const circles = new Map<string, string[]>();
	for (const [name, others] of reached) {
		if (!others.has(name)) continue;
		const circle = [...others].filter((other) => reached.get(other)?.has(name)).sort();
		circles.set(circle.join(), circle);
	}
	return [...circles.values()];
}

function nodeOf(path: string): string {
	if (path.endsWith('.table.ts')) return 'row types';
	return path.includes('/') ? path.slice(0, path.indexOf('/')) : path;
}

/** The paths below `src/lib/server` that a file imports; what lies outside is left out. */
function importedPaths(path: string, text: string): string[] {
	const here = new URL(`file:///src/lib/server/${path}`);
	return ts.preProcessFile(text).importedFiles.flatMap(({ fileName }) => {
		const at = fileName.startsWith('#lib/')
			? `/src/lib/${fileName.slice('#lib/'.length)}`
			: fileName;
		if (!/^[./]/.test(at)) return [];
		const { pathname } = new URL(at, here);
		return pathname.startsWith('/src/lib/server/')
			? [pathname.slice('/src/lib/server/'.length)]
			: [];
	});
}

function reachableFrom(
	start: string,
	imports: ReadonlyMap<string, ReadonlySet<string>>
): ReadonlySet<string> {
	const reached = new Set<string>();
	const waiting = [...(imports.get(start) ?? [])];
	for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
		if (reached.has(name)) continue;
		reached.add(name);
		waiting.push(...(imports.get(name) ?? []));
	}
	return reached;
}
