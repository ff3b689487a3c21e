import { inflateRawSync } from 'node:zlib';

/** The files of a zip archive (a Word document, a workbook) by path, as text. */
export function readZip(archive: Uint8Array): Map<string, string> {
	const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
	const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
	if (end < 0) throw new Error('not a zip archive');
	const files = new Map<string, string>();
	let entry = bytes.readUInt32LE(end + 16);
	for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
		const method = bytes.readUInt16LE(entry + 10);
		const size = bytes.readUInt32LE(entry + 20);
		const nameLength = bytes.readUInt16LE(entry + 28);
		const local = bytes.readUInt32LE(entry + 42);
		const name = bytes.toString('utf8', entry + 46, entry + 46 + nameLength);
		const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
		const data = bytes.subarray(start, start + size);
		files.set(name, (method === 0 ? data : inflateRawSync(data)).toString('utf8'));
		entry += 46 + nameLength + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32);
	}
	return files;
}

/** The visible text of a Word part, paragraphs by line, without marks of direction. */
export function wordTextOf(xml: string): string {
	return xml
		.split('</w:p>')
		.map((paragraph) =>
			[...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('')
		)
		.join('\n')
		.replace(/[\u200E\u200F]/g, '')
		.replace(/&amp;/g, '&')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&apos;/g, "'");
}
