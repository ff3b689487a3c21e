import { invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';
import { ASK_AGAIN, isReached } from '#lib/client/is-reached.ts';

let again: ReturnType<typeof setTimeout> | undefined;

/**
 * Reads the page's data anew. What is shown stays until the server can be reached: the framework would put an
 * error page in the place of a page whose data do not come, in the middle of a day. Whoever is on the way to another
 * page gets there first: reading anew would take the place of that, and a press would have led nowhere.
 */
export async function readAgain(): Promise<void> {
	clearTimeout(again);
	if (await isReached()) {
		await navigating.complete?.catch(() => undefined);
		await invalidateAll();
	} else again = setTimeout(() => void readAgain(), ASK_AGAIN);
}
