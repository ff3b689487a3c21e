import { existsSync } from 'node:fs';
import * as Y from 'yjs';
import { readConfig } from '../src/lib/server/config.ts';
import { openDatabase, sqliteFile } from '../src/lib/server/db/open-database.ts';
import { replayLog } from '../src/lib/server/rooms/log/replay-log.ts';
import { listRooms, readRows } from '../src/lib/server/rooms/log/room-log.ts';
import { describeFrame } from './looking/describe-frame.ts';
import { describeUpdate } from './looking/describe-update.ts';
import { endWith, readOptions } from './running/read-options.ts';
import { wholeNumber } from './running/whole-number.ts';

/**
 * `npm run look -- [--data DIR] [--room NAME] [--updates N]` lists the stored rooms of an installation, or prints
 * a room's document and its last updates as JSON; the server may be running. `npm run look -- --frame BYTES`
 * prints what a frame says, in hex or Base64 as browsers and logs show it.
 */
const USAGE =
	'npm run look -- [--data DIR] [--room NAME] [--updates 5], or npm run look -- --frame HEX|BASE64';
const values = readOptions(USAGE, {
	data: { type: 'string' },
	room: { type: 'string' },
	updates: { type: 'string', default: '5' },
	frame: { type: 'string' }
});
const updates = wholeNumber('updates', values.updates);

if (values.frame !== undefined) print(frameOf(values.frame));
else await lookIntoData();

function frameOf(text: string): unknown {
	const isHex = /^([\da-f]{2})+$/i.test(text);
	try {
		return describeFrame(Buffer.from(text, isHex ? 'hex' : 'base64'));
	} catch (error) {
		return endWith(`This is no frame: ${error instanceof Error ? error.message : ''}`, USAGE);
	}
}

async function lookIntoData(): Promise<void> {
	const config = readConfig({
		...process.env,
		...(values.data !== undefined && { DATA_DIR: values.data })
	});
	if (!config.databaseUrl && !existsSync(sqliteFile(config.dataDir)))
		endWith(`There is no installation in ${config.dataDir}.`, USAGE);
	const db = openDatabase(config);
	const rooms = await listRooms(db);
	const { room } = values;
	if (room === undefined) for (const name of rooms) console.log(name);
	else if (!rooms.includes(room)) endWith(`There is no room ${JSON.stringify(room)}.`, USAGE);
	else {
		const doc = new Y.Doc();
		const { snapshotSeq, snapshotDamaged, damaged } = await replayLog(db, room, doc);
		const log = await readRows(db, 'doc_update', room);
		print({
			room,
			snapshot: { upTo: snapshotSeq, damaged: snapshotDamaged },
			damagedRows: damaged.map(({ row, reason }) => ({ seq: row.seq, reason })),
			document: contentsOf(doc),
			updates: log.slice(Math.max(0, log.length - updates)).map(({ seq, actorId, at, bytes }) => ({
				seq,
				actorId,
				at: new Date(at).toISOString(),
				...describeUpdate(bytes)
			}))
		});
	}
	await db.destroy();
}

/** Every root of our documents is a map. */
function contentsOf(doc: Y.Doc): Record<string, unknown> {
	return Object.fromEntries([...doc.share.keys()].map((root) => [root, doc.getMap(root).toJSON()]));
}

function print(data: unknown): void {
	console.log(JSON.stringify(data, null, 2));
}
