import { expect, test } from '@playwright/test';
import { m } from '#lib/paraglide/messages.js';
import { openHall } from '../support/workshops/participant-hall.ts';

const FR = { locale: 'fr' } as const;
const AR = { locale: 'ar' } as const;

test('[PP2] an observer is told when writing has ended, and nothing of dots that they have not', async ({
	browser
}) => {
	const hall = await openHall();
	await hall.open(1);
	const { page } = await hall.enter(browser, { category: 2 });
	await expect(page.getByText(m.participant_watching_text({}, AR))).toBeVisible();
	await hall.closeWriting();
	await expect(page.getByText(m.participant_watching_closed({}, AR))).toBeVisible();
	const voteId = await hall.openVote(['ماء', 'طرق']);
	const late = (await hall.enter(browser)).page;
	const none = m.votes_dots_of_yours({ count: 0 }, AR);
	for (const phone of [page, late]) {
		await expect(phone.getByRole('heading', { name: 'ماء' })).toBeVisible();
		await expect(phone.getByText(none)).toHaveCount(0);
	}
	await hall.endVote(voteId);
	await expect(page.getByText(m.votes_ended_text({}, AR))).toBeVisible();
	await expect(page.getByText(none)).toHaveCount(0);
	await hall.close();
});
