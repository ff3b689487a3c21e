import type { ActivityDraft } from '#lib/domain/activities/activity-draft.ts';
import { ACTIVITIES, type ActivityKind } from '#lib/domain/activities/activities.ts';
import { ACTIVITY_FEATURES } from '#lib/features/activities/activity-features.ts';
import { PREPARE_FEATURES } from '#lib/features/activities/prepare-features.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { inEveryLanguage } from '#lib/words/in-every-language.ts';

/**
 * A new agenda item. A break is called the same everywhere and has its title in all languages; any other
 * has one in the language of the page until it is named, since it would stand in the others for ever.
 */
export function newActivity(kind: ActivityKind): ActivityDraft {
	const { minutes, pause } = ACTIVITIES[kind];
	return {
		kind,
		title: pause
			? inEveryLanguage(ACTIVITY_FEATURES[kind].short)
			: { [getLocale()]: m.prepare_new_item() },
		shortTitle: {},
		prompt: {},
		durationMinutes: minutes,
		parameters: PREPARE_FEATURES[kind].starting()
	};
}
