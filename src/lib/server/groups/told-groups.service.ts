import { labelledAuthors } from '../../domain/groups/note-labels.ts';
import type { Partition } from '../../domain/groups/partition.ts';
import { countsOf, fixPartition, tellCounts } from '../../domain/groups/release.ts';
import type { GroupFigures } from '../../domain/workshops/workshop-figures.ts';
import { getAnonymityFloor } from '../access/anonymity-floor.ts';
import type { Db, RootDb, Trx } from '../db/database.ts';
import { listBoardAuthors, listBoardPeople, listEndedBoards } from '../reads/board-people.ts';
import { listCategories } from '../reads/categories.ts';
import { getHallState } from '../reads/hall-state.ts';
import { listComingPeople } from '../reads/coming-people.ts';
import { timeNow } from '../time/clock.ts';
import {
	findTelling,
	insertToldBoard,
	saveTelling,
	type StoredTelling
} from './told-groups.repository.ts';

/** What is told of a workshop's groups, and since when. */
export interface ToldFigures {
	readonly groups: readonly GroupFigures[];
	/** When people and notes were told last, epoch milliseconds; null before. */
	readonly toldAt: number | null;
}

/**
 * The one way in which anything of groups of people leaves the server: what was told stays, whoever looks,
 * wherever and when. Unguarded: for services that decided who may look. Rules [GR1] to [GR6].
 */
export interface ToldGroupsService {
	/** People and notes by group, from the first closing of the hall on. Throws `not_found`. */
	figures(workshopId: string): Promise<ToldFigures>;
	/** The groups that a vote is told by; the first vote to be published fixes them. Throws `not_found`. */
	partition(trx: Trx, workshopId: string): Promise<Partition>;
	/** Tells people and notes as the hall closes. Throws `not_found`. */
	tellFigures(trx: Trx, workshopId: string, at: number): Promise<void>;
	/**
	 * Decides for each board on which writing has ended, and was never told of, beside which notes a category
	 * stands. Call it before reading categories of notes. Throws `not_found`.
	 */
	tellEndedBoards(workshopId: string): Promise<void>;
}

export function toldGroupsService(deps: { db: RootDb; now?: () => number }): ToldGroupsService {
	const { db, now = timeNow } = deps;

	/** How groups are told, which this telling fixes where none did before. */
	async function fixed(trx: Trx, workshopId: string, at: number): Promise<StoredTelling> {
		const earlier = await findTelling(trx, workshopId);
		if (earlier) return earlier;
		const people = await listComingPeople(trx, workshopId);
		const floor = await getAnonymityFloor(trx, workshopId);
		const told = fixPartition(await listCategories(trx, workshopId), people, floor, at);
		const first = { ...told, toldAt: null };
		await saveTelling(trx, workshopId, first);
		return first;
	}

	async function tellFigures(trx: Trx, workshopId: string, at: number): Promise<void> {
		const before = await fixed(trx, workshopId, at);
		const people = await listComingPeople(trx, workshopId);
		const told = tellCounts(before, people, await getAnonymityFloor(trx, workshopId));
		if (told !== before) await saveTelling(trx, workshopId, { ...before, ...told, toldAt: at });
	}

	async function shown(on: Db, workshopId: string): Promise<ToldFigures> {
		const telling = await findTelling(on, workshopId);
		const categories = await listCategories(on, workshopId);
		const later = { people: 'later', notes: 'later' } as const;
		const each = categories.map(({ id }) => ({ categoryIds: [id], ...later }));
		if (!telling) return { groups: each, toldAt: null };
		const floor = await getAnonymityFloor(on, workshopId);
		const { partition, counts } = countsOf(telling, categories, floor);
		const groups = counts ?? partition.map((group) => ({ ...group, ...later }));
		return { groups, toldAt: telling.toldAt };
	}

	return {
		tellFigures,
		async figures(workshopId) {
			const told = await shown(db, workshopId);
			// A hall that an earlier version closed told its figures to nobody yet.
			if (told.toldAt !== null || (await getHallState(db, workshopId)) !== 'closed') return told;
			return db.transaction().execute(async (trx) => {
				await tellFigures(trx, workshopId, now());
				return shown(trx, workshopId);
			});
		},
		async partition(trx, workshopId) {
			const telling = await fixed(trx, workshopId, now());
			const floor = await getAnonymityFloor(trx, workshopId);
			return countsOf(telling, await listCategories(trx, workshopId), floor).partition;
		},
		async tellEndedBoards(workshopId) {
			const ended = await listEndedBoards(db, workshopId);
			if (ended.length === 0) return;
			await db.transaction().execute(async (trx) => {
				const floor = await getAnonymityFloor(trx, workshopId);
				const telling = await findTelling(trx, workshopId);
				const together = new Set(
					(telling?.partition ?? []).flatMap(({ categoryIds }) =>
						categoryIds.length > 1 ? categoryIds : []
					)
				);
				for (const board of ended) {
					const people = await listBoardPeople(trx, workshopId, board);
					const authors = await listBoardAuthors(trx, board);
					const named = labelledAuthors(people, authors, floor, together);
					await insertToldBoard(trx, board.id, named, now());
				}
			});
		}
	};
}
