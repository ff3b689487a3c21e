import { screenActorId, type ScreenActor } from '../../domain/people/actor.ts';
import { parseJoinCode } from '../../domain/people/join-code.ts';
import { DomainError, isDomainError } from '../../domain/errors.ts';
import type { ScreenContent, ScreenFigures, ScreenVote } from '../../domain/workshops/screen.ts';
import { screenOf } from '../../domain/workshops/workshop-parts.ts';
import type { Stage, StageVote } from '../../domain/stage/stage.ts';
import type { AgendaService } from '../agenda/agenda.service.ts';
import { createLink, readLink, type Link } from '../auth/links.ts';
import type { RootDb } from '../db/database.ts';
import type { OrganiserService } from '../organisers/organiser.service.ts';
import type { StageService } from '../stage/stage.service.ts';
import type { VoteService } from '../votes/vote.service.ts';
import { recordEvent } from '../events/record-event.ts';
import { newCodeGuesses, type CodeGuesses, type Guesser } from '../participants/code-guesses.ts';
import type { ScreenCodes } from '../auth/screen-codes.ts';
import { SCREEN_LINK_LIFETIME } from '../workshops/workshop.service.ts';
import type { WorkshopService } from '../workshops/workshop.service.ts';
import { countSeats } from '../reads/seats.ts';

/** The projector's page, opened by the token in its address. Rules [SC1] to [SC3] and [SC10]. */
export interface ScreenService {
	/** Throws `link_invalid` for a token that is unknown, replaced or expired. */
	open(token: string): Promise<ScreenContent>;
	/**
	 * The token of a screen's link, for a computer on which the short code of a workshop was typed. Throws
	 * `join_code_invalid`, late where many wrong ones came, and `too_many_attempts`.
	 */
	enter(typed: string, guesser: Guesser): Promise<string>;
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
	codes: ScreenCodes;
	guesses?: CodeGuesses;
}): ScreenService {
	const { db, votes, codes, guesses = newCodeGuesses() } = deps;

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
		async enter(typed, guesser) {
			const code = parseJoinCode(typed);
			const link: Link | undefined =
				code === undefined
					? undefined
					: await guesses.attempt(guesser, () =>
							readLink(db, codes.lookupOf(code), 'screen_code').catch((error: unknown) => {
								if (isDomainError(error) && error.code === 'link_invalid') return undefined;
								throw error;
							})
						);
			const workshopId = link?.workshopId;
			if (!workshopId) throw new DomainError('join_code_invalid');
			return db.transaction().execute(async (trx) => {
				const event = { action: 'screen_entered', workshopId, actorId: null } as const;
				await recordEvent(trx, { ...event, subjectId: workshopId });
				const lifetime = SCREEN_LINK_LIFETIME;
				return createLink(trx, { purpose: 'screen', workshopId, reusable: true, lifetime });
			});
		},
		async figures(token) {
			const actor = await actorOf(token);
			return figuresFor(actor, await deps.stage.get(actor, actor.workshopId));
		}
	};
}
