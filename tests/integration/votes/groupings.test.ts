import { afterEach, beforeEach, expect, test } from 'vitest';
import { addCluster, putNotes } from '#lib/board/clusters-doc.ts';
import type { App } from '#lib/server/app.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { refusalOf } from '../../support/refusal.ts';
import { startLiveApp, type LiveApp } from '../../support/server/live-app.ts';
import { LiveClient } from '../../support/sockets/live-client.ts';
import { until } from '../../support/until.ts';
import { publishVote } from '../../support/workshops/publish-vote.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import {
	facilitator,
	joinAs,
	makeCluster,
	makeNote
} from '../../support/workshops/workshop-people.ts';

const VOTED = { vote: { method: 'dots', budget: 3, cap: 2 } } as const;

forEachEngine('groupings', (open) => {
	let live: LiveApp;
	let app: App;
	let made: MadeWorkshop;
	let apart: string;
	const clients: LiveClient[] = [];

	beforeEach(async () => {
		live = await startLiveApp(await open());
		({ app } = live);
		made = await makeWorkshop(app.db, {
			activities: [
				{ parameters: VOTED },
				{ parameters: { ...VOTED, clusters: 'apart' } },
				{ kind: 'vote' }
			]
		});
		await app.db
			.transaction()
			.execute((trx) =>
				app.groupings.setApart(
					trx,
					made.workshopId,
					{ id: made.activityIds[1]!, title: { ar: 'الحاجيات' } },
					true
				)
			);
		apart = (await app.agenda.list(lead(), made.workshopId))[1]!.groupingId;
	});
	afterEach(async () => {
		for (const client of clients.splice(0)) client.destroy();
		await live.stop();
	});

	const lead = () => facilitator(made.facilitatorId);
	const note = async (board: number, text: string) => {
		const author = await joinAs(app.db, made.workshopId, made.categoryIds[0]!);
		return makeNote(app.db, made.workshopId, made.boardIds[board]!, { author, text });
	};
	const openVote = async (activity: number) => {
		const { version } = await app.stage.get(lead(), made.workshopId);
		return app.votes.openVote(lead(), made.workshopId, made.activityIds[activity]!, version);
	};
	const closeVote = (voteId: string) => publishVote(app, lead(), made.workshopId, voteId);
	const titlesOf = async (voteId: string) =>
		(await app.votes.voteFor(lead(), voteId)).options.map(({ title }) => title.ar).sort();

	test('[VO10] an activity votes on its own clusters, and one that only votes on all of the plenary', async () => {
		const own = await note(0, 'طرق');
		const gone = await note(0, 'محذوفة');
		await makeCluster(app.db, made.groupingId, 'الطرق', { notes: [own] });
		await makeCluster(app.db, made.groupingId, 'بلا بطاقات');
		await makeCluster(app.db, made.groupingId, 'حُذفت بطاقتها', { notes: [gone] });
		await app.db.updateTable('note').set({ deleted: 1 }).where('key', '=', gone.key).execute();
		await makeCluster(app.db, apart, 'حاجيات', { notes: [await note(1, 'ماء')] });
		await makeCluster(app.db, apart, 'فارغة');
		for (const [activity, titles] of [
			[0, ['الطرق']],
			[1, ['حاجيات', 'فارغة']],
			[2, ['الطرق', 'بلا بطاقات', 'حُذفت بطاقتها']]
		] as const) {
			const counted = await app.votes.countVotable(
				lead(),
				made.workshopId,
				made.activityIds[activity]!
			);
			expect(counted).toBe(titles.length);
			const vote = await openVote(activity);
			expect(await titlesOf(vote)).toEqual([...titles].sort());
			await closeVote(vote);
		}
	});

	test('[VO10] where no cluster holds a note of the activity nothing opens, whatever stands elsewhere', async () => {
		await makeCluster(app.db, made.groupingId, 'لنشاط آخر', { notes: [await note(1, 'ماء')] });
		expect(await refusalOf(openVote(0))).toMatchObject({ code: 'vote_without_options' });
	});

	test('[VO11] an open vote freezes the grouping it is on and no other', async () => {
		const who = await live.account(made.facilitatorId);
		const [plenary, own] = [made.groupingId, apart].map((id) => {
			const client = new LiveClient(live.syncUrl, `clusters.${id}`, who);
			clients.push(client);
			return client;
		}) as [LiveClient, LiveClient];
		await until('both are in step', () => plenary.synced && own.synced);
		addCluster(own.doc, { ar: 'حاجيات' }, [await note(1, 'ماء')]);
		await until('it is saved', () => own.allSaved);
		const vote = await openVote(1);
		await until('that grouping is frozen', () => own.status?.mayWrite === false);
		expect(plenary.status).toMatchObject({ mayWrite: true });
		addCluster(plenary.doc, { ar: 'أثناء التصويت' }, []);
		await until('the other goes on', () => plenary.allSaved);
		expect(plenary.refusal).toBeUndefined();
		await closeVote(vote);
		await until('it is free again', () => own.status?.mayWrite === true);
	});

	test('[CL8] a note stands in at most one cluster of a grouping, and in one of each', async () => {
		const ref = await note(0, 'طرق');
		const clusterIn = async (grouping: string) => {
			let last = '';
			await app.rooms.change('clusters', grouping, made.facilitatorId, (doc) => {
				addCluster(doc, { ar: 'أولى' }, [ref]);
				last = addCluster(doc, { ar: 'ثانية' }, []);
				putNotes(doc, last, [ref]);
			});
			return last;
		};
		const [first, second] = [await clusterIn(made.groupingId), await clusterIn(apart)];
		const rows = await app.db
			.selectFrom('cluster_note')
			.select(['grouping_id', 'cluster_id'])
			.where('note_key', '=', ref.key)
			.execute();
		expect(new Map(rows.map((row) => [row.grouping_id, row.cluster_id]))).toEqual(
			new Map([
				[made.groupingId, first],
				[apart, second]
			])
		);
		expect(rows).toHaveLength(2);
		const { counts } = await app.figures.complete(lead(), made.workshopId);
		expect(counts).toMatchObject({ clusters: 4, clusteredNotes: 1, unclusteredNotes: 0 });
	});

	test('[CL9] an activity that has clusters of its own keeps them apart', async () => {
		const { version } = await app.workshops.get(lead(), made.workshopId);
		const activity = (await app.agenda.list(lead(), made.workshopId))[1]!;
		const together = { ...activity, parameters: { ...activity.parameters, clusters: 'together' } };
		const edit = () => app.agenda.edit(lead(), made.workshopId, version, activity.id, together);
		await makeCluster(app.db, apart, 'حاجيات');
		expect(await refusalOf(edit())).toMatchObject({ code: 'activity_in_use' });
		await app.db.deleteFrom('cluster').execute();
		await edit();
		const [, after] = await app.agenda.list(lead(), made.workshopId);
		expect(after!.groupingId).toBe(made.groupingId);
	});
});
