import type { RoomKind } from '../realtime/room-name.ts';
import { clustersContent } from './clusters/clusters-content.ts';
import type { RootDb } from './db/database.ts';
import { boardContent } from './notes/board-content.ts';
import { privateContent } from './notes/private-content.ts';
import type { Pseudonyms } from './notes/pseudonyms.ts';
import { planContent } from './plans/plan-content.ts';
import type { RoomContent } from './rooms/room-content.ts';
import { stageContent } from './stage/stage-content.ts';

/** What stands in each kind of live room: one slice's answer for each. */
export function roomContents(
	db: RootDb,
	pseudonyms: Pseudonyms
): Readonly<Record<RoomKind, RoomContent>> {
	return {
		board: boardContent(db, pseudonyms),
		private: privateContent(db, pseudonyms),
		clusters: clustersContent(db),
		plan: planContent(db),
		stage: stageContent(db)
	};
}
