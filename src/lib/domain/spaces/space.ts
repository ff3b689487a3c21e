import { DomainError } from '../errors.ts';
import type { LocalizedText } from '../text/locale.ts';
import { optionalLocalizedText, requireLocalizedText } from '../text/localized-text.ts';

/** A room is a parallel session; a table stands in the hall or in a room. */
export const SPACE_KINDS = ['room', 'table'] as const;
export type SpaceKind = (typeof SPACE_KINDS)[number];

/** A part of a workshop that people sit in. A workshop without spaces is its hall. */
export interface Space {
	readonly id: string;
	readonly workshopId: string;
	/** The room that a table stands in; null for a room, and for a table of the hall. */
	readonly parentId: string | null;
	readonly kind: SpaceKind;
	readonly name: LocalizedText;
	/** What is worked on there; may be empty. */
	readonly theme: LocalizedText;
	/** Seats; null where nobody counts them. */
	readonly capacity: number | null;
	readonly position: number;
}

/** What a facilitator gives of a space. */
export type SpaceDraft = Pick<Space, 'parentId' | 'kind' | 'name' | 'theme' | 'capacity'>;

/** Characters as people count them; `perWorkshop` counts rooms and tables together. */
export const SPACE_LIMITS = { name: 60, theme: 200, capacity: 5_000, perWorkshop: 200 } as const;

/**
 * Checks a space and gives it as it is stored. `parent` is the space that it names, if there is one: a
 * table may stand in a room, nothing stands in a table, and a room stands in nothing. Throws
 * `text_empty`, `text_too_long` or `invalid_input` (details: field).
 */
export function requireSpace(draft: SpaceDraft, parent: Space | undefined): SpaceDraft {
	const { kind, capacity, parentId } = draft;
	requireField(SPACE_KINDS.includes(kind), 'kind');
	requireField(parentId === null || (kind === 'table' && parent?.kind === 'room'), 'parentId');
	requireField(
		capacity === null ||
			(Number.isInteger(capacity) && capacity >= 1 && capacity <= SPACE_LIMITS.capacity),
		'capacity'
	);
	return {
		kind,
		parentId,
		capacity,
		name: requireLocalizedText(draft.name, SPACE_LIMITS.name, 'name'),
		theme: optionalLocalizedText(draft.theme, SPACE_LIMITS.theme)
	};
}

function requireField(valid: boolean, field: string): void {
	if (!valid) throw new DomainError('invalid_input', { field });
}
