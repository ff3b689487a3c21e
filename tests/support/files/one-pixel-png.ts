/** A picture of one pixel, valid for every reader. */
export function onePixelPng(): Uint8Array {
	const base64 =
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
	return new Uint8Array(Buffer.from(base64, 'base64'));
}
