import type { Page } from '@playwright/test';
import { m } from '#lib/paraglide/messages.js';

const FR = { locale: 'fr' } as const;

/**
 * On the run page in French: looks at the activity whose line holds these words, and asks to open it for the hall.
 * The question that follows is left to be answered.
 */
export async function askToOpen(run: Page, words: string): Promise<void> {
	await run
		.getByRole('navigation', { name: m.run_agenda({}, FR) })
		.getByRole('link', { name: words })
		.click();
	const first = m.run_open_activity({}, FR);
	const again = m.run_look_reopen({}, FR);
	const main = run.getByRole('main');
	await main
		.getByRole('button', { name: first })
		.or(main.getByRole('button', { name: again }))
		.click();
}

/** The same, and answers that it shall be opened. */
export async function openFromAgenda(run: Page, words: string): Promise<void> {
	await askToOpen(run, words);
	await run
		.getByRole('dialog')
		.getByRole('button', { name: m.run_open_activity({}, FR) })
		.click();
}
