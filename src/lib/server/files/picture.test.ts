import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptedPictures, jpeg, png, webp } from '../../../../tests/support/files/pictures.ts';
import { pictureHead, pictureOrNull, requirePicture } from './picture.ts';

const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'));
const PNG = bytes(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
);
const WEBP = bytes('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==');
const JPEG = await jpeg(3, 2);
const ACCEPTED = await acceptedPictures();

describe('[FI1] what a picture is follows from its own bytes', () => {
	test.each([
		['image/png', PNG, 1, 1],
		['image/webp', WEBP, 1, 1],
		['image/jpeg', JPEG, 3, 2]
	])('[FI1] %s', async (mediaType, picture, width, height) => {
		expect(await pictureHead(picture)).toMatchObject({ mediaType, width, height });
	});

	test.each([
		['text', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
		['a PDF', new TextEncoder().encode('%PDF-1.7')],
		['a GIF', new TextEncoder().encode('GIF89a')],
		['nothing', new Uint8Array()]
	])('[FI1] %s is no picture', async (_name, file) => {
		await expect(requirePicture(file)).rejects.toThrow('file_type');
	});
});

describe('[FI2] what is cut short, makes no sense or is too large is refused', () => {
	test.each([
		['a cut PNG', PNG.slice(0, -8)],
		['a PNG that is a signature alone', PNG.slice(0, 8)],
		['a cut JPEG', JPEG.slice(0, -2)],
		['a cut WebP', WEBP.slice(0, -4)]
	])('[FI2] %s', async (_name, file) => {
		await expect(requirePicture(file)).rejects.toThrow('file_corrupt');
	});

	test.each([
		['PNG', png],
		['JPEG', jpeg],
		['WebP', webp]
	])('[FI2] a %s that ends in its middle', async (_name, make) => {
		const whole = await make();
		await expect(requirePicture(whole.slice(0, whole.length - 20))).rejects.toThrow('file_corrupt');
	});

	test('[FI2] more than 1 MB, or 6000 pixels a side', async () => {
		await expect(requirePicture(new Uint8Array(1024 * 1024 + 1))).rejects.toThrow('file_too_large');
		await expect(requirePicture(await png(6001, 1))).rejects.toMatchObject({
			code: 'file_too_large',
			details: { pixels: 6000 }
		});
	});

	test('[FI2] whatever comes after a signature is read or refused with a reason', async () => {
		const signature = fc.constantFrom(PNG.slice(0, 8), JPEG.slice(0, 3), WEBP.slice(0, 16));
		await fc.assert(
			fc.asyncProperty(signature, fc.uint8Array({ maxLength: 200 }), async (head, rest) => {
				try {
					await requirePicture(Uint8Array.from([...head, ...rest]));
				} catch (thrown) {
					expect(thrown).toHaveProperty('code', expect.stringMatching(/^file_/));
				}
			})
		);
	});
});

describe('[FI4] what is kept is drawn alike everywhere', () => {
	test.each(ACCEPTED)('[FI4] %s', async (_kind, file) => {
		const kept = await requirePicture(file);
		expect(kept).toMatchObject({ width: 30, height: 20 });
		expect(kept.mediaType).toMatch(/^image\/(png|jpeg)$/);
		// Once more, it needs no change.
		expect((await requirePicture(kept.bytes)).bytes).toEqual(kept.bytes);
	});

	test('[FI4] a PNG and a JPEG stay as they came', async () => {
		for (const file of [await png(), await jpeg()])
			expect((await requirePicture(file)).bytes).toEqual(file);
	});
});

test('[DX15] what is no picture is left out of a document', async () => {
	expect(await pictureOrNull(new Uint8Array(40))).toBeNull();
	expect(await pictureOrNull(new Uint8Array([0xff, 0xd8, 0xff]))).toBeNull();
	expect(await pictureOrNull(await jpeg(30, 20))).toMatchObject({ width: 30, height: 20 });
});
