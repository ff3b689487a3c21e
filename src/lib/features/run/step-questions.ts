import type { Stage } from '#lib/domain/stage/stage.ts';
import { m } from '#lib/paraglide/messages.js';
import type { StepQuestion } from './StepDialog.svelte';

/**
 * Asks whether to close the hall that is open, or to open one that is not. Closing says so where private
 * notes were not revealed yet.
 */
export function hallQuestion(
	{ hall, boards }: Pick<Stage, 'hall' | 'boards'>,
	workshopVersion: number
): StepQuestion {
	const forgotten = boards.some(({ revealed }) => !revealed) ? [m.run_close_hall_unrevealed()] : [];
	const [command, action, text] =
		hall === 'open'
			? ['closeHall', m.run_close_hall(), [...forgotten, m.run_close_hall_explained()].join(' ')]
			: ['openHall', m.run_open_hall(), m.run_open_hall_explained()];
	return { command, seen: workshopVersion, title: action, text, action };
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
