import { expect, test, type Browser } from '@playwright/test';
import { m } from '#lib/paraglide/messages.js';
import type { CuttableNetwork } from '../support/sockets/cuttable-network.ts';
import { openHall, write, type Hall, type Phone } from '../support/workshops/participant-hall.ts';

const AR = { locale: 'ar' } as const;
const OF_YESTERDAY = '/_app/immutable/entry/start.of-yesterday.js';

let hall: Hall;
let network: CuttableNetwork;
test.beforeEach(async () => {
	hall = await openHall();
	network = await hall.network();
	await hall.open(1);
});
test.afterEach(() => hall.close());

const noteOn = ({ page }: Phone, text: string) => page.locator('.note', { hasText: text });

async function enter(browser: Browser): Promise<Phone> {
	const phone = await hall.enter(browser, { origin: network.origin });
	await expect(phone.page.locator('.conn')).toHaveText(m.common_connected({}, AR));
	return phone;
}

/** The page can be had again without the network. */
async function pageIsKept({ page }: Phone): Promise<void> {
	await expect
		.poll(() => page.evaluate(async () => Boolean(await caches.match(location.pathname))))
		.toBe(true);
}

test('[OF3] a start without the network goes on where the hall was, and sends nothing before the server said who it is', async ({
	browser
}) => {
	const phone = await enter(browser);
	const { page } = phone;
	await write(phone, 'قبل القطع');
	await expect(noteOn(phone, 'قبل القطع')).toContainText(m.note_saved({}, AR));
	await pageIsKept(phone);
	network.cut();
	await page.reload();
	await expect(noteOn(phone, 'قبل القطع')).toBeVisible();
	await write(phone, 'بعد القطع');
	await expect(noteOn(phone, 'بعد القطع')).toContainText(m.note_waits_for_network({}, AR));

	let answer = (): void => undefined;
	const held = new Promise<void>((resolve) => (answer = resolve));
	const asked = page.waitForRequest('**/api/workshops/*/participant*');
	await page.route('**/api/workshops/*/participant*', async (route) => {
		await held;
		await route.continue();
	});
	const sent: string[] = [];
	page.on('websocket', (socket) => {
		socket.on('framesent', () => sent.push(socket.url()));
	});
	network.restore();
	await asked;
	expect(sent).toEqual([]);
	answer();
	await expect(noteOn(phone, 'بعد القطع')).toContainText(m.note_saved({}, AR));
	expect(sent.length).toBeGreaterThan(0);
});

test('[OF4] a phone whose session is unknown is led to the join page', async ({ browser }) => {
	const phone = await enter(browser);
	await pageIsKept(phone);
	await phone.page.goto('about:blank');
	await hall.server.app.sessions.revokeAll(phone.actorId);
	await phone.page.goto(`${network.origin}/w/${hall.workshop.workshopId}`);
	await phone.page.waitForURL('**/join**');
});

test('[OF5] a newer version of the server replaces the page and the files that are kept, before anything is typed', async ({
	browser
}) => {
	const phone = await enter(browser);
	const { page } = phone;
	await pageIsKept(phone);
	const isKept = (path: string) =>
		page.evaluate(async (file) => Boolean(await caches.match(file)), path);
	// What an older version ran on, as it would lie there.
	await page.evaluate(async (file) => {
		const cache = await caches.open(`tachawor${location.pathname}`);
		await cache.put(file, new Response(''));
	}, OF_YESTERDAY);
	expect(await isKept(OF_YESTERDAY)).toBe(true);

	await page.route('**/_app/version.json', (route) =>
		route.fulfill({ json: { version: 'of tomorrow' }, headers: { 'cache-control': 'no-store' } })
	);
	let documents = 0;
	page.on('request', (request) => {
		if (request.isNavigationRequest()) documents++;
	});
	await page.reload();
	await expect.poll(() => documents).toBe(2);
	await expect(page.locator('.conn')).toHaveText(m.common_connected({}, AR));
	await expect(page.locator('.composer textarea')).toHaveValue('');

	await page.unroute('**/_app/version.json');
	await page.reload();
	await expect.poll(() => isKept(OF_YESTERDAY)).toBe(false);
	await pageIsKept(phone);
	expect(documents).toBe(3);
});
