import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia';
import type { RootDb } from '../db/database.ts';
import { storageTroubleOf } from '../db/storage/storage-error.ts';
import { newSecret, secretHash } from './secret-hash.ts';
import './actor.table.ts';
import './session.table.ts';
import { asMachineTime, clock, fromMachineTime, timeNow } from '../time/clock.ts';

/** A valid session, as the edges need it. */
export interface Session {
	readonly actorId: string;
	/** Names the session where its id must not stand, as in the list of open sockets. */
	readonly idHash: string;
	/** True when its expiry was just moved, so that the cookie should be sent again. */
	readonly renewed: boolean;
	readonly expiresAt: Date;
}

/** The only module that knows Lucia; see docs/adr for why. */
export interface Sessions {
	/** Signs `actorId` in and gives the secret for the cookie, which is stored nowhere. */
	create(actorId: string): Promise<{ token: string; expiresAt: Date }>;
	/** The session behind a cookie, or undefined when it is unknown, revoked or expired. */
	validate(token: string): Promise<Session | undefined>;
	revoke(token: string): Promise<void>;
	/** Signs out everywhere, but for the session of that hash where one is given. */
	revokeAll(actorId: string, exceptIdHash?: string): Promise<void>;
	/** Forgets the sessions that ended, once time is proven; until then they are refused and stay. */
	deleteExpired(): Promise<void>;
}

/** Sessions last 30 days and are renewed in their second half. */
export function openSessions(db: RootDb): Sessions {
	const lucia = new Lucia(luciaAdapter(db), { sessionExpiresIn: new TimeSpan(30, 'd') });
	return {
		async create(actorId) {
			const session = await lucia.createSession(actorId, {}, { sessionId: newSecret() });
			return { token: session.id, expiresAt: new Date(fromMachineTime(session.expiresAt)) };
		},
		async validate(token) {
			if (!/^[0-9a-v]{32}$/.test(token)) return undefined;
			const { session, user } = await lucia.validateSession(token);
			if (!session) return undefined;
			return {
				actorId: user.id,
				idHash: secretHash(token),
				renewed: session.fresh,
				expiresAt: new Date(fromMachineTime(session.expiresAt))
			};
		},
		revoke: (token) => lucia.invalidateSession(token),
		async revokeAll(actorId, exceptIdHash) {
			if (exceptIdHash === undefined) return lucia.invalidateUserSessions(actorId);
			// Lucia has no such verb, and lists sessions by ids that are not stored.
			await db
				.deleteFrom('session')
				.where('actor_id', '=', actorId)
				.where('id_hash', '!=', exceptIdHash)
				.execute();
		},
		async deleteExpired() {
			if (clock.isProven) await lucia.deleteExpiredSessions();
		}
	};
}

/**
 * Lucia's seven methods on Kysely. It sees plain ids; the table sees only their hashes. It compares with the
 * machine's clock, so that it is told ends as that clock says them; and never of a session that ended, since
 * it would delete it then and there.
 */
function luciaAdapter(db: RootDb): Adapter {
	const asSession = (
		id: string,
		row: { actor_id: string; expires_at: number }
	): DatabaseSession => ({
		id,
		userId: row.actor_id,
		expiresAt: asMachineTime(row.expires_at),
		attributes: {}
	});
	return {
		async getSessionAndUser(id) {
			const row = await db
				.selectFrom('session')
				.select(['actor_id', 'expires_at'])
				.where('id_hash', '=', secretHash(id))
				.where('expires_at', '>', timeNow())
				.executeTakeFirst();
			if (!row) return [null, null];
			return [asSession(id, row), { id: row.actor_id, attributes: {} }];
		},
		async getUserSessions(actorId) {
			const rows = await db
				.selectFrom('session')
				.select(['id_hash', 'actor_id', 'expires_at'])
				.where('actor_id', '=', actorId)
				.execute();
			return rows.map((row) => asSession(row.id_hash, row));
		},
		async setSession(session) {
			await db
				.insertInto('session')
				.values({
					id_hash: secretHash(session.id),
					actor_id: session.userId,
					expires_at: fromMachineTime(session.expiresAt),
					created_at: timeNow()
				})
				.execute();
		},
		async updateSessionExpiration(id, expiresAt) {
			try {
				await db
					.updateTable('session')
					.set({ expires_at: fromMachineTime(expiresAt) })
					.where('id_hash', '=', secretHash(id))
					.execute();
			} catch (error) {
				// Pages go on; it is renewed by a later one, and ends when it would have ended.
				if (!storageTroubleOf(error)) throw error;
			}
		},
		async deleteSession(id) {
			await db.deleteFrom('session').where('id_hash', '=', secretHash(id)).execute();
		},
		async deleteUserSessions(actorId) {
			await db.deleteFrom('session').where('actor_id', '=', actorId).execute();
		},
		async deleteExpiredSessions() {
			await db.deleteFrom('session').where('expires_at', '<=', timeNow()).execute();
		}
	};
}

declare module 'lucia' {
	interface Register {
		Lucia: Lucia;
	}
}
