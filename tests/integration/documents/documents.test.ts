import { beforeAll, afterAll, expect, test } from 'vitest';
import type { AccountActor, GuestActor } from '#lib/domain/people/actor.ts';
import {
	DOCUMENT_FORMATS,
	DOCUMENT_SUBJECTS,
	documentRule,
	hasFormat,
	type DocumentFormat
} from '#lib/domain/documents/documents.ts';
import type { Locale } from '#lib/domain/text/locale.ts';
import type { App } from '#lib/server/app.ts';
import { findAccountActor, findGuestActor } from '#lib/server/access/load-actor.ts';
import { FORMATS } from '#lib/server/documents/formats.ts';
import { actionsOf } from '#lib/server/documents/plan/plan-document.ts';
import type { WorkshopData } from '#lib/server/documents/data/workshop-json.ts';
import { gatherReport } from '#lib/server/documents/report/gather-report.ts';
import { reportContent } from '#lib/server/documents/report/report-content.ts';
import example from '#lib/server/example/fes-meknes-workshop.json' with { type: 'json' };
import '#lib/server/participants/participant.table.ts';
import { makeWorkshop } from '../../support/workshops/make-workshop.ts';
import { onePixelPng } from '../../support/files/one-pixel-png.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { gatheredPlan } from '../../support/workshops/gathered-plan.ts';
import { openApp } from '../../support/workshops/people.ts';
import { readPdf } from '../../support/files/read-pdf.ts';
import { readZip, wordTextOf } from '../../support/files/read-zip.ts';
import { refusalOf } from '../../support/refusal.ts';
import { director, facilitator } from '../../support/workshops/workshop-people.ts';

/** Names that no word of the example could hold by chance. */
const NAME = 'زبيدة المجهولة';
const ORGANISATION = 'تعاونية الاسم السري';

