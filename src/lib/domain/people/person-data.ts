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

/** How a workshop keeps what it knows of persons. */
export interface PrivacySettings {
	/** Whom people ask about their data: a name, an address or a number, in the facilitator's words; '' for nobody yet. */
	readonly contact: string;
	/** Days after the workshop's last day; null where somebody decides by hand. */
	readonly keepDays: number | null;
	/** What ends then beside names: the notes' words too. */
	readonly eraseWords: boolean;
	/** Contact data in notes are shown in documents; else they are masked. */
	readonly showContacts: boolean;
}

/** Those of a workshop that nobody set: names are kept a year, words as long as the plan. */
export const PRIVACY_DEFAULTS: PrivacySettings = {
	contact: '',
	keepDays: 365,
	eraseWords: false,
	showContacts: false
};

/** Characters of the contact, and what can be chosen for how long data are kept. */
export const PRIVACY_LIMITS = { contact: 200 } as const;
export const KEEP_DAYS = [30, 90, 180, 365, 730, 1825] as const;
