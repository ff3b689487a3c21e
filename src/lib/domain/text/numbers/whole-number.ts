import { DomainError } from '../../errors.ts';
import { readAround, type NumberUnit } from './around-number.ts';
import { westernDigits } from './western-digits.ts';

/** How what a person typed in a field of whole numbers was read. */
export type NumberReading =
	| { readonly kind: 'nothing' }
	/** `plain`: the figures that were typed are the number's own, at most with spaces between its thousands. */
	| {
			readonly kind: 'number';
			readonly value: number;
			readonly plain: boolean;
			readonly rounded: boolean;
	  }
	| { readonly kind: 'unread'; readonly why: 'no_number' | 'not_whole' }
	/** A word multiplies it, as in 9,5 MDH; `meant` is what comes of that, null where it can be read in two ways. */
	| { readonly kind: 'abbreviated'; readonly meant: number | null };

/** What a field takes: what its numbers count, the smallest and the largest of them. */
export interface NumberBounds {
	readonly unit: NumberUnit;
	readonly least?: number;
	readonly most: number;
}

/** More characters than this hold no number that a field takes. */
const LONGEST = 100;

const NO_NUMBER = { kind: 'unread', why: 'no_number' } as const;
const NOT_WHOLE = { kind: 'unread', why: 'not_whole' } as const;

/** Signs that part thousands and never cents; a space is one. All kinds of a sign are the first of its kind. */
const ONLY_THOUSANDS = " '_٬";
/** The Arabic decimal mark, which never parts thousands. */
const ONLY_DECIMAL = '٫';
const SIGNS = /^(?:\s+|[.,،٫٬'_])$/u;
const APOSTROPHES = /[’‘ʼ′`´]/gu;

/**
 * Reads a number as a person types it or a sheet shows it: any digits, spaces and signs between groups of three,
 * a decimal mark with zeros behind it, the currency or another unit in three languages. A sign between one to three
 * figures and three more parts thousands, as people of Morocco write whole numbers: 1,250 is 1250. Cents of an
 * amount are rounded to whole dirhams, a half upwards; in any other field a number with decimals is not whole.
 * Nothing is stripped to make a number of what is none.
 */
export function readWholeNumber(typed: string, unit: NumberUnit): NumberReading {
	// By their compatibility every space is a space, and figures of full width are figures.
	const text = westernDigits(
		typed
			.slice(0, LONGEST + 1)
			.replace(APOSTROPHES, "'")
			.normalize('NFKC')
	)
		.replace(/\p{Cf}/gu, '')
		.trim();
	if (text === '') return { kind: 'nothing' };
	const [, before = '', figures = '', behind = ''] = /^(\D*)(\d(?:.*\d)?)(\D*)$/su.exec(text) ?? [];
	if (figures === '' || typed.length > LONGEST) return NO_NUMBER;
	// A sum's end as bankers write it, or a sentence's: 9.500.000,- and 9 500 000.
	const after = behind.replace(/^(?:[.,](?:-{1,2}|[–—])|[.,](?!\p{L}))/u, '');
	const around = readAround(`${before.replace(/^\+/u, '')} ${after}`, unit);
	// Bookkeepers write what is owed in brackets; .5 is a part of one.
	const isPart = /(?:[([/]|(?<!\p{L})[.,،٫٬])\s*$/u.test(before);
	if (around.kind === 'other' || isPart) return NO_NUMBER;
	const parts = partsOf(figures);
	if (around.kind === 'scale')
		return { kind: 'abbreviated', meant: meantBy(figures, around.times) };
	if (!parts) return NO_NUMBER;
	const cents = centsOf(parts.decimals);
	if (cents === undefined || (cents > 0 && unit !== 'dirham')) return NOT_WHOLE;
	const value = Number(parts.whole) + (cents >= 50 ? 1 : 0);
	const plain = typed.replace(/[\s\p{Cf}]/gu, '') === String(value);
	return { kind: 'number', value, plain, rounded: cents > 0 };
}

/**
 * The number that was typed in a field, null where nothing was. Throws, `number_unread`, `number_not_whole`,
 * `number_abbreviated` (details: meant, the number in full where that is clear) or `number_out_of_range` (details:
 * least, most).
 */
export function requireWholeNumber(
	typed: string,
	{ unit, least = 0, most }: NumberBounds
): number | null {
	const reading = readWholeNumber(typed, unit);
	switch (reading.kind) {
		case 'nothing':
			return null;
		case 'abbreviated':
			throw new DomainError(
				'number_abbreviated',
				reading.meant === null ? {} : { meant: reading.meant }
			);
		case 'unread':
			throw new DomainError(reading.why === 'not_whole' ? 'number_not_whole' : 'number_unread');
		case 'number':
			if (reading.value < least || reading.value > most)
				throw new DomainError('number_out_of_range', { least, most });
			return reading.value;
	}
}

/** The number that stands in a field, for sums while it is typed; 0 where none can be read. */
export function numberOrZero(typed: string, unit: NumberUnit): number {
	const reading = readWholeNumber(typed, unit);
	return reading.kind === 'number' ? reading.value : 0;
}

/** The figures before and behind the decimal mark; undefined where the signs between them make no number. */
function partsOf(figures: string): { whole: string; decimals: string } | undefined {
	const groups = figures.match(/\d+/gu) ?? [];
	const between = figures.match(/\D+/gu) ?? [];
	if (!between.every((sign) => SIGNS.test(sign))) return undefined;
	const signs = between.map((sign) => sign.trim() || ' ');
	const last = signs.at(-1);
	if (last === undefined) return { whole: figures, decimals: '' };
	const partsThousands = isThousands(groups) && signs.every((sign) => sign === last);
	if (partsThousands && last !== ONLY_DECIMAL) return { whole: groups.join(''), decimals: '' };
	if (ONLY_THOUSANDS.includes(last)) return undefined;
	const [first, ...others] = signs.slice(0, -1);
	const whole = groups.slice(0, -1);
	const held =
		first === undefined || (isThousands(whole) && others.every((sign) => sign === first));
	if (!held || first === last || first === ONLY_DECIMAL) return undefined;
	return { whole: whole.join(''), decimals: groups.at(-1) ?? '' };
}

/** One to three figures that do not begin with a zero, then groups of three. */
function isThousands([first = '', ...others]: readonly string[]): boolean {
	return /^[1-9]\d{0,2}$/u.test(first) && others.every((group) => group.length === 3);
}

/** Hundredths; zeros of any length are none. Undefined for decimals that no currency of ours has. */
function centsOf(decimals: string): number | undefined {
	if (/^0*$/u.test(decimals)) return 0;
	return decimals.length <= 2 ? Number(decimals.padEnd(2, '0')) : undefined;
}

/** What a number times thousands or millions is in full: whole, and with decimals that are surely decimals. */
function meantBy(figures: string, times: number): number | null {
	const [, whole, decimals = ''] = /^(\d{1,3})(?:[.,٫](\d{1,2}))?$/u.exec(figures) ?? [];
	if (whole === undefined) return null;
	const meant = Math.round(Number(`${whole}.${decimals}`) * times);
	return Number.isSafeInteger(meant) ? meant : null;
}
