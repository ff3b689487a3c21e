import type * as Y from 'yjs';
import type { TimeSpan } from '../domain/boards/note-times.ts';
import type { DocumentRights } from '../domain/policy.ts';
import { applyDeletions } from './changes/apply-deletions.ts';
import { cutKnown } from './changes/cut-known.ts';
import { liveDeletions, refuseFutureDeletes, takesAnything } from './changes/deletions.ts';
import { DocumentChanges } from './changes/document-changes.ts';
import { resolvePlaces } from './changes/resolve-places.ts';
import { settleFields } from './changes/settle-fields.ts';
import type { ClientBindings } from './client-bindings.ts';
import { readUpdate } from './codec/read-update.ts';
import { writeUpdate } from './codec/write-update.ts';
import type { GateLimits } from './gate-limits.ts';
import { Refusal, REFUSAL_CODE, type RefusalReason, refuse, SyncAgain } from './refusal.ts';
import type { DocumentRules } from './rules/document-rules.ts';
import type { DocumentSchema } from './schemas/document-schema.ts';
import type { Verdict } from './verdict.ts';
import { newWriters } from './writers.ts';

/** Who sends an update, and what they may do in the document now. */
export interface Writer {
	readonly actorId: string;
	readonly rights: DocumentRights;
}

/**
 * Decides about every update of a client before it is applied or relayed. Rules [GT1] to [GT18].
 * What is accepted is to be applied, and then settled, before the next one is judged.
 */
export class Gate {
	private readonly doc: Y.Doc;
	private readonly schema: DocumentSchema;
	private readonly bindings: ClientBindings;
	private readonly limits: GateLimits;
	private readonly rules: DocumentRules;

	/** Makes the roots of the schema in `doc` and follows it until `destroy`. */
	constructor(doc: Y.Doc, schema: DocumentSchema, bindings: ClientBindings, limits: GateLimits) {
		this.doc = doc;
		this.schema = schema;
		this.bindings = bindings;
		this.limits = limits;
		for (const root of schema.roots.keys()) doc.getMap(root);
		this.rules = schema.follow(doc, limits);
	}

	/** Never changes the document and never throws. */
	judge(bytes: Uint8Array, writer: Writer): Verdict {
		try {
			return this.decide(bytes, writer);
		} catch (error) {
			if (error instanceof SyncAgain) return { kind: 'again', reason: error.reason };
			return refused(error instanceof Refusal ? error.reason : 'malformed', writer.rights);
		}
	}

	/**
	 * What the server has to write beside the update that was accepted and applied last, within a transaction
	 * of its own: who changed whose words, and when a note was written. `span` is when the update can have
	 * been written. Undefined for nothing, as nearly always. Rules [GT20] and [GT21].
	 */
	settle({ rights }: Writer, span: TimeSpan): (() => void) | undefined {
		return this.rules.settle(rights, span);
	}

	destroy(): void {
		this.rules.destroy();
	}

	private decide(bytes: Uint8Array, { actorId, rights }: Writer): Verdict {
		const { doc, schema, limits } = this;
		const update = readUpdate(bytes, limits);
		const news = cutKnown(doc.store, update.sections);
		refuseFutureDeletes(doc.store, news, update.deletes);
		if (news.size === 0 && !takesAnything(doc.store, news, update.deletes))
			return { kind: 'nothing' };
		if (schema.roots.size === 0) refuse('nobody-writes');
		if (!rights.own && !rights.all) refuse('read-only');
		const clients = newWriters(doc, news, this.bindings, actorId, limits);
		const changes = new DocumentChanges(doc, schema.roots);
		resolvePlaces(doc.store, news, changes);
		const deletes = applyDeletions(changes, liveDeletions(doc.store, news, update.deletes));
		settleFields(changes, limits);
		this.rules.review(changes, rights);
		return { kind: 'accepted', update: writeUpdate(news, deletes), clients };
	}
}

/** A right that is missing because writing is not open is told as that. */
function refused(reason: RefusalReason, rights: DocumentRights): Verdict {
	if (rights.closed && REFUSAL_CODE[reason] === 'forbidden')
		return { kind: 'refused', reason: 'closed', code: REFUSAL_CODE.closed };
	return { kind: 'refused', reason, code: REFUSAL_CODE[reason] };
}
