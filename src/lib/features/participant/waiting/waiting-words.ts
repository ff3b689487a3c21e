import type { Activity } from '#lib/domain/activities/activity.ts';
import { textIn } from '#lib/domain/text/locale.ts';
import type { Stage } from '#lib/domain/stage/stage.ts';
import { phoneFeaturesOf } from '#lib/features/activities/phone-features.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Scene } from '../page/scene.ts';

/** What is said while there is nothing to do on the phone, in the language of the page. */
export function waitingWords(
	{ hall, writing = false }: { readonly hall: Stage['hall']; readonly writing?: boolean },
	activity: Pick<Activity, 'kind' | 'title' | 'prompt'> | undefined,
	scene: Scene
): { title: string; text: string } {
	if (hall === 'preparing')
		return { title: m.participant_not_started(), text: m.participant_not_started_text() };
	if (!activity) return { title: m.participant_joined(), text: m.participant_joined_text() };
	if (scene === 'unseated')
		return { title: m.participant_unseated(), text: m.participant_unseated_text() };
	const title = textIn(activity.title, getLocale());
	if (scene === 'watching')
		return {
			title: textIn(activity.prompt, getLocale()) || title,
			text: writing ? m.participant_watching_text() : m.participant_watching_closed()
		};
	return { title, text: phoneFeaturesOf(activity.kind).waiting() };
}
