import { foldArabic } from '../arabic/fold-arabic.ts';

/** The alphabets by which people letter the lines of a list, in their order. */
const ALPHABETS = [
	'abcdefghijklmnopqrstuvwxyz',
	// The abjad of the East and that of the Maghreb, then the order of the dictionary; Tifinagh.
	'ابجدهوزحطيكلمنسعفصقرشتثخذضظغ',
	'ابجدهوزحطيكلمنصعفضقرستثخذظغش',
	'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
	'ⴰⴱⴳⴷⴹⴻⴼⴽⵀⵃⵄⵅⵇⵉⵊⵍⵎⵏⵓⵔⵕⵖⵙⵚⵛⵜⵟⵡⵢⵣⵥ'
];

/** Ordinals, each list in its order, as {@link foldArabic} leaves them. */
const ORDINALS = [
	'أولا ثانيا ثالثا رابعا خامسا سادسا سابعا ثامنا تاسعا عاشرا',
	'الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر',
	'الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة',
	'premièrement deuxièmement troisièmement quatrièmement cinquièmement sixièmement septièmement',
	'premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième',
	'première deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième',
	'premier second troisième quatrième cinquième',
	'première seconde troisième quatrième cinquième',
	'primo secundo tertio quarto quinto sexto septimo octavo nono decimo',
	'first second third fourth fifth sixth seventh eighth ninth tenth',
	'firstly secondly thirdly fourthly fifthly'
].map((list) => list.split(' ').map(foldArabic));

const ROMAN: readonly (readonly [string, number])[] = [
	['xl', 40],
	['x', 10],
	['ix', 9],
	['v', 5],
	['iv', 4],
	['i', 1]
];

/**
 * The places that a mark can have, by the system in which it has it: a number, a letter of an alphabet, a roman
 * number, an ordinal in words. Empty for what counts nothing. Places begin at 1, but for enclosed figures (①, ❷,
 * Ⓐ), which follow each other in Unicode.
 */
export function placesOf(mark: string): ReadonlyMap<string, number> {
	const places = new Map<string, number>();
	if (/^[\p{No}Ⓐ-ⓩ🄐-🆉]$/u.test(mark)) return places.set('enclosed', mark.codePointAt(0) ?? 0);
	const folded = foldArabic(mark);
	if (/^\d{1,3}$/.test(folded)) places.set('number', Number(folded));
	if (folded.length === 1)
		ALPHABETS.forEach((letters, system) => {
			const at = letters.indexOf(folded);
			if (at >= 0) places.set(`letters ${system}`, at + 1);
		});
	const roman = romanNumber(folded);
	if (roman !== undefined) places.set('roman', roman);
	ORDINALS.forEach((words, system) => {
		const at = words.indexOf(folded);
		if (at >= 0) places.set(`ordinals ${system}`, at + 1);
	});
	return places;
}

/** True where each mark is the next of the one before it, all in one system; `fromFirst` asks for its first place. */
export function isSequence(marks: readonly string[], fromFirst = false): boolean {
	const [first, ...others] = marks.map(placesOf);
	if (!first || others.length === 0) return false;
	return [...first].some(
		([system, start]) =>
			(!fromFirst || start === 1 || system === 'enclosed') &&
			others.every((places, index) => places.get(system) === start + index + 1)
	);
}

/** Up to 49 and in its usual spelling; nobody's list is longer. */
function romanNumber(text: string): number | undefined {
	if (!/^(?:xl|x{0,3})(?:ix|iv|v?i{0,3})$/.test(text) || text === '') return undefined;
	let rest = text;
	let value = 0;
	for (const [sign, worth] of ROMAN)
		while (rest.startsWith(sign)) {
			value += worth;
			rest = rest.slice(sign.length);
		}
	return value;
}
