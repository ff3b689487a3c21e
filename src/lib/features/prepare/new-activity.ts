import type { ActivityDraft } from '#lib/domain/activities/activity-draft.ts';
import { ACTIVITIES, type ActivityKind } from '#lib/domain/activities/activities.ts';
import { LOCALES } from '#lib/domain/text/locale.ts';
import { ACTIVITY_FEATURES } from '#lib/features/activities/activity-features.ts';
import { m } from '#lib/paraglide/messages.js';

/** A new agenda item: it has a title in all languages from the start, so that the agenda stays whole. */
export function newActivity(kind: ActivityKind): ActivityDraft {
	const { minutes, pause } = ACTIVITIES[kind];
	const { short, starting } = ACTIVITY_FEATURES[kind];
	const title = pause ? short : m.prepare_new_item;
	return {
		kind,
		title: Object.fromEntries(LOCALES.map((locale) => [locale, title({}, { locale })])),
		shortTitle: {},
		prompt: {},
		durationMinutes: minutes,
		parameters: starting()
	};
}
