import { BoardKeeping } from '#lib/client/board/board-keeping.ts';
import type { Stage, StageBoard } from '#lib/domain/stage/stage.ts';
import { keptBallot } from '../vote/ballot-box.svelte.ts';
import { unaddedWords } from './kept-composing.ts';

/** True while this device keeps words or dots of `owner` that the server may not have. */
export function holdsWords(
	{ boards, vote }: Pick<Stage, 'boards' | 'vote'>,
	owner: string
): boolean {
	return (
		(vote !== null && keptBallot(vote.id, owner).all.length > 0) ||
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
