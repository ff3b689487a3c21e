import type { Stage } from '#lib/domain/stage/stage.ts';
import { KeptValue } from '../kept/kept-value.ts';
import { BoardKeeping } from './board-keeping.ts';
import { DeviceReplica } from './device-replica.ts';

/**
 * Takes off this device what it keeps of boards that are not open, where words were erased in their workshop since it
 * last asked: a board that is open hears of it and drops the words itself. What is unsaved stays, and its board
 * drops them when it is opened. Rule [DP3].
 */
export function forgetErased(
	workshopId: string,
	owner: string,
	{ boards, erasures }: Pick<Stage, 'boards' | 'erasures'>,
	isOpen: (boardId: string) => boolean
): void {
	const known = new KeptValue<number>(`tachawor.erasures.${workshopId}.${owner}`);
	if (erasures === (known.current ?? 0)) return;
	for (const { id } of boards)
		if (!isOpen(id) && !BoardKeeping.holdsWords(id, owner, 'board'))
			DeviceReplica.erase(new BoardKeeping(id, owner, 'board').replica);
	known.keep(erasures);
}

/** Takes off this device all that it keeps of boards, but for what the server does not have. For a person who was erased. */
export function forgetBoards(boards: Stage['boards'], owner: string): void {
	for (const { id } of boards)
		for (const kind of ['board', 'private'] as const)
			DeviceReplica.erase(new BoardKeeping(id, owner, kind).replica);
}
