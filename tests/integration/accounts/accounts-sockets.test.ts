import { afterEach, beforeEach, expect, test } from 'vitest';
import { CLOSE_CODE } from '#lib/realtime/close-code.ts';
import { roomName } from '#lib/realtime/room-name.ts';
import { ACCOUNT_COOKIE } from '#lib/server/auth/cookies.ts';
import { startLiveApp, type LiveApp } from '../../support/server/live-app.ts';
import { LiveClient } from '../../support/sockets/live-client.ts';
import { makeWorkshop } from '../../support/workshops/make-workshop.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import {
	PASSWORD,
	invited,
	strangeBrowser,
	setUpAdministrator,
	type SignedInPerson
} from '../../support/workshops/people.ts';
import { until } from '../../support/until.ts';

forEachEngine('open sockets of an account', (open) => {
	let live: LiveApp;
	let administrator: SignedInPerson;
	let facilitator: SignedInPerson;
	let workshopId: string;
	const clients: LiveClient[] = [];

	beforeEach(async () => {
		const db = await open();
		live = await startLiveApp(db);
		administrator = await setUpAdministrator(live.app);
		facilitator = await invited(live.app, administrator, { role: 'facilitator', regions: [] });
		({ workshopId } = await makeWorkshop(db));
		await db
			.insertInto('workshop_facilitator')
			.values({ workshop_id: workshopId, account_id: facilitator.actor.id, lead: 0 })
			.execute();
	});
	afterEach(async () => {
		for (const client of clients.splice(0)) client.provider.destroy();
		await live.stop();
	});

	async function connectWith(token: string): Promise<LiveClient> {
		const cookie = `${ACCOUNT_COOKIE}=${token}`;
		const who = { as: 'account', cookie, origin: live.origin };
		const client = new LiveClient(live.syncUrl, roomName('stage', workshopId), who);
		clients.push(client);
		await until('the stage is there', () => client.provider.synced);
		return client;
	}

	async function twoBrowsers(): Promise<{ here: LiveClient; there: LiveClient }> {
		const typed = { email: facilitator.actor.email, password: PASSWORD };
		const { token } = await live.app.accounts.signIn(typed, strangeBrowser('there'));
		return { here: await connectWith(facilitator.token), there: await connectWith(token) };
	}

	const isClosed = (client: LiveClient) => () => client.closeCode === CLOSE_CODE.signedOut;

	test('[AC11] signing out closes the sockets of that browser alone', async () => {
		const { here, there } = await twoBrowsers();
		await live.app.accounts.signOut(facilitator.token);
		await until('this one is closed', isClosed(here));
		expect(there.provider.wsconnected).toBe(true);
	});

	test('[AC12] signing out everywhere closes them all', async () => {
		const { here, there } = await twoBrowsers();
		await live.app.accounts.signOutEverywhere(facilitator.actor);
		await until('this one is closed', isClosed(here));
		await until('the other one is closed', isClosed(there));
	});

	test('[AC13] changing the password closes those of the other browsers', async () => {
		const { here, there } = await twoBrowsers();
		await live.app.accounts.changePassword(
			facilitator.actor,
			{ current: PASSWORD, password: 'une phrase facile' },
			facilitator.token
		);
		await until('the other one is closed', isClosed(there));
		expect(here.provider.wsconnected).toBe(true);
	});

	test('[AC17] disabling an account closes its sockets', async () => {
		const { here, there } = await twoBrowsers();
		await live.app.accountAdmin.setDisabled(administrator.actor, facilitator.actor.id, true);
		await until('this one is closed', isClosed(here));
		await until('the other one is closed', isClosed(there));
	});
});
