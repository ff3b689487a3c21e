import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requirePicture } from './picture.ts';

const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));
const PNG = bytes(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
);
const WEBP = bytes('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==');

/** The smallest head of a JPEG that says 3 by 2 pixels, and its end. */
const JPEG = Uint8Array.from([
	...[0xff, 0xd8, 0xff, 0xe0, 0x00, 0x04, 0x00, 0x00],
	...[0xff, 0xc0, 0x00, 0x0b, 0x08, 0x00, 0x02, 0x00, 0x03, 0x01, 0x01, 0x11, 0x00],
	...[0xff, 0xda, 0x00, 0x02, 0x00, 0xff, 0xd9]
]);

describe('[FI1] what a picture is follows from its own bytes', () => {
	test.each([
		['image/png', PNG, 1, 1],
		['image/webp', WEBP, 1, 1],
		['image/jpeg', JPEG, 3, 2]
	])('[FI1] %s', (mediaType, picture, width, height) => {
		expect(requirePicture(picture)).toMatchObject({ mediaType, width, height });
	});

	test.each([
		['text', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
		['a PDF', new TextEncoder().encode('%PDF-1.7')],
		['a GIF', new TextEncoder().encode('GIF89a')],
		['nothing', new Uint8Array()]
	])('[FI1] %s is no picture', (_name, file) => {
		expect(() => requirePicture(file)).toThrow('file_type');
	});
});

describe('[FI2] what is cut short, makes no sense or is too large is refused', () => {
	test.each([
		['a cut PNG', PNG.slice(0, -8)],
		['a PNG that is a signature alone', PNG.slice(0, 8)],
		['a cut JPEG', JPEG.slice(0, -2)],
		['a cut WebP', WEBP.slice(0, -4)]
	])('[FI2] %s', (_name, file) => {
		expect(() => requirePicture(file)).toThrow('file_corrupt');
	});

	test('[FI2] more than 1 MB, or 6000 pixels a side', () => {
		expect(() => requirePicture(new Uint8Array(1024 * 1024 + 1))).toThrow('file_too_large');
		const wide = PNG.slice();
		new DataView(wide.buffer).setUint32(16, 6001);
		expect(() => requirePicture(wide)).toThrow('file_too_large');
	});

	test('[FI2] whatever comes after a signature is read or refused with a reason', () => {
		const signature = fc.constantFrom(PNG.slice(0, 8), JPEG.slice(0, 3), WEBP.slice(0, 16));
		fc.assert(
			fc.property(signature, fc.uint8Array({ maxLength: 200 }), (head, rest) => {
				try {
					requirePicture(Uint8Array.from([...head, ...rest]));
				} catch (thrown) {
					expect(thrown).toHaveProperty('code', expect.stringMatching(/^file_/));
				}
			})
		);
	});
});
