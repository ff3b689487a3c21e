import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { addNote, readNotes } from '#lib/board/board-doc.ts';
import { newId } from '#lib/domain/id.ts';
import { CLOSE_CODE } from '#lib/realtime/close-code.ts';
import { LIVE_LIMITS } from '#lib/server/rooms/limits.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { migrateToLatest } from '#lib/server/db/migrate.ts';
import { MIGRATIONS } from '#lib/server/db/migrations.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import { ATTACKS } from '../../fuzz/forge-attacks.ts';
import { addEntry } from '../../fuzz/forge-honest.ts';
import type { Scene } from '../../fuzz/forge-scene.ts';
import { encodeRaw } from '../../fuzz/forge-update.ts';
import { SeededRandom } from '../../fuzz/seeded-random.ts';
import { Terrain } from '../../fuzz/terrain.ts';
import { startLiveApp, type LiveApp } from '../../support/server/live-app.ts';
import { LiveClient, type LiveClientIdentity } from '../../support/sockets/live-client.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { RawClient } from '../../support/sockets/raw-client.ts';
import { until } from '../../support/until.ts';

/** Bytes that all attacks together may leave in memory. */
const MOST_GROWTH = 32 * 1024 * 1024;

let db: RootDb;
let live: LiveApp;
let made: MadeWorkshop;
let boardId: string;
let board: string;
/** Two people who write and read on, whatever is sent beside them. */
let writer: LiveClient;
let reader: LiveClient;
let attacker: LiveClientIdentity & { actorId: string };
let pseudonym: string;
let memoryBefore: number;
const sockets: { destroy(): void }[] = [];

beforeAll(async () => {
	db = openSqlite(':memory:');
	await migrateToLatest(db, MIGRATIONS);
	live = await startLiveApp(db);
	made = await makeWorkshop(db);
	boardId = made.boardIds[0] ?? '';
	board = `board.${boardId}`;
	[writer, reader] = [await guestOnBoard(), await guestOnBoard()];
	attacker = await live.guest(made.workshopId, made.categoryIds[0] ?? '');
	const visit = new LiveClient(live.syncUrl, board, attacker);
	await until('the attacker was in', () => visit.synced);
	pseudonym = visit.status?.pseudonym ?? '';
	visit.destroy();
	for (const text of ['ضعف التسويق', 'نقص المياه']) write(writer, text);
	await until('the notes are seen', () => readNotes(reader.doc).length === 2);
	memoryBefore = memory();
});

afterEach(() => {
	for (const socket of sockets.splice(0)) socket.destroy();
});

afterAll(async () => {
	writer.destroy();
	reader.destroy();
	await live.stop();
	await db.destroy();
});

async function guestOnBoard(): Promise<LiveClient> {
	const who = await live.guest(made.workshopId, made.categoryIds[0] ?? '');
	const client = new LiveClient(live.syncUrl, board, who);
	await until('the guest is in step', () => client.synced);
	return client;
}

function write(client: LiveClient, text: string): string {
	const own = client.status?.pseudonym ?? '';
	return addNote(client.doc, { pseudonym: own, columnId: 'S', text, at: Date.now() });
}

async function rawClient(
	room: string,
	who: LiveClientIdentity,
	options?: { origin?: string }
): Promise<RawClient> {
	const client = new RawClient(live.syncUrl, room, who, options);
	sockets.push(client);
	await until('the socket is open or turned away', () => client.isOpen || client.turnedAway);
	return client;
}

/** Everything that an attack could leave: in the document, parked beside it, and on disk. */
async function leftBehind() {
	const [updates, clients] = await Promise.all([
		db.selectFrom('doc_update').select(['room', 'seq']).execute(),
		db.selectFrom('doc_client').select('client').execute()
	]);
	const document = await live.app.rooms.read('board', boardId, (doc) => ({
		state: Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64'),
		roots: [...doc.share.keys()],
		parked: doc.store.pendingStructs !== null || doc.store.pendingDs !== null,
		subdocuments: doc.subdocs.size
	}));
	return { document, updates: updates.length, clients: clients.length };
}

/** A note of an honest client is stored and seen as before. */
async function honestGoOn(): Promise<void> {
	const text = `ملاحظة ${newId(6)}`;
	write(writer, text);
	await until('the honest note is saved', () => writer.allSaved);
	await until('the honest note is seen', () =>
		readNotes(reader.doc).some((note) => note.text === text)
	);
	expect(writer.refusal).toBeUndefined();
}

