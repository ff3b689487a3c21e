import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import example from '#lib/server/example/fes-meknes-workshop.json' with { type: 'json' };
import { m } from '#lib/paraglide/messages.js';
import { createAccount, invite, signIn } from '../support/browser/accounts.ts';
import { drag, looseNotes, nameCluster } from '../support/browser/clustering.ts';
import {
	connected,
	joinAs,
	joinByAddress,
	noteOn,
	write
} from '../support/browser/participants.ts';
import { addStructure, fillAction } from '../support/browser/plan-writing.ts';
import { PHONE, visit } from '../support/browser/visitor.ts';
import { readPdf } from '../support/files/read-pdf.ts';
import { readZip, wordTextOf } from '../support/files/read-zip.ts';
import { startServer } from '../support/server/start-server.ts';
import { joinAlong, voteAlong, type Companion } from '../support/server/vote-along.ts';
import { openFromAgenda } from '../support/browser/open-from-agenda.ts';

const AR = { locale: 'ar' } as const;
const FR = { locale: 'fr' } as const;
const TAMAZIGHT = 'ⵜⴰⵡⵓⵔⵉ ⵏ ⵜⵡⵉⵣⵉ';
const AWAY = 'Écrite sans réseau';
const PROPOSAL = 'منصة جهوية للتسويق الرقمي لمنتوجات التعاونيات';
const ACTION = 'إحداث منصة جهوية للبيع عبر الإنترنت';

