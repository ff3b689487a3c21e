import { expect, test } from 'vitest';
import type { Connection } from './connection.ts';
import { OpenSockets } from './open-sockets.ts';

/** A socket as far as the register looks at it, and what was done with it. */
function socketOf(id: string, sessionHash: string, workshopId = 'w') {
	const done: string[] = [];
	const connection = {
		actor: { kind: 'guest', id, workshopId },
		sessionHash,
		unanswered: 0,
		asked: 1,
		since: Date.now(),
		socket: { terminate: () => done.push('terminated'), ping: () => done.push('asked') },
		sendStatus: () => undefined,
		close: (code: number) => done.push(String(code))
	} as unknown as Connection;
	return { connection, done };
}

test('[RM30] sockets are counted by session, and people once however many they have', () => {
	const sockets = new OpenSockets();
	const [phone, tab, other] = [socketOf('a', 'A'), socketOf('a', 'A'), socketOf('b', 'B', 'v')];
	for (const { connection } of [phone, tab, other]) sockets.add(connection);
	expect(sockets.ofSession('A')).toBe(2);
	expect(sockets.guestsOf('w')).toEqual(new Set(['a']));
	sockets.remove(phone.connection);
	sockets.remove(tab.connection);
	expect(sockets.ofSession('A')).toBe(0);
	expect(sockets.guestsOf('w')).toEqual(new Set());
	expect(sockets.count).toBe(1);
});

test('[RM30] a socket that leaves two pings unanswered is ended at the third', () => {
	const sockets = new OpenSockets();
	const [alive, dead] = [socketOf('a', 'A'), socketOf('b', 'B')];
	for (const { connection } of [alive, dead]) sockets.add(connection);
	for (const beat of [1, 2, 3]) {
		expect(dead.done).not.toContain('terminated');
		sockets.beat(1000);
		alive.connection.unanswered = 0;
		expect(alive.done).toHaveLength(beat);
	}
	expect(dead.done).toContain('terminated');
	expect(alive.done).not.toContain('terminated');
});

test('[RM30] each socket is asked once in as many parts as there are', () => {
	const sockets = new OpenSockets();
	const all = ['a', 'b', 'c', 'd', 'e'].map((id) => socketOf(id, id));
	for (const { connection } of all) sockets.add(connection);
	for (const part of [1, 2, 3]) {
		sockets.beat(1000, 3);
		expect(all.filter(({ done }) => done.length > 0).length).toBe([2, 4, 5][part - 1]);
	}
	expect(all.every(({ done }) => done.length === 1)).toBe(true);
});

test('[RM30] only those are ended that are meant', () => {
	const sockets = new OpenSockets();
	const [one, other] = [socketOf('a', 'A'), socketOf('b', 'B')];
	for (const { connection } of [one, other]) sockets.add(connection);
	sockets.close(4401, ({ sessionHash }) => sessionHash === 'A');
	expect([one.done, other.done]).toEqual([['4401'], []]);
});

test('[RM34] a socket that never asks for the state is ended, one that still may ask is not', () => {
	const sockets = new OpenSockets();
	const [mute, fresh] = [socketOf('a', 'A'), socketOf('b', 'B')];
	Object.assign(mute.connection, { asked: 0, since: Date.now() - 1000 });
	Object.assign(fresh.connection, { asked: 0 });
	for (const { connection } of [mute, fresh]) sockets.add(connection);
	sockets.beat(1000);
	expect(mute.done).toContain('undefined');
	expect(fresh.done).toEqual(['asked']);
});
