import { sql, SqliteAdapter } from 'kysely';
import { beforeEach, expect, test, vi } from 'vitest';
import type { App } from '#lib/server/app.ts';
import { EVENTS, type EventAction } from '#lib/domain/events/event.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { openApp } from '../../support/workshops/people.ts';
import { COMMANDS } from './commands.ts';
import { openScene, type Scene } from './scene.ts';
import { tablesOf } from './tables-of.ts';

/** What happens before there is anybody to do it; the scene begins with it. */
const FIRST = new Set(['regions.seed', 'accounts.setupLink', 'accounts.setUp']);

/** Services whose methods are all called by people or by the server, and never only by another service. */
const SERVICES = [
	'accounts',
	'accountAdmin',
	'regions',
	'participants',
	'people',
	'tickets',
	'persons',
	'privacy',
	'guestLinks',
	'workshops',
	'categories',
	'agenda',
	'groupings',
	'organisers',
	'files',
	'spaces',
	'boards',
	'stage',
	'votes',
	'lateNotes',
	'proposals',
	'plans',
	'figures',
	'documents',
	'directors',
	'history',
	'noteCategories',
	'toldGroups',
	'run',
	'screen'
] as const satisfies readonly (keyof App)[];

/** What changes nothing that is stored. */
const READS = new Set([
	'accounts.checkSetup',
	'accounts.checkInvitation',
	'accounts.checkSignInLink',
	'accountAdmin.list',
	'accountAdmin.invitations',
	'regions.list',
	'participants.invitation',
	'participants.attendance',
	'participants.me',
	'people.list',
	'people.settled',
	'tickets.list',
	'tickets.find',
	'persons.list',
	'persons.contacts',
	'privacy.get',
	'privacy.notice',
	'guestLinks.check',
	'workshops.get',
	'workshops.list',
	'workshops.facilitators',
	'workshops.hallWifi',
	'categories.list',
	'categories.listOf',
	'agenda.list',
	'groupings.list',
	'agenda.listOf',
	'organisers.list',
	'organisers.listOf',
	'files.read',
	'files.requirePicture',
	'files.find',
	'files.idsOf',
	'spaces.list',
	'boards.opened',
	'stage.get',
	'stage.look',
	'stage.workshopOf',
	'stage.readToTell',
	'stage.publish',
	'stage.announce',
	'votes.workshopOf',
	'votes.countVotable',
	'votes.published',
	'votes.voteFor',
	'votes.optionNotes',
	'votes.turnout',
	'votes.waiting',
	'votes.results',
	'votes.ranking',
	'votes.figures',
	'lateNotes.own',
	'lateNotes.list',
	'lateNotes.countWaiting',
	'proposals.list',
	'proposals.count',
	'proposals.chain',
	'proposals.material',
	'proposals.untracedNotes',
	'plans.read',
	'plans.provenance',
	'figures.shown',
	'figures.complete',
	'documents.overview',
	'documents.warm',
	'directors.regions',
	'history.ofBoard',
	'noteCategories.of',
	'toldGroups.figures',
	'run.figures',
	'run.countNotes',
	'run.privateWriters',
	'screen.open',
	'screen.figures'
]);

/** What services do inside another's command, which is the one that is remembered. */
const PARTS = new Set([
	'categories.insertAll',
	'plans.make',
	'plans.remove',
	'workshops.remove',
	'tickets.removeAll',
	'groupings.makePlenary',
	'groupings.setApart',
	'agenda.insertAll',
	'agenda.reschedule',
	'organisers.copyAll',
	'files.store',
	'files.copy',
	'files.removeUnused',
	'agenda.copyAll',
	'people.eraseNames',
	'lateNotes.erase',
	'spaces.leave',
	'spaces.handOver',
	'votes.dropVoice',
	'votes.mergeVoices',
	'tickets.take',
	'tickets.erase',
	'spaces.setTableRole',
	'boards.provide',
	'boards.open',
	'boards.close',
	'boards.reveal',
	'boards.show',
	'boards.lock',
	'stage.enterVote',
	'stage.moveVote',
	'toldGroups.partition',
	'toldGroups.tellFigures',
	'toldGroups.tellEndedBoards'
]);

/** Sessions are nobody's act, and a ballot is never beside an actor and a time. */
const NEVER_LOGGED = new Set([
	'accounts.signIn',
	'accounts.signOut',
	'accounts.signOutEverywhere',
	'accounts.revokeAll',
	'participants.leave',
	'guestLinks.enter',
	'votes.castVote'
]);

