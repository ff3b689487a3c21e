import { createSubscriber } from 'svelte/reactivity';
import type * as Y from 'yjs';
import { readNotes } from '#lib/board/board-doc.ts';
import { FollowedNotes } from '#lib/board/followed-notes.ts';
import type { Note } from '#lib/domain/boards/note.ts';

/** The notes of a board for runes: oldest first, and only what changed is read again while somebody looks. */
export function liveBoardNotes(doc: Y.Doc): { readonly current: readonly Note[] } {
	let followed: FollowedNotes | undefined;
	const subscribe = createSubscriber((update) => {
		followed = new FollowedNotes(doc, update);
		return () => {
			followed?.stop();
			followed = undefined;
		};
	});
	return {
		get current() {
			subscribe();
			return followed ? followed.all : readNotes(doc);
		}
	};
}
