import { DomainError, tellingWhere } from '../errors.ts';
import { oneLine, optionalText } from '../text/text.ts';

/** How a workshop keeps what it knows of persons. */
export interface PrivacySettings {
	/** Whom people ask about their data, in the facilitator's words: a name, an address, a number; '' for nobody yet. */
	readonly contact: string;
	/** Days after the workshop ended that data are kept; null where somebody erases them by hand. */
	readonly keepDays: KeepDays | null;
	/** The notes' words are erased then too; else names alone, and words stay as long as the plan. */
	readonly eraseWords: boolean;
	/** Contact data in notes are shown in documents; else they are masked. */
	readonly showContacts: boolean;
}

/** What can be chosen for how long data are kept. */
export const KEEP_DAYS = [30, 90, 180, 365, 730, 1825] as const;
export type KeepDays = (typeof KEEP_DAYS)[number];

/** Characters of the contact. */
export const CONTACT_LIMIT = 200;

/** Those of a workshop for which nobody chose. Nothing is erased before somebody does. */
export const DEFAULT_PRIVACY: PrivacySettings = {
	contact: '',
	keepDays: null,
	eraseWords: false,
	showContacts: false
};

/** Throws `text_too_long` (details: field, limit, length) or `invalid_input` (details: field). */
export function requirePrivacy(
	settings: Omit<PrivacySettings, 'keepDays'> & { readonly keepDays: number | null }
): PrivacySettings {
	const keepDays =
		settings.keepDays === null ? null : KEEP_DAYS.find((days) => days === settings.keepDays);
	if (keepDays === undefined) throw new DomainError('invalid_input', { field: 'keepDays' });
	const contact = tellingWhere({ field: 'contact' }, () =>
		optionalText(oneLine(settings.contact), CONTACT_LIMIT)
	);
	return { ...settings, keepDays, contact };
}
