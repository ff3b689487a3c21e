import type { ActivityKind } from '#lib/domain/activities/activities.ts';
import { collectsNotes, type SetupOf } from '#lib/domain/activities/activity-setup.ts';
import type { ActivityWords } from '#lib/domain/activities/activity.ts';
import { textIn } from '#lib/domain/text/locale.ts';
import { shortTitleIn } from '#lib/domain/text/short-title.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { HallView } from './hall-view.svelte.ts';

/**
 * What is said with a lock in the head where the current step takes nothing more; undefined while it does.
 * `resultless` is a published vote in which too few voted.
 */
export function closedWords(
	{ aside, scene, writing, locked }: Pick<HallView, 'aside' | 'scene' | 'writing' | 'locked'>,
	resultless = false
): string | undefined {
	if (aside !== undefined) return undefined;
	if (scene === 'results') return resultless ? m.votes_ended() : m.participant_vote_closed();
	if (scene !== 'board' || writing) return undefined;
	return locked ? m.participant_locked_short() : m.participant_writing_closed();
}

/** What an item asks in the head, over its notes; undefined where the page below says what it is about. */
export function askedWords(
	item: SetupOf<ActivityKind> & Pick<ActivityWords, 'title' | 'prompt'>
): string | undefined {
	if (!collectsNotes(item)) return undefined;
	return textIn(item.prompt, getLocale()) || textIn(item.title, getLocale());
}

/** The question in the head; undefined where the page below says what there is to do. */
export function promptWords(
	{ aside, scene, shown }: Pick<HallView, 'aside' | 'scene' | 'shown'>,
	resultless = false
): string | undefined {
	if (aside === 'notes') return m.participant_my_notes();
	if (aside === undefined && scene === 'results')
		return resultless ? m.votes_no_result() : m.participant_results_question();
	return shown && askedWords(shown);
}

/** The current step in a few words, with the table where it is done at one; empty while there is none. */
export function stepWords({ activity, seat }: Pick<HallView, 'activity' | 'seat'>): string {
	if (!activity) return '';
	const step = shortTitleIn(activity, getLocale());
	const table = textIn(seat, getLocale());
	return table === '' ? step : `${step} · ${table}`;
}
