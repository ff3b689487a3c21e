/** One vote in an activity. */
export interface VoteTable {
	id: string;
	workshop_id: string;
	activity_id: string;
	/** Whose clusters are voted on, and stay as they are until the vote is published. */
	grouping_id: string;
	/** The rules as JSON. */
	rules: string;
	state: 'open' | 'ended' | 'published';
	/** 1 for the one vote of its grouping that proposals, plan and documents name. */
	cited: 0 | 1;
	opened_at: number;
	ended_at: number | null;
	published_at: number | null;
	/** The publication as JSON, from publishing on; never changed. */
	record: string | null;
}

/** What could be voted on, with its title when the vote was opened. */
export interface VoteOptionTable {
	vote_id: string;
	kind: 'cluster';
	ref: string;
	title: string;
	position: number;
}

/**
 * Who may vote: everybody who was there when the vote was opened, and whom a facilitator let in since; from
 * its end on those of them who could then. Rows stand in the order of their keys and hold no time, so that no
 * order can be compared with that of the ballots. Erased at publishing.
 */
export interface ElectorateTable {
	vote_id: string;
	actor_id: string;
	voted: 0 | 1;
}

/** A ballot under a key that only {@link VoteKeyTable} ties to a person. Erased at publishing. */
export interface BallotTable {
	vote_id: string;
	/** HMAC-SHA-256 of the actor's id under the vote's key, base64url. */
	voter_key: string;
	/** In its canonical form, as JSON. */
	value: string;
	/** What the device committed to; null for a ballot without one. */
	commitment: string | null;
	/** The number of the person's decision. */
	turn: number;
}

/** The key of one vote, 32 random bytes. Erased at publishing. */
export interface VoteKeyTable {
	vote_id: string;
	key: Uint8Array;
}

declare module '../db/database.ts' {
	interface Database {
		vote: VoteTable;
		vote_option: VoteOptionTable;
		electorate: ElectorateTable;
		ballot: BallotTable;
		vote_key: VoteKeyTable;
	}
}
