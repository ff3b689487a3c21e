/** What a test can know of a PDF without drawing it. */
export interface PdfFacts {
	readonly pages: number;
	readonly language: string | null;
	/** Carries the structure that screen readers follow, and says that it keeps to PDF/UA. */
	readonly accessible: boolean;
	/** Names of the fonts in the file, without the marks of subsets. */
	readonly fonts: readonly string[];
	/** The bookmarks in order, their letters in the order in which people read them. */
	readonly bookmarks: readonly string[];
}

/** Reads the parts of a PDF that stand in it uncompressed, as those that we write do. */
export function readPdf(bytes: Uint8Array): PdfFacts {
	const text = Buffer.from(bytes).toString('latin1');
	if (!text.startsWith('%PDF-')) throw new Error('not a PDF');
	const all = (pattern: RegExp): string[] =>
		[...text.matchAll(pattern)].map((match) => match[1] ?? '');
	return {
		pages: Number(all(/\/Type \/Pages\s+\/Count (\d+)/g)[0] ?? 0),
		language: all(/\/Lang \(([^)]*)\)/g)[0] ?? null,
		accessible: text.includes('/Marked true') && text.includes('<pdfuaid:part>1<'),
		fonts: [...new Set(all(/\/BaseFont \/(?:[A-Z]{6}\+)?([\w-]+)/g))].sort(),
		bookmarks: all(/\/Title (<[0-9A-F]+>|\([^]*?\))\s+\/Dest/g).map(textString)
	};
}

/** A text string of a PDF (UTF-16 in hexadecimal digits, or plain letters), without isolates. */
function textString(written: string): string {
	if (written.startsWith('(')) return written.slice(1, -1).replace(/\\(.)/g, '$1');
	const bytes = Buffer.from(written.slice(1, -1), 'hex');
	return bytes
		.subarray(2)
		.swap16()
		.toString('utf16le')
		.replace(/[\u2066-\u2069]/g, '');
}
