import { foldArabic } from '../arabic/fold-arabic.ts';

/** What a field's number counts: it decides which words may stand beside it, and whether cents are rounded. */
export type NumberUnit = 'dirham' | 'people' | 'percent' | 'minutes' | 'year' | 'count';

const words = (...lists: string[]): ReadonlySet<string> =>
	new Set(lists.flatMap((list) => list.split(' ').map(foldArabic)));

/** The dirham as people and sheets write it, and what they add: of it, of Morocco, with or without tax. */
const CURRENCY = words(
	'dh dhs dhm mad dirham dirhams marocain marocains moroccan ttc ht net de of',
	'من درهم درهما درهمان درهمين الدرهم دراهم الدراهم دم مغربي مغربيا مغربية'
);

/** Units behind a number, folded as {@link foldArabic} does; those of money may stand behind any number. */
const UNITS: Readonly<Record<NumberUnit, ReadonlySet<string>>> = {
	dirham: words(''),
	people: words(
		'personne personnes pers participant participants participante participantes membre membres',
		'invité invités place places siège sièges people person persons seat seats member members pax',
		'شخص شخصا أشخاص فرد فردا أفراد مشارك مشاركا مشاركة مشاركين مشاركون مشاركات مقعد مقعدا مقاعد',
		'عضو عضوا أعضاء نفر مدعو مدعوا مدعوين'
	),
	percent: words('% ٪ pour cent pourcent percent في المائة بالمائة المئة بالمئة'),
	minutes: words('min mins mn minute minutes دقيقة دقائق د'),
	year: words('an année year سنة عام م'),
	count: words(
		'point points gommette gommettes dot dots ticket tickets billet billets main mains hand hands voix',
		'vote votes نقطة نقط نقاط صوت صوتا أصوات يد أيد أيدي تذكرة تذاكر بطاقة بطاقات'
	)
};

/** Words that multiply, each alone or run together with the currency: 9,5 MDH, 12 مليون درهم. */
const SCALES: readonly (readonly [ReadonlySet<string>, number])[] = [
	[words('k kdh kdhs kmad mille millier milliers thousand ألف ألفا آلاف الآلاف'), 1e3],
	[
		words(
			'm mio mdh mdhs mmad million millions مليون مليونا مليونان مليوني مليونين ملايين',
			'الملايين'
		),
		1e6
	],
	[
		words(
			'md mrd mds mddh mrddh milliard milliards billion billions مليار مليارا مليارات ملياران',
			'ملياري مليارين'
		),
		1e9
	]
];

/** What stands around the figures of a number: nothing but units, something that multiplies, or other words. */
export type AroundNumber =
	| { readonly kind: 'units' }
	| { readonly kind: 'scale'; readonly times: number }
	| { readonly kind: 'other' };

/** Reads the words before and after the figures of a number that counts `unit`. */
export function readAround(text: string, unit: NumberUnit): AroundNumber {
	const found = foldArabic(text)
		// A point inside د.م. or a bracket around it says nothing.
		.replace(/[.()[\]:/]/gu, '')
		.split(/\s+/u)
		.filter((word) => word !== '');
	let times = 1;
	for (const word of found) {
		const scale = SCALES.find(([scaling]) => scaling.has(word));
		if (scale) times *= scale[1];
		else if (!CURRENCY.has(word) && !UNITS[unit].has(word)) return { kind: 'other' };
	}
	return times === 1 ? { kind: 'units' } : { kind: 'scale', times };
}
