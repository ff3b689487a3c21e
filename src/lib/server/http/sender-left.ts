/**
 * True when a request failed because whoever sent it went away while it came, which is no failure of ours. What
 * fails otherwise is one, also when nobody waits for the answer any more.
 */
export function senderLeft({ signal }: Pick<Request, 'signal'>, error: unknown): boolean {
	if (!signal.aborted) return false;
	return error === signal.reason || (error as { code?: unknown } | null)?.code === 'ECONNRESET';
}
