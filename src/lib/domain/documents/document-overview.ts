import type { LocalizedText } from '../text/locale.ts';
import type { PlanOverview } from '../plan/plan-overview.ts';
import type { DocumentSubject } from './documents.ts';
import type { Workshop } from '../workshops/workshop.ts';

/** Most signs that a page names before a download. */
export const MOST_REDRAWN = 12;

/** What a page says of a workshop's documents before anybody downloads them. No person stands in it. */
export interface DocumentOverview {
	readonly workshop: Pick<Workshop, 'id' | 'title' | 'date' | 'state' | 'example'>;
	/** The region as a cover names it (جهة فاس مكناس), or null. */
	readonly region: LocalizedText | null;
	/** The documents that whoever asks may have, in the order of the list. */
	readonly subjects: readonly DocumentSubject[];
	readonly plan: PlanOverview;
	readonly participants: number;
	readonly notes: number;
	readonly clusters: number;
	readonly proposals: number;
	/** Signs in what was written that a PDF draws otherwise, what is lost first; at most {@link MOST_REDRAWN}. */
	readonly redrawn: readonly {
		readonly sign: string;
		/** Null where nothing is like it, and a mark stands for it. */
		readonly drawn: string | null;
		readonly count: number;
	}[];
	/** True when a vote was closed. */
	readonly voted: boolean;
}
