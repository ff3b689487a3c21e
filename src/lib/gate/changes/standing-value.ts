import type * as Y from 'yjs';
import type { FieldChange, Incoming, StructId } from './incoming.ts';
import { same, Sequence } from './sequence.ts';

/**
 * The new struct whose value stands once the update is applied, or undefined when the item that stood last
 * still does.
 */
export function standingStruct(field: FieldChange): Incoming | undefined {
	if (followsOn(field)) return field.written.at(-1);
	const history = new Sequence(firstOf(field.tail));
	for (const struct of field.written) history.add(struct);
	return history.last();
}

/** The value that the field will have; undefined where it will have none. */
export function standingValue(field: FieldChange): unknown {
	const { tail, cleared } = field;
	const struct = standingStruct(field);
	if (struct === undefined)
		return tail === undefined || tail.deleted || cleared
			? undefined
			: tail.content.getContent().at(-1);
	return struct.content.kind === 'values' && !struct.deleted
		? struct.content.values.at(-1)
		: undefined;
}

/** The plain case: each new item follows the one before, the first one the item that stands. */
function followsOn({ tail, written }: FieldChange): boolean {
	let last: StructId | null = tail?.lastId ?? null;
	for (const struct of written) {
		if (!same(struct.origin, last)) return false;
		last = { client: struct.client, clock: struct.end - 1 };
	}
	return true;
}

function firstOf(tail: Y.Item | undefined): Y.Item | null {
	let first = tail ?? null;
	while (first?.left) first = first.left;
	return first;
}
