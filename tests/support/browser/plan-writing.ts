import type { Locator } from '@playwright/test';
import { m } from '#lib/paraglide/messages.js';
import type { Visitor } from './visitor.ts';

/** What makes an action complete: 14 of its 14 required fields, the title aside. */
export interface ActionFields {
	readonly titleInArabic: string;
	readonly responsible: string;
	readonly partner: string;
	readonly commitment: string;
	readonly location: string;
	readonly cost: number;
	readonly source: string;
	readonly indicator: string;
}

/** Gives the plan one axis with one objective, on its page. */
export async function addStructure(
	{ page, locale }: Visitor,
	titles: { axis: string; objective: string }
): Promise<void> {
	const say = { locale };
	await page
		.getByRole('main')
		.getByRole('button', { name: m.plan_structure({}, say) })
		.click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('button', { name: m.plan_add_axis({}, say) }).click();
	await fillField(
		dialog.getByRole('textbox', { name: m.plan_axis_no({ number: '1' }, say) }),
		titles.axis
	);
	await dialog.getByRole('button', { name: m.plan_add_objective({}, say) }).click();
	await fillField(
		dialog.getByRole('textbox', { name: m.plan_objective_no({ number: '1.1' }, say) }),
		titles.objective
	);
	await dialog.getByRole('button', { name: m.common_close({}, say) }).click();
}

/** Fills the open action's sheet, the schedule from June 2026 to December 2027. */
export async function fillAction({ page, locale }: Visitor, fields: ActionFields): Promise<void> {
	const say = { locale };
	const sheet = page.getByRole('article');
	const text = (label: string) => sheet.getByRole('textbox', { name: label, exact: true });
	const choice = (label: string) => sheet.getByRole('combobox', { name: label, exact: true });
	const add = (label: string) => sheet.getByRole('button', { name: label }).click();
	const month = (half: string, part: string) => choice(`${half}: ${part}`);

	await fillField(text(m.plan_title_in({ language: 'العربية' }, say)), fields.titleInArabic);
	await choice(m.plan_priority({}, say)).selectOption('high');
	await add(m.plan_add_responsible({}, say));
	await fillField(text(`${m.plan_responsible({}, say)} 1`), fields.responsible);
	await add(m.plan_add_partner({}, say));
	await fillField(text(`${m.plan_partner({}, say)} 1`), fields.partner);
	await fillField(text(`${m.plan_commitment({}, say)} 1`), fields.commitment);
	for (const [half, number, year] of [
		[m.plan_start({}, say), '06', '2026'],
		[m.plan_end({}, say), '12', '2027']
	] as const) {
		await month(half, m.plan_month({}, say)).selectOption(number);
		await month(half, m.plan_year({}, say)).selectOption(year);
	}
	await choice(m.plan_level({}, say)).selectOption('region');
	await fillField(text(m.plan_location({}, say)), fields.location);
	await fillField(text(m.plan_cost({}, say)), String(fields.cost));
	await add(m.plan_add_source({}, say));
	await fillField(text(`${m.plan_source({}, say)} 1`), fields.source);
	await fillField(text(`${m.plan_amount({}, say)} 1`), String(fields.cost));
	await add(m.plan_add_indicator({}, say));
	await fillField(text(`${m.plan_indicator({}, say)} 1`), fields.indicator);
}

/** What is written in place is committed when its field is left. */
async function fillField(field: Locator, value: string): Promise<void> {
	await field.fill(value);
	await field.blur();
}
