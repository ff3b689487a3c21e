import type { RequestEvent } from '@sveltejs/kit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { App } from '#lib/server/app.ts';
import { guestCookie } from '#lib/server/auth/cookies.ts';
import { guestOf } from '#lib/server/access/guest-of.ts';
import { GET } from '../../../src/routes/api/join/[code]/+server.ts';
import { POST } from '../../../src/routes/api/join/+server.ts';
import { GET as DOCUMENT } from '../../../src/routes/api/openapi.json/+server.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { openApp } from '../../support/workshops/people.ts';

interface SetCookie {
	readonly value: string;
	readonly options: unknown;
}

forEachEngine('joining over HTTP', (openDatabase) => {
	let app: App;
	let workshop: MadeWorkshop;

	beforeEach(async () => {
		const db = await openDatabase();
		app = await openApp(db);
		workshop = await makeWorkshop(db);
	});
	afterEach(() => app.rooms.close());

	/** A browser: its cookies, and the requests it sends. */
	function browser(secure = false) {
		const jar = new Map<string, SetCookie>();
		const cookies = {
			get: (name: string) => jar.get(name)?.value,
			set: (name: string, value: string, options: unknown) => jar.set(name, { value, options })
		};
		const locals = {
			app,
			secure,
			guest: (workshopId: string) => guestOf(app, cookies, workshopId)
		};
		const event = (request: Request, params = {}) =>
			({
				request,
				params,
				cookies,
				locals,
				url: new URL(request.url),
				getClientAddress: () => '192.168.43.20'
			}) as unknown as RequestEvent;
		return {
			jar,
			read: (code: string) =>
				GET(event(new Request('http://localhost/api/join'), { code }) as Parameters<typeof GET>[0]),
			send: (body: unknown) =>
				POST(
					event(
						new Request('http://localhost/api/join', {
							method: 'POST',
							body: typeof body === 'string' ? body : JSON.stringify(body)
						})
					) as Parameters<typeof POST>[0]
				)
		};
	}
	const input = () => ({
		code: workshop.joinCode,
		categoryId: workshop.categoryIds[0],
		language: 'ar'
	});

	test('[JN12] a code gives title, date and categories', async () => {
		const response = await browser().read(workshop.joinCode.toLowerCase());
		expect(response.status).toBe(200);
		expect(response.headers.get('cache-control')).toBe('no-store');
		expect(await response.json()).toEqual({
			workshopId: workshop.workshopId,
			title: { ar: 'ورشة تجريبية', fr: 'Atelier d’essai' },
			date: '2025-04-15',
			example: false,
			admission: 'open',
			ticket: null,
			joined: false,
			categories: [
				{
					categoryId: workshop.categoryIds[0],
					name: { ar: 'تعاونيات', fr: 'Coopératives' },
					observing: false
				},
				{
					categoryId: workshop.categoryIds[1],
					name: { ar: 'خبراء ومهنيون', fr: 'Experts' },
					observing: false
				},
				{
					categoryId: workshop.categoryIds[2],
					name: { ar: 'الصحافة', fr: 'Presse' },
					observing: true
				}
			]
		});
	});

	test('[JN1] joining answers 201 and leaves the session in a cookie alone', async () => {
		for (const secure of [false, true]) {
			const phone = browser(secure);
			const response = await phone.send(input());
			expect(response.status).toBe(201);
			const body = (await response.json()) as Record<string, string>;
			expect(Object.keys(body)).toEqual(['workshopId', 'participantId']);
			const cookie = phone.jar.get(guestCookie(workshop.workshopId));
			expect(cookie?.options).toMatchObject({
				path: '/',
				httpOnly: true,
				sameSite: 'lax',
				secure
			});
			expect(JSON.stringify(body)).not.toContain(cookie!.value);
		}
	});

	test('[JN5] joining again answers 200 with the same person', async () => {
		const phone = browser();
		const first = (await (await phone.send(input())).json()) as unknown;
		const cookie = phone.jar.get(guestCookie(workshop.workshopId))!.value;
		const again = await phone.send({ ...input(), categoryId: workshop.categoryIds[1] });
		expect(again.status).toBe(200);
		expect(await again.json()).toEqual(first);
		expect(phone.jar.get(guestCookie(workshop.workshopId))!.value).toBe(cookie);
		expect(await (await phone.read(workshop.joinCode)).json()).toMatchObject({ joined: true });
	});

	test('[JN13] each bad request gets its status and its code, and no cookie of a guest', async () => {
		const phone = browser();
		const cases: [unknown, number, object][] = [
			['no json', 400, { code: 'invalid_input', details: {} }],
			[
				{ ...input(), language: 'de' },
				400,
				{ code: 'invalid_input', details: { field: 'language' } }
			],
			[{ ...input(), categoryId: 'x' }, 400, { code: 'category_unknown', details: {} }],
			[{ ...input(), code: 'ZZZZZZ' }, 404, { code: 'join_code_invalid', details: {} }],
			[
				{ ...input(), name: 'س'.repeat(81) },
				400,
				{ code: 'text_too_long', details: { field: 'name', limit: 80, length: 81 } }
			]
		];
		for (const [body, status, error] of cases) {
			const response = await phone.send(body);
			expect(response.status).toBe(status);
			expect(await response.json()).toEqual({ error });
		}
		expect([...phone.jar.keys()]).toEqual(['tachawor_device']);
	});

	test('[JN4] a workshop that is not open answers 409', async () => {
		await app.db.updateTable('workshop').set({ state: 'closed' }).execute();
		expect((await browser().read(workshop.joinCode)).status).toBe(409);
	});

	test('[JN8] a browser that guesses gets 404, and in with the right code', async () => {
		const guesser = browser();
		for (let guess = 0; guess < 11; guess++)
			expect((await guesser.read('ZZZZZZ')).status).toBe(404);
		expect((await guesser.read(workshop.joinCode)).status).toBe(200);
	});

	test('[JN10] 60 browsers that join at once are 60 people', async () => {
		const responses = await Promise.all(Array.from({ length: 60 }, () => browser().send(input())));
		const bodies = (await Promise.all(responses.map((response) => response.json()))) as {
			participantId: string;
		}[];
		expect(new Set(bodies.map((body) => body.participantId)).size).toBe(60);
	});
});

test('[JN15] the document is served as JSON', async () => {
	const url = new URL('http://hall.example/api/openapi.json');
	const response = await DOCUMENT({ url } as Parameters<typeof DOCUMENT>[0]);
	expect(response.headers.get('content-type')).toMatch(/application\/json/);
	expect(await response.json()).toMatchObject({ servers: [{ url: 'http://hall.example' }] });
});
