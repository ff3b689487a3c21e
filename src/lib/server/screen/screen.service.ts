import { screenActorId, type ScreenActor } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import type { ScreenContent, ScreenFigures, ScreenVote } from '../../domain/workshops/screen.ts';
import { screenOf } from '../../domain/workshops/workshop-parts.ts';
import type { Stage, StageVote } from '../../domain/stage/stage.ts';
import type { AgendaService } from '../agenda/agenda.service.ts';
import { readLink } from '../auth/links.ts';
import type { RootDb } from '../db/database.ts';
import type { OrganiserService } from '../organisers/organiser.service.ts';
import type { StageService } from '../stage/stage.service.ts';
import type { VoteService } from '../votes/vote.service.ts';
import type { WorkshopService } from '../workshops/workshop.service.ts';
import { countSeats } from '../reads/seats.ts';

/** The projector's page, opened by the token in its address. Rules [SC1] to [SC3]. */
export interface ScreenService {
	/** Throws `link_invalid` for a token that is unknown, replaced or expired. */
	open(token: string): Promise<ScreenContent>;
	/** As {@link open}, the figures alone. */
	figures(token: string): Promise<ScreenFigures>;
}

export function screenService(deps: {
	db: RootDb;
	workshops: WorkshopService;
	organisers: OrganiserService;
	agenda: AgendaService;
	stage: StageService;
	votes: VoteService;
}): ScreenService {
	const { db, votes } = deps;

	async function actorOf(token: string): Promise<ScreenActor> {
		const { workshopId } = await readLink(db, token, 'screen');
		if (workshopId === null) throw new DomainError('link_invalid');
		return { kind: 'screen', id: screenActorId(workshopId), workshopId };
	}

	async function voteOn(actor: ScreenActor, { id, state }: StageVote): Promise<ScreenVote> {
		const [{ options }, turnout] = await Promise.all([
			votes.voteFor(actor, id),
			votes.turnout(actor, id)
		]);
		if (state !== 'published') return { id, state, turnout, options, results: null };
		const { outcome, unit, voters, electorate, fingerprint } = await votes.results(
			actor,
			actor.workshopId,
			id
		);
		const results = { outcome, unit, voters, electorate, fingerprint };
		return { id, state, turnout, options, results };
	}

	async function figuresFor(actor: ScreenActor, { vote }: Stage): Promise<ScreenFigures> {
		const { workshopId } = actor;
		return {
			workshopId,
			seats: await countSeats(db, workshopId),
			vote: vote && (await voteOn(actor, vote))
		};
	}

	return {
		async open(token) {
			const actor = await actorOf(token);
			const [workshop, organisers, agenda, stage] = await Promise.all([
				deps.workshops.get(actor, actor.workshopId),
				deps.organisers.list(actor, actor.workshopId),
				deps.agenda.list(actor, actor.workshopId),
				deps.stage.get(actor, actor.workshopId)
			]);
			const figures = await figuresFor(actor, stage);
			return { workshop: screenOf(workshop), organisers, agenda, stage, figures };
		},
		async figures(token) {
			const actor = await actorOf(token);
			return figuresFor(actor, await deps.stage.get(actor, actor.workshopId));
		}
	};
}
