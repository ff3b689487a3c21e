import { isSequence, placesOf } from './sequences.ts';

/** Digits of the keyboards of this country's people. */
const DIGIT = '[0-9٠-٩۰-۹]';
/** What a list counts with: figures in a circle or a keycap, a number (a first one as 1er), a word, a letter. */
const TOKEN = [
	'(?<enclosed>[\\p{No}Ⓐ-ⓩ🄐-🆉])',
	`(?<keycap>[0-9])\\uFE0F?\\u20E3`,
	`(?<number>${DIGIT}{1,3})(?!${DIGIT})(?:(?:er|[eè]re|re|nde?|[eè]me|[eè]|st|rd|th)(?!\\p{L}))?`,
	"(?<word>\\p{L}[\\p{L}\\p{M}']{0,20})(?![\\p{L}\\p{N}])"
].join('|');
/** What parts a mark from what it marks. */
const CLOSER = '(?<closer>\\s{0,2}[\\])}.:\\-–—−/°º،,؛;>»_ـ]{1,3})?';
const MARK = new RegExp(`[(\\[{]?(?:${TOKEN})${CLOSER}(?<gap>\\s*)`, 'uy');
/** The same sign before every line: no letter, figure, quotation or bracket; the tatweel is written as a dash. */
const SIGNS = /^(?:ـ|[^\p{L}\p{N}\s"'“”«»‘’()[\]{}]){1,6}/u;
/** A bullet of a font that was lost: a letter or 0 in the place of a circle; à, a and y are words. */
const LOST_BULLET = /^(?:\p{Script=Latin}|0)(?:\t|(?<![aày]) )/iu;
/** Words before the counting, as in "Catégorie 1 :", are no longer than this. */
const LONGEST_PREFIX = 24;
const LETTER = /\p{L}/u;

/** A mark as it stands in a line: what it counts with, where it ends, and whether a sign parts it from the rest. */
interface Mark {
	readonly token: string;
	readonly end: number;
	readonly closed: boolean;
	/** Something is between it and the rest: a sign or a space. */
	readonly apart: boolean;
}

/**
 * The lines of a list without the marks that enumerate them, of which no list is kept: a mark is the same short sign
 * on every line, or the next number, letter (Latin, or Arabic by abjad or dictionary) or ordinal on every line,
 * behind the same words. Lines as they were where no such rule holds, and where there is one line alone.
 */
export function withoutListMarks(lines: readonly string[]): readonly string[] {
	let bare = lines;
	// A bullet may stand before a number, and a number before a letter.
	for (let layer = 0; layer < 3; layer++) {
		const next = withoutSameSign(bare) ?? withoutCounting(bare);
		if (!next) break;
		bare = next;
	}
	return bare;
}

/** True where the cells of a column hold nothing but marks, each the next one, or one and the same sign or letter. */
export function areMarks(cells: readonly string[]): boolean {
	const [first = ''] = cells;
	if (cells.every((cell) => cell === first && /^(?:\p{L}|[^\p{L}\p{N}]+)$/u.test(cell)))
		return true;
	const marks = cells.map((cell) => markAt(cell, 0));
	return (
		marks.every((mark, index) => mark?.end === cells[index]?.length) &&
		isSequence(marks.map((mark) => mark?.token ?? ''))
	);
}

/** Where a text of one line counts its items: the places at which they begin, none where it counts nothing. */
export function countedPlaces(line: string): readonly number[] {
	const found: number[] = [];
	let last: ReadonlyMap<string, number> = new Map();
	for (const { index } of line.matchAll(/(?<=^|[\s،,؛;])\S/gu)) {
		const mark = markAt(line, index);
		if (!mark?.closed) continue;
		const places = placesOf(mark.token);
		const next = [...places].filter(([system, place]) => last.get(system) === place - 1);
		if (found.length === 0 ? index > 0 || places.size === 0 : next.length === 0) continue;
		last = found.length === 0 ? places : new Map(next);
		found.push(index);
	}
	return found.length > 1 ? found : [];
}

function withoutSameSign(lines: readonly string[]): readonly string[] | undefined {
	const [first = ''] = lines;
	const sign = SIGNS.exec(first)?.[0] ?? LOST_BULLET.exec(first)?.[0];
	if (sign === undefined || lines.length < 2) return undefined;
	const same = longestShared(sign, lines);
	// Words that only begin with one letter have no space behind it.
	if (same === '' || (/^[\p{Script=Latin}0]/u.test(same) && same !== sign)) return undefined;
	return restsOf(lines, () => same.length);
}

function withoutCounting(lines: readonly string[]): readonly string[] | undefined {
	if (lines.length < 2) return undefined;
	const shared = longestShared(lines[0]?.slice(0, LONGEST_PREFIX) ?? '', lines).length;
	for (let at = 0; at <= shared; at++) {
		if (at > 0 && isInsideWord(lines[0] ?? '', at)) continue;
		const marks = lines.map((line) => markAt(line, at));
		if (!marks.every((mark) => mark !== undefined)) continue;
		const closed = marks.every((mark) => mark.closed);
		if (!closed && (at > 0 || !marks.every((mark) => mark.apart))) continue;
		if (
			!isSequence(
				marks.map(({ token }) => token),
				!closed
			)
		)
			continue;
		const rests = restsOf(lines, (index) => marks[index]?.end ?? 0);
		if (rests) return rests;
	}
	return withoutCountingOfMost(lines);
}

/** Lines that were wrapped, or headings between, have no mark of their own and stay as they are. */
function withoutCountingOfMost(lines: readonly string[]): readonly string[] | undefined {
	const marks = lines.map((line) => {
		const mark = markAt(line, 0);
		return mark?.closed && LETTER.test(line.slice(mark.end)) ? mark : undefined;
	});
	const marked = marks.filter((mark) => mark !== undefined);
	if (
		marked.length * 2 < lines.length ||
		!isSequence(
			marked.map(({ token }) => token),
			true
		)
	)
		return undefined;
	return lines.map((line, index) => line.slice(marks[index]?.end ?? 0));
}

function markAt(line: string, at: number): Mark | undefined {
	MARK.lastIndex = at;
	const found = MARK.exec(line);
	if (!found) return undefined;
	const { enclosed, keycap, number, word, closer = '', gap = '' } = found.groups ?? {};
	const token = enclosed ?? keycap ?? number ?? word ?? '';
	const end = at + found[0].length;
	// 2.5 and 2025-2028 are numbers, not marks before one.
	if (number !== undefined && closer !== '' && gap === '' && /^[0-9٠-٩۰-۹]/u.test(line.slice(end)))
		return undefined;
	// The tatweel that shows a letter joined stands for a dash behind it.
	const dashed = word !== undefined && word.length > 1 && word.endsWith('ـ');
	const closed = closer !== '' || dashed || enclosed !== undefined || keycap !== undefined;
	return { token, end, closed, apart: closed || gap !== '' };
}

/** What stands behind the marks; undefined where a line would have no letter left. */
function restsOf(
	lines: readonly string[],
	lengthOf: (index: number) => number
): readonly string[] | undefined {
	const rests = lines.map((line, index) => line.slice(lengthOf(index)).trimStart());
	return rests.every((rest) => LETTER.test(rest)) ? rests : undefined;
}

/** As much of `start` as all lines begin with. */
function longestShared(start: string, lines: readonly string[]): string {
	let shared = start;
	for (const line of lines) while (!line.startsWith(shared)) shared = shared.slice(0, -1);
	// Two emoji may begin with the same half.
	return shared.replace(/[\uD800-\uDBFF]$/, '');
}

function isInsideWord(line: string, at: number): boolean {
	return (
		/[\p{L}\p{N}\p{M}]$/u.test(line.slice(0, at)) && /^[\p{L}\p{N}\p{M}]/u.test(line.slice(at))
	);
}
