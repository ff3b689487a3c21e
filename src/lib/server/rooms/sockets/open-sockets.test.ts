import { expect, test } from 'vitest';
import type { Connection } from './connection.ts';
import { OpenSockets } from './open-sockets.ts';

/** A socket as far as the register looks at it, and what was done with it. */
function socketOf(id: string, sessionHash: string, workshopId = 'w') {
	const done: string[] = [];
	const connection = {
		actor: { kind: 'guest', id, workshopId },
		sessionHash,
		silent: false,
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

test('[RM30] a socket that does not answer between two beats is ended', () => {
	const sockets = new OpenSockets();
	const [alive, dead] = [socketOf('a', 'A'), socketOf('b', 'B')];
	for (const { connection } of [alive, dead]) sockets.add(connection);
	sockets.beat(1000);
	alive.connection.silent = false;
	sockets.beat(1000);
	expect(alive.done).toEqual(['asked', 'asked']);
	expect(dead.done).toContain('terminated');
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
