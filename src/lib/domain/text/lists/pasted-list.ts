import {
	BULLET,
	BULLETS,
	bareNames,
	LEADING,
	NUMBER,
	PICTURE,
	withoutMarks
} from './item-marks.ts';
import { countedPlaces, withoutListMarks } from './list-marks.ts';
import { namedCounts, type NamedCount } from './named-counts.ts';
import { isCount } from './pasted-cells.ts';
import { readPastedTable } from './pasted-table.ts';
import { pastedText } from './pasted-text.ts';

/** What was read of a pasted list of names, each with its number where it has one. */
export interface PastedList {
	readonly items: readonly NamedCount[];
	/** What is no item: a heading, a row of sums, the words that lead to a list. */
	readonly leftOut: readonly string[];
	/** What was not understood: cells that are neither a name nor its number. */
	readonly unread: readonly string[];
}

const BEGINS_MARKED = new RegExp(
	`^\\s*(?:${BULLET}|${PICTURE}|(?:${LEADING})(?=\\s|\\p{L})|${NUMBER})`,
	'u'
);
const BEGINS_NUMBERED = new RegExp(`^\\s*(?:${NUMBER})`, 'u');
const FIRST_PICTURE = new RegExp(`^\\s*(${PICTURE})`, 'u');
const BULLET_AFTER_COMMA = new RegExp(`[،,]\\s*(?:${BULLET})`, 'u');
const NUMBER_INSIDE = new RegExp(`(?<=[\\s،,؛;])(?:${NUMBER})(?=\\s*\\p{L})`, 'gu');

/** A noncharacter, which no text holds, put where an item ends. */
const CUT = '\uFDD0';

/**
 * Reads a pasted list of names, or a table with their numbers, of at most `most` each ({@link readPastedTable}).
 * A list is cut where its items end, and the marks that enumerate them are taken off, those of chats too. Bullets,
 * numbers, semicolons and line ends cut; commas cut unless the list shows by its own marks or lines that they stand
 * inside items, and never inside parentheses. What is left of an item is as it was typed, in plain letters.
 */
export function readPastedList(pasted: string, most: number): PastedList {
	const text = pastedText(pasted).replaceAll(CUT, '');
	const [lead, rest] = withoutLead(text);
	const table = readPastedTable(rest);
	if (!table) {
		const items = splitList(rest);
		const names = items.filter((item) => !isCount(item));
		return {
			items: names.map((name) => ({ name, count: null })),
			leftOut: lead,
			unread: items.filter(isCount)
		};
	}
	const { items, unread } = namedCounts(table, most);
	const names = bareNames(items.map(({ name }) => name));
	return {
		items: items.map(({ count }, index) => ({ name: names[index] ?? '', count })),
		leftOut: [...lead, ...table.leftOut],
		unread
	};
}

/** A first line that ends with a colon, alone among the lines, leads to them and is none of them. */
function withoutLead(text: string): readonly [string[], string] {
	const [first = '', ...rest] = text.trimStart().split('\n');
	const others = rest.filter((line) => line.trim() !== '');
	const leads =
		/:\s*$/u.test(first) && others.length > 1 && !others.some((line) => /:\s*$/u.test(line));
	return leads ? [[first.trim()], rest.join('\n')] : [[], text];
}

function splitList(text: string): string[] {
	const whole = text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
	const lines = withoutListMarks(counted(whole));
	const wasMarked = lines.every((line, index) => line !== whole[index]);
	const commasCut = !wasMarked && commasSeparate(lines);
	let cut = joinLines(lines, commasCut).replace(BULLETS, `${CUT}$&`);
	const [, picture] = FIRST_PICTURE.exec(text) ?? [];
	if (picture !== undefined) cut = cut.replaceAll(picture, CUT);
	if (BEGINS_NUMBERED.test(text)) cut = cut.replace(NUMBER_INSIDE, `${CUT}$&`);
	return cutOutsideParentheses(cut, commasCut)
		.split(CUT)
		.map(withoutMarks)
		.filter((item) => item !== '');
}

/** A text of one line that counts its items, as أ- … ب- …, in as many lines. */
function counted(lines: readonly string[]): readonly string[] {
	const [line = ''] = lines;
	const places = lines.length === 1 ? countedPlaces(line) : [];
	return places.length === 0
		? lines
		: places.map((at, index) => line.slice(at, places[index + 1]).trim());
}

/**
 * Do commas end items? They do where a bullet follows one or lines end with one, and in a text that has
 * nothing else to cut it. They do not in a list whose every line is marked, nor in one of plain lines.
 */
function commasSeparate(lines: readonly string[]): boolean {
	const text = lines.join('\n');
	if (BULLET_AFTER_COMMA.test(text)) return true;
	if (lines.length === 1) {
		const marks = text.match(BULLETS)?.length ?? 0;
		return marks < 2 && !/[؛;]/.test(text) && !isNumberedLine(text);
	}
	if (lines.every((line) => BEGINS_MARKED.test(line))) return false;
	const commas = text.match(/[،,]/g)?.length ?? 0;
	return lines.slice(0, -1).some((line) => /[،,]\s*$/.test(line)) || commas >= 2 * lines.length;
}

function isNumberedLine(text: string): boolean {
	return BEGINS_NUMBERED.test(text) && (text.match(NUMBER_INSIDE)?.length ?? 0) > 0;
}

/** Where commas cut, a line that ends without a mark was only wrapped, and goes on in the next. */
function joinLines(lines: readonly string[], wrapped: boolean): string {
	let joined = '';
	lines.forEach((line, index) => {
		const before = lines[index - 1];
		if (before === undefined) joined += line;
		else if (wrapped && !/[،,؛;]\s*$/.test(before) && !BEGINS_MARKED.test(line))
			joined += ` ${line}`;
		else joined += CUT + line;
	});
	return joined;
}

function cutOutsideParentheses(text: string, commasCut: boolean): string {
	const closing = text.matchAll(new RegExp(`\\([^()${CUT}]*\\)|\\[[^[\\]${CUT}]*\\]`, 'gu'));
	const within = new Set<number>();
	for (const { index, 0: match } of closing)
		for (let at = index; at < index + match.length; at++) within.add(at);
	return text.replace(commasCut ? /[;؛,،]/g : /[;؛]/g, (mark, at: number) =>
		within.has(at) ? mark : CUT
	);
}