test('[E2E1] from the set-up link to the director’s documents, everybody in a browser of their own', async ({
	browser
}, info) => {
	test.setTimeout(180_000);
	const server = await startServer();
	const { origin } = server;
	const administrator = await visit(browser, 'fr');
	const lead = await visit(browser, 'fr');
	const director = await visit(browser, 'ar');
	const fatima = await visit(browser, 'ar', PHONE);
	const paul = await visit(browser, 'fr', PHONE);
	const hall = await visit(browser, 'ar', { width: 1280, height: 720 });
	const everybody = [administrator, lead, director, fatima, paul, hall];
	const run = lead.page;
	const next = (step: string | RegExp) =>
		run
			.getByRole('region', { name: m.run_controls({}, FR) })
			.getByRole('button', { name: step })
			.click();

	await test.step('the set-up link makes the administrator, who invites the others', async () => {
		const { setupLink = '' } = server.links;
		await createAccount(administrator, setupLink, { name: 'Hind', email: 'hind@example.ma' });
		const forLead = await invite(administrator, 'facilitator');
		const forDirector = await invite(administrator, 'director', ['Fès-Meknès']);
		await createAccount(lead, forLead, { name: 'Salma', email: 'salma@example.ma' });
		await createAccount(director, forDirector, { name: 'المدير', email: 'direction@example.ma' });
		await director.context.clearCookies();
	});

	await test.step('a messy list that is pasted on a blank page becomes 17 categories', async () => {
		await run.goto(`${origin}/workshops/new?from=blank`);
		await run.getByRole('textbox').fill('Atelier d’essai');
		await run.getByRole('button', { name: m.home_create({}, FR) }).click();
		await run
			.getByRole('navigation', { name: m.prepare_steps_label({}, FR) })
			.getByRole('link', { name: m.prepare_step_categories({}, FR) })
			.click();
		await lead.context.grantPermissions(['clipboard-read', 'clipboard-write']);
		const { text, expected_item_count: count } = example.raw_category_paste;
		const pasted = run.getByRole('textbox', { name: m.prepare_pasted({}, FR) });
		await run.evaluate((list) => navigator.clipboard.writeText(list), text);
		await pasted.press('ControlOrMeta+V');
		await expect(
			run.getByRole('status').getByText(m.prepare_read_count({ count }, FR))
		).toBeVisible();
		await run.getByRole('button', { name: m.prepare_save_continue({}, FR) }).click();
		await run.waitForURL('**/prepare/agenda');
		await expect(run.getByRole('link', { name: m.prepare_step_categories({}, FR) })).toContainText(
			m.prepare_categories_count({ count }, FR)
		);
	});

	await test.step('the template gets its date, and its hall opens', async () => {
		await run.goto(`${origin}/workshops/new?from=fes-meknes`);
		await run.getByRole('button', { name: m.home_create({}, FR) }).click();
		await run.waitForURL('**/prepare/place');
		// A day that is past would not be the next one, which home opens.
		const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
		await run.getByLabel(m.prepare_field_date({}, FR)).fill(tomorrow);
		await expect(run.getByLabel(m.prepare_field_region({}, FR))).toHaveValue('fes-meknes');
		await run.getByRole('button', { name: m.prepare_save_continue({}, FR) }).click();
		await run.waitForURL('**/prepare/organisers');
		await run.goto(`${origin}/workshops`);
		await run.getByRole('button', { name: m.home_open_hall({}, FR) }).click();
		await run.waitForURL('**/run');
	});

	const workshop = run.url().replace(/\/run$/, '');
	const code = await test.step('the screen shows the code, and two phones join by it', async () => {
		await run.getByRole('button', { name: m.run_screen({}, FR) }).click();
		await run.getByRole('button', { name: m.run_screen_make({}, FR) }).click();
		const opened = run.getByRole('link', { name: m.run_screen_open({}, FR) });
		await hall.page.goto(new URL((await opened.getAttribute('href')) ?? '', origin).href);
		await run.keyboard.press('Escape');
		const shown = hall.page.getByText(/^[2-9A-Z]{6}$/);
		const joinCode = (await shown.textContent()) ?? '';

		const typed = joinCode
			.toLowerCase()
			.replace(/\d/g, (digit) => String.fromCharCode(0x0660 + Number(digit)));
		await fatima.page.goto(origin);
		await fatima.page
			.getByRole('textbox', { name: m.join_code_label({}, AR) })
			.fill(`${typed.slice(0, 3)} ${typed.slice(3)}`);
		await fatima.page.getByRole('button', { name: m.join_continue({}, AR) }).click();
		await joinAs(fatima, 'اتحادات وتعاونيات نشيطة بالجهة');
		await joinByAddress(paul, `${origin}/join/${joinCode}`, 'Experts et professionnels');
		await expect(run.getByText(m.run_here_now({ count: 2 }, FR))).toBeVisible();
		return joinCode;
	});
	expect(code).toHaveLength(6);

	await test.step('an activity opens, and every page follows', async () => {
		await openFromAgenda(run, 'Diagnostic participatif');
		for (const { page, locale } of [fatima, paul])
			await expect(
				page.getByRole('form', { name: m.participant_composer({}, { locale }) })
			).toBeVisible();
		await expect(hall.page.getByRole('region', { name: 'القوة' })).toBeVisible();
		await expect(run.getByRole('button', { name: m.run_close_writing({}, FR) })).toBeVisible();
		await connected(fatima);
		await connected(paul);
	});

	await test.step('notes in three scripts stand on every page', async () => {
		await write(fatima, 'ضعف التسويق الرقمي');
		await write(paul, 'Accès difficile au crédit');
		await write(fatima, TAMAZIGHT);
		await write(paul, 'Une carte de trop');
		for (const text of ['ضعف التسويق الرقمي', 'Accès difficile au crédit', TAMAZIGHT]) {
			for (const person of [fatima, paul, lead]) await expect(noteOn(person, text)).toBeVisible();
			await expect(noteOn(hall, text)).toBeVisible();
		}
		await noteOn(paul, 'crédit').getByText('Accès difficile').click();
		await paul.page
			.getByLabel(m.participant_my_wording({}, FR))
			.fill('Accès difficile au financement');
		await paul.page.getByRole('button', { name: m.participant_save_edit({}, FR) }).click();
		await noteOn(paul, 'de trop').getByRole('button').click();
		await paul.page.getByRole('menuitem', { name: m.common_delete({}, FR) }).click();
		await expect(noteOn(fatima, 'Accès difficile au financement')).toBeVisible();
		await expect(noteOn(fatima, 'de trop')).toHaveCount(0);
		await expect(noteOn(hall, 'de trop')).toHaveCount(0);
	});

	await test.step('a phone without network keeps its note, which arrives once', async () => {
		await paul.context.setOffline(true);
		await write(paul, AWAY);
		await expect(noteOn(paul, AWAY)).toContainText(m.note_waits_for_network({}, FR));
		await expect(noteOn(fatima, AWAY)).toHaveCount(0);
		await paul.context.setOffline(false);
		await expect(noteOn(paul, AWAY)).toContainText(m.note_saved({}, FR));
		for (const person of [fatima, lead, hall]) await expect(noteOn(person, AWAY)).toHaveCount(1);
	});

	const loose = looseNotes(lead);
	async function byKeyboard(note: RegExp, then: string): Promise<void> {
		await loose.getByRole('checkbox', { name: note }).focus();
		await run.keyboard.press('Space');
		const chosen = run.getByRole('region', { name: m.clusters_selection({}, FR) });
		await chosen.getByRole('button', { name: then }).press('Enter');
	}

	await test.step('notes are clustered by mouse and by keyboard, merged and taken apart', async () => {
		await run.getByRole('link', { name: m.common_bar_clusters({}, FR), exact: true }).click();
		await expect(loose.getByRole('checkbox')).toHaveCount(4);
		await drag(
			lead,
			loose.locator('label', { hasText: 'التسويق' }),
			run.getByRole('button', { name: m.clusters_new({}, FR) })
		);
		await nameCluster(lead, 'ar', 'التسويق');
		await nameCluster(lead, 'fr', 'Commercialisation');
		await byKeyboard(/financement/, m.clusters_new_of_selection({}, FR));
		// A new cluster waits for its name: typing goes there, and is kept without leaving the field.
		await expect(run.locator('.panel [name="title.fr"]')).toBeFocused();
		await run.keyboard.type('Financement');
		await expect(run.getByRole('heading', { level: 3, name: 'Financement' })).toBeVisible();
		await byKeyboard(/ⵜⴰⵡⵓⵔⵉ/, m.clusters_new_of_selection({}, FR));
		await nameCluster(lead, 'fr', 'Entraide');
		await byKeyboard(new RegExp(AWAY), m.clusters_put({}, FR));
		await run.getByRole('dialog').getByRole('button', { name: 'Entraide' }).press('Enter');

		await run.getByRole('button', { name: m.clusters_merge({}, FR) }).press('Enter');
		await run.getByRole('dialog').getByRole('button', { name: 'Financement' }).press('Enter');
		await expect(run.getByRole('heading', { level: 3 })).toHaveCount(2);
		await run
			.getByRole('status')
			.getByRole('button', { name: m.common_undo({}, FR) })
			.click();
		await expect(run.getByRole('heading', { level: 3 })).toHaveText([
			'Commercialisation',
			'Financement',
			'Entraide'
		]);
		await expect(run.getByText(m.common_saved({}, FR), { exact: true })).toBeVisible();
	});

	await test.step('the vote keeps to budget and cap, and is secret until it is closed', async () => {
		await run
			.getByRole('link', { name: m.common_back_to_run({}, FR) })
			.first()
			.click();
		await openFromAgenda(run, 'Défis et besoins');
		// Only clusters that hold a note of this activity are voted on in it.
		await expect(
			paul.page.getByRole('heading', { name: 'Quels défis et quels besoins' })
		).toBeVisible();
		const needs = { Commercialisation: 'Vendre', Financement: 'Emprunter', Entraide: 'Partager' };
		for (const need of Object.values(needs)) {
			await write(paul, need);
			await expect(noteOn(paul, need)).toContainText(m.note_saved({}, FR));
		}
		await run.getByRole('link', { name: m.common_bar_clusters({}, FR), exact: true }).click();
		await expect(run.getByRole('button', { name: m.clusters_open_vote({}, FR) })).toBeDisabled();
		for (const [cluster, need] of Object.entries(needs)) {
			await byKeyboard(new RegExp(need), m.clusters_put({}, FR));
			await run.getByRole('dialog').getByRole('button', { name: cluster }).press('Enter');
		}
		await run.getByRole('button', { name: m.clusters_open_vote({}, FR) }).click();
		await run.waitForURL('**/run**');
		for (const person of [fatima, paul]) {
			const { page, locale } = person;
			const dot = (title: string, at: number) =>
				page.getByRole('group', { name: title }).getByRole('button').nth(at);
			const [first, second] = [locale === 'ar' ? 'التسويق' : 'Commercialisation', 'Financement'];
			await expect(page.getByRole('group', { name: first }).getByRole('button')).toHaveCount(2);
			for (const title of [first, second]) for (const at of [0, 1]) await dot(title, at).click();
			await dot('Entraide', 0).click();
			await dot('Entraide', 1).click();
			await expect(page.getByText(m.votes_no_dots_left({}, { locale }))).toBeVisible();
			await expect(dot('Entraide', 1)).toHaveAttribute('aria-pressed', 'false');
			await page.getByRole('button', { name: m.participant_vote_cast({}, { locale }) }).click();
			await expect(
				page.getByRole('button', { name: m.participant_vote_recorded({}, { locale }) })
			).toBeVisible();
		}
		// Of four voters a result is told, of fewer none is.
		const late: Companion[] = [];
		for (const category of ['Experts et professionnels', 'Représentants du secteur privé'])
			late.push(await joinAlong(origin, code, category));
		// They joined after the opening: the facilitator lets them vote.
		await run.getByRole('button', { name: m.run_let_all_vote({ count: 2 }, FR) }).click();
		await expect(run.getByText(m.run_waiting_voters_explained({ count: 1 }, FR))).toHaveCount(0);
		for (const companion of late)
			await voteAlong(companion, { Commercialisation: 2, Financement: 2 });
		await expect(run.getByRole('region', { name: m.run_vote_open({}, FR) })).toContainText(
			m.votes_voted_of({ voted: 4, count: 4 }, FR)
		);
		await expect(run.getByRole('region', { name: m.run_results({}, FR) })).toHaveCount(0);
		const onScreen = hall.page.getByRole('main').getByRole('listitem');
		await expect(onScreen).toHaveCount(3);
		for (const option of await onScreen.allTextContents()) expect(option).not.toMatch(/\d/);
		await next(m.run_next({ step: m.run_next_end_vote({}, FR) }, FR));
		for (const { page, locale } of [fatima, paul])
			await expect(page.getByText(m.votes_ended_text({}, { locale }))).toBeVisible();
		// Ended too early, it is opened again, and the ballots are still there.
		await run.getByRole('button', { name: m.run_reopen_vote({}, FR) }).click();
		await expect(
			fatima.page.getByRole('button', { name: m.participant_vote_recorded({}, AR) })
		).toBeVisible();
		await next(m.run_next({ step: m.run_next_end_vote({}, FR) }, FR));
		await next(m.run_next({ step: m.run_next_publish_vote({}, FR) }, FR));
		await run
			.getByRole('dialog')
			.getByRole('button', { name: m.run_publish({}, FR) })
			.click();
	});

	await test.step('ranks with their tie stand on the run page, the phones and the screen', async () => {
		const results = run.getByRole('region', { name: m.run_results({}, FR) }).getByRole('listitem');
		await expect(results).toHaveText([
			/1\s*ex æquo\s*Commercialisation\s*8/,
			/1\s*ex æquo\s*Financement\s*8/,
			/2\s*Entraide\s*2/
		]);
		const onPhone = fatima.page
			.getByRole('region', { name: m.participant_results({}, AR) })
			.getByRole('listitem');
		await expect(onPhone).toHaveCount(3);
		await expect(onPhone.first()).toContainText(m.participant_tie({}, AR));
		// Each phone finds its own ballot, and reads the fingerprint that the screen shows.
		const print = /[2-9A-Z]{3} [2-9A-Z]{3} [2-9A-Z]{3}/;
		const onHall = print.exec((await hall.page.getByRole('contentinfo').textContent()) ?? '')?.[0];
		for (const { page, locale } of [fatima, paul]) {
			await expect(page.getByText(m.votes_receipt_found({}, { locale }))).toBeVisible();
			const receipt = page.getByRole('region', { name: m.votes_fingerprint({}, { locale }) });
			expect(print.exec((await receipt.textContent()) ?? '')?.[0]).toBe(onHall);
		}
		expect(onHall).toBeDefined();
		await expect(hall.page.getByRole('main').getByRole('listitem').last()).toHaveText(
			/2\s*Entraide\s*2/
		);
	});

	await test.step('a proposal grows out of a cluster, and an action out of it', async () => {
		await run.goto(`${workshop}/plan`);
		await addStructure(lead, { axis: 'Commercialisation', objective: 'De nouveaux marchés' });
		await run.getByRole('link', { name: m.proposals_title({}, FR), exact: true }).click();
		await run.getByRole('link', { name: m.proposals_new({}, FR) }).click();
		const side = run.getByRole('complementary');
		const rail = run.getByRole('navigation', { name: m.proposals_clusters({}, FR) });
		// Nothing is written yet: the form starts from the cluster that is chosen, and its notes come with it.
		await rail.getByRole('link', { name: 'Commercialisation' }).click();
		await expect(side.getByRole('checkbox', { name: 'Commercialisation' })).toBeChecked();
		await expect(side.getByRole('checkbox', { name: 'التسويق' })).toBeChecked();
		await side.getByRole('radio', { name: 'Français' }).focus();
		await run.keyboard.press('ArrowUp');
		await side.getByRole('textbox').fill(PROPOSAL);
		for (const other of ['Financement', 'Commercialisation']) {
			await rail.getByRole('link', { name: other }).click();
			await expect(side.getByRole('textbox')).toHaveValue(PROPOSAL);
		}
		await expect(side.getByRole('checkbox', { name: 'Financement' })).not.toBeChecked();
		await side.getByRole('combobox').selectOption('adopted');
		await side.getByRole('button', { name: m.proposals_create({}, FR) }).click();
		await run.getByRole('link', { name: m.proposals_turn({}, FR) }).click();
		await side.getByLabel(m.proposals_action_title({}, FR)).fill('Plateforme de vente en ligne');
		await side
			.getByLabel(m.proposals_objective({}, FR))
			.selectOption({ label: '1.1 De nouveaux marchés' });
		await side.getByRole('button', { name: m.proposals_add_to_plan({}, FR) }).click();
		await side.getByRole('link', { name: '1.1.1' }).click();
		await expect(run.getByText(m.plan_ready_of({ ready: 5, total: 14 }, FR))).toBeVisible();
	});

	await test.step('its sheet is filled until nothing is missing', async () => {
		await fillAction(lead, {
			titleInArabic: ACTION,
			responsible: 'Direction régionale',
			partner: 'Conseil régional',
			commitment: 'Finance la plateforme',
			location: 'Fès',
			cost: 2_400_000,
			source: 'Budget de l’État',
			indicator: 'Coopératives en ligne'
		});
		await expect(run.getByText(m.plan_ready_of({ ready: 14, total: 14 }, FR))).toBeVisible();
		await expect(run.getByText(m.plan_all_there({}, FR))).toBeVisible();
		await expect(run.getByText(m.common_saved({}, FR), { exact: true })).toBeVisible();
	});

	await test.step('the director signs in and takes Word and PDF away', async () => {
		await signIn(director, origin, 'direction@example.ma');
		await expect(director.page.getByRole('heading', { level: 2 }).first()).toContainText('ورشة');
		const word = await download(m.director_get_word({}, AR));
		const files = readZip(word);
		const document = files.get('word/document.xml') ?? '';
		expect(document).toContain('<w:bidi/>');
		expect(document).toContain('<w:rtl/>');
		const text = wordTextOf(document);
		for (const part of ['1.1.1', ACTION, PROPOSAL]) expect(text).toContain(part);

		const pdf = readPdf(await download('PDF'));
		expect(pdf.language).toBe('ar-MA');
		expect(pdf.bookmarks.join('\n')).toContain('1.1.1');
		expect(pdf.bookmarks.join('\n')).toContain(ACTION);

		async function download(link: string): Promise<Uint8Array> {
			const coming = director.page.waitForEvent('download');
			await director.page.getByRole('link', { name: link, exact: true }).click();
			const file = await coming;
			const path = info.outputPath(file.suggestedFilename());
			await file.saveAs(path);
			return readFile(path);
		}
	});

	for (const person of everybody)
		expect(person.complaints.filter((text) => !text.includes('ERR_INTERNET'))).toEqual([]);
	await server.stop();
});
