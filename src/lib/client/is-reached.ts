/** How long an answer may take, in milliseconds. */
const PATIENCE = 8_000;

/** Asks whether this server, and nothing in its place, answers now. Never rejects. */
export async function isReached(): Promise<boolean> {
	try {
		const answer = await fetch('/healthz', {
			cache: 'no-store',
			signal: AbortSignal.timeout(PATIENCE)
		});
		return answer.ok && (await answer.text()) === 'ok\n';
	} catch {
		return false;
	}
}

/** How often a server that was not reached is asked again, in milliseconds. */
export const ASK_AGAIN = 4_000;
