import { beforeEach, describe, expect, test } from 'vitest';
import { columnsOf, voteRulesOf } from '#lib/domain/activities/activity-setup.ts';
import type { AccountActor, Actor } from '#lib/domain/people/actor.ts';
import { newId } from '#lib/domain/id.ts';
import { agendaService } from '#lib/server/agenda/agenda.service.ts';
import { readLink } from '#lib/server/auth/links.ts';
import { boardService } from '#lib/server/boards/board.service.ts';
import { groupingService } from '#lib/server/clusters/grouping.service.ts';
import { categoryService } from '#lib/server/categories/category.service.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { fileService } from '#lib/server/files/file.service.ts';
import { organiserService } from '#lib/server/organisers/organiser.service.ts';
import { SHIPPED_TEMPLATES } from '#lib/server/templates/shipped-templates.ts';
import { workshopService } from '#lib/server/workshops/workshop.service.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';

/** A whole PNG of one pixel. */
const PNG = Uint8Array.from(
	atob(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
	),
	(character) => character.charCodeAt(0)
);

function servicesOn(db: RootDb) {
	const changed: string[] = [];
	const onWorkshopChanged = (id: string) => void changed.push(id);
	const files = fileService({ db });
	const categories = categoryService({ db, onWorkshopChanged });
	const agenda = agendaService({
		db,
		boards: boardService({ db }),
		groupings: groupingService({ db }),
		onWorkshopChanged
	});
	const organisers = organiserService({ db, files, onWorkshopChanged });
	const workshops = workshopService({
		db,
		groupings: groupingService({ db }),
		agenda,
		categories,
		organisers,
		onWorkshopChanged,
		onScreensRevoked: () => undefined
	});
	return { files, categories, agenda, organisers, workshops, changed };
}

async function makeAccount(
	db: RootDb,
	role: AccountActor['role'] = 'facilitator',
	regions: readonly string[] = []
): Promise<AccountActor & { email: string }> {
	const id = newId();
	const email = `${id}@example.ma`;
	const at = Date.now();
	await db.insertInto('actor').values({ id, kind: 'account', created_at: at }).execute();
	await db
		.insertInto('account')
		.values({ id, email, name: role, role, password_hash: null, created_at: at, disabled_at: null })
		.execute();
	return { kind: 'account', id, role, regions, email };
}

/** A guest of a workshop, in one of its categories. */
async function join(db: RootDb, workshopId: string, categoryId: string): Promise<Actor> {
	const id = newId();
	const participantId = newId();
	const at = Date.now();
	await db.insertInto('actor').values({ id, kind: 'guest', created_at: at }).execute();
	await db
		.insertInto('participant')
		.values({
			id: participantId,
			actor_id: id,
			workshop_id: workshopId,
			category_id: categoryId,
			language: 'ar',
			name: '',
			organisation: '',
			province: '',
			joined_at: at
		})
		.execute();
	const person = { id, workshopId, participantId, categoryId };
	return { kind: 'guest', ...person, role: 'participant', observing: false, seats: [] };
}

async function writeNote(db: RootDb, workshopId: string, activityId: string, columnId: string) {
	const board = await db
		.selectFrom('board')
		.select('id')
		.where('activity_id', '=', activityId)
		.executeTakeFirstOrThrow();
	await db
		.insertInto('note')
		.values({
			board_id: board.id,
			key: `${newId(16)}:${newId(12)}`,
			workshop_id: workshopId,
			column_id: columnId,
			author_id: null,
			text: 'فكرة',
			created_at: Date.now(),
			deleted: 0,
			edited: 0
		})
		.execute();
}