function memory(): number {
	setFlagsFromString('--expose-gc');
	(runInNewContext('gc') as () => void)();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

/** What an attacker sees, with a client id of their own that nobody has used. */
function scene(): Scene {
	const terrain = new Terrain(reader.doc, 'board');
	const random = new SeededRandom(Date.now());
	const [victim] = terrain.entries();
	if (!victim) throw new Error('There is no note to attack.');
	const hand = { client: random.clientId(), pseudonym, columns: ['S', 'W'], all: false };
	return { terrain, hand, victim, otherClient: writer.doc.clientID };
}

/** Of a replica that so many clients wrote in, none of them known. */
function stateVectorOf(clients: number): Uint8Array {
	const random = new SeededRandom(clients);
	const entries = Array.from({ length: clients }, (): [number, number] => [random.clientId(), 1]);
	return Y.encodeStateVector(new Map(entries));
}

/** A note that the attacker may write: what is refused beside it was refused for what it is. */
function ownNote(): Uint8Array {
	const { terrain, hand } = scene();
	return encodeRaw(addEntry(terrain, hand, new SeededRandom(2)));
}

test.each(Object.keys(ATTACKS))(
	'[AT1] %s: turned away, nothing is left behind, and the others go on',
	async (name) => {
		const before = await leftBehind();
		for (const frame of ATTACKS[name]?.(scene()) ?? []) {
			const client = await rawClient(board, attacker);
			client.sendUpdate(frame);
			await until('it is turned away', () => client.turnedAway);
			client.destroy();
		}
		expect(await leftBehind()).toEqual(before);
		expect(({} as { polluted?: number }).polluted).toBeUndefined();
		await honestGoOn();
	}
);

test('[AT2] what follows a refusal on the same socket is not read', async () => {
	const before = await leftBehind();
	const client = await rawClient(board, attacker);
	for (const frame of ATTACKS['a forged parent in another’s note']?.(scene()) ?? [])
		client.sendUpdate(frame);
	client.sendUpdate(ownNote());
	await until('it is refused', () => client.refusal !== undefined);
	await honestGoOn();
	const after = await leftBehind();
	expect(after.clients).toBe(before.clients);
	expect(after.updates).toBe(before.updates + 1);
});

test('[AT3] awareness for someone else reaches nobody', async () => {
	const stage = `stage.${made.workshopId}`;
	await live.app.stage.publish(made.workshopId);
	const lead = new LiveClient(live.syncUrl, stage, await live.account(made.facilitatorId));
	sockets.push(lead);
	await until('the lead sees who is there', () => lead.presence !== undefined);
	const states = () => lead.provider.awareness.getStates();
	const [server = 0] = states().keys();
	const client = await rawClient(stage, attacker);
	for (const someone of [server, lead.doc.clientID, 4711]) {
		const forged = new Awareness(new Y.Doc());
		forged.clientID = someone;
		for (let clock = 0; clock < 50; clock++) forged.setLocalState({ presence: 'forged' });
		client.sendAwareness(encodeAwarenessUpdate(forged, [someone]));
		forged.destroy();
	}
	client.sendUpdate(ownNote());
	await until('what was sent after it is refused', () => client.refusal !== undefined);
	await honestGoOn();
	expect(JSON.stringify([...states()])).not.toContain('forged');
	expect([...states().keys()]).toEqual([server]);
});

test('[AT4] frames before authentication are not read, and a socket without a session is ended', async () => {
	const observer = await live.guest(made.workshopId, made.categoryIds[2] ?? '');
	const cases = [
		{ who: { ...attacker, cookie: '' }, code: CLOSE_CODE.signedOut },
		{ who: { ...attacker, as: 'account' }, code: CLOSE_CODE.signedOut },
		{ who: observer, code: CLOSE_CODE.forbidden }
	];
	for (const { who, code } of cases) {
		const before = await leftBehind();
		const client = new RawClient(live.syncUrl, board, who);
		sockets.push(client);
		client.socket.on('open', () => {
			for (let frame = 0; frame < 20; frame++) client.sendUpdate(ownNote());
		});
		await until('it is closed', () => client.closeCode === code);
		expect(client.frames).toBe(0);
		expect(await leftBehind()).toEqual(before);
	}
	await honestGoOn();
});

test('[AT5] another Origin is turned away before anything is read', async () => {
	const client = await rawClient(board, attacker, { origin: 'https://elsewhere.example' });
	await until('it gets 403', () => client.httpStatus === 403);
	expect(client.frames).toBe(0);
	await honestGoOn();
});

test('[AT6] a revoked session is ended with its open sockets, and what they still send is not read', async () => {
	const who = await live.guest(made.workshopId, made.categoryIds[0] ?? '');
	const client = await rawClient(board, who);
	await until('it is in', () => client.frames > 0);
	const before = await leftBehind();
	await live.app.sessions.revokeAll(who.actorId);
	live.app.rooms.signOut(who.actorId);
	client.sendUpdate(ownNote());
	await until('it is closed', () => client.closeCode === CLOSE_CODE.signedOut);
	const again = await rawClient(board, who);
	await until('it stays outside', () => again.closeCode === CLOSE_CODE.signedOut);
	expect(await leftBehind()).toEqual(before);
	await honestGoOn();
});

test('[AT7] a message over the limit ends its socket', async () => {
	const before = await leftBehind();
	const client = await rawClient(board, attacker);
	client.sendUpdate(new Uint8Array(2 * 1024 * 1024));
	await until('it is closed', () => client.closeCode !== undefined);
	expect(await leftBehind()).toEqual(before);
	await honestGoOn();
});

test('[RM33] a state vector names few clients that the document does not know', async () => {
	const replica = await rawClient(board, attacker);
	await until('it is in', () => replica.frames > 0);
	const before = replica.frames;
	replica.sendStateVector(stateVectorOf(500));
	await until('it is answered', () => replica.frames > before);
	replica.sendStateVector(stateVectorOf(2000));
	await until('it is closed', () => replica.closeCode === CLOSE_CODE.badMessage);
	await honestGoOn();
});

test('[RM33] asking for the state counts in the pace of a socket', async () => {
	const client = await rawClient(board, attacker);
	await until('it is in', () => client.frames > 0);
	// Nearly all frames that may come at once are used up.
	for (let frame = 0; frame < LIVE_LIMITS.framesAtOnce - 5; frame++)
		client.sendAwareness(new Uint8Array());
	for (let asked = 0; asked < 10; asked++) client.sendStateVector(stateVectorOf(1));
	await until('it is closed', () => client.closeCode === CLOSE_CODE.tryLater);
	await honestGoOn();
});

test('[AT8] after all of it the server holds no more memory than before', () => {
	expect(memory() - memoryBefore).toBeLessThan(MOST_GROWTH);
});
