import type { CoverLogo } from './document-content.ts';

/**
 * A logo that Word and the PDF can both draw, with its size read from its head; null for another media
 * type or a head that is not one, so that a broken picture never breaks a document.
 */
export function coverLogo(
	logo: { readonly bytes: Uint8Array; readonly mediaType: string } | null
): CoverLogo | null {
	if (!logo) return null;
	const size =
		logo.mediaType === 'image/png'
			? pngSize(logo.bytes)
			: logo.mediaType === 'image/jpeg'
				? jpegSize(logo.bytes)
				: null;
	if (!size || size.width === 0 || size.height === 0) return null;
	return { bytes: logo.bytes, kind: logo.mediaType === 'image/png' ? 'png' : 'jpg', ...size };
}

interface Size {
	readonly width: number;
	readonly height: number;
}

const PNG_HEAD = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function pngSize(bytes: Uint8Array): Size | null {
	if (bytes.length < 24 || PNG_HEAD.some((byte, index) => bytes[index] !== byte)) return null;
	const view = viewOf(bytes);
	return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Walks the segments to the frame's head, which holds the size. */
function jpegSize(bytes: Uint8Array): Size | null {
	if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
	const view = viewOf(bytes);
	let offset = 2;
	while (offset + 9 < bytes.length) {
		if (bytes[offset] !== 0xff) return null;
		const marker = bytes[offset + 1] ?? 0;
		const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		if (frame) return { width: view.getUint16(offset + 7), height: view.getUint16(offset + 5) };
		offset += 2 + view.getUint16(offset + 2);
	}
	return null;
}

function viewOf(bytes: Uint8Array): DataView {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
