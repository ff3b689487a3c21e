/** The named fields of a whole and no other: a page is sent what it shows. */
export function only<Whole extends object, Key extends keyof Whole>(
	whole: Whole,
	...keys: readonly Key[]
): Pick<Whole, Key> {
	return Object.fromEntries(keys.map((key) => [key, whole[key]])) as Pick<Whole, Key>;
}
