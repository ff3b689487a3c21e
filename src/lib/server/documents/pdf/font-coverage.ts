/**
 * The code points that a TrueType font has a glyph for, read from its `cmap` table (formats 4 and 12, the
 * ones in use for Unicode). Empty for bytes that are not such a font.
 */
export function fontCoverage(font: Uint8Array): Set<number> {
	const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
	const points = new Set<number>();
	const cmap = tableOffset(view, 'cmap');
	if (cmap === null) return points;
	for (let index = 0; index < view.getUint16(cmap + 2); index++) {
		const subtable = cmap + view.getUint32(cmap + 8 + index * 8);
		const format = view.getUint16(subtable);
		if (format === 4) addSegments(view, subtable, points);
		if (format === 12) addGroups(view, subtable, points);
	}
	return points;
}

function tableOffset(view: DataView, name: string): number | null {
	if (view.byteLength < 12) return null;
	for (let index = 0; index < view.getUint16(4); index++) {
		const entry = 12 + index * 16;
		const tag = [0, 1, 2, 3].map((at) => String.fromCharCode(view.getUint8(entry + at))).join('');
		if (tag === name) return view.getUint32(entry + 8);
	}
	return null;
}

/** Format 4: segments of the basic plane, some with glyphs looked up one by one. */
function addSegments(view: DataView, table: number, points: Set<number>): void {
	const doubled = view.getUint16(table + 6);
	const ends = table + 14;
	const starts = ends + doubled + 2;
	const deltas = starts + doubled;
	const ranges = deltas + doubled;
	for (let at = 0; at < doubled; at += 2) {
		const start = view.getUint16(starts + at);
		const delta = view.getUint16(deltas + at);
		const range = view.getUint16(ranges + at);
		for (let point = start; point <= view.getUint16(ends + at) && point !== 0xffff; point++) {
			const glyph =
				range === 0 ? point + delta : view.getUint16(ranges + at + range + (point - start) * 2);
			if (glyph % 0x10000 !== 0) points.add(point);
		}
	}
}

/** Format 12: groups of any plane. */
function addGroups(view: DataView, table: number, points: Set<number>): void {
	for (let group = 0; group < view.getUint32(table + 12); group++) {
		const at = table + 16 + group * 12;
		for (let point = view.getUint32(at); point <= view.getUint32(at + 4); point++)
			points.add(point);
	}
}
