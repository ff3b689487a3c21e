import type { Page } from '@playwright/test';

/** Scripts of the page that wait on a slow network. */
export interface HeldScripts {
	/** Lets them through, and resolves once they came and the page took over. */
	release(): Promise<void>;
}

/** From the next page on, no script comes before `release`. */
export async function holdScripts(page: Page): Promise<HeldScripts> {
	let open: () => void = () => undefined;
	const opened = new Promise<void>((resolve) => (open = resolve));
	await page.route(/\/_app\/.*\.js/, async (route) => {
		await opened;
		await route.continue();
	});
	return {
		async release() {
			open();
			await page.waitForLoadState('networkidle');
			await page.unroute(/\/_app\/.*\.js/);
		}
	};
}

/** The fields of the page's own forms that a person sees, as they would read what stands in each, in order. */
export function fieldsOf(page: Page): Promise<readonly string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('main :is(input, select, textarea)')]
			.filter((field) => field.checkVisibility() && !field.matches('[readonly], [type=file]'))
			.map((field) => {
				const { name, id } = field as HTMLInputElement;
				const stands =
					field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)
						? `${field.value} ${field.checked ? 'on' : 'off'}`
						: (field as HTMLInputElement).value;
				// Lines that have no id yet are given another one by each side.
				return `${(name || id).replace(/\.[a-z0-9]{8}\./, '.')}: ${stands}`;
			})
	);
}

/** What decides which fields and choices there are: other words in it would take some of them away. */
const DECIDES = 'select[name=kind], input[type=search]';

/** Enters something else into each of them, as a person does; opens what is folded first. */
export async function fillEveryField(page: Page): Promise<void> {
	for (const summary of await page.locator('main details > summary').all())
		if (await summary.isVisible()) await summary.click();
	for (const field of await page
		.locator('main :is(input, select, textarea)')
		.and(page.locator(`:not(${DECIDES})`))
		.all()) {
		if (!(await field.isVisible()) || !(await field.isEditable())) continue;
		const { tag, type, value } = await field.evaluate((element: HTMLInputElement) => ({
			tag: element.tagName,
			type: element.type,
			value: element.value
		}));
		if (type === 'file' || type === 'hidden') continue;
		if (tag === 'SELECT') {
			const options = await field
				.locator('option')
				.evaluateAll((all) =>
					(all as HTMLOptionElement[]).filter(({ disabled }) => !disabled).map(({ value }) => value)
				);
			const other = options.findLast((option) => option !== value);
			if (other !== undefined) await field.selectOption(other);
		} else if (type === 'checkbox' || type === 'radio') {
			await field.evaluate((element: HTMLInputElement) => element.click());
		} else await field.fill(OTHER[type] ?? `كلمات ${value}`.trim());
	}
}

/** What is entered where not every text can be. */
const OTHER: Readonly<Record<string, string>> = {
	date: '2027-03-04',
	time: '11:15',
	number: '7',
	email: 'amina@example.ma',
	range: '3'
};
