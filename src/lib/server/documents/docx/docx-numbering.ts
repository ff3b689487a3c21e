/** The list of bullets; numbered lists follow it. */
export const BULLETS = 1;

/** How far a list's text stands in, and how far its marks stand out of that; in twips. */
export const LIST_INDENT = { text: 400, mark: 280 };

/**
 * The part of a Word file that says how its lists are marked: {@link BULLETS}, and `numbered` lists after it,
 * each counted from 1. It takes the place of the library's, which knows only lists of its own paragraphs.
 */
export function wordNumbering(numbered: number): string {
	const level = (format: string, text: string): string =>
		`<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>` +
		`<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${LIST_INDENT.text}" w:hanging="${LIST_INDENT.mark}"/></w:pPr></w:lvl>`;
	const kind = (id: number, content: string): string =>
		`<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/>${content}</w:abstractNum>`;
	const lists = Array.from(
		{ length: numbered },
		(_, index) =>
			`<w:num w:numId="${BULLETS + 1 + index}"><w:abstractNumId w:val="2"/>` +
			'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
	);
	return (
		'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
		'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
		kind(1, level('bullet', '•')) +
		kind(2, level('decimal', '%1.')) +
		`<w:num w:numId="${BULLETS}"><w:abstractNumId w:val="1"/></w:num>` +
		lists.join('') +
		'</w:numbering>'
	);
}
