/** A right was violated, or a promise of the gate was broken. */
export class Violation extends Error {}

/** Throws a {@link Violation} that says `otherwise` unless it holds. */
export function must(holds: boolean, otherwise: string): asserts holds {
	if (!holds) throw new Violation(otherwise);
}
