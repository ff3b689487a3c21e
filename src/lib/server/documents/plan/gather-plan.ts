import type { Actor } from '#lib/domain/people/actor.ts';
import { LOCALES, type LocalizedText } from '#lib/domain/text/locale.ts';
import type { VoteResults } from '#lib/domain/votes/publication.ts';
import { provenanceOf, type ProposalSource } from '#lib/domain/proposals/provenance.ts';
import type { Action } from '#lib/domain/plan/action-plan.ts';
import type { CategoryService } from '../../categories/category.service.ts';
import type { RootDb } from '../../db/database.ts';
import type { FigureService } from '../../figures/figures.service.ts';
import type { FileService } from '../../files/file.service.ts';
import type { OrganiserService } from '../../organisers/organiser.service.ts';
import type { PlanService } from '../../plans/plan.service.ts';
import type { ProposalService } from '../../proposals/proposal.service.ts';
import type { RegionService } from '../../regions/region.service.ts';
import type { VoteService } from '../../votes/vote.service.ts';
import type { WorkshopService } from '../../workshops/workshop.service.ts';
import {
	planDocument,
	type ActionProvenance,
	type DocumentOrganiser,
	type PlanDocument,
	type RankedCluster
} from './plan-document.ts';
import { regionOnCover } from './region-on-cover.ts';

/** The services that a document of the plan is gathered from. */
export interface PlanSources {
	readonly db: RootDb;
	readonly workshops: WorkshopService;
	readonly regions: RegionService;
	readonly organisers: OrganiserService;
	readonly files: FileService;
	readonly categories: CategoryService;
	readonly figures: FigureService;
	readonly proposals: ProposalService;
	readonly votes: VoteService;
	readonly plans: PlanService;
}

/**
 * Everything that a document of the plan says, as it stands now. Each service checks the actor once
 * more. Throws `plan_empty`.
 */
export async function gatherPlan(
	sources: PlanSources,
	actor: Actor,
	workshopId: string,
	generatedAt: number
): Promise<PlanDocument> {
	const workshop = await sources.workshops.get(actor, workshopId);
	const { plan } = await sources.plans.read(actor, workshopId);
	const figures = await sources.figures.shown(actor, workshopId);
	const proposals = await sources.proposals.list(actor, workshopId);
	const categories = await sources.categories.list(actor, workshopId);
	const { votes } = figures;
	return planDocument({
		workshop: {
			title: workshop.title,
			programme: workshop.framework,
			date: workshop.date,
			venue: workshop.venue,
			region: await regionOf(sources.regions, workshop.regionId),
			organisers: await organisersOf(sources, actor, workshopId),
			example: workshop.example
		},
		plan,
		provenanceOf: (action) => documentProvenance(action, proposals),
		counts: {
			participants: figures.counts.participants,
			notes: figures.counts.notes,
			clusters: figures.counts.clusters,
			proposals: figures.counts.proposals,
			voters: votes.length > 0 ? votes.reduce((sum, { voters }) => sum + voters, 0) : null
		},
		participants: figures.groups.map(({ categoryIds, people, notes }) => {
			const own = categories.filter(({ id }) => categoryIds.includes(id));
			return {
				name: joinedNames(own.map(({ name }) => name)),
				expected: own.reduce((sum, { expected }) => sum + expected, 0),
				present: typeof people === 'number' ? people : null,
				notes: typeof notes === 'number' ? notes : null
			};
		}),
		clusters: await clustersOf(sources, actor, workshopId, votes),
		anonymityFloor: workshop.anonymityFloor,
		generatedAt
	});
}

/** The region as a cover names it, or null without one. */
export async function regionOf(
	regions: RegionService,
	regionId: string | null
): Promise<LocalizedText | null> {
	const region = (await regions.list()).find(({ id }) => id === regionId);
	return region ? regionOnCover(region.name) : null;
}

async function organisersOf(
	{ db, organisers, files }: PlanSources,
	actor: Actor,
	workshopId: string
): Promise<DocumentOrganiser[]> {
	const gathered: DocumentOrganiser[] = [];
	for (const { name, role, logoId } of await organisers.list(actor, workshopId)) {
		gathered.push({ name, role, logo: logoId === null ? null : await files.find(db, logoId) });
	}
	return gathered;
}

/** The names of categories that are told together, in each language that all of them have. */
function joinedNames(names: readonly LocalizedText[]): LocalizedText {
	const joined = LOCALES.flatMap((locale) => {
		const own = names.flatMap((name) => name[locale] ?? []);
		return own.length === names.length ? [[locale, own.join(' + ')] as const] : [];
	});
	return Object.fromEntries(joined);
}

/**
 * What was voted on in the cited votes, by rank as their records have it, whatever became of a cluster since;
 * then the clusters that stand and were not voted on, those with most notes first.
 */
async function clustersOf(
	{ proposals }: PlanSources,
	actor: Actor,
	workshopId: string,
	votes: readonly VoteResults[]
): Promise<RankedCluster[]> {
	const { clusters } = await proposals.material(actor, workshopId);
	const notesOf = (ref: string) => clusters.find(({ id }) => id === ref)?.notes.length ?? null;
	const options = votes.flatMap(({ outcome }) => outcome?.options ?? []);
	const voted = new Set(options.map(({ ref }) => ref));
	return [
		...options.map(({ ref, title, score, rank, tied }) => ({
			title,
			notes: notesOf(ref),
			dots: score,
			rank,
			tied
		})),
		...clusters
			.filter(({ id }) => !voted.has(id))
			.map(({ title, notes }) => ({
				title,
				notes: notes.length,
				dots: null,
				rank: null,
				tied: false
			}))
			.sort((a, b) => b.notes - a.notes)
	];
}

function documentProvenance(action: Action, sources: readonly ProposalSource[]): ActionProvenance {
	const { proposals, clusters, notes } = provenanceOf(action.proposalIds, sources);
	const dots = clusters.flatMap(({ place }) => place?.score ?? []);
	return {
		proposals: proposals.map(({ number, text }) => ({ number, text })),
		clusters: clusters.map(({ title, place }) => ({
			title,
			dots: place?.score ?? null,
			rank: place?.rank ?? null
		})),
		notes: notes.length,
		dots: dots.length === 0 ? null : dots.reduce((sum, count) => sum + count, 0)
	};
}
