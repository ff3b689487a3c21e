import { expect, test } from '@playwright/test';
import { clockTime } from '#lib/domain/text/workshop-clock.ts';
import { openHall, write, type Hall } from '../support/workshops/participant-hall.ts';

let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
});
test.afterEach(() => hall.close());

test('[FM3] a phone and a laptop that are set to other zones tell the hours of the hall', async ({
	browser
}) => {
	await hall.open(1);
	const phone = await hall.enter(browser, { timezoneId: 'America/New_York' });
	const field = phone.page.locator('.composer textarea');
	await field.fill('لم أُكملها بعد');
	await hall.closeWriting();
	await phone.page.getByRole('button', { name: 'سلّمها للميسّر' }).click();
	const late = phone.page.locator('.note', { hasText: 'لم أُكملها بعد' });
	await expect(late).toContainText('قرار الميسّر');
	const [note] = await hall.server.app.lateNotes.list(hall.lead, hall.workshop.workshopId);
	if (!note) throw new Error('Nothing was handed in.');
	const [written, arrived] = [clockTime(note.at), clockTime(note.handedAt)];
	await expect(late).toContainText(`كُتبت ${written}`);
	await expect(late).toContainText(`وصلت ${arrived}`);

	const laptop = await hall.enterAsLead(browser, 'late-notes', { timezoneId: 'Asia/Tokyo' });
	await expect(laptop.getByText(`Écrite à ${written}`)).toBeVisible();
	await expect(laptop.getByText(`arrivée à ${arrived}`)).toBeVisible();
	const attendance = await hall.enterAsLead(browser, 'attendance', { timezoneId: 'Asia/Tokyo' });
	const { workshopId } = hall.workshop;
	const people = await hall.server.app.participants.attendance(hall.lead, workshopId);
	const [person] = people.flatMap((category) => category.people);
	await expect(attendance.getByText(clockTime(person?.joinedAt ?? 0)).first()).toBeVisible();
	const { origin } = hall.server;
	const list = await attendance.request.get(
		`${origin}/workshops/${workshopId}/attendance/list.csv`
	);
	expect(await list.text()).toContain(` ${clockTime(person?.joinedAt ?? 0)}`);
});

test('[TM1] [TM2] closing writing takes its time off run page and phone; a vote is given its own', async ({
	browser
}) => {
	await hall.open(1);
	const phone = await hall.enter(browser);
	const run = await hall.enterAsLead(browser, 'run');
	const [onPhone, onRun] = [phone.page.getByRole('timer'), run.getByRole('timer')];
	await write(phone, 'فكرة');
	await expect(onPhone).toBeVisible();
	await expect(onRun).toBeVisible();
	await hall.closeWriting();
	await expect(onRun).toHaveCount(0);
	await expect(onPhone).toHaveCount(0);
	await expect(run.getByRole('group', { name: 'Changer la durée' })).toHaveCount(0);
	await hall.reopenWriting();
	await expect(onPhone).toBeVisible();
	await expect(onRun).toBeVisible();

	await hall.open(2);
	const vote = await hall.openVote(['التكوين', 'التسويق']);
	await expect(phone.page.getByText('التكوين').first()).toBeVisible();
	await expect(onPhone).toHaveCount(0);
	await expect(onRun).toHaveCount(0);
	await run.getByRole('button', { name: 'Ajouter 5 minutes' }).click();
	await expect(onRun).toContainText(/0[45]:\d\d/);
	await expect(onPhone).toContainText(/0[45]:\d\d/);
	await hall.publishVote(vote);
	await expect(onRun).toHaveCount(0);
	await expect(onPhone).toHaveCount(0);
});

test('[TM3] time that is over is told as over, and by how much where the hall is run', async ({
	browser
}) => {
	await hall.open(1);
	const { server, workshop, lead } = hall;
	const { version } = await server.app.stage.get(lead, workshop.workshopId);
	await server.app.stage.addMinutes(lead, workshop.workshopId, -600, version);
	const phone = await hall.enter(browser);
	const run = await hall.enterAsLead(browser, 'run');
	await expect(phone.page.getByRole('timer')).toHaveText('انتهى الوقت');
	await expect(run.getByRole('timer')).toContainText(/\+00:\d\d/);
	await expect(run.getByRole('timer')).toHaveAccessibleName('Temps écoulé');
	await run.getByRole('button', { name: 'Ajouter 5 minutes' }).click();
	await expect(run.getByRole('timer')).toContainText(/0[45]:\d\d/);
	await expect(phone.page.getByRole('timer')).toContainText(/0[45]:\d\d/);
});
