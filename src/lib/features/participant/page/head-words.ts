import { textIn } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { HallView } from './hall-view.svelte.ts';

/** What is said with a lock in the head where the current step takes nothing more; undefined while it does. */
export function closedWords({
	aside,
	scene,
	writing,
	locked
}: Pick<HallView, 'aside' | 'scene' | 'writing' | 'locked'>): string | undefined {
	if (aside !== undefined) return undefined;
	if (scene === 'results') return m.participant_vote_closed();
	if (scene !== 'board' || writing) return undefined;
	return locked ? m.participant_locked_short() : m.participant_writing_closed();
}

/** The question in the head; undefined where the page below says what there is to do. */
export function promptWords({
	aside,
	scene,
	shown
}: Pick<HallView, 'aside' | 'scene' | 'shown'>): string | undefined {
	if (aside === 'notes') return m.participant_my_notes();
	if (scene === 'results' && !shown) return m.participant_results_question();
	return shown && (textIn(shown.prompt, getLocale()) || textIn(shown.title, getLocale()));
}

/** The current step in a few words; empty while there is none. */
export function stepWords({ activity }: Pick<HallView, 'activity'>): string {
	if (!activity) return '';
	return textIn(activity.shortTitle, getLocale()) || textIn(activity.title, getLocale());
}
