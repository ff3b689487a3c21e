import type { LocalizedText } from '#lib/domain/text/locale.ts';
import { askServer, jsonRequest, type Answer } from '#lib/client/ask-server.ts';
import type { Dots } from './dots.ts';

/** How often what the network did not let through is tried again, in milliseconds. */
export const RETRY_MS = 4_000;

/** A vote as this person may see it, in an order of their own. */
export interface VoteSheet {
	readonly state: 'open' | 'closed';
	readonly budget: number;
	readonly cap: number;
	readonly options: readonly { readonly clusterId: string; readonly title: LocalizedText }[];
	/** One's own dots by cluster as the server has them; null without a vote. */
	readonly ballot: Dots | null;
}

/** What a closed vote gave. */
export interface ResultSheet {
	readonly budget: number;
	readonly dotsCast: number;
	readonly voters: number;
	/** Most dots first; equal dots share a rank. */
	readonly options: readonly {
		readonly clusterId: string;
		readonly title: LocalizedText;
		readonly dots: number;
		readonly rank: number;
		readonly tied: boolean;
	}[];
	readonly own: Dots | null;
}

export function readVote(voteId: string): Promise<Answer<VoteSheet>> {
	return askServer(`/api/votes/${voteId}`, (response) => response.json() as Promise<VoteSheet>);
}

/** Refused with `vote_open` until the vote is closed. */
export function readResults(voteId: string): Promise<Answer<ResultSheet>> {
	return askServer(
		`/api/votes/${voteId}/results`,
		(response) => response.json() as Promise<ResultSheet>
	);
}

/** Puts the whole ballot in the place of an earlier one. */
export function putBallot(voteId: string, dots: Dots): Promise<Answer<undefined>> {
	return askServer(
		`/api/votes/${voteId}/ballot`,
		() => Promise.resolve(undefined),
		jsonRequest('PUT', { dots })
	);
}
