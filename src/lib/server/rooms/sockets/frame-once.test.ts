import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import WebSocket, { WebSocketServer } from 'ws';
import { frameOnce } from './frame-once.ts';

test('[RM25] messages that are framed once are read by a WebSocket as they were, in order with others', async () => {
	const messages = [0, 1, 125, 126, 65_535, 65_536, 300_000].map((length) =>
		new Uint8Array(length).map((_, index) => (length + index) % 251)
	);
	const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
	server.on('connection', (socket, request) => {
		for (const [index, message] of messages.entries())
			if (index % 3 === 2) socket.send(message);
			else request.socket.write(frameOnce(message));
	});
	await once(server, 'listening');
	const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
	const read: Buffer[] = [];
	await new Promise<void>((resolve) =>
		client.on('message', (data: Buffer, isBinary) => {
			expect(isBinary).toBe(true);
			if (read.push(data) === messages.length) resolve();
		})
	);
	expect(read.map((data) => data.length)).toEqual(messages.map(({ length }) => length));
	for (const [index, data] of read.entries())
		expect(Buffer.compare(data, messages[index]!)).toBe(0);
	client.terminate();
	server.close();
});
