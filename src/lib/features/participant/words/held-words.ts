import { BoardKeeping } from '#lib/client/board/board-keeping.ts';
import type { Stage, StageBoard } from '#lib/domain/stage/stage.ts';
import { keptBallot } from '../vote/ballot-box.svelte.ts';
import { unaddedWords } from './kept-composing.ts';

/** True while this device keeps words or a choice of `owner` that the server may not have. */
export function holdsWords(
	{ boards, vote, otherVotes }: Pick<Stage, 'boards' | 'vote' | 'otherVotes'>,
	owner: string
): boolean {
	return (
		[...(vote ? [vote] : []), ...otherVotes].some(
			({ id }) => keptBallot(id, owner).current !== undefined
		) ||
		boards.some(
			({ id }) =>
				BoardKeeping.holdsWords(id, owner, 'board') ||
				BoardKeeping.holdsWords(id, owner, 'private') ||
				unaddedWords(id, owner).length > 0
		)
	);
}

/** Those words, as they were written: what is on this device alone, whatever became of the person's place. */
export function textsOnDevice(
	boards: readonly Pick<StageBoard, 'id'>[],
	owner: string
): readonly string[] {
	const texts = boards.flatMap(({ id }) => [
		...BoardKeeping.textsOf(id, owner, 'board'),
		...BoardKeeping.textsOf(id, owner, 'private'),
		...unaddedWords(id, owner)
	]);
	return [...new Set(texts)];
}
