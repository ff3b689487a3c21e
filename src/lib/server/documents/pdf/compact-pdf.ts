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
	const { objects, trailer, header } = parsed(source);
	const written: Buffer[] = [header];
	let length = header.length;
	const places = new Map<number, readonly [kind: 1 | 2, place: number, index: number]>();
	const put = (id: number, body: readonly Buffer[]): void => {
		places.set(id, [1, length, 0]);
		const parts = [Buffer.from(`${id} 0 obj\n`), ...body, Buffer.from('\nendobj\n')];
		for (const part of parts) length += part.length;
		written.push(...parts);
	};

	const small: { id: number; body: string }[] = [];
	const streams: Promise<readonly [id: number, body: readonly Buffer[]]>[] = [];
	for (const { id, from, to } of objects) {
		const { text, stream } = bodyOf(source, from, to);
		if (!stream) small.push({ id, body: withoutMarks(text) });
		else streams.push(withoutMarksInStream(text, stream).then((body) => [id, body]));
	}
	let next = Math.max(...objects.map(({ id }) => id)) + 1;
	for (let start = 0; start < small.length; start += TOGETHER) {
		const group = small.slice(start, start + TOGETHER);
		const id = next++;
		for (const [index, { id: own }] of group.entries()) places.set(own, [2, id, index]);
		streams.push(packedTogether(group).then((body) => [id, body]));
	}
	for (const [id, body] of await Promise.all(streams)) put(id, body);

	const table = next;
	places.set(table, [1, length, 0]);
	const rows = Buffer.alloc((table + 1) * 7);
	for (let id = 0; id <= table; id++) {
		const [kind, place, index] = places.get(id) ?? [0, 0, 0xffff];
		rows.writeUInt8(kind, id * 7);
		rows.writeUInt32BE(place, id * 7 + 1);
		rows.writeUInt16BE(index, id * 7 + 5);
	}
	const data = await pack(rows, PACKING);
	const dictionary = `${trailer} /Type /XRef /Size ${table + 1} /W [1 4 2] /Filter /FlateDecode /Length ${data.length}>>\nstream\n`;
	const start = length;
	written.push(
		Buffer.from(`${table} 0 obj\n<<${dictionary}`, 'latin1'),
		data,
		Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`)
	);
	return Buffer.concat(written);
}

/** A stream of small objects, which begins with the number of each and where it stands. */
async function packedTogether(
	group: readonly { readonly id: number; readonly body: string }[]
): Promise<Buffer[]> {
	let offset = 0;
	const heads = group.map(({ id, body }) => {
		const head = `${id} ${offset}`;
		offset += body.length + 1;
		return head;
	});
	const head = `${heads.join(' ')}\n`;
	const content = `${head}${group.map(({ body }) => `${body}\n`).join('')}`;
	const data = await pack(Buffer.from(content, 'latin1'), PACKING);
	const dictionary = `<</Type /ObjStm /N ${group.length} /First ${head.length} /Filter /FlateDecode /Length ${data.length}>>\nstream\n`;
	return [Buffer.from(dictionary), data, Buffer.from('\nendstream')];
}

interface PdfObject {
	readonly id: number;
	readonly from: number;
	readonly to: number;
}

/** The objects in the order of the file, the entries of the trailer but its size, and what stands first. */
function parsed(source: Buffer): { objects: PdfObject[]; trailer: string; header: Buffer } {
	const tail = source.subarray(-64).toString('latin1');
	const at = Number(/startxref\s+(\d+)/.exec(tail)?.[1] ?? NaN);
	const text = source.subarray(at).toString('latin1');
	const [, first, count] = /^xref\s+(\d+) (\d+)\s+/.exec(text) ?? [];
	const trailer = /trailer\s*<<([^]*)>>\s*startxref/.exec(text)?.[1];
	if (first !== '0' || count === undefined || trailer === undefined || trailer.includes('/Encrypt'))
		throw new RangeError('a PDF of another kind');
	const entries = [...text.matchAll(/(\d{10}) \d{5} n/g)].map(([, offset]) => Number(offset));
	const numbered = [...text.matchAll(/\d{10} \d{5} ([nf])/g)].flatMap(([, kind], id) =>
		kind === 'n' ? [id] : []
	);
	const placed = entries
		.map((from, index) => ({ id: numbered[index] ?? 0, from }))
		.sort((a, b) => a.from - b.from);
	const objects = placed.map((object, index) => ({
		...object,
		to: placed[index + 1]?.from ?? at
	}));
	return {
		objects,
		trailer: trailer.replace(/\/Size \d+/, '').trim(),
		header: source.subarray(0, objects[0]?.from ?? 0)
	};
}

const STREAM_END = Buffer.from('endstream');

/** What stands in an object; for a stream, its dictionary and its bytes as they are stored. */
function bodyOf(source: Buffer, from: number, to: number): { text: string; stream: Buffer | null } {
	const start = source.indexOf('obj', from) + 3;
	const end = source.lastIndexOf('endobj', to);
	const last = source.subarray(Math.max(start, end - 12), end);
	if (!last.includes(STREAM_END))
		return { text: source.toString('latin1', start, end).trim(), stream: null };
	const opened = source.indexOf('stream', start);
	const text = source.toString('latin1', start, opened).trim();
	const begins = source[opened + 6] === 13 ? opened + 8 : opened + 7;
	const length = Number(/\/Length (\d+)/.exec(text)?.[1] ?? NaN);
	return { text, stream: source.subarray(begins, begins + length) };
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
