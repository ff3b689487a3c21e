import type { SuggestionKind } from '../../domain/people/suggestion.ts';

/** One person of a suggestion that was settled; rows of one suggestion share its `id`. */
export interface SettledSuggestionTable {
	id: string;
	workshop_id: string;
	kind: SuggestionKind;
	participant_id: string;
}

declare module '../db/database.ts' {
	interface Database {
		settled_suggestion: SettledSuggestionTable;
	}
}
