/** The keys of each object in a value, by the path that leads there: lists and maps by id count as one. */
export type KeyPaths = Readonly<Record<string, string>>;

/** Texts by language are one value, not three keys. */
const LANGUAGES = new Set(['ar', 'fr', 'en']);

/** Where every object of a value stands, and which keys it has. `ids` are keys that name a thing, not a field. */
export function keyPaths(value: unknown, ids: ReadonlySet<string>): KeyPaths {
	const found = new Map<string, Set<string>>();
	visit(value, '', (path, key) => found.set(path, (found.get(path) ?? new Set()).add(key)), ids);
	return Object.fromEntries(
		[...found]
			.map(([path, keys]) => [path || '.', [...keys].sort().join(' ')] as const)
			.sort(([a], [b]) => a.localeCompare(b))
	);
}

function visit(
	value: unknown,
	path: string,
	tell: (path: string, key: string) => void,
	ids: ReadonlySet<string>
): void {
	if (value instanceof Map) {
		visit(Object.fromEntries(value), path, tell, ids);
	} else if (Array.isArray(value)) {
		for (const item of value) visit(item, `${path}[]`, tell, ids);
	} else if (typeof value === 'object' && value !== null) {
		const entries = Object.entries(value);
		if (entries.length > 0 && entries.every(([key]) => LANGUAGES.has(key))) return;
		for (const [key, inner] of entries) {
			const named = nameOf(key, ids);
			tell(path, named);
			visit(inner, path === '' ? named : `${path}.${named}`, tell, ids);
		}
	}
}

/** A field is named by a word of ours; whatever else keys a map is one of many. */
function nameOf(key: string, ids: ReadonlySet<string>): string {
	// A column stands behind its activity; a note's key is its author's pseudonym and an id.
	if (ids.has(key.split('/')[0] ?? '') || /^\w{16}:\w{12}$/.test(key)) return '<id>';
	return /^\w+$/.test(key) ? key : '<words>';
}
