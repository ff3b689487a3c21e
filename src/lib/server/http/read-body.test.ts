import { expect, test } from 'vitest';
import { readBody } from './read-body.ts';

const url = 'http://hall';

/** Node asks for `duplex` where a body is a stream. */
function post(body: ReadableStream<Uint8Array>, headers = {}): Request {
	return new Request(url, { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
}

/** Ten letters at a time without an end, and how many came. */
function endless(): { body: ReadableStream<Uint8Array>; asked: () => number } {
	let asked = 0;
	const body = new ReadableStream<Uint8Array>({
		pull(controller) {
			asked++;
			controller.enqueue(new Uint8Array(10));
		}
	});
	return { body, asked: () => asked };
}

test('[SV11] a body up to the limit comes whole, and none is an empty one', async () => {
	const sent = new Request(url, { method: 'POST', body: 'تعاونية' });
	expect(new TextDecoder().decode(await readBody(sent, 14))).toBe('تعاونية');
	expect(await readBody(new Request(url, { method: 'POST' }), 14)).toHaveLength(0);
});

test('[SV11] reading ends where a body is over its limit', async () => {
	const { body, asked } = endless();
	const sent = post(body);
	await expect(readBody(sent, 35)).rejects.toMatchObject({
		code: 'message_too_large',
		details: { limit: 35 }
	});
	expect(asked()).toBeLessThan(10);
});

test('[SV11] a body that says that it is too long is not read at all', async () => {
	const { body, asked } = endless();
	const sent = post(body, { 'content-length': '36' });
	await expect(readBody(sent, 35)).rejects.toMatchObject({ code: 'message_too_large' });
	expect(asked()).toBeLessThan(2);
});
