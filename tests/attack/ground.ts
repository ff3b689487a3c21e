import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '#lib/server/app.ts';
import { findAccountActor } from '#lib/server/access/load-actor.ts';
import { prepareHall, type Door } from '../bench/subjects/prepared-hall.ts';
import type { Visit } from '../bench/load/person.ts';
import { startServer } from '../support/server/start-server.ts';
import { PASSWORD } from '../support/workshops/people.ts';

/** The account whose password attackers want. */
export const FACILITATOR = { email: 'salma@example.invalid', password: PASSWORD } as const;

/** A server of its own, with an open hall, an activity that collects notes, and people in it. */
export interface Ground {
	readonly origin: string;
	readonly port: number;
	readonly door: Door;
	/** The board's first column. */
	readonly column: string;
	/** The people's cookies and sockets; the first path is their board's. */
	readonly visits: readonly Visit[];
	readonly facilitator: Visit;
	/** What the server wrote to stderr so far. */
	readonly complaints: () => string;
	stop(): Promise<void>;
}

/** Makes the hall by the product's own services and starts the built server on it. */
export async function openGround(people: number): Promise<Ground> {
	const dataDir = await mkdtemp(join(tmpdir(), 'tachawor-attack-'));
	const hall = await makeHall(dataDir, people);
	const server = await startServer({ dataDir, quiet: true });
	return {
		origin: server.origin,
		port: Number(new URL(server.origin).port),
		door: hall.door,
		column: hall.column,
		visits: hall.visits,
		facilitator: hall.facilitator,
		complaints: () => server.complaints,
		async stop() {
			await server.stop();
			await rm(dataDir, { recursive: true, force: true });
		}
	};
}

async function makeHall(dataDir: string, people: number): ReturnType<typeof prepareHall> {
	const app = await createApp({ host: '127.0.0.1', port: 0, dataDir, logLevel: 'silent' });
	try {
		const link = (await app.accounts.setupLink()) ?? '';
		const first = await app.accounts.setUp(lastPart(link), {
			name: 'المسؤولة',
			email: 'admin@example.invalid',
			password: PASSWORD
		});
		const administrator = await app.sessions.validate(first.token);
		const actor = await findAccountActor(app.db, administrator?.actorId ?? '');
		if (!actor) throw new Error('The administrator is not there.');
		const invitation = await app.accountAdmin.invite(actor, { role: 'facilitator', regions: [] });
		const invited = await app.accounts.acceptInvitation(lastPart(invitation), {
			name: 'سلمى',
			...FACILITATOR
		});
		const session = await app.sessions.validate(invited.token);
		const facilitator = await findAccountActor(app.db, session?.actorId ?? '');
		if (!facilitator) throw new Error('The facilitator is not there.');
		return await prepareHall(app, facilitator, people, 0);
	} finally {
		await app.close();
	}
}

function lastPart(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}
