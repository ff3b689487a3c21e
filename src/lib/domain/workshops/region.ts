import type { LocalizedText } from '../text/locale.ts';

export interface Region {
	readonly id: string;
	readonly name: LocalizedText;
	readonly position: number;
}

/** Morocco's twelve regions (decree 2.15.40 of 2015), as an empty installation has them. */
export const MOROCCAN_REGIONS: readonly Region[] = (
	[
		['tta', 'طنجة تطوان الحسيمة', 'Tanger-Tétouan-Al Hoceïma', 'Tanger-Tetouan-Al Hoceima'],
		['oriental', 'الشرق', 'L’Oriental', 'Oriental'],
		['fes-meknes', 'فاس مكناس', 'Fès-Meknès', 'Fès-Meknès'],
		['rsk', 'الرباط سلا القنيطرة', 'Rabat-Salé-Kénitra', 'Rabat-Salé-Kénitra'],
		['bmk', 'بني ملال خنيفرة', 'Béni Mellal-Khénifra', 'Béni Mellal-Khénifra'],
		['casa-settat', 'الدار البيضاء سطات', 'Casablanca-Settat', 'Casablanca-Settat'],
		['marrakech-safi', 'مراكش آسفي', 'Marrakech-Safi', 'Marrakesh-Safi'],
		['draa-tafilalet', 'درعة تافيلالت', 'Drâa-Tafilalet', 'Drâa-Tafilalet'],
		['souss-massa', 'سوس ماسة', 'Souss-Massa', 'Souss-Massa'],
		['guelmim', 'كلميم واد نون', 'Guelmim-Oued Noun', 'Guelmim-Oued Noun'],
		['laayoune', 'العيون الساقية الحمراء', 'Laâyoune-Sakia El Hamra', 'Laâyoune-Sakia El Hamra'],
		['dakhla', 'الداخلة وادي الذهب', 'Dakhla-Oued Ed-Dahab', 'Dakhla-Oued Ed-Dahab']
	] as const
).map(([id, ar, fr, en], index) => ({ id, name: { ar, fr, en }, position: index + 1 }));

/** Lengths in characters as people count them, and the number of regions. */
export const REGION_LIMITS = { name: 120, regions: 100 } as const;
