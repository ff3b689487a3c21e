import { expect, test } from '@playwright/test';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { get } from 'node:http';
import { connect } from 'node:net';
import { startDemo, startServer } from '../support/server/start-server.ts';

test('[SV3] a started server says that it is up and that its database is ready', async ({
	request
}) => {
	const server = await startServer();
	try {
		for (const path of ['/healthz', '/readyz']) {
			const response = await request.get(`${server.origin}${path}`);
			expect(response.status(), path).toBe(200);
		}
	} finally {
		await server.stop();
	}
});

test('[SV4] the metrics are for this machine alone', async ({ request }) => {
	const server = await startServer();
	try {
		const own = await request.get(`${server.origin}/metrics`);
		expect(await own.text()).toContain('tachawor_rooms 0');
		const passedOn = await request.get(`${server.origin}/metrics`, {
			headers: { 'x-forwarded-for': '203.0.113.9' }
		});
		expect(passedOn.status()).toBe(404);
	} finally {
		await server.stop();
	}
});

test('[SV5] an empty database gives a set-up link, also after a restart', async ({ page }) => {
	const first = await startServer();
	expect(first.links.setupLink).toContain(first.origin);
	await first.kill();
	const second = await startServer({ dataDir: first.dataDir });
	try {
		expect(second.links.setupLink).toContain(second.origin);
		const answer = await page.goto(second.links.setupLink ?? '');
		expect(answer?.status()).toBe(200);
	} finally {
		await second.stop();
		await first.stop();
	}
	await expect(access(first.dataDir)).rejects.toThrow();
});

test('[SV6] nothing that a client sends to be upgraded ends the server', async ({ request }) => {
	const server = await startServer();
	try {
		for (const path of ['//', '/sync/%', '/sync/', '/elsewhere'])
			await sendUpgrade(server.origin, path);
		expect((await request.get(`${server.origin}/healthz`)).status()).toBe(200);
	} finally {
		await server.stop();
	}
});

test('[SV7] the demo gives a working link to each of its people', async ({ request }) => {
	const demo = await startDemo();
	try {
		expect(Object.keys(demo.links)).toEqual(['facilitator', 'participant', 'screen', 'director']);
		for (const link of Object.values(demo.links)) {
			expect(link).toContain(demo.origin);
			expect((await request.get(link)).status(), link).toBe(200);
		}
	} finally {
		await demo.stop();
	}
});

test('[SV9] pages run only their own scripts, stand in no frame, and keep sockets on plain http', async ({
	page
}) => {
	const demo = await startDemo();
	const refused: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') refused.push(message.text());
	});
	try {
		const { headers } = await pageOf(demo.links.participant);
		const policy = headers.get('content-security-policy') ?? '';
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).toMatch(/script-src 'self' 'sha256-/);
		expect(policy).not.toMatch(/unsafe-eval|upgrade-insecure|unsafe-inline|ws:/);
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('referrer-policy')).toBe('same-origin');
		expect(headers.get('permissions-policy')).toContain('geolocation=()');

		await page.goto(demo.links.participant);
		await page.locator('.btn.primary:not(.skip)').click();
		await page.waitForURL('**/w/*');
		await expect(page.locator('main')).toBeVisible();
		await expect(page.locator('.conn.ok, .conn:not(.off)').first()).toBeVisible();
		await page.evaluate(() => {
			const script = document.createElement('script');
			script.textContent = 'window.injected = true';
			document.body.append(script);
		});
		expect(await page.evaluate(() => 'injected' in window)).toBe(false);
		expect(refused.filter((text) => !text.includes('Content Security Policy'))).toEqual([]);
		expect(refused).toHaveLength(1);
		await page.evaluate(() => {
			const styled = document.createElement('div');
			styled.innerHTML = '<i id="styled" style="color: red"></i>';
			document.body.append(styled);
		});
		expect(await page.locator('#styled').evaluate(({ style }) => style.color)).toBe('');
		expect(refused).toHaveLength(2);
	} finally {
		await demo.stop();
	}
});

test('[SV13] a server answers to its own names and to no other, in pages, files and sockets', async () => {
	const server = await startServer();
	const { port } = new URL(server.origin);
	try {
		for (const path of ['/join', '/favicon.svg', '/api/join/ZZZZ22', '/sync/stage.x']) {
			expect(await statusOf(port, path, `localhost:${port}`), path).not.toBe(421);
			expect(await statusOf(port, path, 'evil.example'), path).toBe(421);
		}
		expect(await statusOf(port, '/healthz', 'evil.example')).toBe(200);
	} finally {
		await server.stop();
	}
});

test('[SV10] paths and forms that make no sense are refused as such, and not as failures', async () => {
	const server = await startServer();
	try {
		for (const [path, init, status] of [
			['/%E0%A4%A', {}, 400],
			['/join/%00', {}, 404],
			['/w/%00', {}, 404],
			['/nowhere', {}, 404],
			['/join', { method: 'POST', body: 'x', headers: { 'content-type': 'text/xml' } }, 415]
		] as const) {
			const answer = await fetch(server.origin + path, init);
			expect(answer.status, path).toBe(status);
			expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff');
		}
	} finally {
		await server.stop();
	}
});

async function pageOf(link: string | undefined): Promise<Response> {
	return fetch(link ?? '');
}

/** Sends an upgrade as no browser would, and waits for the server to end the connection. */
async function sendUpgrade(origin: string, path: string): Promise<void> {
	const { hostname, port } = new URL(origin);
	const socket = connect(Number(port), hostname);
	socket.on('error', () => socket.destroy());
	socket.write(
		`GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`
	);
	socket.resume();
	await once(socket, 'close');
}

/** The status of an answer to a request that names a host; a socket's path asks for an upgrade. */
function statusOf(port: string, path: string, host: string): Promise<number | undefined> {
	const upgrade = path.startsWith('/sync/') ? { connection: 'Upgrade', upgrade: 'websocket' } : {};
	return new Promise((resolve, reject) => {
		get({ host: '127.0.0.1', port, path, headers: { host, ...upgrade } }, (answer) => {
			answer.resume();
			resolve(answer.statusCode);
		}).on('error', reject);
	});
}
