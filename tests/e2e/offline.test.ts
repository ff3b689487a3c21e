import { expect, test, type Browser, type Page } from '@playwright/test';
import { readNotes } from '#lib/board/board-doc.ts';
import { addCluster, membersOf, noteRefId } from '#lib/board/clusters-doc.ts';
import { m } from '#lib/paraglide/messages.js';
import { joinByAddress } from '../support/browser/participants.ts';
import { PHONE, visit } from '../support/browser/visitor.ts';
import type { CuttableNetwork } from '../support/sockets/cuttable-network.ts';
import { openHall, write, type Hall, type Phone } from '../support/workshops/participant-hall.ts';

const AR = { locale: 'ar' } as const;
/** The address of a laptop that opened a hotspot: no secure context, so no service worker. */
const LAPTOP_ADDRESS = '192.168.43.1';

let hall: Hall;
let network: CuttableNetwork;
test.beforeEach(async () => {
	hall = await openHall();
	network = await hall.network();
	await hall.open(1);
});
test.afterEach(() => hall.close());

/** How a phone whose page was taken away gets it back without the network. */
type Reopen = (page: Page, address: string) => Promise<unknown>;

for (const [where, host, reopen] of [
	['on the machine itself a reload', 'localhost', (page) => page.reload()],
	['on plain http opening the link again', LAPTOP_ADDRESS, (page, link) => page.goto(link)]
] as const satisfies readonly (readonly [string, string, Reopen])[])
	test(`[NL8] two phones write an activity long without the network, and all comes: ${where} loses nothing`, async ({
		playwright
	}) => {
		test.setTimeout(180_000);
		const browser = await playwright.chromium.launch({
			args: [
				'--no-sandbox',
				'--disable-gpu',
				`--host-resolver-rules=MAP ${LAPTOP_ADDRESS} 127.0.0.1`
			],
			...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH })
		});
		const [fatima, paul] = await enterBoth(browser, host);
		await write(fatima, 'فاطمة 0');
		await write(paul, 'Paul 0');
		for (const phone of [fatima, paul]) {
			await expect(noteOn(phone, 'Paul 0')).toBeVisible();
			await expect(noteOn(phone, 'فاطمة 0')).toBeVisible();
			await pageIsKept(phone);
		}

		network.cut();
		const written = { fatima: ['فاطمة 0'], paul: ['Paul 0'] };
		for (let round = 1; round <= 2; round++) {
			for (const [person, name, texts] of [
				[fatima, 'فاطمة', written.fatima],
				[paul, 'Paul', written.paul]
			] as const) {
				for (const number of [2 * round - 1, 2 * round]) {
					texts.push(`${name} ${number}`);
					await write(person, `${name} ${number}`);
					await expect(noteOn(person, `${name} ${number}`)).toContainText(
						m.note_waits_for_network({}, AR)
					);
				}
				await reopen(person.page, person.page.url());
				for (const text of texts) await expect(noteOn(person, text)).toHaveCount(1);
			}
		}
		await clusterMeanwhile();

		network.restore();
		const all = [...written.fatima, ...written.paul];
		for (const phone of [fatima, paul]) {
			for (const text of all) await expect(noteOn(phone, text)).toHaveCount(1);
			await expect(phone.page.getByText(m.note_waits_for_network({}, AR))).toHaveCount(0);
		}
		for (const [phone, texts] of [
			[fatima, written.fatima],
			[paul, written.paul]
		] as const) {
			for (const text of texts)
				await expect(noteOn(phone, text)).toContainText(m.note_saved({}, AR));
			expect(await storedTextsOf(phone)).toEqual(texts);
		}
		expect(await clusteredTexts()).toEqual(['Paul 0', 'فاطمة 0']);
		await browser.close();
	});

