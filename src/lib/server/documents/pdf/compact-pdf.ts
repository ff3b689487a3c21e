import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';

const pack = promisify(deflate);
const unpack = promisify(inflate);
/** More memory for the same size in less time. */
const PACKING = { memLevel: 9 };

/** How many objects are packed together: a reader unpacks a whole stream to get at one of them. */
const TOGETHER = 1000;

/**
 * Marks of direction as the UTF-16 digits of a PDF's texts. They order letters while lines are laid out; what
 * is drawn, read out or copied is in order already, and a mark that is copied along upsets where it is put.
 */
const MARKS = /^(?:200E|200F|202[A-E]|206[6-9])$/;
/** A text behind its byte order mark, or what a glyph stands for. */
const TEXTS = /<(?:FEFF)?(?:[0-9A-F]{4})+>/g;
const HAS_MARK = /(?:200[EF]|202[A-E]|206[6-9])/;

/**
 * The same PDF with its small objects packed and without invisible marks of direction in the texts that are
 * copied, searched and shown as bookmarks. The library writes each element of the structure that screen
 * readers follow as plain text: three quarters of a long document. Packs on threads of its own. Rejects with
 * RangeError for a file that is not written as the library writes them: one table of objects, no encryption.
 */
export async function compactPdf(pdf: Uint8Array): Promise<Uint8Array> {
	const source = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
	const { text, objects, trailer, header } = parsed(source);
	const small: SmallObject[] = [];
	const streams: Promise<readonly [id: number, body: readonly Buffer[]]>[] = [];
	for (const { id, from, to } of objects) {
		const start = text.indexOf('obj', from) + 3;
		const end = text.lastIndexOf('endobj', to);
		const opened = text.startsWith('endstream', end - 10) ? text.indexOf('stream', start) : -1;
		if (opened < 0) {
			small.push({ id, body: withoutMarks(text.slice(start, end).trim()) });
			continue;
		}
		const dictionary = text.slice(start, opened).trim();
		const begins = opened + (text.charCodeAt(opened + 6) === 13 ? 8 : 7);
		const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? NaN);
		const stored = source.subarray(begins, begins + length);
		streams.push(withoutMarksInStream(dictionary, stored).then((body) => [id, body]));
	}
	const groups = Math.ceil(small.length / TOGETHER);
	const firstGroup = objects.reduce((most, { id }) => Math.max(most, id), 0) + 1;
	const table = new ObjectTable(firstGroup + groups + 1);
	for (let group = 0; group < groups; group++) {
		const members = small.slice(group * TOGETHER, (group + 1) * TOGETHER);
		const id = firstGroup + group;
		for (const [index, member] of members.entries()) table.packed(member.id, id, index);
		streams.push(packedTogether(members).then((body) => [id, body]));
	}

	const written: Buffer[] = [header];
	let length = header.length;
	const put = (...parts: readonly Buffer[]): void => {
		for (const part of parts) length += part.length;
		written.push(...parts);
	};
	for (const [id, body] of await Promise.all(streams)) {
		table.placed(id, length);
		put(Buffer.from(`${id} 0 obj\n`), ...body, Buffer.from('\nendobj\n'));
	}
	const own = firstGroup + groups;
	table.placed(own, length);
	const data = await pack(table.rows, PACKING);
	const dictionary = `${trailer} /Type /XRef /Size ${own + 1} /W [1 4 2] /Filter /FlateDecode /Length ${data.length}>>\nstream\n`;
	const end = `\nendstream\nendobj\nstartxref\n${length}\n%%EOF\n`;
	put(Buffer.from(`${own} 0 obj\n<<${dictionary}`, 'latin1'), data, Buffer.from(end));
	return Buffer.concat(written);
}

/** Where each object stands, in the seven bytes that the dictionary of the table says. */
class ObjectTable {
	readonly rows: Buffer;

	/** An object that nobody places is a free one. */
	constructor(size: number) {
		this.rows = Buffer.alloc(size * 7);
		for (let id = 0; id < size; id++) this.rows.writeUInt16BE(0xffff, id * 7 + 5);
	}

	/** By its offset in the file. */
	placed(id: number, offset: number): void {
		this.row(id, 1, offset, 0);
	}

	/** In a stream of small objects, as the how manieth of them. */
	packed(id: number, stream: number, index: number): void {
		this.row(id, 2, stream, index);
	}

