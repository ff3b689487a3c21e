import { beforeEach, expect, test, vi } from 'vitest';
import { deleteSpentLinks } from '#lib/server/auth/links.ts';
import { clock } from '#lib/server/time/clock.ts';
import { findGuestActor } from '#lib/server/access/load-actor.ts';
import { openSessions } from '#lib/server/auth/sessions.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import {
	guestLinkService,
	type GuestLinkService
} from '#lib/server/participants/guest-link.service.ts';
import { makeWorkshop } from '../../support/workshops/make-workshop.ts';
import { joinAs } from '../../support/workshops/workshop-people.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';

forEachEngine('links to enter again', (open) => {
	let db: RootDb;
	let links: GuestLinkService;
	let guestId: string;
	let workshopId: string;

	beforeEach(async () => {
		db = await open();
		links = guestLinkService({ db, sessions: openSessions(db) });
		const made = await makeWorkshop(db);
		workshopId = made.workshopId;
		guestId = (await joinAs(db, workshopId, made.categoryIds[0] ?? '')).id;
	});

	const tokenOf = (path: string): string => path.replace('/enter/', '');

	test('[EN1] a link makes a browser that one guest, once, and looking does not use it up', async () => {
		const token = tokenOf(await links.create(guestId, workshopId, 1000 * 60));
		await links.check(token);
		expect(await links.check(token)).toMatchObject({ id: guestId, workshopId });
		const { session } = await links.enter(token);
		const found = session && (await openSessions(db).validate(session.token));
		expect(found?.actorId).toBe(guestId);
		await expect(links.enter(token)).rejects.toMatchObject({ code: 'personal_code_invalid' });
		await expect(links.check(token)).rejects.toMatchObject({ code: 'personal_code_invalid' });
	});

	test('[EN1] an expired or invented link opens nothing', async () => {
		const expired = tokenOf(await links.create(guestId, workshopId, -1));
		await expect(links.enter(expired)).rejects.toMatchObject({ code: 'personal_code_invalid' });
		await expect(links.enter('0'.repeat(32))).rejects.toMatchObject({
			code: 'personal_code_invalid'
		});
	});

	test('[EN1] links that open nothing any more are forgotten, and no other', async () => {
		const used = tokenOf(await links.create(guestId, workshopId, 1000 * 60));
		await links.enter(used);
		await links.create(guestId, workshopId, -1);
		const good = tokenOf(await links.create(guestId, workshopId, 1000 * 60));
		vi.spyOn(clock, 'isProven', 'get').mockReturnValueOnce(true);
		await deleteSpentLinks(db);
		expect(await db.selectFrom('link').select('purpose').execute()).toHaveLength(1);
		await links.check(good);
	});

	test('[PE4] nobody enters by the link of a person who was taken out, and it works again after', async () => {
		const token = tokenOf(await links.create(guestId, workshopId, 1000 * 60));
		await db.updateTable('participant').set({ removed_at: 1 }).execute();
		await expect(links.check(token)).rejects.toMatchObject({ code: 'personal_code_invalid' });
		await expect(links.enter(token)).rejects.toMatchObject({ code: 'personal_code_invalid' });
		await db.updateTable('participant').set({ removed_at: null }).execute();
		await links.enter(token);
	});

	test('[EN2] who enters is a guest of that workshop and nothing more', async () => {
		const token = tokenOf(await links.create(guestId, workshopId, 1000 * 60));
		await links.enter(token);
		expect(await findGuestActor(db, guestId)).toMatchObject({
			kind: 'guest',
			workshopId,
			observing: false
		});
	});
});
