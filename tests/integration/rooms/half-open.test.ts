import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { addNote } from '#lib/board/board-doc.ts';
import { CLOSE_CODE } from '#lib/realtime/close-code.ts';
import { migrateToLatest } from '#lib/server/db/migrate.ts';
import { MIGRATIONS } from '#lib/server/db/migrations.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import { startLiveApp, type LiveApp } from '../../support/server/live-app.ts';
import { LiveClient } from '../../support/sockets/live-client.ts';
import { RawClient } from '../../support/sockets/raw-client.ts';
import { until } from '../../support/until.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';

/** Sync step 1 with an empty state vector, in a frame. */
const ASK_FOR_ALL = maskedFrame(new Uint8Array([0, 0, 1, 0]));

let live: LiveApp;
let made: MadeWorkshop;
const ends: (() => void)[] = [];

beforeEach(async () => {
	const db = openSqlite(':memory:');
	await migrateToLatest(db, MIGRATIONS);
	live = await startLiveApp(db, { heartbeat: 60, helloWithin: 200, bufferedBytes: 256 * 1024 });
	made = await makeWorkshop(db);
});
afterEach(async () => {
	for (const end of ends.splice(0)) end();
	await live.stop();
});

const guest = () => live.guest(made.workshopId, made.categoryIds[0] ?? '');
const sockets = () => live.app.rooms.counts().sockets;

test('[RM34] a socket that is let in and never asks for the state is ended; others go on', async () => {
	const writer = new LiveClient(live.syncUrl, `board.${made.boardIds[0]}`, await guest());
	const mute = new RawClient(live.syncUrl, `board.${made.boardIds[0]}`, await guest());
	ends.push(
		() => writer.destroy(),
		() => mute.socket.terminate()
	);
	await until('both are in', () => writer.synced && sockets() === 2);
	await until('the mute one is told to come later', () => mute.closeCode === CLOSE_CODE.tryLater);
	expect(sockets()).toBe(1);
	addNote(writer.doc, {
		pseudonym: writer.status?.pseudonym ?? '',
		columnId: 'S',
		text: 'ماء',
		at: Date.now()
	});
	await until('the writer goes on', () => writer.allSaved);
});

test('[RM34] a peer that vanished without a word is ended after three heartbeats', async () => {
	const who = await guest();
	const vanished = await rawUpgrade(`board.${made.boardIds[0]}`, who);
	// Asks for the whole state as a client does, then reads and answers nothing any more.
	vanished.write(ASK_FOR_ALL);
	await until('it is in', () => sockets() === 1);
	vanished.pause();
	await until('it is out', () => sockets() === 0);
});

test('[RM34] a reader that does not read is ended before much waits for it', async () => {
	await live.stop();
	const db = openSqlite(':memory:');
	await migrateToLatest(db, MIGRATIONS);
	// Neither a heartbeat nor the number of questions ends it: only what waits can.
	live = await startLiveApp(db, {
		heartbeat: 600_000,
		bufferedBytes: 256 * 1024,
		syncsPerSocket: 100_000,
		framesAtOnce: 100_000
	});
	made = await makeWorkshop(db);
	const boardId = made.boardIds[0] ?? '';
	const slow = await rawUpgrade(`board.${boardId}`, await guest());
	slow.write(ASK_FOR_ALL);
	await until('it is in', () => sockets() === 1);
	slow.pause();
	await live.app.rooms.change('board', boardId, null, (doc) => fill(doc, 'ماء '.repeat(400), 600));
	await until('it is out', () => {
		if (!slow.destroyed) slow.write(ASK_FOR_ALL);
		return sockets() === 0;
	});
});

function fill(doc: Y.Doc, text: string, count: number): void {
	for (let index = 0; index < count; index++)
		addNote(doc, { pseudonym: 'nobodysnotes0000', columnId: 'S', text, at: Date.now() });
}

/** A client that speaks no more of the protocol than it is told to, and answers no ping. */
function rawUpgrade(
	room: string,
	{ as, cookie, origin }: { as: string; cookie: string; origin: string }
): Promise<Socket> {
	const { port } = new URL(live.origin);
	return new Promise((resolve, reject) => {
		const socket = connect(Number(port), '127.0.0.1');
		ends.push(() => socket.destroy());
		// Being ended is what these tests are about.
		socket.on('error', reject);
		socket.once('data', () => resolve(socket));
		socket.write(
			[
				`GET /sync/${room}?as=${as}&ack=1 HTTP/1.1`,
				`Host: 127.0.0.1:${port}`,
				'Connection: Upgrade',
				'Upgrade: websocket',
				'Sec-WebSocket-Version: 13',
				'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
				`Origin: ${origin}`,
				`Cookie: ${cookie}`,
				'',
				''
			].join('\r\n')
		);
	});
}

/** A short binary frame with a mask of zeros. */
function maskedFrame(bytes: Uint8Array): Buffer {
	return Buffer.concat([Buffer.from([0x82, 0x80 | bytes.length, 0, 0, 0, 0]), bytes]);
}
