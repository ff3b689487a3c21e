import type { Actor } from '../../domain/people/actor.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
import type { VoteResults } from '../../domain/votes/publication.ts';
import type {
	CompleteFigures,
	OpenFigures,
	ShownFigures
} from '../../domain/workshops/workshop-figures.ts';
import type { RootDb } from '../db/database.ts';
import type { VoteService } from '../votes/vote.service.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import type { ToldGroupsService } from '../groups/told-groups.service.ts';
import { nameOf } from '../notes/note-names.ts';
import { notesByCategory, notesByColumn } from '../reads/note-counts.ts';
import { peopleByCategory } from '../reads/people-by-category.ts';
import { amountBySource, amountByStatus, costByAxis, planTotals } from '../reads/plan-money.ts';
import { proposalsWithoutAction, untracedNotes } from '../reads/untraced.ts';
import { countEverything } from '../reads/workshop-counts.ts';

/** The figures of one workshop, counted in the database. */
export interface FigureService {
	/**
	 * For facilitators and directors: by category only what may be told of groups. Rules [GR1] and [GR2]. Readers
	 * get names in the place of the keys of notes.
	 */
	shown(actor: Actor, workshopId: string): Promise<ShownFigures>;
	/** With nothing withheld: for checks on the server only, never for a page, an export or an answer. */
	complete(actor: Actor, workshopId: string): Promise<CompleteFigures>;
}

export function figureService(deps: {
	db: RootDb;
	votes: VoteService;
	toldGroups: Pick<ToldGroupsService, 'figures'>;
}): FigureService {
	const { db, votes, toldGroups } = deps;

	/** Says whether the actor links notes to proposals, and so gets their keys. */
	async function guard(actor: Actor, workshopId: string): Promise<{ links: boolean }> {
		const access = await getWorkshopAccess(db, workshopId);
		assertAllowed(canInWorkshop(actor, 'export', access));
		return { links: canInWorkshop(actor, 'write_proposals', access) };
	}

	async function openFigures(workshopId: string, published: VoteResults[]): Promise<OpenFigures> {
		const byColumn = await notesByColumn(db, workshopId);
		const { cost, firstStart, lastEnd } = await planTotals(db, workshopId);
		return {
			counts: await countEverything(db, workshopId),
			notesByActivity: sumBy(byColumn, (column) => column.slice(0, column.indexOf('/'))),
			notesByColumn: byColumn,
			votes: published.filter(({ cited }) => cited),
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
		async complete(actor, workshopId) {
			await guard(actor, workshopId);
			const people = await peopleByCategory(db, workshopId);
			const written = await notesByCategory(db, workshopId);
			return {
				...(await openFigures(workshopId, await votes.published(actor, workshopId))),
				participantsByCategory: people,
				notesByCategory: written,
				categoriesWithoutNotes: [...people.keys()].filter((id) => !written.has(id)),
				singleMemberCategories: [...people].flatMap(([id, count]) => (count === 1 ? [id] : []))
			};
		},
		async shown(actor, workshopId) {
			const { links } = await guard(actor, workshopId);
			const open = await openFigures(workshopId, await votes.published(actor, workshopId));
			return {
				...open,
				untracedNotes: links ? open.untracedNotes : open.untracedNotes.map(nameOf),
				groups: (await toldGroups.figures(workshopId)).groups
			};
		}
	};
}

function sumBy(
	counts: ReadonlyMap<string, number>,
	groupOf: (key: string) => string
): Map<string, number> {
	const sums = new Map<string, number>();
	for (const [key, count] of counts) sums.set(groupOf(key), (sums.get(groupOf(key)) ?? 0) + count);
	return sums;
}
