import type { Activity } from '#lib/domain/activities/activity.ts';
import type { Organiser } from '#lib/domain/workshops/organiser.ts';
import type { ScreenFigures } from '#lib/domain/workshops/screen.ts';
import type { Stage } from '#lib/domain/stage/stage.ts';
import type { Workshop } from '#lib/domain/workshops/workshop.ts';

/** What the projector's page is rendered from before its live rooms answer. */
export interface ScreenData {
	/** The token in the page's address, which its sockets name too. */
	readonly token: string;
	readonly workshop: Workshop;
	readonly organisers: readonly Organiser[];
	readonly agenda: readonly Activity[];
	readonly stage: Stage;
	readonly figures: ScreenFigures;
	/** An origin that phones can reach. */
	readonly joinOrigin: string;
}
