/** What a page's data request answered: where it leads, why it refused, or all data of the page together. */
export type PageAnswer =
	| { readonly leads: string }
	| { readonly refuses: string }
	| { readonly data: Readonly<Record<string, unknown>> };

interface Node {
	readonly type: 'data' | 'error' | 'skip';
	readonly data?: readonly unknown[];
	readonly status?: number;
	readonly error?: { readonly code?: string };
}

/** Reads the `__data.json` of a page as the product's own script does. Throws for an answer that is none. */
export function readPageData(text: string): PageAnswer {
	const answer = JSON.parse(text) as
		| { readonly type: 'redirect'; readonly location: string }
		| { readonly type: 'data'; readonly nodes: readonly (Node | null)[] };
	if (answer.type === 'redirect') return { leads: answer.location };
	let data: Record<string, unknown> = {};
	for (const node of answer.nodes) {
		if (node?.type === 'error') return { refuses: `${node.status} ${node.error?.code}` };
		if (node?.type === 'data') data = { ...data, ...layered(data, unflatten(node.data ?? [])) };
	}
	return { data };
}

/** A key that a page gives once more than its layouts holds both: what the layout gave was sent as well. */
function layered(
	above: Readonly<Record<string, unknown>>,
	here: unknown
): Readonly<Record<string, unknown>> {
	return Object.fromEntries(
		Object.entries(here ?? {}).map(([key, value]: [string, unknown]) => [
			key,
			isObject(value) && isObject(above[key]) ? { ...above[key], ...value } : value
		])
	);
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Values name each other by their place in one list; negative places are undefined and odd numbers. */
export function unflatten(values: readonly unknown[]): unknown {
	const read = (place: number): unknown => {
		if (place < 0) return undefined;
		const value = values[place];
		if (Array.isArray(value)) {
			const [kind, ...rest] = value as [unknown, ...number[]];
			if (kind === 'Map')
				return new Map(
					rest.flatMap((at, index) =>
						index % 2 === 0 ? [[read(at), read(rest[index + 1] ?? -1)] as const] : []
					)
				);
			if (kind === 'Set') return rest.map(read);
			if (typeof kind === 'string') return String(rest[0]);
			return (value as number[]).map(read);
		}
		if (typeof value === 'object' && value !== null)
			return Object.fromEntries(
				Object.entries(value as Record<string, number>).map(([key, at]) => [key, read(at)])
			);
		return value;
	};
	return read(0);
}
