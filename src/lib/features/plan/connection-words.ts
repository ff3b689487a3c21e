import type { LiveDocument } from '#lib/client/live-document.svelte.ts';
import { errorMessage } from '#lib/words/error-message.ts';
import { m } from '#lib/paraglide/messages.js';

/** How the connection and the saving of a live document stand, in a word or the error's own. */
export function connectionWords(document: LiveDocument): { ok: boolean; text: string } {
	if (document.error !== null) return { ok: false, text: errorMessage(document.error) };
	if (document.connection === 'connecting') return { ok: false, text: m.common_connecting() };
	if (document.connection !== 'connected')
		return { ok: false, text: document.saved ? m.common_offline() : m.common_not_saved() };
	return document.saved
		? { ok: true, text: document.mayWrite ? m.common_saved() : m.common_connected() }
		: { ok: false, text: m.common_saving() };
}
