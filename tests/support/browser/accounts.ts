import type { AccountRole } from '#lib/domain/people/actor.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Visitor } from './visitor.ts';

/** The password of every account that the tests make. */
export const PASSWORD = 'une phrase assez longue';

/** Makes an account on the page that a set-up link or an invitation opens. */
export async function createAccount(
	{ page, locale }: Visitor,
	link: string,
	person: { name: string; email: string }
): Promise<void> {
	await page.goto(link);
	await page.getByLabel(m.accounts_name({}, { locale })).fill(person.name);
	await page.getByLabel(m.accounts_email({}, { locale })).fill(person.email);
	await page.getByRole('textbox', { name: m.accounts_password({}, { locale }) }).fill(PASSWORD);
	await page.getByRole('button', { name: m.accounts_create({}, { locale }) }).click();
	await page.waitForURL((url) => !url.href.startsWith(link));
}

/** As an administrator on their page: invites somebody and gives the link that is shown once. */
export async function invite(
	{ page, locale }: Visitor,
	role: AccountRole,
	regions: readonly string[] = []
): Promise<string> {
	await page.getByLabel(m.accounts_role({}, { locale })).selectOption(role);
	for (const region of regions) await page.getByRole('checkbox', { name: region }).check();
	const shown = page.getByRole('textbox', { name: m.accounts_admin_link_ready({}, { locale }) });
	const before = (await shown.count()) > 0 ? await shown.inputValue() : '';
	await page.getByRole('button', { name: m.accounts_admin_make_link({}, { locale }) }).click();
	await page.waitForFunction(
		(old) => document.querySelector<HTMLInputElement>('.made input')?.value !== old,
		before
	);
	return shown.inputValue();
}

/** Signs in by address and password. */
export async function signIn(
	{ page, locale }: Visitor,
	origin: string,
	email: string
): Promise<void> {
	await page.goto(`${origin}/sign-in`);
	await page.getByLabel(m.accounts_email({}, { locale })).fill(email);
	await page.getByRole('textbox', { name: m.accounts_password({}, { locale }) }).fill(PASSWORD);
	await page.getByRole('button', { name: m.accounts_sign_in({}, { locale }) }).click();
	await page.waitForURL((url) => url.pathname !== '/sign-in');
}
