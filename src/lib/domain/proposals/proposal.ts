import type { LocalizedText } from '../text/locale.ts';

export const PROPOSAL_STATUSES = ['draft', 'adopted', 'amended', 'referred', 'rejected'] as const;
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number];

/** A proposal keeps the links to what it grew from; merging or renaming a cluster never breaks them. */
export interface Proposal {
	readonly id: string;
	readonly workshopId: string;
	/** Counts from 1 in the order of creation and never changes. */
	readonly number: number;
	readonly text: LocalizedText;
	readonly status: ProposalStatus;
	readonly clusterIds: readonly string[];
	/** Of each note, as its `ref`: a proposal may grow from several boards. */
	readonly noteKeys: readonly string[];
	readonly version: number;
}
export const PROPOSAL_TEXT_LIMIT = 400;
export const PROPOSALS_PER_WORKSHOP = 500;
/** Most clusters, and most notes, that one proposal is linked to: a cluster with all its notes among them. */
export const PROPOSAL_LINKS = 1000;
