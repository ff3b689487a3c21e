import sharp from 'sharp';
import { DomainError } from '../../domain/errors.ts';
import { WORKSHOP_LIMITS } from '../../domain/workshops/workshop.ts';

/** What a file says of itself in its head. Sizes are in pixels, as it is stored, not turned. */
export interface PictureHead {
	readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
	readonly width: number;
	readonly height: number;
}

/** A picture that pages, Word and the PDF draw alike. */
export interface Picture extends PictureHead {
	readonly bytes: Uint8Array;
	readonly mediaType: 'image/png' | 'image/jpeg';
}

/** Widest and highest picture, in pixels: a small file can unpack into a very large one. */
export const PICTURE_SIDE_LIMIT = 6000;

const MEDIA_TYPES: Readonly<Record<string, PictureHead['mediaType']>> = {
	png: 'image/png',
	jpeg: 'image/jpeg',
	webp: 'image/webp'
};

/** The last chunk of a PNG: the library draws one without it, others refuse it. */
const PNG_END = Buffer.from('IEND\xAE\x42\x60\x82', 'latin1');

// Nothing else of the library is ever given an upload: no vector, PDF or video reader.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
	operation: ['VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegBuffer', 'VipsForeignLoadWebpBuffer']
});
// Each upload is another picture; what was decoded is not kept.
sharp.cache(false);

/**
 * Reads the head of an upload, from its own bytes and never from its name. Throws `file_too_large`
 * (details: `limit` in bytes, or `pixels` a side), `file_type` for anything but PNG, JPEG and WebP, and
 * `file_corrupt` for a head that makes no sense.
 */
export async function pictureHead(bytes: Uint8Array): Promise<PictureHead> {
	const { mediaType, width, height } = await readHead(bytes);
	return { mediaType, width, height };
}

/**
 * A picture that may be kept, decoded once as a whole so that one which was cut short is found out. PNG
 * and JPEG stay as they came; what Word or the PDF would leave out or draw otherwise (WebP, a JPEG that
 * is turned by a mark or made for print) becomes PNG or JPEG, an animation its first picture. Throws as
 * {@link pictureHead} does.
 */
export async function requirePicture(bytes: Uint8Array): Promise<Picture> {
	const { mediaType, width, height, alike } = await readHead(bytes);
	if (mediaType === 'image/png' && !Buffer.from(bytes).includes(PNG_END))
		throw new DomainError('file_corrupt');
	const source = sharp(bytes, { failOn: 'error' });
	try {
		if (mediaType !== 'image/webp' && alike) {
			await source.resize(1, 1, { fit: 'fill' }).raw().toBuffer();
			return { bytes, mediaType, width, height };
		}
		const upright = source.autoOrient().toColourspace('srgb');
		const jpeg = mediaType === 'image/jpeg';
		const { data, info } = await (jpeg ? upright.jpeg({ quality: 92 }) : upright.png()).toBuffer({
			resolveWithObject: true
		});
		return {
			bytes: new Uint8Array(data),
			mediaType: jpeg ? 'image/jpeg' : 'image/png',
			width: info.width,
			height: info.height
		};
	} catch {
		throw new DomainError('file_corrupt');
	}
}

/** As {@link requirePicture}, but null for what is no picture, so that one never breaks a document. */
export async function pictureOrNull(bytes: Uint8Array): Promise<Picture | null> {
	try {
		return await requirePicture(bytes);
	} catch {
		return null;
	}
}

/** `alike` tells a file that every program draws the same way. */
async function readHead(bytes: Uint8Array): Promise<PictureHead & { readonly alike: boolean }> {
	if (bytes.byteLength > WORKSHOP_LIMITS.logoBytes)
		throw new DomainError('file_too_large', { limit: WORKSHOP_LIMITS.logoBytes });
	if (bytes.byteLength === 0) throw new DomainError('file_type');
	const { format, width, height, space, orientation = 1 } = await metadataOf(bytes);
	const mediaType = MEDIA_TYPES[format];
	if (!mediaType) throw new DomainError('file_type');
	if (width > PICTURE_SIDE_LIMIT || height > PICTURE_SIDE_LIMIT)
		throw new DomainError('file_too_large', { pixels: PICTURE_SIDE_LIMIT });
	return { mediaType, width, height, alike: orientation === 1 && space !== 'cmyk' };
}

async function metadataOf(bytes: Uint8Array): Promise<sharp.Metadata> {
	try {
		return await sharp(bytes).metadata();
	} catch (thrown) {
		const unknown = thrown instanceof Error && thrown.message.includes('unsupported image format');
		throw new DomainError(unknown ? 'file_type' : 'file_corrupt');
	}
}
