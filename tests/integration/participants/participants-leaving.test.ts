import type { RequestEvent } from '@sveltejs/kit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CLOSE_CODE } from '#lib/realtime/close-code.ts';
import { roomName } from '#lib/realtime/room-name.ts';
import { DEVICE_COOKIE, guestCookie } from '#lib/server/auth/cookies.ts';
import { guestOf } from '#lib/server/access/guest-of.ts';
import { POST } from '../../../src/routes/api/join/+server.ts';
import { actions } from '../../../src/routes/w/[workshop]/+page.server.ts';
import { startLiveApp, type LiveApp } from '../../support/server/live-app.ts';
import { LiveClient } from '../../support/sockets/live-client.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { until } from '../../support/until.ts';

forEachEngine('leaving on a shared phone', (open) => {
	let live: LiveApp;
	let workshop: MadeWorkshop;
	const clients: LiveClient[] = [];

	beforeEach(async () => {
		const db = await open();
		live = await startLiveApp(db);
		workshop = await makeWorkshop(db);
	});
	afterEach(async () => {
		for (const client of clients.splice(0)) client.provider.destroy();
		await live.stop();
	});

	/** A browser: its cookies, and what a person does with it. */
	function phone() {
		const jar = new Map<string, string>();
		const cookies = {
			get: (name: string) => jar.get(name),
			set: (name: string, value: string) => jar.set(name, value),
			delete: (name: string) => jar.delete(name)
		};
		const { app, origin } = live;
		const { workshopId, joinCode, categoryIds } = workshop;
		const event = (path: string, body: BodyInit) =>
			({
				request: new Request(origin + path, { method: 'POST', body }),
				params: { workshop: workshopId },
				cookies,
				locals: { app, secure: false, guest: (id: string) => guestOf(app, cookies, id) },
				url: new URL(origin + path),
				getClientAddress: () => '192.168.43.20'
			}) as unknown as RequestEvent;
		const token = () => jar.get(guestCookie(workshopId)) ?? '';
		return {
			jar,
			token,
			async join(): Promise<string> {
				const body = JSON.stringify({ code: joinCode, categoryId: categoryIds[0], language: 'ar' });
				const response = await POST(event('/api/join', body) as Parameters<typeof POST>[0]);
				return ((await response.json()) as { participantId: string }).participantId;
			},
			leave: () =>
				actions.leave(
					event(`/w/${workshopId}?/leave`, new URLSearchParams()) as Parameters<
						typeof actions.leave
					>[0]
				),
			async connect(): Promise<LiveClient> {
				const cookie = `${guestCookie(workshopId)}=${token()}`;
				const who = { as: workshopId, cookie, origin };
				const client = new LiveClient(live.syncUrl, roomName('stage', workshopId), who);
				clients.push(client);
				await until('the stage is there', () => client.provider.synced);
				return client;
			}
		};
	}

	test('[JN16] leaving ends the session and its sockets, and the next one is a new person', async () => {
		const shared = phone();
		const other = phone();
		const first = await shared.join();
		await other.join();
		const [socket, stays] = [await shared.connect(), await other.connect()];
		const token = shared.token();

		await expect(shared.leave()).rejects.toMatchObject({
			status: 303,
			location: `/join/${workshop.joinCode}`
		});
		await until('its socket is closed', () => socket.closeCode === CLOSE_CODE.signedOut);
		expect(stays.provider.wsconnected).toBe(true);
		expect(await live.app.sessions.validate(token)).toBeUndefined();
		expect([...shared.jar.keys()]).toEqual([DEVICE_COOKIE]);

		const second = await shared.join();
		expect(second).not.toBe(first);
		const people = await live.app.db.selectFrom('participant').select('id').execute();
		expect(people.map(({ id }) => id)).toEqual(expect.arrayContaining([first, second]));
		expect(people).toHaveLength(3);
	});

	test('[JN16] who is nobody on this phone is led to the code', async () => {
		await expect(phone().leave()).rejects.toMatchObject({ status: 303, location: '/join' });
	});
});
