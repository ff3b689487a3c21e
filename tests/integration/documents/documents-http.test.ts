import { isHttpError } from '@sveltejs/kit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AccountActor, Actor } from '#lib/domain/people/actor.ts';
import type { App } from '#lib/server/app.ts';
import { GET } from '../../../src/routes/api/workshops/[workshop]/export/[format]/+server.ts';
import { load as loadExportPage } from '../../../src/routes/workshops/[workshop]/export/+page.server.ts';
import { load as loadPlanOnTable } from '../../../src/routes/regions/[workshop]/+page.server.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { openApp } from '../../support/workshops/people.ts';
import {
	director,
	facilitator,
	joinAs,
	makeRegion
} from '../../support/workshops/workshop-people.ts';

const TITLE = 'عنوان لا يقرؤه غير أهله';

forEachEngine('documents over HTTP', (openDatabase) => {
	let app: App;
	let workshop: MadeWorkshop;
	let lead: AccountActor;

	beforeEach(async () => {
		const db = await openDatabase();
		app = await openApp(db);
		workshop = await makeWorkshop(db, {
			workshop: { region_id: await makeRegion(db), title: JSON.stringify({ ar: TITLE }) }
		});
		lead = facilitator(workshop.facilitatorId);
	});
	afterEach(() => app.rooms.close());

	function event(who: Actor | null, format: string, query = '', signal?: AbortSignal) {
		const url = new URL(`http://localhost/api/workshops/x/export/${format}${query}`);
		return {
			url,
			request: new Request(url, signal ? { signal } : {}),
			params: { workshop: workshop.workshopId, format },
			locals: {
				app,
				locale: 'ar',
				account: who?.kind === 'account' ? { ...who, name: 'أ', email: 'a@b.ma' } : null,
				guest: () => Promise.resolve(who?.kind === 'guest' ? who : undefined)
			}
		};
	}
	const ask = (who: Actor | null, format = 'json', query = '', signal?: AbortSignal) =>
		GET(event(who, format, query, signal) as unknown as Parameters<typeof GET>[0]);

	test('[EXP3] the file is sent under its name and is kept by no cache', async () => {
		const response = await ask(lead, 'json', '?language=fr');
		expect(response.status).toBe(200);
		expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
		expect(response.headers.get('cache-control')).toBe('no-store');
		const disposition = response.headers.get('content-disposition') ?? '';
		expect(disposition).toMatch(/^attachment; filename="workshop-[^"]*\.json"; filename\*=UTF-8''/);
		expect(decodeURIComponent(disposition)).toContain('عنوان-لا-يقرؤه-غير-أهله');
		const bytes = await response.arrayBuffer();
		expect(response.headers.get('content-length')).toBe(String(bytes.byteLength));
	});

	test('[EXP6] 401 without anybody, 403 for guests and for directors of other regions', async () => {
		const guest = await joinAs(app.db, workshop.workshopId, workshop.categoryIds[0]!);
		expect((await ask(null)).status).toBe(401);
		expect((await ask(guest)).status).toBe(403);
		const refused = await ask(director('oriental'));
		expect(refused.status).toBe(403);
		expect(await refused.text()).not.toContain(TITLE);
		expect((await ask(director('fes-meknes'))).status).toBe(200);
	});

	test('[EXP3] another format is not found, another language is wrong', async () => {
		expect((await ask(lead, 'odt')).status).toBe(404);
		expect((await ask(lead, 'json', '?language=es')).status).toBe(400);
	});

	test('[EXP7] a document of an empty plan says why there is none', async () => {
		const response = await ask(lead, 'docx');
		expect(response.status).toBe(409);
		expect(await response.json()).toEqual({ error: { code: 'plan_empty', details: {} } });
	});

	test('[EXP8] whoever went away is answered nothing', async () => {
		const response = await ask(lead, 'pdf', '', AbortSignal.abort());
		expect(response.status).toBe(499);
	});

	test('[DR2] the pages of another region’s workshop are refused without its title', async () => {
		const asked = event(director('oriental'), '') as never;
		for (const load of [() => loadExportPage(asked), () => loadPlanOnTable(asked)]) {
			const refused: unknown = await Promise.resolve(load()).catch((thrown: unknown) => thrown);
			expect(isHttpError(refused, 403)).toBe(true);
			expect(JSON.stringify(refused)).not.toContain(TITLE);
		}
	});

	test('[DR3] directors see workshops from the first opening of their halls on', async () => {
		await app.db.updateTable('workshop').set({ opened_at: null }).execute();
		const [region] = await app.directors.regions(director('fes-meknes'));
		expect(region?.workshops).toEqual([]);
		expect((await ask(director('fes-meknes'))).status).toBe(403);
	});
});
