import type { ActionResult, SubmitFunction } from '@sveltejs/kit';

/** How long the answer to a form may take, in milliseconds: on a bad network a request can hang for minutes. */
const PATIENCE = 20_000;
/** The same where a file goes with it. */
const PATIENCE_FOR_FILES = 120_000;

const TYPES: readonly ActionResult['type'][] = ['success', 'failure', 'redirect', 'error'];

/**
 * True when what `use:enhance` gives is not the server's: no answer came in time, or something between
 * answered, as the page of a network that asks for a sign-in does. Nothing is known then of what was posted.
 */
export function isUnreached(result: ActionResult): boolean {
	if (result.type === 'error') return result.error instanceof Error;
	return !TYPES.includes(result.type);
}

/** Gives up waiting for the answer to a form in time; `isUnreached` is true of what comes of it. */
export function withDeadline({
	controller,
	formData
}: Pick<Parameters<SubmitFunction>[0], 'controller' | 'formData'>): void {
	const files = [...formData.values()].some((value) => value instanceof File && value.size > 0);
	setTimeout(
		() => controller.abort(new DOMException('No answer came in time.', 'TimeoutError')),
		files ? PATIENCE_FOR_FILES : PATIENCE
	);
}
