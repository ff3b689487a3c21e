import { expect, test } from 'vitest';
import { isDomainError } from '#lib/domain/errors.ts';
import { MOROCCAN_REGIONS } from '#lib/domain/workshops/region.ts';
import { accountService } from '#lib/server/accounts/account.service.ts';
import { knownDevices } from '#lib/server/accounts/known-devices.ts';
import { newSignInAttempts } from '#lib/server/accounts/sign-in-attempts.ts';
import { secretHash } from '#lib/server/auth/secret-hash.ts';
import { makeWorkshop } from '../../support/workshops/make-workshop.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import {
	PASSWORD,
	accountOf,
	aPerson,
	invited,
	openApp,
	strangeBrowser,
	setUpAdministrator,
	tokenOf
} from '../../support/workshops/people.ts';
import { refusalOf } from '../../support/refusal.ts';

const FACILITATOR = { role: 'facilitator', regions: [] } as const;
const DIRECTOR = { role: 'director', regions: ['fes-meknes', 'oriental'] } as const;
const NEW_PASSWORD = 'une phrase facile';

forEachEngine('accounts', (open) => {
	test('[AC11] signing out ends that session alone', async () => {
		const app = await openApp(await open());
		const { actor, token } = await setUpAdministrator(app);
		const other = await app.accounts.signIn(
			{ email: actor.email, password: PASSWORD },
			strangeBrowser('d')
		);
		await app.accounts.signOut(token);
		expect(await accountOf(app, token)).toBeUndefined();
		expect((await accountOf(app, other.token))?.id).toBe(actor.id);
	});

	test('[AC12] signing out everywhere ends every session and tells the open sockets', async () => {
		const app = await openApp(await open());
		const { actor, token } = await setUpAdministrator(app);
		const other = await app.accounts.signIn(
			{ email: actor.email, password: PASSWORD },
			strangeBrowser('d')
		);
		const ended: unknown[] = [];
		const accounts = accountService({
			db: app.db,
			sessions: app.sessions,
			attempts: newSignInAttempts(knownDevices('a key')),
			devices: knownDevices('a key'),
			comparePasswordAside: () => Promise.resolve(false),
			onSessionsRevoked: (...revoked) => ended.push(revoked),
			onSessionRevoked: () => undefined
		});
		await accounts.signOutEverywhere(actor);
		expect(await accountOf(app, token)).toBeUndefined();
		expect(await accountOf(app, other.token)).toBeUndefined();
		expect(ended).toEqual([[actor.id, undefined]]);
		await accounts.signOut(other.token);
	});

	test('[AC13] changing the password keeps this browser and ends the others', async () => {
		const app = await openApp(await open());
		const { actor, token } = await setUpAdministrator(app);
		const other = await app.accounts.signIn(
			{ email: actor.email, password: PASSWORD },
			strangeBrowser('d')
		);
		const change = (current: string, password: string) =>
			app.accounts.changePassword(actor, { current, password }, token);
		expect(await refusalOf(change('wrong', NEW_PASSWORD))).toMatchObject({
			code: 'wrong_credentials',
			details: { field: 'current_password' }
		});
		expect((await refusalOf(change(PASSWORD, 'short'))).code).toBe('weak_password');
		expect((await accountOf(app, other.token))?.id).toBe(actor.id);
		await change(PASSWORD, NEW_PASSWORD);
		expect((await accountOf(app, token))?.id).toBe(actor.id);
		expect(await accountOf(app, other.token)).toBeUndefined();
		await app.accounts.signIn({ email: actor.email, password: NEW_PASSWORD }, strangeBrowser('d'));
	});

	test('[AC14] a person changes their own name', async () => {
		const app = await openApp(await open());
		const { actor, token } = await setUpAdministrator(app);
		await app.accounts.changeName(actor, '  ليلى  ');
		expect((await accountOf(app, token))?.name).toBe('ليلى');
		const refusal = await refusalOf(app.accounts.changeName(actor, ' '));
		expect(refusal).toMatchObject({ code: 'text_empty', details: { field: 'name' } });
	});

	test('[AC15] only administrators manage accounts and regions', async () => {
		const app = await openApp(await open());
		const administrator = await setUpAdministrator(app);
		const facilitator = await invited(app, administrator, FACILITATOR);
		const director = await invited(app, administrator, DIRECTOR);
		for (const { actor } of [facilitator, director])
			for (const command of [
				() => app.accountAdmin.list(actor),
				() => app.accountAdmin.invite(actor, FACILITATOR),
				() => app.accountAdmin.newPasswordLink(actor, facilitator.actor.id),
				() => app.accountAdmin.setDisabled(actor, administrator.actor.id, true),
				() => app.accountAdmin.setRegions(actor, director.actor.id, ['rsk']),
				() => app.regions.add(actor, { ar: 'جهة' }),
				() => app.regions.rename(actor, 'rsk', { ar: 'جهة' }),
				() => app.regions.move(actor, 'rsk', 'up')
			])
				expect((await refusalOf(command())).code).toBe('forbidden');
	});

	test('[AC16] administrators see accounts, and no workshop by that role', async () => {
		const app = await openApp(await open());
		const administrator = await setUpAdministrator(app);
		const { workshopId } = await makeWorkshop(app.db);
		const director = await invited(app, administrator, DIRECTOR, aPerson({ name: 'ا' }));
		const accounts = await app.accountAdmin.list(administrator.actor);
		expect(accounts.find(({ id }) => id === director.actor.id)).toMatchObject({
			name: 'ا',
			role: 'director',
			regions: ['oriental', 'fes-meknes'],
			disabled: false
		});
		expect(JSON.stringify(accounts)).not.toContain('argon2');
		const refusal = await refusalOf(app.categories.list(administrator.actor, workshopId));
		expect(refusal.code).toBe('forbidden');
	});

	test('[AC17] a disabled account loses its sessions, and comes back when it is enabled', async () => {
		const app = await openApp(await open());
		const administrator = await setUpAdministrator(app);
		const { actor, token } = await invited(app, administrator, FACILITATOR);
		await app.accountAdmin.setDisabled(administrator.actor, actor.id, true);
		expect(await app.sessions.validate(token)).toBeUndefined();
		const sessions = await app.db
			.selectFrom('session')
			.select('id_hash')
			.where('id_hash', '=', secretHash(token))
			.execute();
		expect(sessions).toHaveLength(0);
		await app.accountAdmin.setDisabled(administrator.actor, actor.id, false);
		await app.accounts.signIn({ email: actor.email, password: PASSWORD }, strangeBrowser('d'));
	});

	test('[AC17] nobody disables their own account', async () => {
		const app = await openApp(await open());
		const { actor } = await setUpAdministrator(app);
		const refusal = await refusalOf(app.accountAdmin.setDisabled(actor, actor.id, true));
		expect(refusal.code).toBe('forbidden');
	});

	test('[AC17] of two administrators who disable each other at once one is left', async () => {
		const app = await openApp(await open());
		const one = await setUpAdministrator(app);
		const other = await invited(app, one, { role: 'administrator', regions: [] });
		const disable = (by: typeof one, whom: typeof one) =>
			app.accountAdmin.setDisabled(by.actor, whom.actor.id, true);
		const answers = await Promise.allSettled([disable(one, other), disable(other, one)]);
		expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		const active = (await app.accountAdmin.list(one.actor)).filter(({ disabled }) => !disabled);
		expect(active).toHaveLength(1);
	});

	test('[AC18] a director has one region or more; one who loses a region is signed out', async () => {
		const app = await openApp(await open());
		const administrator = await setUpAdministrator(app);
		const { actor, token } = await invited(app, administrator, DIRECTOR);
		const set = (...regions: string[]) =>
			app.accountAdmin.setRegions(administrator.actor, actor.id, regions);
		for (const wrong of [[], ['atlantis'], ['rsk', 'rsk']])
			expect((await refusalOf(set(...wrong))).code).toBe('invalid_input');
		await set('fes-meknes', 'oriental', 'rsk');
		expect((await accountOf(app, token))?.regions).toEqual(['fes-meknes', 'oriental', 'rsk']);
		await set('rsk');
		expect(await accountOf(app, token)).toBeUndefined();
	});

	test('[AC18] only a director is invited with regions', async () => {
		const app = await openApp(await open());
		const { actor } = await setUpAdministrator(app);
		for (const wrong of [
			{ role: 'director', regions: [] },
			{ role: 'facilitator', regions: ['rsk'] },
			{ role: 'director', regions: ['atlantis'] },
			{ role: 'king', regions: [] } as unknown as typeof FACILITATOR
		] as const)
			expect((await refusalOf(app.accountAdmin.invite(actor, wrong))).code).toBe('invalid_input');
	});

	test('[RG1] an empty installation has the twelve regions, a restart adds none', async () => {
		const app = await openApp(await open());
		const administrator = await setUpAdministrator(app);
		expect(await app.regions.list()).toEqual(MOROCCAN_REGIONS);
		await app.regions.rename(administrator.actor, 'rsk', { ar: 'الرباط' });
		await app.regions.seed();
		const regions = await app.regions.list();
		expect(regions).toHaveLength(12);
		expect(regions.find(({ id }) => id === 'rsk')?.name).toEqual({ ar: 'الرباط' });
	});

	test('[RG2] regions are added, renamed and put in order', async () => {
		const app = await openApp(await open());
		const { actor } = await setUpAdministrator(app);
		const id = await app.regions.add(actor, { fr: ' Région pilote ' });
		const ids = async () => (await app.regions.list()).map((region) => region.id);
		expect((await ids()).at(-1)).toBe(id);
		await app.regions.move(actor, id, 'up');
		expect((await ids()).slice(-2)).toEqual([id, 'dakhla']);
		await app.regions.move(actor, 'tta', 'up');
		expect((await ids())[0]).toBe('tta');
		expect((await refusalOf(app.regions.move(actor, 'atlantis', 'up'))).code).toBe('not_found');
		const nameless = await refusalOf(app.regions.rename(actor, id, { ar: ' ' }));
		expect(nameless.code).toBe('text_empty');
	});

	test('[AC28] open invitations are listed by name, get another link, and are taken back', async () => {
		const app = await openApp(await open());
		const { actor } = await setUpAdministrator(app);
		const wanted = {
			role: 'director',
			regions: ['fes-meknes'],
			name: ' المديرة الجهوية '
		} as const;
		const first = await app.accountAdmin.invite(actor, wanted);
		const listed = await app.accountAdmin.invitations(actor);
		expect(listed).toHaveLength(1);
		expect(listed[0]).toMatchObject({
			role: 'director',
			regions: ['fes-meknes'],
			name: 'المديرة الجهوية',
			invitedBy: expect.stringMatching(/./) as string
		});
		// What names it opens nothing.
		expect(JSON.stringify(listed)).not.toContain(tokenOf(first));
		const { id } = listed[0]!;
		const second = await app.accountAdmin.renewInvitation(actor, id);
		expect((await refusalOf(app.accounts.checkInvitation(tokenOf(first)))).code).toBe(
			'link_invalid'
		);
		expect(await app.accounts.checkInvitation(tokenOf(second))).toMatchObject({ role: 'director' });
		const [renewed] = await app.accountAdmin.invitations(actor);
		await app.accountAdmin.withdrawInvitation(actor, renewed!.id);
		expect((await refusalOf(app.accounts.checkInvitation(tokenOf(second)))).code).toBe(
			'link_invalid'
		);
		expect(await app.accountAdmin.invitations(actor)).toEqual([]);

		// One that was accepted is open no more; nobody else sees or changes any.
		const third = await app.accountAdmin.invite(actor, FACILITATOR);
		const [open3] = await app.accountAdmin.invitations(actor);
		const joined = await app.accounts.acceptInvitation(tokenOf(third), aPerson());
		expect(await app.accountAdmin.invitations(actor)).toEqual([]);
		expect((await refusalOf(app.accountAdmin.withdrawInvitation(actor, open3!.id))).code).toBe(
			'not_found'
		);
		const other = (await accountOf(app, joined.token))!;
		for (const act of [
			app.accountAdmin.invitations(other),
			app.accountAdmin.renewInvitation(other, id),
			app.accountAdmin.withdrawInvitation(other, id)
		])
			expect((await refusalOf(act)).code).toBe('forbidden');
	});

	test('[AC19] an unknown account is not found', async () => {
		const app = await openApp(await open());
		const { actor } = await setUpAdministrator(app);
		for (const command of [
			() => app.accountAdmin.newPasswordLink(actor, 'nobody'),
			() => app.accountAdmin.setDisabled(actor, 'nobody', true),
			() => app.accountAdmin.setRegions(actor, 'nobody', ['rsk'])
		])
			expect(await refusalOf(command())).toSatisfy(
				(thrown) => isDomainError(thrown) && thrown.code === 'not_found'
			);
	});
});
