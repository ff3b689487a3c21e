import type { Activity } from '#lib/domain/activities/activity.ts';
import type { Stage } from '#lib/domain/stage/stage.ts';
import { shortTitleIn } from '#lib/domain/text/short-title.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { StepQuestion } from './StepDialog.svelte';

/** What a facilitator should know of before they leave an activity or the hall. */
interface Left {
	/** Something typed in the current activity is not saved. */
	readonly unsaved: boolean;
	/** Late notes that wait for a decision. */
	readonly lateNotes: number;
}

/**
 * Asks whether to close the hall that is open, or to open one that is not. Closing says so where private
 * notes were not revealed yet, late notes wait, or something is not saved.
 */
export function hallQuestion(
	{ hall, boards }: Pick<Stage, 'hall' | 'boards'>,
	workshopVersion: number,
	{ unsaved, lateNotes }: Left
): StepQuestion {
	const seen = workshopVersion;
	if (hall !== 'open') {
		const action = m.run_open_hall();
		const text = m.run_open_hall_explained();
		return { command: 'openHall', seen, title: action, text, action };
	}
	const action = m.run_close_hall();
	const text = [
		...(unsaved ? [m.run_unsaved()] : []),
		...(boards.some(({ revealed }) => !revealed) ? [m.run_close_hall_unrevealed()] : []),
		...(lateNotes > 0 ? [m.run_close_hall_late({ count: lateNotes })] : []),
		m.run_close_hall_explained()
	].join(' ');
	return { command: 'closeHall', seen, title: action, text, action };
}

/** Asks whether to make another activity the current one; says so where something is not saved. */
export function openQuestion(
	activity: Activity,
	{ version, vote }: Pick<Stage, 'version' | 'vote'>,
	{ unsaved }: Pick<Left, 'unsaved'>
): StepQuestion {
	const going = vote?.state === 'open' ? m.run_open_while_voting() : m.run_open_explained();
	return {
		command: 'openActivity',
		seen: version,
		fields: { activity: activity.id },
		title: m.run_open_question({ name: shortTitleIn(activity, getLocale()) }),
		text: unsaved ? `${m.run_unsaved()} ${going}` : going,
		action: m.run_open_activity()
	};
}

/** Asks whether to show the hall an activity that was open before, as it stands. */
export function showQuestion(
	activity: Activity,
	{ version, vote }: Pick<Stage, 'version' | 'vote'>,
	{ unsaved }: Pick<Left, 'unsaved'>
): StepQuestion {
	const text = vote?.state === 'open' ? m.run_open_while_voting() : m.run_look_show_explained();
	return {
		command: 'showActivity',
		seen: version,
		fields: { activity: activity.id },
		title: m.run_look_show_question({ name: shortTitleIn(activity, getLocale()) }),
		text: unsaved ? `${m.run_unsaved()} ${text}` : text,
		action: m.run_look_show()
	};
}

/** Asks before a vote opens on clusters without a name, which can be named first. */
export function namelessQuestion(
	workshopId: string,
	activityId: string,
	stageVersion: number,
	count: number
): StepQuestion {
	return {
		command: 'openVote',
		seen: stageVersion,
		fields: { activity: activityId },
		title: m.clusters_nameless_title(),
		text: m.clusters_nameless_why({ count }),
		action: m.clusters_nameless_open(),
		first: {
			href: `/workshops/${workshopId}/clusters`,
			words: m.clusters_nameless_name()
		}
	};
}

/** Asks before private notes are shown to everybody, which cannot be taken back. */
export function revealQuestion(activityId: string, stageVersion: number): StepQuestion {
	return {
		command: 'revealNotes',
		seen: stageVersion,
		fields: { activity: activityId },
		title: m.run_reveal_question(),
		text: m.run_reveal_explained(),
		action: m.run_reveal()
	};
}

/**
 * Asks before a vote is published, which cannot be taken back. Where too few voted it says that no result
 * comes of it.
 */
export function publishQuestion(voteId: string, stageVersion: number, few: boolean): StepQuestion {
	return {
		command: 'publishVote',
		seen: stageVersion,
		fields: { vote: voteId },
		title: m.run_publish_question(),
		text: few ? m.run_publish_few() : m.run_publish_explained(),
		action: m.run_publish()
	};
}

/** Asks before the boards of all tables are read by everybody, which cannot be taken back. */
export function showBoardsQuestion(activityId: string, stageVersion: number): StepQuestion {
	return {
		command: 'showBoards',
		seen: stageVersion,
		fields: { activity: activityId },
		title: m.run_show_boards_question(),
		text: m.run_show_boards_explained(),
		action: m.run_show_boards()
	};
}

/** Asks whether to lock a board, or to unlock one that is locked. */
export function lockQuestion(boardId: string, stageVersion: number, lock: boolean): StepQuestion {
	return {
		command: lock ? 'lockBoard' : 'unlockBoard',
		seen: stageVersion,
		fields: { board: boardId },
		title: lock ? m.run_lock_question() : m.run_unlock(),
		text: lock ? m.run_lock_explained() : m.run_unlock_explained(),
		action: lock ? m.run_lock() : m.run_unlock()
	};
}