test('[OF2] whoever has just joined by the form can load the page again without the network', async ({
	browser
}) => {
	const origin = network.origin.replace('127.0.0.1', 'localhost');
	hall.server.app.origins.set([hall.server.origin, origin]);
	const person = await visit(browser, 'ar', PHONE);
	const { page } = person;
	await joinByAddress(person, `${origin}/join/${hall.workshop.joinCode}`, 'تعاونيات');
	await expect(page).toHaveURL(/\/w\//);
	await pageIsKept(person);
	network.cut();
	await page.reload();
	await write(person, 'كُتبت بلا شبكة');
	await expect(noteOn(person, 'كُتبت بلا شبكة')).toContainText(m.note_waits_for_network({}, AR));
	network.restore();
	await expect(noteOn(person, 'كُتبت بلا شبكة')).toContainText(m.note_saved({}, AR));
	await person.context.close();
});

/** Two people on phones behind the network that can be cut. */
async function enterBoth(browser: Browser, host: string): Promise<[Phone, Phone]> {
	const origin = network.origin.replace('127.0.0.1', host);
	hall.server.app.origins.set([hall.server.origin, origin]);
	const phones = [
		await hall.enter(browser, { origin }),
		await hall.enter(browser, { origin, category: 1 })
	] as const;
	for (const { page } of phones) {
		// So tall that no note is left out of the page for being out of sight.
		await page.setViewportSize({ width: 360, height: 2400 });
		await expect(page.locator('.conn')).toHaveText('متصل');
	}
	return [...phones];
}

/** The page can be had again without the network: from the worker's cache, or from the browser's own. */
async function pageIsKept({ page }: Pick<Phone, 'page'>): Promise<void> {
	await expect
		.poll(() =>
			page.evaluate(async () => {
				if (isSecureContext) return (await caches.match(location.pathname)) !== undefined;
				const kept = await fetch(location.pathname, {
					cache: 'only-if-cached',
					mode: 'same-origin'
				});
				return kept.ok;
			})
		)
		.toBe(true);
}

function noteOn({ page }: Pick<Phone, 'page'>, text: string) {
	return page.locator('.note').filter({ has: page.getByText(text, { exact: true }) });
}

const boardId = (): string => hall.workshop.boardIds[1] ?? '';

/** The facilitator puts what stands on the board into a cluster while both are away. */
async function clusterMeanwhile(): Promise<void> {
	const { app } = hall.server;
	const board = boardId();
	const notes = await app.rooms.read('board', board, readNotes);
	await app.rooms.change(
		'clusters',
		hall.workshop.groupingId,
		hall.workshop.facilitatorId,
		(doc) => {
			addCluster(
				doc,
				{ ar: 'محور' },
				notes.map(({ key }) => ({ board, key }))
			);
		}
	);
}

async function clusteredTexts(): Promise<string[]> {
	const { app } = hall.server;
	const board = boardId();
	const members = await app.rooms.read('clusters', hall.workshop.groupingId, (doc) => [
		...membersOf(doc).keys()
	]);
	const notes = await app.rooms.read('board', board, readNotes);
	return notes
		.filter(({ key }) => members.includes(noteRefId({ board, key })))
		.map(({ text }) => text)
		.sort();
}

/** A person's notes as rows, in the order of writing. */
async function storedTextsOf({ actorId }: Phone): Promise<string[]> {
	const rows = await hall.server.app.db
		.selectFrom('note')
		.select('text')
		.where('author_id', '=', actorId)
		.orderBy('created_at')
		.execute();
	return rows.map(({ text }) => text);
}

test('[LN14] a deletion without the network that comes after writing was closed is told as too late', async ({
	browser
}) => {
	const [fatima] = await enterBoth(browser, '127.0.0.1');
	await write(fatima, 'اسم لا يجب ذكره');
	const note = noteOn(fatima, 'اسم لا يجب ذكره');
	await expect(note).toContainText('محفوظة');
	network.cut();
	await expect(fatima.page.locator('.conn')).not.toHaveText('متصل');
	await note.getByRole('button', { name: m.note_options({}, AR) }).click();
	await fatima.page.getByRole('menuitem', { name: m.common_delete({}, AR) }).click();
	await expect(note).toHaveCount(0);
	await hall.closeWriting();
	network.restore();
	const told = fatima.page.getByText(m.participant_deleted_late({ start: 'اسم لا يجب ذكره' }, AR));
	await expect(told).toBeVisible();
	// What said that it was deleted, with a way back, is gone.
	await expect(
		fatima.page.getByText(m.participant_deleted({ start: 'اسم لا يجب ذكره' }, AR))
	).toHaveCount(0);
	await expect(note).toBeVisible();
	await fatima.page.getByRole('button', { name: m.participant_understood({}, AR) }).click();
	await expect(told).toHaveCount(0);
});
