import type { ActivityYield } from '#lib/domain/activities/activity-definition.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

const WORDS: Readonly<Record<ActivityYield, () => string>> = {
	notes: m.activity_yield_notes,
	clusters: m.activity_yield_clusters,
	ranking: m.activity_yield_ranking,
	proposals: m.activity_yield_proposals
};

/** Says what an item works with and no earlier one gives; undefined where nothing is missing. */
export function missingInputsWords(missing: readonly ActivityYield[]): string | undefined {
	if (missing.length === 0) return undefined;
	const list = new Intl.ListFormat(getLocale(), { type: 'disjunction' });
	return m.activity_input_missing({ what: list.format(missing.map((input) => WORDS[input]())) });
}
