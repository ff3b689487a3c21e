import { DomainError } from '../errors.ts';
import { foldArabic } from '../text/arabic/fold-arabic.ts';
import { readPastedList, type PastedList } from '../text/lists/pasted-list.ts';
import { characterCount } from '../text/text.ts';
import { WORKSHOP_LIMITS } from '../workshops/workshop.ts';

/** What was mended in an item; a mark of enumeration that was taken off is not counted as one. */
export const CORRECTIONS = ['glued_words', 'detached_waw', 'leading_waw', 'spacing'] as const;
export type Correction = (typeof CORRECTIONS)[number];

/**
 * A category as read from a pasted list. `expected` is the number of people beside it, null where none stands;
 * `mended` are the words of the label that were corrected.
 */
export interface ListItem {
	readonly label: string;
	readonly expected: number | null;
	readonly corrections: readonly Correction[];
	readonly mended: readonly string[];
}

/**
 * `duplicates` are labels that came again and were left out, `leftOut` what is no category, as a heading or a sum,
 * and `unread` what was not understood.
 */
export interface CategoryList extends Pick<PastedList, 'leftOut' | 'unread'> {
	readonly items: readonly ListItem[];
	readonly duplicates: readonly string[];
}

/** Most characters of a pasted list. */
export const PASTED_LIST_LIMIT = 20_000;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * Reads a messy list of categories, or a table of them with the people awaited ({@link readPastedList}): marks of
 * enumeration, spacing, words that were run together and a conjunction و that leads an item or stands alone are
 * mended; the wording stays as it was given. Throws `list_empty`, `too_many_items` (details: limit, count) or
 * `text_too_long` (details: limit, length).
 */
export function parseCategoryList(pasted: string): CategoryList {
	if (pasted.length > PASTED_LIST_LIMIT)
		throw new DomainError('text_too_long', { limit: PASTED_LIST_LIMIT, length: pasted.length });
	const { items: read, leftOut, unread } = readPastedList(pasted, WORKSHOP_LIMITS.expected);
	const seen = new Set<string>();
	const items: ListItem[] = [];
	const duplicates: string[] = [];
	for (const { name, count } of read) {
		const item = { ...mend(name), expected: count };
		if (!LETTER_OR_DIGIT.test(item.label)) continue;
		assertLabelFits(item.label);
		const key = labelKey(item.label);
		if (seen.has(key)) duplicates.push(item.label);
		else items.push(item);
		seen.add(key);
	}
	if (items.length === 0) throw new DomainError('list_empty');
	const limit = WORKSHOP_LIMITS.categories;
	if (items.length > limit) throw new DomainError('too_many_items', { limit, count: items.length });
	return { items, duplicates, leftOut, unread };
}

/** What two spellings of one label have in common: folded as a search compares, without any spaces. */
export function labelKey(label: string): string {
	return foldArabic(label).replaceAll(' ', '');
}

function assertLabelFits(label: string): void {
	const limit = WORKSHOP_LIMITS.categoryName;
	const length = characterCount(label);
	if (length > limit) throw new DomainError('text_too_long', { limit, length });
}

/** An item on its own: each step notes what it changed and which words show it. */
function mend(piece: string): Omit<ListItem, 'expected'> {
	const corrections: Correction[] = [];
	const mended: string[] = [];
	const note = (correction: Correction, words: string) => {
		if (!corrections.includes(correction)) corrections.push(correction);
		if (words !== '') mended.push(words);
	};

	const trimmed = piece.trim();
	let label = trimmed.replace(/\s+/g, ' ').replace(/ (?=[)\]»])|(?<=[([«]) /g, '');
	if (label !== trimmed) note('spacing', '');

	// First, so that the words that the later steps note stand in the label in the end.
	const withoutWaw = withoutLeadingWaw(label);
	const hadWaw = withoutWaw !== label;
	label = withoutWaw;

	// Ta marbuta ends a word: a letter after it begins the next one.
	label = label.replace(
		/([\u0621-\u064A]+ة)([\u0621-\u064A][\u0621-\u0652]*)/g,
		(_, first: string, second: string) => {
			note('glued_words', `${first} ${second}`);
			return `${first} ${second}`;
		}
	);
	label = label.replace(/(?<= )و ([\p{Script=Arabic}\p{M}]+)/gu, (_, word: string) => {
		note('detached_waw', `و${word}`);
		return `و${word}`;
	});
	if (hadWaw) note('leading_waw', label.split(' ')[0] ?? '');
	return { label, corrections, mended };
}

/** Nouns whose own first letters are وال: governors and parents, not a conjunction and an article. */
const OWN_WAL = /^وال(ي|ية|ين|يه|د|دة|دي|دين|دون|دات|دان|دا)(?=\s|$)/u;

/**
 * Takes off a conjunction that tied an item to the one before it: a و that stands alone, stands before
 * the article, or before another و (وزارة alone begins with one). Any other و may belong to the word.
 */
function withoutLeadingWaw(label: string): string {
	const alone = /^و\s+(?=\p{L})/u.exec(label);
	if (alone) return label.slice(alone[0].length);
	if (OWN_WAL.test(label)) return label;
	return /^و(ال\p{L}{2,}|و\p{L}{2,})/u.test(label) ? label.slice(1) : label;
}
