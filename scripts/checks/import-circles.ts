import type { ImportGraph } from '../sources/import-graph.ts';

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
