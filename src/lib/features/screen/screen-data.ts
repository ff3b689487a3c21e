import type { ScreenContent } from '#lib/domain/workshops/screen.ts';

/** What the projector's page is rendered from before its live rooms answer. */
export interface ScreenData extends ScreenContent {
	/** The token in the page's address, which its sockets name too. */
	readonly token: string;
	/** An origin that phones can reach. */
	readonly joinOrigin: string;
}
