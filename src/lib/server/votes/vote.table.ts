/** One round of dot voting on the clusters. */
export interface VoteTable {
	id: string;
	workshop_id: string;
	activity_id: string;
	/** Whose clusters are voted on, and stay as they are while the vote is open. */
	grouping_id: string;
	budget: number;
	cap: number;
	state: 'open' | 'closed';
	opened_at: number;
	closed_at: number | null;
}

/** What could be voted on, with its title when the vote was opened. */
export interface VoteOptionTable {
	vote_id: string;
	cluster_id: string;
	title: string;
	position: number;
}

/** A person's dots on one option. Read only to count, and by that person. */
export interface BallotTable {
	vote_id: string;
	actor_id: string;
	cluster_id: string;
	dots: number;
}

declare module '../db/database.ts' {
	interface Database {
		vote: VoteTable;
		vote_option: VoteOptionTable;
		ballot: BallotTable;
	}
}
