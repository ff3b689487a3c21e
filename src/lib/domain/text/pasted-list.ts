/** Marks that only ever enumerate. U+0660, the Arabic-Indic zero, is one where no digit is beside it. */
const BULLET = '[•●○◦▪▫■□‣⁃∙⋅➢➤►▶✓✔✦❖◆◇★☆\uF0B7\uF0A7]|(?<![٠-٩0-9])٠(?![٠-٩0-9])';
/** Marks that enumerate only where an item begins: they also stand inside words. */
const LEADING = '[-–—−*·>]|o(?=\\t)';
const NUMBER = '[([]\\s*[0-9٠-٩]{1,3}\\s*[)\\]]|[0-9٠-٩]{1,3}\\s*[).\\-–/:](?![0-9٠-٩])';

const BEGINS_MARKED = new RegExp(`^\\s*(?:${BULLET}|(?:${LEADING})(?=\\s|\\p{L})|${NUMBER})`, 'u');
const BEGINS_NUMBERED = new RegExp(`^\\s*(?:${NUMBER})`, 'u');
const MARKS_AT_START = new RegExp(
	`^(?:\\s|[،,؛;.]|${BULLET}|(?:${LEADING})(?=\\s|\\p{L}|$)|${NUMBER})+`,
	'u'
);
const MARKS_AT_END = new RegExp(`(?:\\s|[،,؛;.:]|${BULLET})+$`, 'u');
const BULLET_INSIDE = new RegExp(`(?:${BULLET})`, 'gu');
const BULLET_AFTER_COMMA = new RegExp(`[،,]\\s*(?:${BULLET})`, 'u');
const NUMBER_INSIDE = new RegExp(`(?<=[\\s،,؛;])(?:${NUMBER})(?=\\s*\\p{L})`, 'gu');

/** A character that people's lists do not hold, put where an item ends. */
const CUT = '\uE000';

/**
 * Cuts a pasted list where its items end and takes off the marks that enumerate them. Bullets, numbers,
 * semicolons and line ends cut; commas cut unless the list shows by its own marks or lines that they
 * stand inside items, and never inside parentheses. What is left of an item is as it was typed.
 */
export function splitPastedList(text: string): string[] {
	const lines = text.split('\n').filter((line) => line.trim() !== '');
	const commasCut = commasSeparate(lines);
	let cut = joinLines(lines, commasCut).replace(BULLET_INSIDE, `${CUT}$&`);
	if (BEGINS_NUMBERED.test(text)) cut = cut.replace(NUMBER_INSIDE, `${CUT}$&`);
	return cutOutsideParentheses(cut, commasCut)
		.split(CUT)
		.map((item) => item.replace(MARKS_AT_START, '').replace(MARKS_AT_END, ''))
		.filter((item) => item !== '');
}

/**
 * Do commas end items? They do where a bullet follows one or lines end with one, and in a text that has
 * nothing else to cut it. They do not in a list whose every line is marked, nor in one of plain lines.
 */
function commasSeparate(lines: readonly string[]): boolean {
	const text = lines.join('\n');
	if (BULLET_AFTER_COMMA.test(text)) return true;
	if (lines.length === 1) {
		const marks = text.match(BULLET_INSIDE)?.length ?? 0;
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
