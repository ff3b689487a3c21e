import type { LocalizedText } from '../text/locale.ts';

/** A declared group of those concerned; `expected` is the number of people awaited. */
export interface StakeholderCategory {
	readonly id: string;
	readonly name: LocalizedText;
	readonly expected: number;
	/** Observes only, as the press does: no notes, no vote. */
	readonly observing: boolean;
	readonly position: number;
}
