import { expect, test, vi } from 'vitest';
import { clock } from '#lib/server/time/clock.ts';
import { createLink, DAY } from '#lib/server/auth/links.ts';
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

/** Lets time pass for the code under test alone. */
function passDays(days: number): void {
	vi.spyOn(clock, 'now').mockReturnValue(clock.now() + days * DAY + 1);
}

forEachEngine('getting in', (open) => {
	test('[AC1] the set-up link makes the first administrator and signs them in', async () => {
		const app = await openApp(await open());
		const path = await app.setupLink();
		expect(path).toMatch(/^\/setup\/[0-9a-v]{32}$/);
		const { token, role } = await app.accounts.setUp(tokenOf(path), aPerson());
		expect(role).toBe('administrator');
		expect((await accountOf(app, token))?.role).toBe('administrator');
	});

	test('[AC1] there is no set-up link once there is an account', async () => {
		const app = await openApp(await open());
		const path = await app.setupLink();
		await setUpAdministrator(app);
		expect(await app.setupLink()).toBeUndefined();
		const refusal = await refusalOf(app.accounts.setUp(tokenOf(path), aPerson()));
		expect(refusal.code).toBe('already_set_up');
	});

	test('[AC2] a new start replaces the set-up link', async () => {
		const app = await openApp(await open());
		const old = await app.setupLink();
		const current = await app.setupLink();
		expect((await refusalOf(app.accounts.checkSetup(tokenOf(old)))).code).toBe('link_invalid');
		await app.accounts.checkSetup(tokenOf(current));
	});

	test('[AC3] of two who use one link at once exactly one gets in', async () => {
		const app = await openApp(await open());
		const token = tokenOf(await app.setupLink());
		const tries = await Promise.allSettled([
			app.accounts.setUp(token, aPerson()),
			app.accounts.setUp(token, aPerson()),
			app.accounts.setUp(token, aPerson())
		]);
		expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
		const accounts = await app.db.selectFrom('account').select('id').execute();
		const actors = await app.db.selectFrom('actor').select('id').execute();
		expect(accounts).toHaveLength(1);
		expect(actors).toHaveLength(1);
	});

	test('[AC4] sessions and links are stored by their hash alone', async () => {
		const db = await open();
		const app = await openApp(db);
		const administrator = await setUpAdministrator(app);
		const invitation = tokenOf(await app.accountAdmin.invite(administrator.actor, FACILITATOR));
		const stored = JSON.stringify([
			await db.selectFrom('session').selectAll().execute(),
			await db.selectFrom('link').selectAll().execute(),
			await db.selectFrom('account').selectAll().execute()
		]);
		for (const secret of [administrator.token, invitation, PASSWORD])
			expect(stored).not.toContain(secret);
		const { id_hash } = await db.selectFrom('session').selectAll().executeTakeFirstOrThrow();
		expect(id_hash).toMatch(/^[0-9a-f]{64}$/);
		expect(await app.sessions.validate(id_hash)).toBeUndefined();
	});

	test('[AC5] passwords are argon2id', async () => {
		const db = await open();
		await setUpAdministrator(await openApp(db));
		const row = await db.selectFrom('account').select('password_hash').executeTakeFirstOrThrow();
		expect(row.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	});

	test('[AC5] a short password is refused and leaves the link as it was', async () => {
		const app = await openApp(await open());
		const token = tokenOf(await app.setupLink());
		const refusal = await refusalOf(app.accounts.setUp(token, aPerson({ password: 'قصيرة' })));
		expect(refusal).toMatchObject({ code: 'weak_password', details: { minimum: 12 } });
		await app.accounts.setUp(token, aPerson());
	});

	test('[AC6] an invitation gives its role and regions, once', async () => {
		const app = await openApp(await open());
		const administrator = await setUpAdministrator(app);
		const regions = ['fes-meknes', 'oriental'];
		const path = await app.accountAdmin.invite(administrator.actor, { role: 'director', regions });
		expect(await app.accounts.checkInvitation(tokenOf(path))).toMatchObject({
			role: 'director',
			regions
		});
		const { token, role } = await app.accounts.acceptInvitation(tokenOf(path), aPerson());
		expect(role).toBe('director');
		expect(await accountOf(app, token)).toMatchObject({ role: 'director', regions });
		const again = await refusalOf(app.accounts.acceptInvitation(tokenOf(path), aPerson()));
		expect(again.code).toBe('link_invalid');
	});

	test('[AC6] an invitation expires after seven days', async () => {
		const app = await openApp(await open());
		const administrator = await setUpAdministrator(app);
		const token = tokenOf(await app.accountAdmin.invite(administrator.actor, FACILITATOR));
		passDays(6.9);
		await app.accounts.checkInvitation(token);
		passDays(0.1);
		const refusal = await refusalOf(app.accounts.acceptInvitation(token, aPerson()));
		expect(refusal.code).toBe('link_invalid');
		vi.restoreAllMocks();
	});

	test('[AC7] an address has one account, whatever its capitals, and the link stays good', async () => {
		const app = await openApp(await open());
		const administrator = await setUpAdministrator(app);
		const token = tokenOf(await app.accountAdmin.invite(administrator.actor, FACILITATOR));
		const email = ` ${administrator.actor.email.toUpperCase()} `;
		const refusal = await refusalOf(app.accounts.acceptInvitation(token, aPerson({ email })));
		expect(refusal.code).toBe('email_taken');
		await app.accounts.acceptInvitation(token, aPerson());
	});

	test('[AC8] a wrong address, a wrong password and a disabled account sound alike', async () => {
		const app = await openApp(await open());
		const administrator = await setUpAdministrator(app);
		const person = aPerson();
		const { actor } = await invited(app, administrator, FACILITATOR, person);
		await app.accounts.signIn(
			{ email: person.email.toUpperCase(), password: PASSWORD },
			strangeBrowser('d')
		);
		await app.accountAdmin.setDisabled(administrator.actor, actor.id, true);
		for (const typed of [
			{ email: 'nobody@fes.example', password: PASSWORD },
			{ email: administrator.actor.email, password: `${PASSWORD}.` },
			{ email: person.email, password: PASSWORD }
		]) {
			const refusal = await refusalOf(app.accounts.signIn(typed, strangeBrowser('d')));
			expect(refusal).toMatchObject({ code: 'wrong_credentials', details: {} });
		}
	});

	test('[AC9] wrong passwords are counted by address and device', async () => {
		const app = await openApp(await open());
		const { actor } = await setUpAdministrator(app);
		const wrong = { email: actor.email, password: 'not the password' };
		const burst = await Promise.all(
			Array.from({ length: 8 }, () =>
				refusalOf(app.accounts.signIn(wrong, strangeBrowser('phone')))
			)
		);
		expect(burst.filter(({ code }) => code === 'wrong_credentials')).toHaveLength(5);
		expect(burst.filter(({ code }) => code === 'too_many_attempts')).toHaveLength(3);
		const right = { email: actor.email, password: PASSWORD };
		expect((await refusalOf(app.accounts.signIn(right, strangeBrowser('phone')))).code).toBe(
			'too_many_attempts'
		);
		await app.accounts.signIn(right, strangeBrowser('another device of the same hall'));
	});

	test('[AC25] whichever way somebody came in, the device lets them in again while strangers guess', async () => {
		const app = await openApp(await open());
		const [first, second] = [aPerson(), aPerson()];
		const setUp = await app.accounts.setUp(tokenOf(await app.setupLink()), first);
		const administrator = (await accountOf(app, setUp.token))!;
		const path = await app.accountAdmin.invite(administrator, FACILITATOR);
		// On the laptop of the first, which then is known for both.
		const accepted = await app.accounts.acceptInvitation(tokenOf(path), second, setUp.known);
		const link = { purpose: 'sign_in', actorId: administrator.id, lifetime: DAY } as const;
		const linked = await app.accounts.signInByLink(await createLink(app.db, link));
		for (let guess = 0; guess < 12; guess++)
			await refusalOf(
				app.accounts.signIn({ ...first, password: `wrong ${guess}` }, strangeBrowser(`${guess}`))
			);
		const strange = strangeBrowser('strange');
		expect((await refusalOf(app.accounts.signIn(first, strange))).code).toBe('too_many_attempts');
		for (const [person, { known }] of [
			[first, setUp],
			[first, accepted],
			[second, accepted],
			[first, linked]
		] as const)
			expect((await app.accounts.signIn(person, { ...strange, known })).token).toBeTruthy();
	});

	test('[AC10] a sign-in link signs in once, and not a disabled account', async () => {
		const app = await openApp(await open());
		const administrator = await setUpAdministrator(app);
		const { id } = (await invited(app, administrator, FACILITATOR)).actor;
		const link = { purpose: 'sign_in', actorId: id, lifetime: DAY } as const;
		const [one, other] = [await createLink(app.db, link), await createLink(app.db, link)];
		expect(await app.accounts.checkSignInLink(one)).toEqual({ newPassword: false });
		const { token } = await app.accounts.signInByLink(one);
		expect((await accountOf(app, token))?.id).toBe(id);
		expect((await refusalOf(app.accounts.signInByLink(one))).code).toBe('link_invalid');
		await app.accountAdmin.setDisabled(administrator.actor, id, true);
		expect((await refusalOf(app.accounts.signInByLink(other))).code).toBe('link_invalid');
	});

	test('[AC10] an administrator’s link replaces a forgotten password', async () => {
		const app = await openApp(await open());
		const administrator = await setUpAdministrator(app);
		const { actor, token } = await invited(app, administrator, FACILITATOR);
		const link = () =>
			app.accountAdmin.newPasswordLink(administrator.actor, actor.id).then(tokenOf);
		const replaced = await link();
		const current = await link();
		expect((await refusalOf(app.accounts.checkSignInLink(replaced))).code).toBe('link_invalid');
		expect((await refusalOf(app.accounts.signInByLink(current))).code).toBe('weak_password');
		await app.accounts.signInByLink(current, 'another long password');
		expect(await accountOf(app, token)).toBeUndefined();
		const typed = { email: actor.email, password: 'another long password' };
		expect((await app.accounts.signIn(typed, strangeBrowser('d'))).role).toBe('facilitator');
	});
});
