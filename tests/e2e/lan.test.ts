import { createServer, type AddressInfo } from 'node:net';
import { expect, test, type Browser } from '@playwright/test';
import { m } from '#lib/paraglide/messages.js';
import { createAccount, invite } from '../support/browser/accounts.ts';
import { connected, joinByAddress, noteOn, write } from '../support/browser/participants.ts';
import { PHONE, visit } from '../support/browser/visitor.ts';
import { startServer, type TestServer } from '../support/server/start-server.ts';
import { openFromAgenda } from '../support/browser/open-from-agenda.ts';

const AR = { locale: 'ar' } as const;
const FR = { locale: 'fr' } as const;
/** The address of a laptop that opened a hotspot. */
const LAPTOP_ADDRESS = '192.168.43.1';

let browser: Browser;
let server: TestServer<{ setupLink?: string }>;
test.beforeAll(async ({ playwright }) => {
	const port = await freePort();
	const origin = `http://${LAPTOP_ADDRESS}:${port}`;
	server = await startServer({ environment: { PORT: String(port), PUBLIC_ORIGIN: origin } });
	browser = await playwright.chromium.launch({
		...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
		args: ['--no-sandbox', '--disable-gpu', `--host-resolver-rules=MAP ${LAPTOP_ADDRESS} 127.0.0.1`]
	});
});
test.afterAll(async () => {
	await browser.close();
	await server.stop();
});

test('[E2E4] a hall without internet and https: forms, sockets, cookies and copying work', async () => {
	test.setTimeout(120_000);
	const { origin } = server;
	expect(origin).toContain(LAPTOP_ADDRESS);
	const administrator = await visit(browser, 'fr');
	const lead = await visit(browser, 'fr');
	const fatima = await visit(browser, 'ar', PHONE);
	const paul = await visit(browser, 'fr', PHONE);

	await createAccount(administrator, server.links.setupLink ?? '', {
		name: 'Hind',
		email: 'hind@example.ma'
	});
	expect(await administrator.page.evaluate(() => window.isSecureContext)).toBe(false);
	const invitation = await invite(administrator, 'facilitator');
	expect(invitation).toContain(origin);
	await administrator.page
		.getByRole('button', { name: m.accounts_admin_copy_link({}, FR) })
		.click();
	await expect(administrator.page.getByText(m.accounts_admin_copied({}, FR))).toBeVisible();

	await createAccount(lead, invitation, { name: 'Salma', email: 'salma@example.ma' });
	await lead.page.goto(`${origin}/workshops/new?from=fes-meknes`);
	await lead.page.getByRole('button', { name: m.home_create({}, FR) }).click();
	await lead.page.waitForURL('**/prepare/place');
	await lead.page.goto(`${origin}/workshops`);
	await lead.page.getByRole('button', { name: m.home_open_hall({}, FR) }).click();
	await lead.page.waitForURL('**/run');
	await lead.page.getByRole('button', { name: m.run_join_code({}, FR) }).click();
	const code =
		(await lead.page
			.getByRole('dialog')
			.getByText(/^[2-9A-Z]{6}$/)
			.textContent()) ?? '';
	await lead.page.keyboard.press('Escape');
	await connected(lead);

	await joinByAddress(fatima, `${origin}/join/${code}`, 'اتحادات وتعاونيات نشيطة بالجهة');
	await joinByAddress(paul, `${origin}/join/${code}`, 'Experts et professionnels');
	await openFromAgenda(lead.page, 'Diagnostic participatif');
	for (const phone of [fatima, paul]) await connected(phone);
	await write(fatima, 'ضعف التسويق الرقمي');
	await expect(noteOn(fatima, 'التسويق')).toContainText(m.note_saved({}, AR));
	await expect(noteOn(paul, 'ضعف التسويق الرقمي')).toBeVisible();
	await expect(noteOn(lead, 'ضعف التسويق الرقمي')).toBeVisible();

	await fatima.page.reload();
	await expect(noteOn(fatima, 'التسويق')).toContainText(m.note_mine({}, AR));
	for (const person of [administrator, lead, fatima, paul]) expect(person.complaints).toEqual([]);
});

async function freePort(): Promise<number> {
	const probe = createServer();
	await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
	const { port } = probe.address() as AddressInfo;
	await new Promise((resolve) => probe.close(resolve));
	return port;
}