forEachEngine('the log of what was done', (open) => {
	let app: App;
	let scene: Scene;

	beforeEach(async () => {
		app = await openApp(await open());
		scene = await openScene(app);
	}, 60_000);

	const events = () => app.db.selectFrom('event').selectAll().orderBy('seq').execute();

	test('[EV1] every method of every service is a command, a read, a part of a command, or never logged', () => {
		const commands = new Set(COMMANDS.map(({ method }) => method));
		const methods = SERVICES.flatMap((name) =>
			Object.keys(app[name]).map((method) => `${name}.${method}`)
		);
		const unknown = methods.filter(
			(method) => ![commands, READS, PARTS, NEVER_LOGGED, FIRST].some((known) => known.has(method))
		);
		expect(unknown).toEqual([]);
		expect([...commands].filter((method) => !methods.includes(method))).toEqual([]);
	});

	test('[EV1] each command leaves exactly one event, and [EV2] nothing at all where the log refuses it', async () => {
		const seen = new Set<EventAction>((await events()).map(({ action }) => action));
		expect(seen).toEqual(
			new Set(['regions_seeded', 'setup_link_made', 'account_made', 'invitation_made'])
		);
		for (const command of COMMANDS) {
			const before = await events();
			if (!command.inDocument) {
				const rows = await tablesOf(app.db);
				await refuseEvents(true);
				await expect(command.run(scene), command.method).rejects.toThrow();
				await refuseEvents(false);
				expect(await tablesOf(app.db), command.method).toEqual(rows);
			}
			await command.run(scene);
			const added = (await events()).slice(before.length);
			expect(
				added.map(({ action, subject_kind }) => [action, subject_kind]),
				command.method
			).toEqual([[command.action, EVENTS[command.action]]]);
			expect(added[0]!.actor_id, command.method).toBe(
				command.by ? command.by(scene) : scene.lead.id
			);
			expect(added[0]!.workshop_id === null, command.method).toBe(command.installation ?? false);
			seen.add(command.action);
		}
		const others = Object.keys(EVENTS).filter((action) => !seen.has(action as EventAction));
		// A rehearsal is made and taken away by many commands together (rehearsals.test.ts).
		expect(others).toEqual(['rehearsal_started', 'rehearsal_emptied']);
		expect(JSON.stringify(await events())).not.toContain(scene.word);
	}, 120_000);

	for (const { method } of COMMANDS.filter(({ inDocument }) => inDocument))
		test(`[EV2] ${method} changes no document where the log refuses its event`, async () => {
			const until = COMMANDS.findIndex((command) => command.method === method);
			for (const command of COMMANDS.slice(0, until)) await command.run(scene);
			const rows = await changed();
			await refuseEvents(true);
			// A commit of a document that fails ends the process.
			const ended = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
			await expect(COMMANDS[until]!.run(scene)).rejects.toThrow();
			expect(ended).toHaveBeenCalledOnce();
			ended.mockRestore();
			await refuseEvents(false);
			expect(await changed()).toEqual(rows);
		}, 120_000);

	test('[EV2] a command that fails leaves no event', async () => {
		const before = await events();
		const { lead, workshopId } = scene;
		for (const failing of [
			() => app.workshops.openHall(lead, workshopId, 99),
			() => app.categories.saveAll(lead, workshopId, 99, []),
			() => app.agenda.remove(lead, workshopId, 99, 'none'),
			() => app.people.remove(lead, workshopId, 'none'),
			() => app.stage.closeWriting(lead, workshopId, 99),
			() => app.regions.rename(lead, 'none', { ar: 'جهة' }),
			() => app.workshops.nameFacilitator(lead, workshopId, 'nobody@fes.example')
		])
			await expect(failing()).rejects.toThrow();
		expect(await events()).toEqual(before);
	});

	test('[EV3] what was logged is never changed or deleted', async () => {
		const before = await events();
		expect(before.length).toBeGreaterThan(0);
		await expect(app.db.updateTable('event').set({ at: 1 }).execute()).rejects.toThrow(/only ever/);
		await expect(app.db.deleteFrom('event').execute()).rejects.toThrow(/only ever/);
		expect(await events()).toEqual(before);
	});

	/** What commands that change a document change. */
	async function changed(): Promise<unknown> {
		const { event, late_note, note, plan_action } = await tablesOf(app.db);
		return { event, late_note, note, plan_action };
	}

	/** From now on the database takes no event, or takes them again. */
	async function refuseEvents(refuse: boolean): Promise<void> {
		const sqlite = app.db.getExecutor().adapter instanceof SqliteAdapter;
		if (!refuse)
			await (sqlite ? sql`drop trigger refuse_new` : sql`drop trigger refuse_new on event`).execute(
				app.db
			);
		else
			await (
				sqlite
					? sql`create trigger refuse_new before insert on event
						begin select raise(abort, 'no event today'); end`
					: sql`create trigger refuse_new before insert on event
						for each row execute function refuse_event()`
			).execute(app.db);
	}
});
