import { isClusterId, parseNoteRefId } from '../../board/clusters-doc.ts';
import type { FieldShape, RootShape } from '../document-shape.ts';
import { SharedRules } from '../rules/shared-rules.ts';
import type { DocumentSchema } from './document-schema.ts';
import { entryFields, isFlag, isPosition, titleFields } from './entry-fields.ts';

const FIELDS = entryFields({
	...titleFields(),
	position: isPosition,
	deleted: isFlag
});

const CLUSTERS: RootShape = {
	kind: 'entries',
	isKey: isClusterId,
	field: (name) => FIELDS.get(name)
};

const MEMBER: FieldShape = { kind: 'value', accepts: isClusterId };

const MEMBERS: RootShape = {
	kind: 'values',
	field: (key) => (parseNoteRefId(key) === undefined ? undefined : MEMBER)
};

/** The clusters of a workshop and which notes stand in them, as `board/clusters-doc.ts` writes them. */
export function clustersSchema(): DocumentSchema {
	return {
		roots: new Map([
			['clusters', CLUSTERS],
			['members', MEMBERS]
		]),
		follow: (_doc, limits) => new SharedRules(limits)
	};
}
