import type { ActivityDraft } from '#lib/domain/activities/activity-draft.ts';
import { ACTIVITIES, type ActivityKind } from '#lib/domain/activities/activities.ts';
import { LOCALES } from '#lib/domain/text/locale.ts';
import { ACTIVITY_FEATURES } from '#lib/features/activities/activity-features.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/**
 * A new agenda item. A break is called the same everywhere and has its title in all languages; any other
 * has one in the language of the page until it is named, since it would stand in the others for ever.
 */
export function newActivity(kind: ActivityKind): ActivityDraft {
	const { minutes, pause } = ACTIVITIES[kind];
	const { short, starting } = ACTIVITY_FEATURES[kind];
	return {
		kind,
		title: pause
			? Object.fromEntries(LOCALES.map((locale) => [locale, short({}, { locale })]))
			: { [getLocale()]: m.prepare_new_item() },
		shortTitle: {},
		prompt: {},
		durationMinutes: minutes,
		parameters: starting()
	};
}
