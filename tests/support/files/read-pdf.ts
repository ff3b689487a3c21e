import { inflateSync } from 'node:zlib';

/** What a test can know of a PDF without drawing it. */
export interface PdfFacts {
	readonly pages: number;
	readonly language: string | null;
	/** Carries the structure that screen readers follow, and says that it keeps to PDF/UA. */
	readonly accessible: boolean;
	/** Names of the fonts in the file, without the marks of subsets. */
	readonly fonts: readonly string[];
	/** The kinds of parts that its structure has, as PDF names them: H1, Table, L. */
	readonly parts: readonly string[];
	/** The bookmarks in order, their letters in the order in which people read them. */
	readonly bookmarks: readonly string[];
}

/** Reads a PDF's objects, those that are packed into streams as well; not what is drawn on its pages. */
export function readPdf(bytes: Uint8Array): PdfFacts {
	const plain = Buffer.from(bytes).toString('latin1');
	if (!plain.startsWith('%PDF-')) throw new Error('not a PDF');
	const text = `${plain}${unpacked(bytes, plain).join('\n')}`;
	const all = (pattern: RegExp): string[] =>
		[...text.matchAll(pattern)].map((match) => match[1] ?? '');
	return {
		pages: Number(all(/\/Type \/Pages\s+\/Count (\d+)/g)[0] ?? 0),
		language: all(/\/Lang \(([^)]*)\)/g)[0] ?? null,
		accessible: text.includes('/Marked true') && text.includes('<pdfuaid:part>1<'),
		fonts: [...new Set(all(/\/BaseFont \/(?:[A-Z]{6}\+)?([\w-]+)/g))].sort(),
		parts: [...new Set(all(/\/Type \/StructElem\s+\/S \/(\w+)/g))],
		bookmarks: all(/\/Title (<[0-9A-F]+>|\([^]*?\))\s+\/Dest/g).map(textString)
	};
}

/** The contents of the streams that hold other objects. */
function unpacked(bytes: Uint8Array, plain: string): string[] {
	return streams(bytes, plain, /\/Type \/ObjStm[^>]*\/Length (\d+)>>\nstream\n/g);
}

/** The contents of all packed streams: what is drawn, and what its letters stand for. */
export function streamsOf(bytes: Uint8Array): string[] {
	return streams(bytes, Buffer.from(bytes).toString('latin1'), /\/Length (\d+)[^]{0,80}?stream\n/g);
}

function streams(bytes: Uint8Array, plain: string, pattern: RegExp): string[] {
	return [...plain.matchAll(pattern)].flatMap((match) => {
		const from = match.index + match[0].length;
		try {
			return inflateSync(bytes.subarray(from, from + Number(match[1]))).toString('latin1');
		} catch {
			// One that is stored as it is.
			return [];
		}
	});
}

/** A text string of a PDF (UTF-16 in hexadecimal digits, or plain letters). */
function textString(written: string): string {
	if (written.startsWith('(')) return written.slice(1, -1).replace(/\\(.)/g, '$1');
	const bytes = Buffer.from(written.slice(1, -1), 'hex');
	return bytes.subarray(2).swap16().toString('utf16le');
}
