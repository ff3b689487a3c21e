/**
 * Notes as documents name them: n001… board after board, so that their order joins no two boards. The key of a
 * note on its board holds a pseudonym. Empty for a note that does not stand.
 */
export function noteNumbers(
	written: readonly { readonly ref: string }[]
): (ref: string) => string[] {
	const numbers = new Map(
		written.map(({ ref }, index) => [ref, `n${String(index + 1).padStart(3, '0')}`])
	);
	return (ref) => [numbers.get(ref)].flatMap((number) => number ?? []);
}
