import type { GuestRole } from '#lib/domain/people/actor.ts';
import type { Activity } from '#lib/domain/activities/activity.ts';
import type { Seat } from '#lib/domain/spaces/seat.ts';
import type { LocalizedText } from '#lib/domain/text/locale.ts';
import type { Stage } from '#lib/domain/stage/stage.ts';

/** What the participant's page is rendered from. Nobody's personal data but the category one chose. */
export interface ParticipantData {
	readonly workshop: {
		readonly id: string;
		readonly title: LocalizedText;
		readonly shortTitle: LocalizedText;
		readonly joinCode: string;
		/** The shipped example: its watermark stands on the page. */
		readonly example: boolean;
	};
	/** In its order. */
	readonly agenda: readonly Activity[];
	readonly stage: Stage;
	readonly me: {
		/** Names the person on this device. */
		readonly participantId: string;
		readonly categoryName: LocalizedText;
		readonly role: GuestRole;
		/** Of a category, or in a role, that only observes: no notes and no vote. */
		readonly observing: boolean;
		/** Where the person sits. */
		readonly seats: readonly Seat[];
	};
}
