import type { Actor } from '../../domain/people/actor.ts';
import { withheldCategories } from '../../domain/people/anonymity.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
import type {
	CompleteFigures,
	OpenFigures,
	ShownFigures
} from '../../domain/workshops/workshop-figures.ts';
import type { RootDb } from '../db/database.ts';
import type { VoteFigures, VoteService } from '../votes/vote.service.ts';
import { getAnonymityFloor } from '../access/anonymity-floor.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { notesByCategory, notesByColumn } from '../reads/note-counts.ts';
import { getCategoryPresence, peopleByCategory } from '../reads/people-by-category.ts';
import { amountBySource, amountByStatus, costByAxis, planTotals } from '../reads/plan-money.ts';
import { proposalsWithoutAction, untracedNotes } from '../reads/untraced.ts';
import { countEverything } from '../reads/workshop-counts.ts';

/** The figures of one workshop, counted in the database. */
export interface FigureService {
	/** For facilitators and directors: by category nothing below the floor or derivable. Rule [VO9]. */
	shown(actor: Actor, workshopId: string): Promise<ShownFigures>;
	/** With nothing withheld: for checks on the server only, never for a page, an export or an answer. */
	complete(workshopId: string): Promise<CompleteFigures>;
}

export function figureService(deps: { db: RootDb; votes: VoteService }): FigureService {
	const { db, votes } = deps;

	async function openFigures(workshopId: string, vote: VoteFigures): Promise<OpenFigures> {
		const byColumn = await notesByColumn(db, workshopId);
		const { cost, firstStart, lastEnd } = await planTotals(db, workshopId);
		return {
			counts: await countEverything(db, workshopId),
			notesByActivity: sumBy(byColumn, (column) => column.slice(0, column.indexOf('/'))),
			notesByColumn: byColumn,
			dotTotals: vote.options.map(({ clusterId, dots, rank }) => ({ clusterId, dots, rank })),
			dotsCast: vote.dotsCast,
			dotsPossible: vote.dotsPossible,
			ballotVoters: vote.voters,
			budgetTotal: cost,
			budgetByAxis: await costByAxis(db, workshopId),
			budgetBySource: await amountBySource(db, workshopId),
			budgetByStatus: await amountByStatus(db, workshopId),
			planSpan: { firstStart, lastEnd },
			proposalsWithoutAction: await proposalsWithoutAction(db, workshopId),
			untracedNotes: await untracedNotes(db, workshopId)
		};
	}

	return {
		async complete(workshopId) {
			const vote = await votes.figures(workshopId);
			const people = await peopleByCategory(db, workshopId);
			const written = await notesByCategory(db, workshopId);
			return {
				...(await openFigures(workshopId, vote)),
				participantsByCategory: people,
				notesByCategory: written,
				categoriesWithoutNotes: [...people.keys()].filter((id) => !written.has(id)),
				singleMemberCategories: [...people].flatMap(([id, count]) => (count === 1 ? [id] : [])),
				dotTotalsByCategory: byCluster(vote)
			};
		},
		async shown(actor, workshopId) {
			const access = await getWorkshopAccess(db, workshopId);
			assertAllowed(canInWorkshop(actor, 'export', access));
			const vote = await votes.figures(workshopId);
			const { people, withheld: hidden } = await getCategoryPresence(db, workshopId);
			const written = await notesByCategory(db, workshopId);
			const hiddenVoters = withheldCategories(
				vote.votersByCategory,
				await getAnonymityFloor(db, workshopId)
			);
			return {
				...(await openFigures(workshopId, vote)),
				participantsByCategory: mapped(people, (id, count) => (hidden.has(id) ? null : count)),
				notesByCategory: mapped(people, (id) => (hidden.has(id) ? null : (written.get(id) ?? 0))),
				dotTotalsByCategory: mapped(byCluster(vote), (_cluster, dots) =>
					mapped(vote.votersByCategory, (id) => (hiddenVoters.has(id) ? null : (dots.get(id) ?? 0)))
				)
			};
		}
	};
}

function byCluster(vote: VoteFigures): Map<string, Map<string, number>> {
	return new Map(
		vote.options.map(({ clusterId }) => [
			clusterId,
			new Map(
				[...vote.dotsByCategory].flatMap(([categoryId, dots]) => {
					const count = dots.get(clusterId);
					return count === undefined ? [] : [[categoryId, count] as const];
				})
			)
		])
	);
}

function mapped<K, A, B>(map: ReadonlyMap<K, A>, change: (key: K, value: A) => B): Map<K, B> {
	return new Map([...map].map(([key, value]) => [key, change(key, value)]));
}

function sumBy(
	counts: ReadonlyMap<string, number>,
	groupOf: (key: string) => string
): Map<string, number> {
	const sums = new Map<string, number>();
	for (const [key, count] of counts) sums.set(groupOf(key), (sums.get(groupOf(key)) ?? 0) + count);
	return sums;
}
