import type { LocalizedText } from '../text/locale.ts';
import type { PlanOverview } from './plan-overview.ts';
import type { Workshop } from '../workshops/workshop.ts';

/** What a page says of a workshop's documents before anybody downloads them. No person stands in it. */
export interface DocumentOverview {
	readonly workshop: Pick<Workshop, 'id' | 'title' | 'date' | 'state' | 'example'>;
	/** The region as a cover names it (جهة فاس مكناس), or null. */
	readonly region: LocalizedText | null;
	readonly plan: PlanOverview;
	readonly participants: number;
	readonly notes: number;
	readonly clusters: number;
	readonly proposals: number;
	/** True when a vote was closed. */
	readonly voted: boolean;
}

/** The documents that can be downloaded. All but `json` are documents of the plan. */
export const DOCUMENT_FORMATS = ['docx', 'pdf', 'xlsx', 'json'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];
