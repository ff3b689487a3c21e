import { commitmentTo } from '#lib/domain/ballots/receipt.ts';
import { newId } from '#lib/domain/id.ts';
import { HttpClient } from '../support/server/http-client.ts';

/** Votes as a phone does: two dots on one option and one on another, with a receipt. */
export async function castBallot(origin: string, cookie: string, vote: string): Promise<void> {
	const phone = new HttpClient(origin, cookie);
	const { options } = await phone.json<{ options: { ref: string }[] }>('GET', `/api/votes/${vote}`);
	const [first, second] = options;
	const ballot = Object.fromEntries(
		[[first?.ref, 2] as const, [second?.ref, 1] as const].sort(([a = ''], [b = '']) =>
			a < b ? -1 : 1
		)
	) as Record<string, number>;
	await phone.json('PUT', `/api/votes/${vote}/ballot`, {
		ballot,
		turn: 1,
		commitment: commitmentTo(vote, newId(30), ballot)
	});
}
