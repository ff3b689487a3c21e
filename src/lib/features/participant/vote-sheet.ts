import { ERROR_CODES, type ErrorCode, type ErrorDetails } from '#lib/domain/errors.ts';
import type { LocalizedText } from '#lib/domain/locale.ts';
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

/** What came back: the value, or why not. `offline` when the server was not reached at all. */
export type Answer<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly code: ErrorCode; readonly details: ErrorDetails }
	| { readonly ok: false; readonly offline: true };

export function readVote(voteId: string): Promise<Answer<VoteSheet>> {
	return ask(voteId, '', (response) => response.json() as Promise<VoteSheet>);
}

/** Refused with `vote_open` until the vote is closed. */
export function readResults(voteId: string): Promise<Answer<ResultSheet>> {
	return ask(voteId, '/results', (response) => response.json() as Promise<ResultSheet>);
}

/** Puts the whole ballot in the place of an earlier one. */
export function putBallot(voteId: string, dots: Dots): Promise<Answer<undefined>> {
	return ask(voteId, '/ballot', () => Promise.resolve(undefined), {
		method: 'PUT',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ dots })
	});
}

async function ask<T>(
	voteId: string,
	path: string,
	read: (response: Response) => Promise<T>,
	init?: RequestInit
): Promise<Answer<T>> {
	try {
		const response = await fetch(`/api/votes/${voteId}${path}`, init);
		if (response.ok) return { ok: true, value: await read(response) };
		return { ok: false, ...(await refusalOf(response)) };
	} catch {
		return { ok: false, offline: true };
	}
}

/** The error that the server gave, or `unexpected` where something between answered instead. */
async function refusalOf(response: Response): Promise<{ code: ErrorCode; details: ErrorDetails }> {
	const body = (await response.json().catch(() => undefined)) as
		{ error?: { code?: string; details?: ErrorDetails } } | undefined;
	const code = ERROR_CODES.find((known) => known === body?.error?.code);
	return { code: code ?? 'unexpected', details: body?.error?.details ?? {} };
}
