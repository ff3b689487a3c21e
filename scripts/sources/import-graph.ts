import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** What each file imports of the others, by paths from the project's folder. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/**
 * The imports among the modules and components under a folder, tests left out. Paths have `/` on every system.
 * `types`: whether what imports nothing but types counts too.
 */
export function importGraph(folder: string, root = '.', { types = true } = {}): ImportGraph {
	const files = globSync(`${folder}/**/*.{ts,svelte}`, { cwd: root, exclude: ['**/paraglide'] })
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => !file.endsWith('.test.ts'))
		.sort();
	const known = new Set(files);
	return new Map(
		files.map((file) => {
			const read = readFileSync(join(root, file), 'utf8');
			const text = types ? read : read.replaceAll(TYPE_IMPORT, '');
			const imported = importsIn(file, text).filter((target) => known.has(target));
			return [file, [...new Set(imported)]];
		})
	);
}

const TYPE_IMPORT = /^[ \t]*import type [^;]*;/gm;

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
