import { expect, test, type Page } from '@playwright/test';
import { openHall, write, type Hall } from '../support/workshops/participant-hall.ts';

let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
});
test.afterEach(() => hall.close());

/** The addresses of the parts of the emoji font that a page asks for from now on. */
function emojiFonts(page: Page): string[] {
	const asked: string[] = [];
	page.on('request', (request) => {
		if (request.url().includes('noto-emoji')) asked.push(request.url());
	});
	return asked;
}

/**
 * How many of these characters the page draws as the box that stands for an unknown character: one whose
 * picture is that of a code point that no font has.
 */
function boxes(page: Page, characters: readonly string[]): Promise<number> {
	return page.evaluate(async (drawn) => {
		const font = `32px ${getComputedStyle(document.body).fontFamily}`;
		await document.fonts.load(font, drawn.join(''));
		const pictureOf = (text: string): string => {
			const canvas = document.createElement('canvas');
			[canvas.width, canvas.height] = [64, 64];
			const context = canvas.getContext('2d');
			if (!context) throw new Error('no canvas');
			context.font = font;
			context.fillText(text, 8, 44);
			return canvas.toDataURL();
		};
		const box = pictureOf('\u{10FFFD}');
		return drawn.filter((text) => pictureOf(text) === box).length;
	}, characters);
}

test('[TX9] a note with emoji is drawn on a machine without a font for them', async ({
	browser
}) => {
	await hall.open(1);
	const writer = await hall.enter(browser);
	await expect(writer.page.getByRole('heading', { name: 'ما نقط القوة والضعف؟' })).toBeVisible();
	await write(writer, 'تعاونيات 🤝🌾 القطب');
	const note = writer.page.locator('.note', { hasText: 'تعاونيات' });
	await expect(note).toContainText('محفوظة');
	expect(await boxes(writer.page, ['🤝', '🌾'])).toBe(0);
});

test('[TX9] a page without emoji loads no font for them', async ({ browser }) => {
	await hall.open(1);
	const reader = await hall.enter(browser);
	const asked = emojiFonts(reader.page);
	await reader.page.reload();
	await write(reader, 'تثمين المنتوجات المجالية 2025');
	await expect(reader.page.locator('.note', { hasText: 'تثمين' })).toContainText('محفوظة');
	await reader.page.evaluate(() => document.fonts.ready);
	expect(asked).toEqual([]);
});
