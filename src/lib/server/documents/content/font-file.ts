/** What a TrueType file says of its letters; lengths in parts of the letter's size. */
export interface FontFile {
	/** The glyph of each code point that the font has. */
	readonly glyphs: ReadonlyMap<number, number>;
	/** How far a letter moves the next one on; 0 for one that the font does not have. */
	advance(point: number): number;
	/** From the top of a line to its bottom. */
	readonly lineHeight: number;
}

/**
 * Reads a TrueType font: its `cmap` (formats 4 and 12, the ones in use for Unicode), `hmtx`, `hhea` and
 * `head` tables. Throws RangeError for bytes that are not such a font.
 */
export function readFont(font: Uint8Array): FontFile {
	const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
	const glyphs = new Map<number, number>();
	const cmap = tableOffset(view, 'cmap');
	for (let index = 0; index < view.getUint16(cmap + 2); index++) {
		const subtable = cmap + view.getUint32(cmap + 8 + index * 8);
		const format = view.getUint16(subtable);
		if (format === 4) addSegments(view, subtable, glyphs);
		if (format === 12) addGroups(view, subtable, glyphs);
	}
	const hhea = tableOffset(view, 'hhea');
	const hmtx = tableOffset(view, 'hmtx');
	const unitsPerEm = view.getUint16(tableOffset(view, 'head') + 18);
	const measured = view.getUint16(hhea + 34);
	return {
		glyphs,
		advance(point) {
			const glyph = glyphs.get(point);
			if (glyph === undefined) return 0;
			// The glyphs at the end are as wide as the last one that is listed.
			return view.getUint16(hmtx + 4 * Math.min(glyph, measured - 1)) / unitsPerEm;
		},
		lineHeight:
			(view.getInt16(hhea + 4) - view.getInt16(hhea + 6) + view.getInt16(hhea + 8)) / unitsPerEm
	};
}

function tableOffset(view: DataView, name: string): number {
	for (let index = 0; index < view.getUint16(4); index++) {
		const entry = 12 + index * 16;
		const tag = [0, 1, 2, 3].map((at) => String.fromCharCode(view.getUint8(entry + at))).join('');
		if (tag === name) return view.getUint32(entry + 8);
	}
	throw new RangeError(`a font without ${name}`);
}

/** Format 4: segments of the basic plane, some with glyphs looked up one by one. */
function addSegments(view: DataView, table: number, glyphs: Map<number, number>): void {
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
			const listed =
				range === 0 ? point : view.getUint16(ranges + at + range + (point - start) * 2);
			const glyph = listed === 0 ? 0 : (listed + delta) % 0x10000;
			if (glyph !== 0) glyphs.set(point, glyph);
		}
	}
}

/** Format 12: groups of any plane. */
function addGroups(view: DataView, table: number, glyphs: Map<number, number>): void {
	for (let group = 0; group < view.getUint32(table + 12); group++) {
		const at = table + 16 + group * 12;
		const start = view.getUint32(at);
		const glyph = view.getUint32(at + 8);
		for (let point = start; point <= view.getUint32(at + 4); point++)
			glyphs.set(point, glyph + point - start);
	}
}
