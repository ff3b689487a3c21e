import type * as Y from 'yjs';
import { writeStage } from '../../board/stage-doc.ts';
import type { Stage } from '../../domain/stage/stage.ts';
import type { RootDb } from '../db/database.ts';
import { listBoards } from '../reads/boards-of-workshop.ts';
import { listGroupings } from '../reads/groupings.ts';
import { getPlanOf } from '../reads/plan-of-workshop.ts';
import { getStagePlace, listStageIds, type StagePlace } from '../reads/stage-places.ts';
import type { Rooms } from '../rooms/rooms.ts';

/** How everybody comes to know what the rows of a stage say: by its document, which follows them. */
export interface StageTelling {
	/** Tells everybody what the rows say now, and facilitators how many late notes wait: after the hall, the agenda or a vote changed. */
	publish(workshopId: string): Promise<void>;
	/** As publish, where nobody may do more or less than before. */
	announce(workshopId: string): Promise<void>;
	/** Reads what the rows of one stage say now; gives what lets its document say so. */
	readToTell(stageId: string): Promise<(doc: Y.Doc) => void>;
}

/** `stageAt` reads the rows. Rules [RM31] and [RM32]. */
export function stageTelling(deps: {
	db: RootDb;
	rooms: Rooms;
	stageAt: (on: RootDb, place: StagePlace) => Promise<Stage>;
}): StageTelling {
	const { db, rooms, stageAt } = deps;
	/** The last renewal of each stage that is under way. */
	const renewals = new Map<string, Promise<void>>();

	async function readToTell(stageId: string): Promise<(doc: Y.Doc) => void> {
		const stage = await stageAt(db, await getStagePlace(db, stageId));
		return (doc) => writeStage(doc, stage);
	}

	/**
	 * Writes the rows into the document, one renewal of a stage after the other: with two at once the one that
	 * had read first could write last, and show everybody a step that is over.
	 */
	function renew(stageId: string): Promise<void> {
		const again = async (): Promise<void> => {
			await rooms.change('stage', stageId, null, await readToTell(stageId));
			// A step may let facilitators see late notes that they did not before.
			rooms.presenceChanged('stage', stageId);
		};
		const renewal = renewals.get(stageId)?.then(again, again) ?? again();
		const over = (): void => {
			if (renewals.get(stageId) === renewal) renewals.delete(stageId);
		};
		renewals.set(stageId, renewal);
		renewal.then(over, over);
		return renewal;
	}

	async function renewAll(workshopId: string): Promise<string[]> {
		const stageIds = await listStageIds(db, workshopId);
		for (const stageId of stageIds) await renew(stageId);
		return stageIds;
	}

	return {
		readToTell,
		async announce(workshopId) {
			await renewAll(workshopId);
		},
		async publish(workshopId) {
			const stageIds = await renewAll(workshopId);
			const opened = (await listBoards(db, workshopId)).filter(({ openedAt }) => openedAt !== null);
			const groupings = await listGroupings(db, workshopId);
			const planId = await getPlanOf(db, workshopId);
			await Promise.all([
				...stageIds.map((id) => rooms.refresh('stage', id)),
				...groupings.map(({ id }) => rooms.refresh('clusters', id)),
				rooms.refresh('plan', planId),
				...opened.flatMap(({ id }) => [rooms.refresh('board', id), rooms.refresh('private', id)])
			]);
		}
	};
}