forEachEngine('documents', (open) => {
	let app: App;
	let workshopId: string;
	let lead: AccountActor;
	let ofRegion: AccountActor;
	let guest: GuestActor;

	beforeAll(async () => {
		app = await openApp(await open());
		await app.loadExample();
		const { db } = app;
		workshopId = (await db.selectFrom('workshop').select('id').executeTakeFirstOrThrow()).id;
		lead = await accountOfRole('facilitator');
		ofRegion = await accountOfRole('director');
		const people = await db.selectFrom('participant').selectAll().orderBy('id').execute();
		guest = (await findGuestActor(db, people[0]!.actor_id))!;
		for (const [index, { id }] of people.entries())
			await db
				.updateTable('participant')
				.set({ name: `${NAME} ${index}`, organisation: `${ORGANISATION} ${index}` })
				.where('id', '=', id)
				.execute();
	}, 120_000);
	afterAll(() => app.rooms.close());

	async function accountOfRole(role: AccountActor['role']): Promise<AccountActor> {
		const row = await app.db
			.selectFrom('account')
			.select('id')
			.where('role', '=', role)
			.executeTakeFirstOrThrow();
		return (await findAccountActor(app.db, row.id))!;
	}
	const make = (format: DocumentFormat, locale: Locale = 'ar', actor: AccountActor = lead) =>
		app.documents.make(actor, workshopId, {
			subject: format === 'json' ? 'data' : 'plan',
			format,
			locale
		});
	const wordXml = (bytes: Uint8Array): string => readZip(bytes).get('word/document.xml') ?? '';
	async function workshopJson(): Promise<WorkshopData> {
		const { bytes } = await make('json');
		return JSON.parse(new TextDecoder().decode(bytes)) as WorkshopData;
	}
	const gathered = () =>
		gatherReport({ sources: app, actor: lead, workshopId, locale: 'ar', at: Date.now() });
	async function reportText(actor: AccountActor, id: string, locale: Locale): Promise<string> {
		const wanted = { subject: 'report', format: 'docx', locale } as const;
		return wordTextOf(wordXml((await app.documents.make(actor, id, wanted)).bytes));
	}
	const codes = example.action_plan.actions.map(({ code }) => code);

	test('[EXP1] the document gathers the whole workshop', async () => {
		const document = await gatheredPlan(app, lead, workshopId);
		expect(document.counts).toEqual({
			participants: 60,
			notes: 142,
			clusters: 12,
			proposals: 15,
			voters: 52
		});
		expect(document.figures.total).toBe(78_000_000);
		expect(document.axes.map((axis) => axis.cost)).toEqual([
			31_900_000, 11_800_000, 11_800_000, 17_600_000, 4_900_000
		]);
		expect(actionsOf(document).map(({ action }) => action.code)).toEqual(codes);
		expect(document.workshop).toMatchObject({
			date: '2025-04-15',
			region: { ar: 'جهة فاس مكناس', fr: 'Région Fès-Meknès' },
			example: true
		});
		expect(document.workshop.organisers.map(({ name }) => name)).toEqual(
			example.workshop.organisers.map(({ ar }) => ar)
		);
		expect(document.clusters.map(({ place }) => [place?.score, place?.rank])).toEqual(
			example.expected.dot_totals.map(({ score, rank }) => [score, rank])
		);
	});

	test('[EXP1] each action leads back to its proposals, clusters, notes and dots', async () => {
		const document = await gatheredPlan(app, lead, workshopId);
		const dotsOf = new Map(example.expected.dot_totals.map(({ id, score }) => [id, score]));
		for (const { action, provenance } of actionsOf(document)) {
			const source = example.action_plan.actions.find(({ code }) => code === action.code)!;
			const own = example.proposals.filter(({ id }) => source.proposal_ids.includes(id));
			const clusters = new Set(own.flatMap((proposal) => proposal.cluster_ids));
			expect(provenance.proposals).toHaveLength(own.length);
			expect(provenance.clusters).toHaveLength(clusters.size);
			expect(provenance.notes).toBe(new Set(own.flatMap(({ note_ids }) => note_ids)).size);
			expect(provenance.score).toBe(
				[...clusters].reduce((sum, id) => sum + (dotsOf.get(id) ?? 0), 0)
			);
		}
	});

	test('[EXP2] figures by category stand only where the floor allows', async () => {
		const document = await gatheredPlan(app, lead, workshopId);
		const present = Object.values(example.expected.participants_by_category);
		// Those of fewer than three people stand in one row, the last one.
		const small = present.filter((count) => count < 3);
		expect(document.participants.map((row) => row.present)).toEqual([
			...present.filter((count) => count >= 3),
			small.reduce((sum, count) => sum + count, 0)
		]);
		const notes = document.participants.reduce((sum, row) => sum + Number(row.notes), 0);
		expect(notes).toBe(document.counts.notes);
	});

	test('[EXP3] Word holds every code, says directions and is a Word file', async () => {
		const { bytes, mediaType, fileName } = await make('docx');
		expect(mediaType).toBe(FORMATS.docx.mediaType);
		expect(fileName).toMatch(/^plan-خطة-عمل-جهوية-.*-2025-04-15\.docx$/u);
		expect(bytes.byteLength).toBeGreaterThan(100_000);
		expect(bytes.byteLength).toBeLessThan(3_000_000);
		const xml = wordXml(bytes);
		for (const code of codes) expect(wordTextOf(xml)).toContain(code);
		expect(xml).toContain('<w:bidi/>');
		expect(xml).toContain('<w:rtl/>');
		expect(xml).toContain('<w:bidiVisual/>');
	});

	test('[EXP3] the PDF has a bookmark for every action, in its language', async () => {
		const { bytes, mediaType, fileName } = await make('pdf', 'fr', ofRegion);
		expect(mediaType).toBe('application/pdf');
		expect(fileName).toMatch(/\.pdf$/);
		expect(bytes.byteLength).toBeLessThan(5_000_000);
		const pdf = readPdf(bytes);
		expect(pdf.language).toBe('fr-MA');
		expect(pdf.pages).toBeGreaterThan(20);
		for (const code of codes)
			expect(pdf.bookmarks.some((bookmark) => bookmark.includes(code))).toBe(true);
	});

	test('[EXP3] the workbook holds every code', async () => {
		const { bytes, mediaType } = await make('xlsx');
		expect(mediaType).toBe(FORMATS.xlsx.mediaType);
		const text = [...readZip(bytes).values()].join('\n');
		for (const code of codes) expect(text).toContain(code);
	});

	test('[EXP3] a logo stands on the cover', async () => {
		const { version } = await app.workshops.get(lead, workshopId);
		const organisers = await app.organisers.list(lead, workshopId);
		await app.organisers.saveAll(
			lead,
			workshopId,
			version,
			organisers.map((organiser, index) => ({
				...organiser,
				...(index === 0 ? { upload: onePixelPng() } : {})
			}))
		);
		const document = await gatheredPlan(app, lead, workshopId);
		expect(document.workshop.organisers.map(({ logo }) => logo?.mediaType)).toEqual([
			'image/png',
			undefined
		]);
		const paths = [...readZip((await make('docx')).bytes).keys()];
		expect(paths.some((path) => path.startsWith('word/media/'))).toBe(true);
	});

	test('[EXP9] everybody gets the documents of the list that are theirs, in its formats', async () => {
		const subjectsOf = async (actor: AccountActor) =>
			(await app.documents.overview(actor, workshopId)).subjects;
		expect(await subjectsOf(lead)).toEqual(DOCUMENT_SUBJECTS);
		expect(await subjectsOf(ofRegion)).toEqual(['plan', 'report', 'data']);
		for (const subject of DOCUMENT_SUBJECTS)
			for (const format of DOCUMENT_FORMATS) {
				const asked = app.documents.make(lead, workshopId, { subject, format, locale: 'en' });
				if (hasFormat(subject, format)) {
					const { mediaType, fileName } = await asked;
					expect(mediaType).toBe(FORMATS[format].mediaType);
					expect(fileName).toMatch(new RegExp(`^${documentRule(subject).file}-.*\\.${format}$`));
				} else expect((await refusalOf(asked)).code).toBe('not_found');
			}
		const attendance = { subject: 'attendance', format: 'csv', locale: 'fr' } as const;
		const refused = app.documents.make(ofRegion, workshopId, attendance);
		expect((await refusalOf(refused)).code).toBe('forbidden');
	}, 60_000);

	test('[EXP9] the attendance tells names and the hour of the hall', async () => {
		const { id } = await app.db.selectFrom('participant').select('id').executeTakeFirstOrThrow();
		await app.db
			.updateTable('participant')
			.set({ name: '=1+1', joined_at: Date.UTC(2025, 3, 15, 8, 5) })
			.where('id', '=', id)
			.execute();
		const { bytes } = await app.documents.make(lead, workshopId, {
			subject: 'attendance',
			format: 'csv',
			locale: 'fr'
		});
		const lines = new TextDecoder().decode(bytes).split('\r\n');
		expect(lines[1]).toContain('Catégorie;Nom;Organisation;Province;Arrivée');
		const line = lines.find((text) => text.includes('=1+1'));
		// In April the hall is an hour ahead of UTC.
		expect(line).toMatch(/;'=1\+1;.*;2025-04-15 09:05$/);
		expect(lines.filter((text) => text.includes(NAME))).toHaveLength(59);
	});

	test('[RP2] the report tells objectives, participation, clusters with their notes, the vote', async () => {
		const text = await reportText(lead, workshopId, 'ar');
		const { objectives } = await app.workshops.get(lead, workshopId);
		expect(objectives.length).toBeGreaterThan(3);
		for (const objective of objectives) expect(text).toContain(objective.ar);
		const { clusters } = await app.proposals.material(lead, workshopId);
		for (const { title, notes } of clusters) {
			expect(text).toContain(title.ar);
			for (const note of notes) expect(text).toContain(note.text);
		}
		expect(text).toContain('صوّت 52 من أصل 58');
		expect(text).toContain(' + ');
		expect(text).not.toContain('لم يتوفر بعد');
	});

	test('[RP4] every proposal stands in the report, an adopted one without an action is marked', async () => {
		const text = { ar: 'مقترح معتمد بلا إجراء' };
		const draft = { text, status: 'adopted', clusterIds: [], noteKeys: [] } as const;
		const id = await app.proposals.create(lead, workshopId, draft);
		const { sections } = reportContent(await gathered(), 'ar');
		const tables = sections.flatMap(({ blocks }) =>
			blocks.flatMap((block) => (block.kind === 'table' ? block.table : []))
		);
		const rows = tables.find(({ rows }) => rows.at(-1)?.cells[1]?.lines[0] === text.ar)?.rows ?? [];
		expect(rows).toHaveLength(16);
		expect(rows.at(-1)?.cells.map(({ lines }) => lines[0])).toEqual([
			...['16', text.ar, 'معتمد', '', 'بلا إجراء إلى الآن']
		]);
		expect(rows.at(-1)?.cells.at(-1)?.missing).toBe(true);
		expect(rows.flatMap(({ cells }) => cells.at(-1)?.lines ?? [])).toEqual(
			expect.arrayContaining(codes)
		);
		await app.proposals.remove(lead, id, 1);
	});

	test('[RP5] the annex holds every contribution under the number that the data give it', async () => {
		const { sections } = reportContent(await gathered(), 'fr');
		const annex = sections.at(-1)?.blocks.find((block) => block.kind === 'table');
		const rows = (annex?.kind === 'table' ? annex.table.rows : []).filter(
			({ kind }) => kind === 'body'
		);
		const data = await workshopJson();
		const shown = rows.map(({ cells }) => [cells[0]?.lines[0], cells[2]?.lines.join('\n')]);
		const byNumber = [...shown].sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
		expect(byNumber).toEqual(data.notes.map(({ id, text }) => [id, text.trim()]));
		const written = new Set(rows.map(({ cells }) => cells[4]?.lines[0]));
		expect(written).toEqual(new Set(['Arabe', 'Lettres latines']));
	});

	test('[RP1] the report exists without an action, and says what is not there yet', async () => {
		const made = await makeWorkshop(app.db);
		const actor = facilitator(made.facilitatorId);
		const text = await reportText(actor, made.workshopId, 'fr');
		expect(text).toContain('Pas encore là\u00A0: les objectifs de l’atelier, les participants');
		for (const lacking of [
			'Les objectifs de l’atelier n’ont pas encore été écrits.',
			'Aucune contribution n’a encore été écrite.',
			'Aucun vote n’a encore été clos.',
			'Aucune proposition n’a encore été formulée.',
			'pas encore',
			'Personne n’a encore rejoint l’atelier.'
		])
			expect(text).toContain(lacking);
		const pdf = await app.documents.make(actor, made.workshopId, {
			subject: 'report',
			format: 'pdf',
			locale: 'ar'
		});
		expect(readPdf(pdf.bytes).bookmarks).toContain('البرنامج كما جرى');
	}, 30_000);

	test('[EXP4] the data hold what was written and decided', async () => {
		const data = await workshopJson();
		expect(data.schema).toBe('tachawor-workshop/3');
		expect(data.notes).toHaveLength(142);
		expect(data.people).toBe(60);
		expect(data.clusters).toHaveLength(12);
		expect(data.clusters.flatMap((cluster) => cluster.notes)).toHaveLength(139);
		expect(data.proposals).toHaveLength(15);
		expect(data.plan.actions).toHaveLength(20);
		expect(data.votes).toHaveLength(1);
		expect(data.votes[0]).toMatchObject({
			voters: 52,
			rules: { method: 'dots', budget: 5, cap: 2 }
		});
		expect(data.votes[0]!.totals!.reduce((sum, { score }) => sum + score, 0)).toBe(254);
		const numbers = data.proposals.map(({ number }) => String(number));
		for (const { proposalIds } of data.plan.actions) {
			expect(proposalIds.length).toBeGreaterThan(0);
			for (const id of proposalIds) expect(numbers).toContain(id);
		}
		const notes = new Set(data.notes.map(({ id }) => id));
		for (const id of data.proposals.flatMap((proposal) => proposal.notes))
			expect(notes.has(id)).toBe(true);
		expect(data.watermark).not.toBeNull();
	});

	test('[EXP4] a category stands beside a note where it does on the run page, and nowhere else', async () => {
		const data = await workshopJson();
		const boards = await app.db
			.selectFrom('board')
			.selectAll()
			.where('workshop_id', '=', workshopId)
			.execute();
		const shown: string[] = [];
		for (const { id, activity_id: activity } of boards) {
			const categories = await app.noteCategories.of(lead, workshopId, id);
			for (const category of Object.values(categories))
				if (category !== 'withheld') shown.push(`${activity} ${category}`);
		}
		const told = data.notes.flatMap(({ activity, category }) =>
			category === null ? [] : `${activity} ${category}`
		);
		expect(told.sort()).toEqual(shown.sort());
		expect(told.length).toBeGreaterThan(40);
	});

	test('[EXP5] no export names a participant, their organisation or anything of their session', async () => {
		const people = await app.db.selectFrom('participant').selectAll().execute();
		const authors = await app.db.selectFrom('board_author').select('pseudonym').execute();
		const { joinCode } = await app.workshops.get(lead, workshopId);
		const secrets = [
			NAME,
			ORGANISATION,
			joinCode,
			...people.flatMap(({ id, actor_id }) => [id, actor_id]),
			...authors.map(({ pseudonym }) => pseudonym)
		];
		const { bytes: docx } = await make('docx');
		const { bytes: xlsx } = await make('xlsx');
		const { bytes: pdf } = await make('pdf');
		const { bytes: json } = await make('json');
		const texts = [
			...[...readZip(docx)].flatMap(([path, text]) => (path.endsWith('.xml') ? text : [])),
			wordTextOf(wordXml(docx)),
			...readZip(xlsx).values(),
			Buffer.from(pdf).toString('latin1'),
			JSON.stringify(await gatheredPlan(app, lead, workshopId)),
			new TextDecoder().decode(json),
			await reportText(lead, workshopId, 'fr'),
			JSON.stringify(await gathered())
		];
		for (const text of texts)
			for (const secret of secrets) expect(text.includes(secret)).toBe(false);
	});

	test('[EXP5] nothing in the data joins two notes of a person, and no hour is in them', async () => {
		const data = await workshopJson();
		const fields = new Set(data.notes.flatMap((note) => Object.keys(note)));
		expect([...fields].sort()).toEqual(
			['activity', 'category', 'column', 'day', 'edited', 'editedBy', 'id', 'text'].sort()
		);
		const { exportedAt, ...rest } = data;
		expect(exportedAt).toMatch(/T/);
		expect(JSON.stringify({ ...rest, agenda: [] })).not.toMatch(/\d{2}:\d{2}:\d{2}/);
		// Board after board: their order lays no two boards beside each other.
		const activities = data.notes.map(({ activity }) => activity);
		const runs = activities.filter((activity, index) => activity !== activities[index - 1]);
		expect(runs).toHaveLength(new Set(activities).size);
	});

	test('[EXP6] nobody but the facilitators and the directors of the region exports', async () => {
		const strangers = [
			director('oriental'),
			director(),
			facilitator('somebody-else'),
			{ kind: 'account', id: 'a', role: 'administrator', regions: [] } as const,
			guest
		];
		for (const stranger of strangers) {
			const wanted = { subject: 'data', format: 'json', locale: 'ar' } as const;
			for (const ask of [
				() => app.documents.make(stranger, workshopId, wanted),
				() => gatheredPlan(app, stranger, workshopId),
				() => app.documents.overview(stranger, workshopId)
			])
				expect((await refusalOf(ask())).code).toBe('forbidden');
		}
		expect((await make('json', 'fr', ofRegion)).fileName).toMatch(/^workshop-Atelier/);
	});

	test('[EXP7] an empty plan has no document, but its data', async () => {
		const made = await makeWorkshop(app.db);
		const actor = facilitator(made.facilitatorId);
		for (const format of ['docx', 'pdf', 'xlsx'] as const) {
			const asked = app.documents.make(actor, made.workshopId, {
				subject: 'plan',
				format,
				locale: 'ar'
			});
			expect((await refusalOf(asked)).code).toBe('plan_empty');
		}
		const { bytes } = await app.documents.make(actor, made.workshopId, {
			subject: 'data',
			format: 'json',
			locale: 'ar'
		});
		const data = JSON.parse(new TextDecoder().decode(bytes)) as WorkshopData;
		expect(data.notes).toEqual([]);
		expect(data.votes).toEqual([]);
		expect((await app.documents.overview(actor, made.workshopId)).plan.actions).toBe(0);
	});

	test('[EXP8] a request that is cancelled ends the PDF that is being made', async () => {
		const controller = new AbortController();
		const asked = app.documents.make(
			lead,
			workshopId,
			{ subject: 'plan', format: 'pdf', locale: 'ar' },
			controller.signal
		);
		controller.abort(new Error('gone'));
		await expect(asked).rejects.toThrow('gone');
	});

	test('[DR1] a director begins with their regions and the workshops opened there', async () => {
		const regions = await app.directors.regions(ofRegion);
		expect(regions.map(({ id, name }) => [id, name.ar])).toEqual([['fes-meknes', 'جهة فاس مكناس']]);
		expect(regions[0]?.workshops).toMatchObject([{ id: workshopId, actions: 20, complete: 0 }]);
		expect(await app.directors.regions(director('oriental'))).toMatchObject([
			{ id: 'oriental', workshops: [] }
		]);
		expect((await refusalOf(app.directors.regions(lead))).code).toBe('forbidden');
	});

	test('[DR4] the overview tells the money by axis and by how sure it is', async () => {
		const { plan } = await app.documents.overview(ofRegion, workshopId);
		expect(plan.axes.map(({ number, cost }) => [number, cost / 100_000])).toEqual([
			[1, 319],
			[2, 118],
			[3, 118],
			[4, 176],
			[5, 49]
		]);
		expect(plan.financing).toEqual({
			confirmed: 2_500_000,
			negotiating: 37_900_000,
			to_mobilise: 37_600_000
		});
		expect(plan).toMatchObject({ unfinanced: 0, objectives: 10, actions: 20 });
		// The example names partners and not what they commit to.
		expect(plan.incomplete.map(({ missing }) => missing)).toEqual(
			Array.from({ length: 20 }, () => ['partners'])
		);
	});
});
