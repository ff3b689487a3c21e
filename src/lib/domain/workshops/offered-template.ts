import type { LocalizedText } from '../text/locale.ts';

/** A template as pages offer it for a new workshop. */
export interface OfferedTemplate {
	readonly id: string;
	readonly name: LocalizedText;
	readonly description: LocalizedText;
	/** The title that it proposes. */
	readonly title: LocalizedText;
	/** How many of each it brings. */
	readonly activities: number;
	readonly categories: number;
	readonly objectives: number;
}
