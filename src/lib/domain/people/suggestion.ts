/**
 * Why people are shown to a facilitator together. `equal_names`: their names are written alike, so that they may
 * be one person. `one_device`: they joined with one device, so that one person may be several.
 */
export const SUGGESTIONS = ['equal_names', 'one_device'] as const;
export type SuggestionKind = (typeof SUGGESTIONS)[number];

/** A suggestion that a facilitator looked at and found right as it is. */
export interface SettledSuggestion {
	readonly kind: SuggestionKind;
	/** The ids of the participants who stood in it. */
	readonly people: readonly string[];
}

/** True where each of these people stood together in one suggestion of this kind that was settled. */
export function isSettled(
	settled: readonly SettledSuggestion[],
	{ kind, people }: SettledSuggestion
): boolean {
	return settled.some((one) => one.kind === kind && people.every((id) => one.people.includes(id)));
}
