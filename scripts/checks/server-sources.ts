import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { ServerSource } from './foreign-tables.ts';

/** Every module of `src/lib/server` but its tests. */
export function serverSources(): ServerSource[] {
	const root = join(import.meta.dirname, '../../src/lib/server');
	return readdirSync(root, { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
		.map((path) => ({
			path: path.split(sep).join('/'),
			text: readFileSync(join(root, path), 'utf8')
		}));
}
