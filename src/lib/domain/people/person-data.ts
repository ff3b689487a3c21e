import type { ContactKind } from '../text/contact-data.ts';
import type { Locale, LocalizedText } from '../text/locale.ts';

/** What there is of a person, in figures and without their words. */
export interface PersonFigures {
	readonly participantId: string;
	/** May be ''. */
	readonly name: string;
	readonly organisation: string;
	readonly joinedAt: number;
	/** Notes that stand, on boards and in private writing. */
	readonly notes: number;
	/** Notes that came late, whatever became of them. */
	readonly lateNotes: number;
	/** Proposals that name notes of theirs; they stay when the words are erased. */
	readonly proposals: number;
	/** When their name and words were erased; null while they stand. */
	readonly erasedAt: number | null;
}

/** All that is stored of a person, for the file that they are given. Times are ISO 8601. */
export interface PersonData {
	readonly workshop: LocalizedText;
	readonly person: {
		readonly name: string;
		readonly organisation: string;
		readonly province: string;
		readonly language: Locale;
		readonly category: LocalizedText;
		readonly joined: string;
		readonly takenOut: string | null;
		readonly erased: string | null;
	};
	readonly notes: readonly {
		readonly activity: LocalizedText;
		readonly column: string;
		readonly text: string;
		readonly written: string;
		readonly deleted: boolean;
		readonly changedByOthers: boolean;
	}[];
	/** Written where nobody else reads. */
	readonly privateNotes: readonly {
		readonly activity: LocalizedText;
		readonly text: string;
		readonly written: string;
		readonly deleted: boolean;
	}[];
	readonly lateNotes: readonly {
		readonly activity: LocalizedText;
		readonly text: string;
		readonly written: string;
		readonly handedIn: string;
		readonly state: string;
	}[];
	readonly seats: readonly {
		readonly space: LocalizedText;
		readonly role: string;
		readonly since: string;
		readonly until: string | null;
	}[];
	/** What they did and what was done to them, by the log. */
	readonly events: readonly { readonly action: string; readonly at: string }[];
}

/** A note that holds contact data, as facilitators are told of it: those are masked. */
export interface NoteWithContacts {
	readonly activity: LocalizedText;
	readonly text: string;
	readonly kinds: readonly ContactKind[];
}