forEachEngine('preparing a workshop', (open) => {
	let db: RootDb;
	let lead: AccountActor & { email: string };
	let at: ReturnType<typeof servicesOn>;

	beforeEach(async () => {
		db = await open();
		await db
			.insertInto('region')
			.values({ id: 'fes-meknes', name: '{"ar":"فاس مكناس"}', position: 1 })
			.execute();
		lead = await makeAccount(db);
		at = servicesOn(db);
	});

	const fromTemplate = () =>
		at.workshops.create(lead, {
			title: { ar: 'ورشة تشاورية' },
			origin: { kind: 'template', template: 'fes-meknes' }
		});
	const blank = (title = { ar: 'ورشة' }) =>
		at.workshops.create(lead, { title, origin: { kind: 'blank' } });

	describe('making one', () => {
		test('[WS1] a title in one language is enough; it has a code and its maker as lead', async () => {
			const id = await blank();
			const workshop = await at.workshops.get(lead, id);
			expect(workshop).toMatchObject({ title: { ar: 'ورشة' }, state: 'preparing', version: 1 });
			expect(workshop.joinCode).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
			const [named] = await at.workshops.facilitators(lead, id);
			expect(named).toMatchObject({ id: lead.id, lead: true });
		});

		test('[WS1] without a title nothing is made', async () => {
			await expect(blank({ ar: '  ' })).rejects.toMatchObject({ code: 'text_empty' });
			expect(await at.workshops.list(lead)).toEqual([]);
		});

		test('[WS1] administrators and directors make none', async () => {
			const director = await makeAccount(db, 'director', ['fes-meknes']);
			await expect(
				at.workshops.create(director, { title: { ar: 'و' }, origin: { kind: 'blank' } })
			).rejects.toMatchObject({ code: 'forbidden' });
		});

		test('[WS2] the template brings 11 items from 09:00, 17 categories and 60 people', async () => {
			const id = await fromTemplate();
			const agenda = await at.agenda.list(lead, id);
			expect(agenda.map((activity) => activity.startTime)).toEqual([
				...['09:00', '09:30', '10:10', '11:15', '11:30', '12:20', '13:00'],
				...['14:00', '14:35', '15:30', '16:15']
			]);
			expect(agenda.flatMap((activity) => columnsOf(activity).map((column) => column.id))).toEqual([
				...['S', 'W', 'O', 'T', 'CH', 'ND', 'GOV', 'CPL', 'SUS']
			]);
			expect(voteRulesOf(agenda[4]!)).toEqual({ budget: 5, cap: 2 });
			const categories = await at.categories.list(lead, id);
			expect(categories).toHaveLength(17);
			expect(categories.reduce((sum, category) => sum + category.expected, 0)).toBe(60);
			expect(categories.filter((category) => category.observing)).toHaveLength(1);
		});

		test('[WS2] every text of the template stands in three languages', () => {
			const { categories, activities, basics } = SHIPPED_TEMPLATES['fes-meknes'];
			const texts = [
				basics.title,
				...basics.objectives,
				...categories.map((category) => category.name),
				...activities.flatMap((activity) => [
					activity.title,
					...columnsOf(activity).map((column) => column.name)
				])
			];
			for (const text of texts) expect(Object.keys(text)).toEqual(['ar', 'fr', 'en']);
		});

		test('[WS4] a copy has the agenda, categories and organisers, no notes and no date', async () => {
			const id = await fromTemplate();
			await at.organisers.saveAll(lead, id, 1, [
				{ name: 'مجلس الجهة', role: 'partner', logoId: null, upload: PNG }
			]);
			const [first] = await at.agenda.list(lead, id);
			await writeNote(db, id, first!.id, 'S');
			const copy = await at.workshops.create(lead, {
				title: { fr: 'Copie' },
				origin: { kind: 'copy', workshopId: id }
			});
			expect(await at.agenda.list(lead, copy)).toHaveLength(11);
			expect(await at.categories.list(lead, copy)).toHaveLength(17);
			const [organiser] = await at.organisers.list(lead, copy);
			const [original] = await at.organisers.list(lead, id);
			expect(organiser?.name).toBe('مجلس الجهة');
			expect(organiser?.logoId).not.toBe(original?.logoId);
			expect((await at.workshops.get(lead, copy)).date).toBeNull();
			const listed = await at.workshops.list(lead);
			const copied = listed.find(({ workshop }) => workshop.id === copy);
			expect(copied).toMatchObject({ notes: 0, participants: 0 });
		});

		test('[WS4] only those who prepare a workshop copy it', async () => {
			const id = await blank();
			const stranger = await makeAccount(db);
			await expect(
				at.workshops.create(stranger, {
					title: { ar: 'نسخة' },
					origin: { kind: 'copy', workshopId: id }
				})
			).rejects.toMatchObject({ code: 'forbidden' });
		});
	});

	describe('changing one', () => {
		test('[WS3] what is saved is trimmed, checked and counted up; the hours follow', async () => {
			const id = await fromTemplate();
			const before = await at.workshops.get(lead, id);
			const after = await at.workshops.update(lead, id, 1, {
				...before,
				title: { ar: ' عنوان ', fr: '' },
				date: '2025-04-15',
				startTime: '10:00',
				endTime: '17:50',
				regionId: 'fes-meknes'
			});
			expect(after).toMatchObject({ title: { ar: 'عنوان' }, date: '2025-04-15', version: 2 });
			expect((await at.agenda.list(lead, id))[1]?.startTime).toBe('10:30');
			expect(at.changed).toEqual([id]);
		});

		test.each([
			['date', { date: '2025-02-30' }],
			['startTime', { startTime: '25:00' }],
			['endTime', { startTime: '10:00', endTime: '09:00' }]
		])('[WS3] a wrong %s is refused and nothing changes', async (field, wrong) => {
			const id = await blank();
			const before = await at.workshops.get(lead, id);
			await expect(at.workshops.update(lead, id, 1, { ...before, ...wrong })).rejects.toMatchObject(
				{ code: 'invalid_input', details: { field } }
			);
			expect(await at.workshops.get(lead, id)).toEqual(before);
		});

		test('[WS5] of two who save the same version one succeeds and the other is told', async () => {
			const id = await blank();
			const before = await at.workshops.get(lead, id);
			const results = await Promise.allSettled([
				at.workshops.update(lead, id, 1, { ...before, title: { ar: 'الأول' } }),
				at.workshops.update(lead, id, 1, { ...before, title: { ar: 'الثاني' } })
			]);
			expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
			const refused = results.find((result) => result.status === 'rejected');
			expect(refused?.reason).toMatchObject({ code: 'stale' });
		});
	});

	describe('the hall', () => {
		test('[WS6] opens for joining and closes; a director sees it from then on', async () => {
			const id = await fromTemplate();
			const director = await makeAccount(db, 'director', ['fes-meknes']);
			const elsewhere = await makeAccount(db, 'director', ['oriental']);
			expect(await at.workshops.list(director)).toEqual([]);
			await expect(at.workshops.get(director, id)).rejects.toMatchObject({ code: 'forbidden' });

			const opened = await at.workshops.openHall(lead, id, 1);
			expect(opened).toMatchObject({ state: 'open', version: 2 });
			expect((await at.workshops.list(director)).map(({ workshop }) => workshop.id)).toEqual([id]);
			expect(await at.workshops.list(elsewhere)).toEqual([]);

			expect(await at.workshops.closeHall(lead, id, 2)).toMatchObject({ state: 'closed' });
			expect(await at.workshops.get(director, id)).toMatchObject({ state: 'closed' });
		});

		test('[WS6] does not close while people are voting', async () => {
			const id = await fromTemplate();
			await at.workshops.openHall(lead, id, 1);
			const [activity] = await at.agenda.list(lead, id);
			await db
				.insertInto('vote')
				.values({
					id: 'v',
					workshop_id: id,
					activity_id: activity?.id ?? '',
					grouping_id: activity?.groupingId ?? '',
					budget: 5,
					cap: 2,
					state: 'open',
					opened_at: 1,
					closed_at: null
				})
				.execute();
			await expect(at.workshops.closeHall(lead, id, 2)).rejects.toMatchObject({
				code: 'vote_open'
			});
		});

		test('[WS6] does not open while nobody could say who they are', async () => {
			const id = await blank();
			await expect(at.workshops.openHall(lead, id, 1)).rejects.toMatchObject({
				code: 'hall_without_categories'
			});
			expect(await at.workshops.get(lead, id)).toMatchObject({ state: 'preparing', version: 1 });
		});

		test('[WS6] two facilitators who press at once open it once', async () => {
			const id = await fromTemplate();
			const results = await Promise.allSettled([
				at.workshops.openHall(lead, id, 1),
				at.workshops.openHall(lead, id, 1)
			]);
			expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
		});

		test('[WS7] a code is unique among workshops that are not closed, and can be renewed', async () => {
			const first = await at.workshops.create(lead, {
				title: { ar: 'أولى' },
				origin: { kind: 'template', template: 'fes-meknes' },
				joinCode: 'FES415'
			});
			await expect(
				at.workshops.create(lead, {
					title: { ar: 'ثانية' },
					origin: { kind: 'blank' },
					joinCode: 'FES415'
				})
			).rejects.toMatchObject({ code: 'invalid_input' });

			await at.workshops.closeHall(lead, first, 1);
			const second = await at.workshops.create(lead, {
				title: { ar: 'ثانية' },
				origin: { kind: 'template', template: 'fes-meknes' },
				joinCode: 'FES415'
			});
			const reopened = await at.workshops.openHall(lead, first, 2);
			expect(reopened.joinCode).not.toBe('FES415');
			const renewed = await at.workshops.renewJoinCode(lead, second, 1);
			expect(renewed.joinCode).not.toBe('FES415');
		});

		test('[WS8] a new screen link ends the one before it', async () => {
			const id = await blank();
			const first = await at.workshops.createScreenLink(lead, id);
			expect(await readLink(db, first, 'screen')).toMatchObject({ workshopId: id });
			const second = await at.workshops.createScreenLink(lead, id);
			await expect(readLink(db, first, 'screen')).rejects.toMatchObject({ code: 'link_invalid' });
			expect(await readLink(db, second, 'screen')).toMatchObject({ workshopId: id });
		});
	});

	describe('who facilitates', () => {
		test('[WS9] facilitators are named by their address; the lead stays', async () => {
			const id = await blank();
			const other = await makeAccount(db);
			await expect(at.workshops.get(other, id)).rejects.toMatchObject({ code: 'forbidden' });
			await at.workshops.nameFacilitator(lead, id, ` ${other.email.toUpperCase()} `);
			expect(await at.workshops.get(other, id)).toMatchObject({ id });
			await at.workshops.removeFacilitator(lead, id, lead.id);
			await at.workshops.removeFacilitator(lead, id, other.id);
			expect((await at.workshops.facilitators(lead, id)).map((one) => one.id)).toEqual([lead.id]);
		});

		test('[WS9] an address without a facilitator’s account is told', async () => {
			const id = await blank();
			const director = await makeAccount(db, 'director');
			for (const email of ['nobody@example.ma', director.email])
				await expect(at.workshops.nameFacilitator(lead, id, email)).rejects.toMatchObject({
					code: 'facilitator_unknown'
				});
		});
	});

	describe('categories', () => {
		test('[CA1] a list is replaced as a whole and keeps the order given', async () => {
			const id = await fromTemplate();
			const present = await at.categories.list(lead, id);
			const [first, second] = present;
			const saved = await at.categories.saveAll(lead, id, 1, [
				{ ...second!, name: { ar: 'اسم آخر' }, expected: 9 },
				{ name: { fr: 'Nouvelle' }, expected: 0, observing: true },
				{ ...first! }
			]);
			expect(saved.map(({ name, expected }) => [name.ar ?? name.fr, expected])).toEqual([
				['اسم آخر', 9],
				['Nouvelle', 0],
				[first!.name.ar, 2]
			]);
			expect(saved[0]?.id).toBe(second!.id);
		});

		test('[CA2] a category that people joined in stays, and nothing else is saved', async () => {
			const id = await fromTemplate();
			const present = await at.categories.list(lead, id);
			await join(db, id, present[0]!.id);
			await expect(at.categories.saveAll(lead, id, 1, present.slice(1))).rejects.toMatchObject({
				code: 'category_in_use',
				details: { people: 1 }
			});
			expect(await at.categories.list(lead, id)).toEqual(present);
			expect((await at.workshops.get(lead, id)).version).toBe(1);
		});

		test('[CA3] another workshop’s category is not touched by naming its id', async () => {
			const id = await fromTemplate();
			const other = await fromTemplate();
			const [foreign] = await at.categories.list(lead, other);
			await at.categories.saveAll(lead, id, 1, [{ ...foreign!, name: { ar: 'مسروقة' } }]);
			expect((await at.categories.list(lead, other))[0]).toEqual(foreign);
		});

		test('[CA4] numbers, names and how many there are have limits', async () => {
			const id = await blank();
			const draft = { name: { ar: 'فئة' }, expected: 1, observing: false };
			for (const [drafts, code] of [
				[[{ ...draft, expected: -1 }], 'invalid_input'],
				[[{ ...draft, expected: 1.5 }], 'invalid_input'],
				[[{ ...draft, name: {} }], 'text_empty'],
				[[{ ...draft, name: { ar: 'ف'.repeat(161) } }], 'text_too_long'],
				[Array.from({ length: 61 }, () => draft), 'too_many_items']
			] as const)
				await expect(at.categories.saveAll(lead, id, 1, drafts)).rejects.toMatchObject({ code });
		});

		test('[CA5] guests see the list of their workshop and change none', async () => {
			const id = await fromTemplate();
			const [first] = await at.categories.list(lead, id);
			const guest = await join(db, id, first!.id);
			expect(await at.categories.list(guest, id)).toHaveLength(17);
			await expect(at.categories.saveAll(guest, id, 1, [])).rejects.toMatchObject({
				code: 'forbidden'
			});
		});
	});

	describe('the agenda', () => {
		const item = {
			kind: 'notes',
			title: { ar: 'نشاط' },
			shortTitle: {},
			prompt: { ar: 'ما رأيكم؟' },
			durationMinutes: 20,
			parameters: {
				columns: [{ id: 'A', name: { ar: 'عمود' }, color: 'mint', icon: 'plus' }],
				vote: null
			}
		} as const;
		const set = (parameters: object) => ({
			...item,
			parameters: { ...item.parameters, ...parameters }
		});

		test('[AG1] items are added, changed, doubled, moved and removed; the hours follow', async () => {
			const id = await fromTemplate();
			const before = await at.agenda.list(lead, id);
			const added = await at.agenda.add(lead, id, 1, item, before[0]!.id);
			const doubled = await at.agenda.duplicate(lead, id, 2, added);
			await at.agenda.edit(lead, id, 3, doubled, { ...item, durationMinutes: 5 });
			let now = await at.agenda.list(lead, id);
			expect(now.map((activity) => activity.id).slice(0, 4)).toEqual([
				before[0]!.id,
				added,
				doubled,
				before[1]!.id
			]);
			expect(now.slice(0, 4).map((activity) => activity.startTime)).toEqual([
				...['09:00', '09:30', '09:50', '09:55']
			]);
			await at.agenda.remove(lead, id, 4, added);
			const ids = (await at.agenda.list(lead, id)).map((activity) => activity.id);
			await at.agenda.reorder(lead, id, 5, ids.toReversed());
			now = await at.agenda.list(lead, id);
			expect(now.map((activity) => activity.id)).toEqual(ids.toReversed());
			expect(now.map((activity) => activity.position)).toEqual(now.map((_, index) => index + 1));
		});

		test('[AG3] an order that leaves one out or names one twice is refused', async () => {
			const id = await fromTemplate();
			const ids = (await at.agenda.list(lead, id)).map((activity) => activity.id);
			for (const order of [ids.slice(1), [...ids.slice(1), ids[1]!], [...ids, 'other']])
				await expect(at.agenda.reorder(lead, id, 1, order)).rejects.toMatchObject({
					code: 'invalid_input'
				});
		});

		test('[AG4] an item with notes stays, and so does a column with notes', async () => {
			const id = await fromTemplate();
			const swot = (await at.agenda.list(lead, id))[2]!;
			await writeNote(db, id, swot.id, 'W');
			await expect(at.agenda.remove(lead, id, 1, swot.id)).rejects.toMatchObject({
				code: 'activity_in_use'
			});
			const without = (column: string) => ({
				...swot,
				parameters: {
					...swot.parameters,
					columns: columnsOf(swot).filter((one) => one.id !== column)
				}
			});
			await expect(at.agenda.edit(lead, id, 1, swot.id, without('W'))).rejects.toMatchObject({
				code: 'activity_in_use'
			});
			await expect(
				at.agenda.edit(lead, id, 1, swot.id, { ...swot, kind: 'break' })
			).rejects.toMatchObject({ code: 'activity_in_use' });
			await at.agenda.edit(lead, id, 1, swot.id, without('T'));
			expect(columnsOf((await at.agenda.list(lead, id))[2]!)).toHaveLength(3);
		});

		test('[AG5] columns and votes stay with the kinds that have them', async () => {
			const id = await blank();
			await at.agenda.add(lead, id, 1, { ...set({ vote: { budget: 5, cap: 2 } }), kind: 'break' });
			await at.agenda.add(lead, id, 2, { ...item, kind: 'vote' });
			const [rest, vote] = await at.agenda.list(lead, id);
			expect([columnsOf(rest!), voteRulesOf(rest!)]).toEqual([[], null]);
			expect(rest!.parameters).toEqual({});
			expect(columnsOf(vote!)).toEqual([]);
			expect(vote!.parameters).toEqual({ vote: { budget: 5, cap: 2 } });
		});

		test('[AG6] what cannot be is refused: no title, no column, twice the same id, cap over budget', async () => {
			const [column] = item.parameters.columns;
			const id = await blank();
			for (const [draft, code] of [
				[{ ...item, title: {} }, 'text_empty'],
				[set({ columns: [] }), 'invalid_input'],
				[set({ columns: [column, column] }), 'invalid_input'],
				[set({ columns: [{ ...column, id: 'a b' }] }), 'invalid_input'],
				[{ ...item, durationMinutes: 0 }, 'invalid_input'],
				[set({ vote: { budget: 2, cap: 3 } }), 'invalid_input']
			] as const)
				await expect(at.agenda.add(lead, id, 1, draft)).rejects.toMatchObject({ code });
		});

		test('[AG7] a change on an older version is refused', async () => {
			const id = await blank();
			await at.agenda.add(lead, id, 1, item);
			await expect(at.agenda.add(lead, id, 1, item)).rejects.toMatchObject({ code: 'stale' });
			expect(await at.agenda.list(lead, id)).toHaveLength(1);
		});

		test('[AG7] an item of another workshop is not found', async () => {
			const id = await blank();
			const other = await fromTemplate();
			const [foreign] = await at.agenda.list(lead, other);
			await expect(at.agenda.edit(lead, id, 1, foreign!.id, item)).rejects.toMatchObject({
				code: 'not_found'
			});
		});
	});

	describe('organisers and their logos', () => {
		test('[OR1] logos are kept, replaced and removed with their organiser', async () => {
			const id = await blank();
			const [first] = await at.organisers.saveAll(lead, id, 1, [
				{ name: 'المديرية الجهوية', role: 'organiser', logoId: null, upload: PNG }
			]);
			const [kept] = await at.organisers.saveAll(lead, id, 2, [{ ...first! }]);
			expect(kept?.logoId).toBe(first!.logoId);
			await at.organisers.saveAll(lead, id, 3, [{ ...kept!, logoId: null }]);
			await expect(
				at.files.read(first!.logoId!, () => Promise.resolve([lead]))
			).rejects.toMatchObject({ code: 'not_found' });
		});

		test('[OR2] another workshop’s picture cannot be taken as a logo', async () => {
			const id = await blank();
			const other = await blank();
			const [foreign] = await at.organisers.saveAll(lead, other, 1, [
				{ name: 'مؤسسة', role: 'partner', logoId: null, upload: PNG }
			]);
			const [saved] = await at.organisers.saveAll(lead, id, 1, [{ ...foreign! }]);
			expect(saved?.logoId).toBeNull();
		});

		test('[OR2] a corrupt upload saves nothing', async () => {
			const id = await blank();
			await expect(
				at.organisers.saveAll(lead, id, 1, [
					{ name: 'مؤسسة', role: 'partner', logoId: null, upload: PNG.slice(0, 40) }
				])
			).rejects.toMatchObject({ code: 'file_corrupt' });
			expect(await at.organisers.list(lead, id)).toEqual([]);
			expect((await at.workshops.get(lead, id)).version).toBe(1);
		});

		test('[FI3] a logo is for those who may see the workshop, and its bytes are as they came', async () => {
			const id = await fromTemplate();
			const [organiser] = await at.organisers.saveAll(lead, id, 1, [
				{ name: 'مؤسسة', role: 'partner', logoId: null, upload: PNG }
			]);
			const [category] = await at.categories.list(lead, id);
			const guest = await join(db, id, category!.id);
			const screen = { kind: 'screen', id: 'screen', workshopId: id } as const;
			for (const actor of [lead, guest, screen]) {
				const file = await at.files.read(organiser!.logoId!, () => Promise.resolve([actor]));
				expect(file.mediaType).toBe('image/png');
				expect(file.bytes).toEqual(PNG);
			}
			const stranger = await makeAccount(db);
			for (const actors of [[], [stranger]])
				await expect(
					at.files.read(organiser!.logoId!, () => Promise.resolve(actors))
				).rejects.toMatchObject({ code: 'not_found' });
		});
	});
});
