import * as Y from 'yjs';
import { OWN_CHANGE } from './board-doc.ts';

/**
 * What a note or a row keeps whatever is undone. `column` and `at` are set with the note (an earlier column
 * comes back by being written again, never by taking the later one out); `edited` stays true once somebody
 * else changed the wording, since the history of that change stays too; `action` is whose a row is.
 */
const KEPT_FIELDS: ReadonlySet<string> = new Set(['column', 'at', 'edited', 'action']);

/**
 * Undo and redo of one's own changes (`OWN_CHANGE`), each transaction one step; what others wrote stays.
 * `roots` are the root maps that it is about.
 *
 * What it writes is held to these forms, since nothing else passes the gate: characters of a text are
 * deleted or written again, a plain value is set again, and plain values are taken out, but for
 * {@link KEPT_FIELDS}. A shared type never leaves the document: neither a note, cluster, axis, objective,
 * action or row, nor a text in one. So undoing a creation empties texts, and takes the fields of any entry
 * that is no note; readers treat a note without words and an entry without `position` as absent.
 */
export function newUndoManager(doc: Y.Doc, roots: readonly string[]): Y.UndoManager {
	return new Y.UndoManager(
		roots.map((root) => doc.getMap(root)),
		{
			trackedOrigins: new Set<unknown>([OWN_CHANGE]),
			captureTimeout: 0,
			deleteFilter: mayLeave
		}
	);
}

function mayLeave({ content, parentSub }: Y.Item): boolean {
	if (content instanceof Y.ContentType) return false;
	return parentSub === null || !KEPT_FIELDS.has(parentSub);
}
