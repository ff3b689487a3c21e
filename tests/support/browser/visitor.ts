import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Locale } from '#lib/domain/text/locale.ts';

/** One person with a browser of their own: their page, its language, and what it complained of. */
export interface Visitor {
	readonly page: Page;
	readonly context: BrowserContext;
	readonly locale: Locale;
	/** Errors on the browser's console and in the page's scripts, as they came. */
	readonly complaints: string[];
}

/** A phone as most people in the hall hold one, and the laptop on the facilitator's table. */
export const PHONE = { width: 360, height: 740 } as const;
export const LAPTOP = { width: 1280, height: 800 } as const;

const BROWSER_LANGUAGE: Record<Locale, string> = { ar: 'ar-MA', fr: 'fr-MA', en: 'en-GB' };

/** Opens a browser context that shares nothing with any other one. */
export async function visit(
	browser: Browser,
	locale: Locale,
	viewport: { width: number; height: number } = LAPTOP
): Promise<Visitor> {
	const context = await browser.newContext({
		locale: BROWSER_LANGUAGE[locale],
		viewport,
		reducedMotion: 'reduce'
	});
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(`${page.url()} ${message.text()}`);
	});
	page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`));
	return { page, context, locale, complaints };
}
