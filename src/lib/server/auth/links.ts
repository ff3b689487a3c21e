import { DomainError } from '../../domain/errors.ts';
import type { Db } from '../db/database.ts';
import { flag } from '../db/flag.ts';
import { fromJson, toJson } from '../db/json-column.ts';
import { newSecret, secretHash } from './secret-hash.ts';
import type { LinkTable } from './session.table.ts';
import { clock, timeNow } from '../time/clock.ts';

export type LinkPurpose = LinkTable['purpose'];

/** What a link stands for, once its token was shown to be the right one. */
export interface Link {
	readonly purpose: LinkPurpose;
	readonly actorId: string | null;
	readonly workshopId: string | null;
	readonly payload: unknown;
}

export interface NewLink {
	readonly purpose: LinkPurpose;
	readonly actorId?: string;
	readonly workshopId?: string;
	readonly payload?: unknown;
	readonly reusable?: boolean;
	/** What opens it, where that follows from something else; a fresh secret when left out. */
	readonly token?: string;
	/** Milliseconds from now. */
	readonly lifetime: number;
}

export const DAY = 24 * 60 * 60 * 1000;

/** Makes a link and gives its token, which is stored nowhere. */
export async function createLink(db: Db, link: NewLink): Promise<string> {
	const token = link.token ?? newSecret();
	const now = timeNow();
	await db
		.insertInto('link')
		.values({
			token_hash: secretHash(token),
			purpose: link.purpose,
			actor_id: link.actorId ?? null,
			workshop_id: link.workshopId ?? null,
			payload: toJson(link.payload ?? null),
			reusable: flag(link.reusable ?? false),
			created_at: now,
			expires_at: now + link.lifetime,
			used_at: null
		})
		.execute();
	return token;
}

/** The link behind a token, without using it. Throws `link_invalid` when unknown, used or expired. */
export async function readLink(db: Db, token: string, purpose: LinkPurpose): Promise<Link> {
	const row = await db
		.selectFrom('link')
		.selectAll()
		.where('token_hash', '=', secretHash(token))
		.where('purpose', '=', purpose)
		.executeTakeFirst();
	if (!row || row.expires_at <= timeNow() || (row.used_at !== null && row.reusable === 0))
		throw new DomainError('link_invalid');
	return {
		purpose: row.purpose,
		actorId: row.actor_id,
		workshopId: row.workshop_id,
		payload: fromJson(row.payload)
	};
}

/**
 * Uses a link up. Of two that use a single-use link at once exactly one succeeds; the other gets
 * `link_invalid`.
 */
export async function takeLink(db: Db, token: string, purpose: LinkPurpose): Promise<Link> {
	const link = await readLink(db, token, purpose);
	const result = await db
		.updateTable('link')
		.set({ used_at: timeNow() })
		.where('token_hash', '=', secretHash(token))
		.where((where) => where.or([where('used_at', 'is', null), where('reusable', '=', 1)]))
		.executeTakeFirst();
	if (result.numUpdatedRows !== 1n) throw new DomainError('link_invalid');
	return link;
}

/** A link that still opens something, as those see it who manage links. */
export interface OpenLink {
	/** Names it, and opens nothing. */
	readonly id: string;
	readonly payload: unknown;
	/** Epoch milliseconds. */
	readonly createdAt: number;
	readonly expiresAt: number;
}

/** The links of a purpose that were neither used up nor expired, the newest first. */
export async function listOpenLinks(db: Db, purpose: LinkPurpose): Promise<OpenLink[]> {
	const rows = await db
		.selectFrom('link')
		.selectAll()
		.where('purpose', '=', purpose)
		.where('used_at', 'is', null)
		.where('expires_at', '>', timeNow())
		.orderBy('created_at', 'desc')
		.execute();
	return rows.map((row) => ({
		id: openLinkId(row.token_hash),
		payload: fromJson(row.payload),
		createdAt: row.created_at,
		expiresAt: row.expires_at
	}));
}

/** Takes a link of {@link listOpenLinks} away, so that it opens nothing any more. Throws `not_found`. */
export async function withdrawLink(db: Db, purpose: LinkPurpose, id: string): Promise<OpenLink> {
	const link = (await listOpenLinks(db, purpose)).find((open) => open.id === id);
	const hashes = await db
		.selectFrom('link')
		.select('token_hash')
		.where('purpose', '=', purpose)
		.where('used_at', 'is', null)
		.execute();
	const hash = hashes.find(({ token_hash }) => openLinkId(token_hash) === id)?.token_hash;
	if (!link || hash === undefined) throw new DomainError('not_found');
	const { numDeletedRows } = await db
		.deleteFrom('link')
		.where('token_hash', '=', hash)
		.where('used_at', 'is', null)
		.executeTakeFirst();
	if (numDeletedRows === 0n) throw new DomainError('not_found');
	return link;
}

/** Follows from what is stored, and leads back to neither it nor the token. */
function openLinkId(tokenHash: string): string {
	return secretHash(`link ${tokenHash}`).slice(0, 16);
}

/** Makes every link of one purpose (and workshop) useless, before a new one replaces it. */
export async function revokeLinks(
	db: Db,
	purpose: LinkPurpose,
	workshopId?: string
): Promise<void> {
	let query = db.deleteFrom('link').where('purpose', '=', purpose);
	if (workshopId !== undefined) query = query.where('workshop_id', '=', workshopId);
	await query.execute();
}

/** Makes every link of one purpose that stands for an actor useless, before a new one replaces it. */
export async function revokeLinksOf(db: Db, purpose: LinkPurpose, actorId: string): Promise<void> {
	await db
		.deleteFrom('link')
		.where('purpose', '=', purpose)
		.where('actor_id', '=', actorId)
		.execute();
}

/**
 * Forgets the links that open nothing any more: used ones that worked once, and expired ones once time is
 * proven; until then they are refused and stay.
 */
export async function deleteSpentLinks(db: Db): Promise<void> {
	const used = db.deleteFrom('link').where('used_at', 'is not', null).where('reusable', '=', 0);
	await used.execute();
	if (clock.isProven) await db.deleteFrom('link').where('expires_at', '<=', timeNow()).execute();
}
