import type { ContactKind } from '../text/contact-data.ts';
import type { Locale, LocalizedText } from '../text/locale.ts';

/**
 * Somebody who can be given their data or erased, with all entries that were merged into theirs. How much they
 * wrote is not told: whoever watched it grow would learn whose a new note is.
 */
export interface KeptPerson {
	readonly participantId: string;
	/** All names that they came in with, between ` · `; may be ''. */
	readonly name: string;
	readonly organisation: string;
	readonly joinedAt: number;
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
		/** The column's name; null where it was taken off the activity. */
		readonly column: LocalizedText | null;
		readonly text: string;
		readonly written: string;
		readonly deleted: boolean;
		readonly changedByOthers: boolean;
	}[];
	/**
	 * In their own wording, where the board's is another by now; what stands there as they wrote it is among `notes` alone.
	 * What is not revealed yet is not in the file, since others would read it.
	 */
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