	private row(id: number, kind: 1 | 2, place: number, index: number): void {
		this.rows.writeUInt8(kind, id * 7);
		this.rows.writeUInt32BE(place, id * 7 + 1);
		this.rows.writeUInt16BE(index, id * 7 + 5);
	}
}

/** An object that is no stream. */
interface SmallObject {
	readonly id: number;
	readonly body: string;
}

/** A stream of small objects, which begins with the number of each and where it stands. */
async function packedTogether(group: readonly SmallObject[]): Promise<Buffer[]> {
	let offset = 0;
	const heads = group.map(({ id, body }) => {
		const head = `${id} ${offset}`;
		offset += body.length + 1;
		return head;
	});
	const head = `${heads.join(' ')}\n`;
	const content = `${head}${group.map(({ body }) => body).join('\n')}\n`;
	const data = await pack(Buffer.from(content, 'latin1'), PACKING);
	const dictionary = `<</Type /ObjStm /N ${group.length} /First ${head.length} /Filter /FlateDecode /Length ${data.length}>>\nstream\n`;
	return [Buffer.from(dictionary), data, Buffer.from('\nendstream')];
}

interface PdfObject {
	readonly id: number;
	readonly from: number;
	readonly to: number;
}

/** A PDF as a letter a byte, and what its table tells. */
interface ParsedPdf {
	readonly text: string;
	/** In the order of the file. */
	readonly objects: readonly PdfObject[];
	/** The entries of the trailer but its size. */
	readonly trailer: string;
	/** What stands before the first object. */
	readonly header: Buffer;
}

/** Bytes of an entry of the table: ten digits of offset, five of generation, used or free. */
const ENTRY = 20;

function parsed(source: Buffer): ParsedPdf {
	const text = source.toString('latin1');
	const at = Number(/startxref\s+(\d+)/.exec(text.slice(-64))?.[1] ?? NaN);
	const [head, first, count] = /^xref\s+(\d+) (\d+)\s+/.exec(text.slice(at, at + 64)) ?? [];
	const trailer = /trailer\s*<<([^]*)>>\s*startxref/.exec(text.slice(at))?.[1];
	if (first !== '0' || head === undefined || trailer === undefined || trailer.includes('/Encrypt'))
		throw new RangeError('a PDF of another kind');
	const entries = Array.from({ length: Number(count) }, (_, id) => {
		const entry = at + head.length + id * ENTRY;
		return { id, from: Number(text.slice(entry, entry + 10)), used: text[entry + 17] === 'n' };
	});
	const placed = entries.filter(({ used }) => used).sort((a, b) => a.from - b.from);
	return {
		text,
		objects: placed.map(({ id, from }, index) => ({ id, from, to: placed[index + 1]?.from ?? at })),
		trailer: trailer.replace(/\/Size \d+/, '').trim(),
		header: source.subarray(0, placed[0]?.from ?? 0)
	};
}

/** The parts of a stream object, its texts without marks where it holds any. */
async function withoutMarksInStream(dictionary: string, stored: Buffer): Promise<Buffer[]> {
	const end = Buffer.from('\nendstream');
	const asItWas = [Buffer.from(`${dictionary}\nstream\n`, 'latin1'), stored, end];
	if (!dictionary.includes('/FlateDecode') || /\/Image\b|\/Length1|\/FontFile/.test(dictionary))
		return asItWas;
	const content = await unpack(stored);
	if (!content.includes('ActualText') && !content.includes('beginbf')) return asItWas;
	const text = content.toString('latin1');
	const plain = withoutMarks(text);
	if (plain === text) return asItWas;
	const data = await pack(Buffer.from(plain, 'latin1'), PACKING);
	const changed = dictionary.replace(/\/Length \d+/, `/Length ${data.length}`);
	return [Buffer.from(`${changed}\nstream\n`, 'latin1'), data, end];
}

function withoutMarks(text: string): string {
	if (!HAS_MARK.test(text)) return text;
	return text.replace(TEXTS, (written) => {
		if (!HAS_MARK.test(written)) return written;
		const units = written.slice(1, -1).match(/.{4}/g) ?? [];
		const kept = units.filter((unit) => !MARKS.test(unit));
		// A glyph has to stand for something.
		return kept.length === 0 ? written : `<${kept.join('')}>`;
	});
}
