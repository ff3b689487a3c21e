import { m } from '#lib/paraglide/messages.js';
import { toaster } from '#lib/ui/toaster.svelte.ts';

/** Says that a form did not reach the server, and that all that was entered still stands. */
export function tellUnreached(): void {
	toaster.show({ text: m.common_not_reached() });
}
