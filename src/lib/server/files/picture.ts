import { DomainError } from '../../domain/errors.ts';
import { WORKSHOP_LIMITS } from '../../domain/workshops/workshop.ts';

/** An uploaded picture whose head was read. Sizes are in pixels. */
export interface Picture {
	readonly bytes: Uint8Array;
	readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
	readonly width: number;
	readonly height: number;
}

/** Widest and highest picture, in pixels: a small file can unpack into a very large one. */
export const PICTURE_SIDE_LIMIT = 6000;

/**
 * Reads what an upload is from its own bytes, never from its name. Throws `file_too_large` (details:
 * limit, in bytes or pixels), `file_type` for anything but PNG, JPEG and WebP, and `file_corrupt` for
 * one that is cut short or whose head makes no sense.
 */
export function requirePicture(bytes: Uint8Array): Picture {
	if (bytes.byteLength > WORKSHOP_LIMITS.logoBytes)
		throw new DomainError('file_too_large', { limit: WORKSHOP_LIMITS.logoBytes });
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const read = readerOf(view);
	if (!read) throw new DomainError('file_type');
	const size = read.size(view);
	if (!size || size.width < 1 || size.height < 1) throw new DomainError('file_corrupt');
	if (size.width > PICTURE_SIDE_LIMIT || size.height > PICTURE_SIDE_LIMIT)
		throw new DomainError('file_too_large', { limit: PICTURE_SIDE_LIMIT });
	return { bytes, mediaType: read.mediaType, ...size };
}

interface Size {
	readonly width: number;
	readonly height: number;
}
interface Reader {
	readonly mediaType: Picture['mediaType'];
	readonly size: (view: DataView) => Size | undefined;
}

function readerOf(view: DataView): Reader | undefined {
	if (startsWith(view, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
		return { mediaType: 'image/png', size: pngSize };
	if (startsWith(view, [0xff, 0xd8, 0xff])) return { mediaType: 'image/jpeg', size: jpegSize };
	if (textAt(view, 0, 4) === 'RIFF' && textAt(view, 8, 4) === 'WEBP')
		return { mediaType: 'image/webp', size: webpSize };
	return undefined;
}

/** Walks the chunks from IHDR to IEND, so that a file that was cut short is found out. */
function pngSize(view: DataView): Size | undefined {
	let size: Size | undefined;
	let pixels = false;
	for (let at = 8; at + 12 <= view.byteLength;) {
		const length = view.getUint32(at);
		const name = textAt(view, at + 4, 4);
		if (at + 12 + length > view.byteLength) return undefined;
		if (size === undefined) {
			if (name !== 'IHDR' || length !== 13) return undefined;
			size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
		}
		if (name === 'IDAT') pixels = true;
		if (name === 'IEND') return pixels ? size : undefined;
		at += 12 + length;
	}
	return undefined;
}

/** Walks the segments to the start of frame; the picture must end with its end marker. */
function jpegSize(view: DataView): Size | undefined {
	let end = view.byteLength;
	while (end > 2 && view.getUint8(end - 1) === 0) end--;
	if (view.getUint16(end - 2) !== 0xffd9) return undefined;
	for (let at = 2; at + 9 < view.byteLength;) {
		if (view.getUint8(at) !== 0xff) return undefined;
		const marker = view.getUint8(at + 1);
		if (marker === 0xff) {
			at++;
			continue;
		}
		const startsFrame =
			marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
		if (startsFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
		if (marker === 0xda) return undefined;
		const length = view.getUint16(at + 2);
		if (length < 2) return undefined;
		at += 2 + length;
	}
	return undefined;
}

function webpSize(view: DataView): Size | undefined {
	if (view.byteLength < 30 || view.getUint32(4, true) + 8 > view.byteLength) return undefined;
	switch (textAt(view, 12, 4)) {
		case 'VP8 ':
			if (view.getUint8(23) !== 0x9d || view.getUint8(24) !== 0x01 || view.getUint8(25) !== 0x2a)
				return undefined;
			return {
				width: view.getUint16(26, true) & 0x3fff,
				height: view.getUint16(28, true) & 0x3fff
			};
		case 'VP8L': {
			if (view.getUint8(20) !== 0x2f) return undefined;
			const bits = view.getUint32(21, true);
			return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
		}
		case 'VP8X':
			return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
		default:
			return undefined;
	}
}

function uint24(view: DataView, at: number): number {
	return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

function startsWith(view: DataView, signature: readonly number[]): boolean {
	return (
		view.byteLength >= signature.length &&
		signature.every((byte, index) => view.getUint8(index) === byte)
	);
}

function textAt(view: DataView, at: number, length: number): string {
	if (at + length > view.byteLength) return '';
	return String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, length));
}
