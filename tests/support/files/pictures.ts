import sharp from 'sharp';

let made = 0;

/** A reddish picture with a green left third, each of another red, so that none is taken for another. */
function flag(width = 30, height = 20) {
	const green = {
		create: { width: Math.ceil(width / 3), height, channels: 3, background: '#0a0' }
	};
	return sharp({
		create: { width, height, channels: 3, background: { r: 150 + (made++ % 100), g: 0, b: 0 } }
	} as const).composite([{ input: green as { create: sharp.Create }, left: 0, top: 0 }]);
}

const bytes = (made: Buffer): Uint8Array => new Uint8Array(made);

export const png = async (width?: number, height?: number) =>
	bytes(await flag(width, height).png().toBuffer());
export const jpeg = async (width?: number, height?: number) =>
	bytes(await flag(width, height).jpeg().toBuffer());
export const webp = async () => bytes(await flag().webp().toBuffer());

/** Every kind of picture that may be uploaded, by what is unusual about it; all show 30 by 20 pixels. */
export async function acceptedPictures(): Promise<[string, Uint8Array][]> {
	const frames = await sharp([await flag().png().toBuffer(), await flag().png().toBuffer()], {
		join: { animated: true }
	})
		.webp({ loop: 0 })
		.toBuffer();
	const turned = await flag(20, 30).jpeg().withMetadata({ orientation: 6 }).toBuffer();
	const filled = Buffer.concat([Buffer.from(await jpeg()), Buffer.alloc(64)]);
	return [
		['a PNG', await png()],
		['a PNG with a palette', bytes(await flag().png({ palette: true }).toBuffer())],
		['a PNG of 16 bits that comes in passes', bytes(await deepPng())],
		['a JPEG', await jpeg()],
		['a JPEG in stages', bytes(await flag().jpeg({ progressive: true }).toBuffer())],
		['a grey JPEG', bytes(await flag().greyscale().jpeg().toBuffer())],
		['a JPEG with bytes after its end', bytes(filled)],
		['a JPEG that is turned by a mark', bytes(turned)],
		['a JPEG made for print', cmykJpeg()],
		['a WebP', await webp()],
		['a lossless WebP', bytes(await flag().webp({ lossless: true }).toBuffer())],
		['a WebP with glass', bytes(await glass().webp().toBuffer())],
		['a PNG with glass', bytes(await glass().png().toBuffer())],
		['an animated WebP', bytes(frames)]
	];
}

function glass() {
	const background = { r: 0, g: 0, b: 150 + (made++ % 100), alpha: 0.5 };
	return sharp({ create: { width: 30, height: 20, channels: 4, background } });
}

function deepPng(): Promise<Buffer> {
	return flag().toColourspace('rgb16').png({ progressive: true }).toBuffer();
}

/** Cyan, magenta, yellow and black, which no browser program here writes. */
function cmykJpeg(): Uint8Array {
	return new Uint8Array(Buffer.from(CMYK, 'base64'));
}

const CMYK = [
	'/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLU',
	'BXQUZMTlJTUjI+WmFaUGBKUVJP/8AAFAgAFAAeBEMRAE0RAFkRAEsRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAAH/8QA',
	'FBABAAAAAAAAAAAAAAAAAAAAAP/aAA4EQwBNAFkASwAAPwCnJgmCnAAAAAAAAAAAAAAA/9k='
].join('');
