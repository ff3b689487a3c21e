import { existsSync } from 'node:fs';
import { readConfig } from '../src/lib/server/config.ts';
import { openDatabase, sqliteFile } from '../src/lib/server/db/open-database.ts';
import { openPseudonyms } from '../src/lib/server/notes/pseudonyms.ts';
import { roomContents } from '../src/lib/server/room-contents.ts';
import { verifyRooms } from '../src/lib/server/rooms/log/verify-rooms.ts';
import { readOptions } from './running/read-options.ts';

/**
 * `npm run verify-data -- [--data DIR] [--rebuild]`: proves that log, snapshots and projected rows of an
 * installation agree, or prints a line for each place where they do not and exits with 1. `--rebuild`
 * keeps the rows written anew from the log; stop the server first.
 */
const values = readOptions('npm run verify-data -- [--data DIR] [--rebuild]', {
	data: { type: 'string' },
	rebuild: { type: 'boolean', default: false }
});
const config = readConfig({
	...process.env,
	...(values.data !== undefined && { DATA_DIR: values.data })
});
if (!config.databaseUrl && !existsSync(sqliteFile(config.dataDir))) {
	console.error(`There is no installation in ${config.dataDir}.`);
	process.exit(1);
}
const db = openDatabase(config);
const contents = roomContents(db, await openPseudonyms(db));
const { rooms, logRows, projectedRows, disagreements } = await verifyRooms(db, contents, {
	rebuild: values.rebuild
});
await db.destroy();
for (const { room, what, where } of disagreements) console.log(`${room}: ${what}: ${where}`);
console.log(
	`${rooms} rooms, ${logRows} rows of the log, ${projectedRows} projected rows: ` +
		(disagreements.length === 0 ? 'all agree' : `${disagreements.length} disagreements`)
);
process.exitCode = disagreements.length === 0 ? 0 : 1;
