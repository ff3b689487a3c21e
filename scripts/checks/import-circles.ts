import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** What each file imports of the others, types too, by paths from the project's folder. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** The imports among the modules and components under a folder, tests left out. Paths have `/` on every system. */
export function importGraph(folder: string, root = '.'): ImportGraph {
	const files = globSync(`${folder}/**/*.{ts,svelte}`, { cwd: root, exclude: ['**/paraglide'] })
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => !file.endsWith('.test.ts'))
		.sort();
	const known = new Set(files);
	return new Map(
		files.map((file) => {
			const text = readFileSync(join(root, file), 'utf8');
			const imported = importsIn(file, text).filter((target) => known.has(target));
			return [file, [...new Set(imported)]];
		})
	);
}

/** Every circle of the graph: files that reach one another, in the order of their names. */
export function importCircles(graph: ImportGraph): string[][] {
	const found: string[][] = [];
	const numbers = new Map<string, number>();
	const stack: string[] = [];
	const visit = (file: string): number => {
		const number = numbers.size;
		numbers.set(file, number);
		stack.push(file);
		let lowest = number;
		for (const target of graph.get(file) ?? []) {
			if (!numbers.has(target)) lowest = Math.min(lowest, visit(target));
			else if (stack.includes(target)) lowest = Math.min(lowest, numbers.get(target) ?? number);
		}
		if (lowest === number) {
			const component = stack.splice(stack.indexOf(file));
			if (component.length > 1 || graph.get(file)?.includes(file)) found.push(component.sort());
		}
		return lowest;
	};
	for (const file of graph.keys()) if (!numbers.has(file)) visit(file);
	return found;
}

/** The modules of ours that a text names, as paths from the project's folder. */
function importsIn(file: string, text: string): string[] {
	const code = file.endsWith('.svelte') ? scriptsOf(text) : text;
	return ts.preProcessFile(code, true, true).importedFiles.flatMap(({ fileName }) => {
		if (fileName.startsWith('#lib/')) return [`src/lib/${fileName.slice('#lib/'.length)}`];
		if (!fileName.startsWith('.')) return [];
		return [posix.join(posix.dirname(file), fileName)];
	});
}

function scriptsOf(component: string): string {
	return [...component.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)]
		.map(([, code]) => code ?? '')
		.join('\n');
}
