import { LiveBoard } from '#lib/client/live-board.svelte.ts';
import type { Activity } from '#lib/domain/activity.ts';
import type { Stage } from '#lib/domain/stage.ts';
import { keptBallot } from './ballot-box.svelte.ts';
import { keptComposing } from './kept-composing.ts';

/** True while this device keeps words or dots of `owner` that the server may not have. */
export function holdsWords(
	agenda: readonly Pick<Activity, 'id'>[],
	vote: Stage['vote'],
	owner: string
): boolean {
	return (
		(vote !== null && keptBallot(vote.id, owner).all.length > 0) ||
		agenda.some(
			({ id }) =>
				LiveBoard.holdsWords(id, owner) ||
				LiveBoard.holdsWords(id, owner, 'private') ||
				keptComposing(id, owner).all.some(({ text }) => text.trim() !== '')
		)
	);
}
