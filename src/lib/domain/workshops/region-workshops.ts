import type { LocalizedText } from '../text/locale.ts';
import type { WorkshopState } from './workshop.ts';

/** A director's region with its opened workshops, the newest first and those without a day last. */
export interface RegionWorkshops {
	readonly id: string;
	/** As a cover names it: جهة فاس مكناس. */
	readonly name: LocalizedText;
	readonly workshops: readonly RegionWorkshop[];
}

/** A workshop as its line in the region says it. */
export interface RegionWorkshop {
	readonly id: string;
	readonly title: LocalizedText;
	/** YYYY-MM-DD. */
	readonly date: string | null;
	readonly state: WorkshopState;
	readonly example: boolean;
	/** Actions of its plan, and those of them that lack no required field. */
	readonly actions: number;
	readonly complete: number;
}

/** The workshop that stands first on the table: the newest that has a plan, else the newest. */
export function currentWorkshop(regions: readonly RegionWorkshops[]): RegionWorkshop | undefined {
	const all = regions
		.flatMap((region) => region.workshops)
		.sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
	return all.find((workshop) => workshop.actions > 0) ?? all[0];
}
