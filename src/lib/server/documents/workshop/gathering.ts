import type { Actor } from '#lib/domain/people/actor.ts';
import type { Locale } from '#lib/domain/text/locale.ts';
import type { AgendaService } from '../../agenda/agenda.service.ts';
import type { CategoryService } from '../../categories/category.service.ts';
import type { RootDb } from '../../db/database.ts';
import type { FileService } from '../../files/file.service.ts';
import type { ToldGroupsService } from '../../groups/told-groups.service.ts';
import type { OrganiserService } from '../../organisers/organiser.service.ts';
import type { ParticipantService } from '../../participants/participant.service.ts';
import type { PlanService } from '../../plans/plan.service.ts';
import type { ProposalService } from '../../proposals/proposal.service.ts';
import type { RegionService } from '../../regions/region.service.ts';
import type { VoteService } from '../../votes/vote.service.ts';
import type { WorkshopService } from '../../workshops/workshop.service.ts';

/** The services that documents are gathered from. */
export interface DocumentSources {
	readonly db: RootDb;
	readonly workshops: WorkshopService;
	readonly regions: RegionService;
	readonly organisers: OrganiserService;
	readonly files: FileService;
	readonly categories: CategoryService;
	readonly agenda: AgendaService;
	readonly participants: ParticipantService;
	readonly proposals: ProposalService;
	readonly votes: VoteService;
	readonly plans: PlanService;
	readonly toldGroups: Pick<ToldGroupsService, 'figures'>;
}

/** A document that is asked for by somebody who may have it. */
export interface Gathering {
	readonly sources: DocumentSources;
	readonly actor: Actor;
	readonly workshopId: string;
	readonly locale: Locale;
	/** Epoch milliseconds. */
	readonly at: number;
}
