import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importGraph } from '../sources/import-graph.ts';
import { importCircles } from './import-circles.ts';

const graph = (imports: Record<string, string[]>) => new Map(Object.entries(imports));

describe('[IM3] a circle of imports is found', () => {
	test('between two files, among more, and of a file with itself', () => {
		expect(importCircles(graph({ a: ['b'], b: ['a'] }))).toEqual([['a', 'b']]);
		expect(importCircles(graph({ a: ['b'], b: ['c', 'd'], c: ['a'], d: [] }))).toEqual([
			['a', 'b', 'c']
		]);
		expect(importCircles(graph({ a: ['a'] }))).toEqual([['a']]);
	});

	test('each of several, but no two ways to the same file', () => {
		expect(importCircles(graph({ a: ['b'], b: ['a', 'c'], c: ['d'], d: ['c'] }))).toEqual([
			['c', 'd'],
			['a', 'b']
		]);
		expect(importCircles(graph({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }))).toEqual([]);
	});
});

test('[IM3] types, modules and components count', () => {
	const root = join(import.meta.dirname, '../..');
	const imports = importGraph('src/lib', root);
	expect(imports.get('src/lib/gate/verdict.ts')).toContain('src/lib/gate/refusal.ts');
	expect(imports.get('src/lib/gate/gate.ts')).toContain('src/lib/gate/verdict.ts');
	const components = [...imports].filter(([file]) => file.endsWith('.svelte'));
	expect(components.some(([, targets]) => targets.some((file) => file.endsWith('.svelte')))).toBe(
		true
	);
	expect(components.some(([, targets]) => targets.some((file) => file.endsWith('.ts')))).toBe(true);
});

test('[IM3] no files of the gate import one another in a circle', () => {
	expect(importCircles(importGraph('src/lib/gate', join(import.meta.dirname, '../..')))).toEqual(
		[]
	);
});
