/** Values that one statement carries, below the bounds of SQLite and PostgreSQL. */
const AT_ONCE = 500;

/** `items` in parts that one statement may carry, in their order; none where there are none. */
export function* inParts<Item>(items: readonly Item[]): Generator<readonly Item[]> {
	for (let start = 0; start < items.length; start += AT_ONCE)
		yield items.slice(start, start + AT_ONCE);
}
