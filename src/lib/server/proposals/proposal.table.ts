import type { ProposalStatus } from '../../domain/proposals/proposal.ts';

export interface ProposalTable {
	id: string;
	workshop_id: string;
	number: number;
	text: string;
	status: ProposalStatus;
	created_by: string;
	created_at: number;
	version: number;
}

export interface ProposalClusterTable {
	proposal_id: string;
	cluster_id: string;
}

export interface ProposalNoteTable {
	proposal_id: string;
	board: string;
	note_key: string;
}

/** A proposal that was removed and may come back. */
export interface RemovedProposalTable {
	id: string;
	workshop_id: string;
	/** A `RemovedProposal` as JSON. */
	proposal: string;
	removed_at: number;
}

declare module '../db/database.ts' {
	interface Database {
		proposal: ProposalTable;
		proposal_cluster: ProposalClusterTable;
		proposal_note: ProposalNoteTable;
		removed_proposal: RemovedProposalTable;
	}
}
