import type { Browser, BrowserContext, Page } from '@playwright/test';
import { addNote } from '#lib/board/board-doc.ts';
import { addCluster } from '#lib/board/clusters-doc.ts';
import type { AccountActor } from '#lib/domain/people/actor.ts';
import type { Locale } from '#lib/domain/text/locale.ts';
import { ACCOUNT_COOKIE, guestCookie } from '#lib/server/auth/cookies.ts';
import { migrateToLatest } from '#lib/server/db/migrate.ts';
import { MIGRATIONS } from '#lib/server/db/migrations.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import { startLiveServer, type LiveServer } from '../server/live-server.ts';
import { openCuttableNetwork, type CuttableNetwork } from '../sockets/cuttable-network.ts';
import { castBallot, endVote, publishVote } from './publish-vote.ts';
import { makeWorkshop, type MadeWorkshop } from './make-workshop.ts';
import { facilitator, joinAs } from './workshop-people.ts';

/** A phone of one participant. */
export interface Phone {
	readonly page: Page;
	readonly context: BrowserContext;
	readonly actorId: string;
}

/** An open hall on a server of its own: a talk, a board with two columns, and one that is voted on. */
export interface Hall {
	readonly server: LiveServer;
	readonly workshop: MadeWorkshop;
	/** The facilitator who runs it. */
	readonly lead: AccountActor;
	/** Joins in a category (0 and 1 take part, 2 observes) and opens the page. */
	enter(
		browser: Browser,
		options?: { category?: number; locale?: Locale; origin?: string; timezoneId?: string }
	): Promise<Phone>;
	/** Makes the activity at `index` the current one. */
	open(index: number): Promise<void>;
	closeWriting(): Promise<void>;
	reopenWriting(): Promise<void>;
	/** Shows the private notes of the activity at `index` to everybody. */
	reveal(index: number): Promise<void>;
	/** Opens a vote on clusters of these titles, with a note each. */
	openVote(titles: readonly string[]): Promise<string>;
	/** Four people whose phones nobody looks at join, are let in, and give two dots each to the first option: enough for a result. */
	othersVote(voteId: string): Promise<void>;
	endVote(voteId: string): Promise<void>;
	/** Ends a vote, and publishes it. */
	publishVote(voteId: string): Promise<void>;
	/** Opens a page of the workshop as the facilitator who runs it, in French on a laptop. */
	enterAsLead(browser: Browser, path: string, options?: { timezoneId?: string }): Promise<Page>;
	/** A way to the server that can be cut; it ends with the hall. */
	network(): Promise<CuttableNetwork>;
	close(): Promise<void>;
}

/** Whose notes are nobody's. */
const NOBODY = 'nobodysnotes0000';

const PLANNED = { state: 'planned', opened_at: null } as const;

/** `privately`: nobody sees another's notes of the first board before the reveal. */
export async function openHall({ privately = false } = {}): Promise<Hall> {
	const db = openSqlite(':memory:');
	await migrateToLatest(db, MIGRATIONS);
	const workshop = await makeWorkshop(db, {
		activities: [
			{
				...PLANNED,
				kind: 'presentation',
				title: '{"ar":"عرض التصور","fr":"Présentation"}'
			},
			{
				...PLANNED,
				prompt: '{"ar":"ما نقط القوة والضعف؟","fr":"Quels atouts et faiblesses ?"}',
				parameters: { writing: privately ? 'private' : 'shared' }
			},
			{
				...PLANNED,
				title: '{"ar":"الحاجيات","fr":"Besoins"}',
				parameters: { vote: { method: 'dots', budget: 3, cap: 2 } }
			}
		]
	});
	const server = await startLiveServer(db);
	const { app } = server;
	const { workshopId } = workshop;
	const lead: AccountActor = facilitator(workshop.facilitatorId);
	const networks: CuttableNetwork[] = [];
	const seen = async (): Promise<number> => (await app.stage.get(lead, workshopId)).version;
	return {
		server,
		workshop,
		lead,
		async enter(browser, { category = 0, locale = 'ar', origin = server.origin, timezoneId } = {}) {
			const categoryId = workshop.categoryIds[category] ?? '';
			const guest = await joinAs(db, workshopId, categoryId, category === 2);
			const { token } = await app.sessions.create(guest.id);
			const context = await browser.newContext({
				viewport: { width: 360, height: 740 },
				reducedMotion: 'reduce',
				...(timezoneId && { timezoneId })
			});
			await context.addCookies([
				{ name: guestCookie(workshopId), value: token, url: origin },
				{ name: 'tachawor_language', value: locale, url: origin }
			]);
			const page = await context.newPage();
			await page.goto(`${origin}/w/${workshopId}`);
			return { page, context, actorId: guest.id };
		},
		async enterAsLead(browser, path, { timezoneId } = {}) {
			const { origin } = server;
			const { token } = await app.sessions.create(workshop.facilitatorId);
			const context = await browser.newContext({
				viewport: { width: 1366, height: 768 },
				...(timezoneId && { timezoneId })
			});
			await context.addCookies([
				{ name: ACCOUNT_COOKIE, value: token, url: origin },
				{ name: 'tachawor_language', value: 'fr', url: origin }
			]);
			const page = await context.newPage();
			await page.goto(`${origin}/workshops/${workshopId}/${path}`);
			return page;
		},
		async open(index) {
			const activityId = workshop.activityIds[index] ?? '';
			await app.stage.openActivity(lead, workshopId, activityId, await seen());
		},
		closeWriting: async () => app.stage.closeWriting(lead, workshopId, await seen()),
		reopenWriting: async () => app.stage.reopenWriting(lead, workshopId, await seen()),
		async reveal(index) {
			const activityId = workshop.activityIds[index] ?? '';
			await app.stage.revealNotes(lead, workshopId, activityId, await seen());
		},
		async openVote(titles) {
			const board = workshop.boardIds[2] ?? '';
			const keys: string[] = [];
			await app.rooms.change('board', board, null, (doc) => {
				for (const text of titles)
					keys.push(addNote(doc, { pseudonym: NOBODY, columnId: 'S', text, at: Date.now() }));
			});
			await app.rooms.change('clusters', workshop.groupingId, lead.id, (doc) => {
				for (const [index, title] of titles.entries())
					addCluster(doc, { ar: title }, [{ board, key: keys[index] ?? '' }]);
			});
			return app.votes.openVote(lead, workshopId, workshop.activityIds[2] ?? '', await seen());
		},
		async othersVote(voteId) {
			const [first] = await app.db
				.selectFrom('vote_option')
				.select('ref')
				.where('vote_id', '=', voteId)
				.orderBy('position')
				.execute();
			for (let person = 0; person < 4; person++) {
				const guest = await joinAs(db, workshopId, workshop.categoryIds[0] ?? '');
				await app.votes.letVote(lead, voteId, [guest.participantId]);
				await castBallot(app, guest, voteId, { [first?.ref ?? '']: 2 });
			}
		},
		endVote: (voteId) => endVote(app, lead, workshopId, voteId),
		publishVote: (voteId) => publishVote(app, lead, workshopId, voteId),
		async network() {
			const network = await openCuttableNetwork(server.origin);
			networks.push(network);
			app.origins.set([server.origin, ...networks.map(({ origin }) => origin)]);
			return network;
		},
		async close() {
			await Promise.all(networks.map((network) => network.close()));
			await server.stop();
		}
	};
}

/** Writes a note as a person does. */
export async function write({ page }: Pick<Phone, 'page'>, text: string): Promise<void> {
	await page.locator('.composer textarea').fill(text);
	await page.locator('.composer .btn.primary').click();
}
