/**
 * Notes as documents name them: n001… in the order in which they were written. The key of a note on its board
 * holds a pseudonym, by which boards could be joined. Empty for a note that does not stand.
 */
export function noteNumbers(
	written: readonly { readonly ref: string }[]
): (ref: string) => string[] {
	const numbers = new Map(
		written.map(({ ref }, index) => [ref, `n${String(index + 1).padStart(3, '0')}`])
	);
	return (ref) => [numbers.get(ref)].flatMap((number) => number ?? []);
}
