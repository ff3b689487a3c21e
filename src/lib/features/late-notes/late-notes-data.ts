import type { Activity } from '#lib/domain/activities/activity.ts';
import type { LateNoteForRoom } from '#lib/domain/boards/late-note.ts';
import type { Stage } from '#lib/domain/stage/stage.ts';
import type { StakeholderCategory } from '#lib/domain/people/stakeholder-category.ts';
import type { WorkshopHeading } from '#lib/domain/workshops/workshop-parts.ts';

/** What the page of late notes is rendered from. */
export interface LateNotesData {
	readonly workshop: WorkshopHeading;
	readonly account: { readonly name: string };
	readonly agenda: readonly Activity[];
	readonly categories: readonly StakeholderCategory[];
	readonly notes: readonly LateNoteForRoom[];
	readonly stage: Stage;
}
