import { connect } from 'node:net';
import type { Server } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newOrigins } from '#lib/server/auth/origins.ts';
import { onlyKnownHosts } from '../../../server/known-hosts.ts';
import { listen, newHttpServer } from '../../../server/listen.ts';
import { attachUpgrade } from '../../../server/upgrade.ts';

let server: Server;
let port: number;
const origins = newOrigins('https://tachawor.example.ma');

beforeEach(async () => {
	const hosts = { answers: origins.answers, page: () => 'use https://tachawor.example.ma' };
	server = newHttpServer(
		onlyKnownHosts((_request, response) => response.end('a page'), hosts),
		undefined
	);
	attachUpgrade(server, (_request, socket) => socket.end('HTTP/1.1 200 OK\r\n\r\nlet in'), hosts);
	port = await listen(server, '127.0.0.1', 0);
	origins.set([`http://192.168.43.1:${port}`], [`http://laptop.local:${port}`]);
});
afterEach(() => {
	server.closeAllConnections();
	server.close();
});

/** Sends a head as it stands and gives everything that comes back. */
function ask(head: readonly string[]): Promise<string> {
	return new Promise((resolve, reject) => {
		const socket = connect(port, '127.0.0.1', () => socket.end(`${head.join('\r\n')}\r\n\r\n`));
		let said = '';
		socket.on('data', (bytes: Buffer) => (said += bytes.toString()));
		socket.on('error', reject);
		socket.on('close', () => resolve(said));
	});
}
const get = (host: string, path = '/join'): Promise<string> =>
	ask([`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close']);
const upgrade = (host: string): Promise<string> =>
	ask(['GET /sync/stage.x HTTP/1.1', `Host: ${host}`, 'Connection: Upgrade', 'Upgrade: websocket']);

test('[SV13] the public origin and this machine’s own addresses and names are answered', async () => {
	for (const host of [
		'tachawor.example.ma',
		'TACHAWOR.example.ma:443',
		`192.168.43.1:${port}`,
		`laptop.local:${port}`
	]) {
		expect(await get(host), host).toContain('a page');
		expect(await upgrade(host), host).toContain('let in');
	}
});

test('[SV13] any other name gets 421 and where to go instead, and is not repeated', async () => {
	for (const host of ['evil.example', 'evil.example:80', '192.168.43.1', 'localhost', 'x"><b']) {
		const answer = await get(host);
		expect(answer, host).toMatch(/^HTTP\/1\.1 421 /);
		expect(answer, host).toContain('use https://tachawor.example.ma');
		expect(answer, host).not.toContain('evil');
		expect(answer, host).not.toContain('<b');
		expect(await upgrade(host), host).toMatch(/^HTTP\/1\.1 421 /);
	}
});

test('[SV13] a target that is no path gets 400, since it would name a host of its own', async () => {
	const answer = await get('tachawor.example.ma', 'http://evil.example/join');
	expect(answer).toMatch(/^HTTP\/1\.1 400 /);
});

test('[SV13] monitors are answered under any name', async () => {
	for (const path of ['/healthz', '/readyz', '/readyz?x'])
		expect(await get('10.0.0.3', path)).toContain('a page');
	expect(await get('10.0.0.3', '/healthz/x')).toMatch(/^HTTP\/1\.1 421 /);
});
