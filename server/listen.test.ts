import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { until } from '../tests/support/until.ts';
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

test.each([
	['of which nothing was read', () => undefined],
	['that was begun', (request: IncomingMessage) => request.on('data', () => request.pause())]
])('[SV11] after a body was refused, %s, the same connection is answered', async (_what, begin) => {
	const server = newHttpServer((request, response) => {
		begin(request);
		response.writeHead(request.method === 'GET' ? 200 : 413, { 'content-length': 0 }).end();
	}, undefined);
	const port = await listen(server, '127.0.0.1', 0);
	const socket = connect(port, '127.0.0.1');
	let said = '';
	socket.on('data', (bytes: Buffer) => (said += bytes.toString()));
	const length = 400_000;
	socket.write(`POST / HTTP/1.1\r\nHost: hall\r\nContent-Length: ${length}\r\n\r\n`);
	socket.write('x'.repeat(length));
	socket.write('GET / HTTP/1.1\r\nHost: hall\r\n\r\n');
	await until('both were answered', () => /413[^]*HTTP\/1\.1 200/.test(said));
	socket.destroy();
	server.close();
});

test('[SV11] of a body that is far too large little more is read than that it is', async () => {
	let refused: IncomingMessage | undefined;
	const server = newHttpServer((request, response) => {
		refused = request.on('data', () => request.pause());
		response.writeHead(413, { 'content-length': 0 }).end();
	}, undefined);
	const port = await listen(server, '127.0.0.1', 0);
	const socket = connect(port, '127.0.0.1');
	socket.on('error', () => undefined);
	let said = '';
	socket.on('data', (bytes: Buffer) => (said += bytes.toString()));
	socket.write('POST / HTTP/1.1\r\nHost: hall\r\nContent-Length: 20000000\r\n\r\n');
	socket.write('x'.repeat(20_000_000));
	await until('it was answered, and read no further', () => said !== '' && !!refused?.isPaused());
	const read = refused?.socket.bytesRead;
	await new Promise((resolve) => setTimeout(resolve, 200));
	expect(refused?.socket.bytesRead).toBe(read);
	expect(read).toBeLessThan(2_000_000);
	socket.destroy();
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
