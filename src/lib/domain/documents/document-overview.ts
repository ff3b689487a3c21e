import type { LocalizedText } from '../text/locale.ts';
import type { PlanOverview } from '../plan/plan-overview.ts';
import type { DocumentSubject } from './documents.ts';
import type { Workshop } from '../workshops/workshop.ts';

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
	/** True when a vote was closed. */
	readonly voted: boolean;
}
