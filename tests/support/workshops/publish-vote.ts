import type { Ballot } from '#lib/domain/ballots/ballot-methods.ts';
import type { Actor, GuestActor } from '#lib/domain/people/actor.ts';
import type { App } from '#lib/server/app.ts';

type VotingApp = Pick<App, 'stage' | 'votes'>;

/** A first ballot as a device without a receipt sends it. */
export function ballotOf(ballot: Ballot, turn = 1): Parameters<App['votes']['castVote']>[2] {
	return { ballot, turn, commitment: null };
}

/** Casts the ballot of somebody, as their decision of that number. */
export function castBallot(
	app: VotingApp,
	voter: GuestActor,
	voteId: string,
	ballot: Ballot,
	turn = 1
): Promise<void> {
	return app.votes.castVote(voter, voteId, ballotOf(ballot, turn));
}

/** Ends a vote in the hall of a workshop. */
export async function endVote(
	app: VotingApp,
	lead: Actor,
	workshopId: string,
	voteId: string
): Promise<void> {
	const { version } = await app.stage.get(lead, workshopId);
	await app.votes.endVote(lead, workshopId, voteId, version);
}

/** Publishes a vote in the hall of a workshop, which is ended first where it is open. */
export async function publishVote(
	app: VotingApp,
	lead: Actor,
	workshopId: string,
	voteId: string
): Promise<void> {
	const { state } = await app.votes.voteFor(lead, voteId);
	if (state === 'open') await endVote(app, lead, workshopId, voteId);
	const { version } = await app.stage.get(lead, workshopId);
	await app.votes.publishVote(lead, workshopId, voteId, version);
}
