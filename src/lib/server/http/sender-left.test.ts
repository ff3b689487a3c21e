import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { getRequest } from '@sveltejs/kit/node';
import { expect, test } from 'vitest';
import { readBody } from './read-body.ts';
import { senderLeft } from './sender-left.ts';

/** A sender who leaves in the midst of a request: the request as routes get it, and what reading it throws. */
async function leaveInTheMidst(): Promise<{ request: Request; error: unknown }> {
	const server = createServer();
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
	const head =
		'POST / HTTP/1.1\r\nHost: hall\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\n';
	socket.write(`${head}half`);
	const [incoming] = (await once(server, 'request')) as [
		Parameters<typeof getRequest>[0]['request']
	];
	const request = await getRequest({ request: incoming, base: 'http://hall' });
	const reading = readBody(request, 9);
	socket.destroy();
	const error = await reading.then(
		() => undefined,
		(thrown: unknown) => thrown
	);
	if (!request.signal.aborted) await once(request.signal, 'abort');
	server.close();
	return { request, error };
}

test('[SV12] a request whose sender left is told from one that failed', async () => {
	const { request, error } = await leaveInTheMidst();
	expect(error).toBeInstanceOf(Error);
	expect(senderLeft(request, error)).toBe(true);
	expect(senderLeft(request, request.signal.reason)).toBe(true);
	expect(senderLeft(request, new Error('the disk is full'))).toBe(false);
	expect(senderLeft(new Request('http://hall'), error)).toBe(false);
});
