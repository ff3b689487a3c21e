import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { listen, newHttpServer } from './listen.ts';

const TIMES = { headersTimeout: 100, requestTimeout: 300, connectionsCheckingInterval: 20 };

test.each([
	['half a head', 'GET / HTTP/1.1\r\nHost: hall\r\n'],
	['half a body', 'POST / HTTP/1.1\r\nHost: hall\r\nContent-Length: 9\r\n\r\nhalf']
])('[SV12] a client that sends %s and no more is ended', async (_what, sent) => {
	const server = newHttpServer(() => undefined, undefined, TIMES);
	const port = await listen(server, '127.0.0.1', 0);
	const socket = connect(port, '127.0.0.1');
	let said = '';
	socket.on('data', (bytes: Buffer) => (said += bytes.toString()));
	socket.write(sent);
	await new Promise((resolve) => socket.once('close', resolve));
	expect(said).toMatch(/^HTTP\/1\.1 408 /);
	server.close();
});

test('[SV12] what a client sends is answered as long as it sends', async () => {
	const server = newHttpServer((_request, response) => response.end('here'), undefined, TIMES);
	const port = await listen(server, '127.0.0.1', 0);
	const answer = await fetch(`http://127.0.0.1:${port}/`);
	expect(await answer.text()).toBe('here');
	server.closeAllConnections();
	server.close();
});
