import type { NoteWithContacts, KeptPerson } from '#lib/domain/people/person-data.ts';
import type { PrivacySettings } from '#lib/domain/workshops/privacy.ts';
import type { PurposeNotice } from '#lib/domain/workshops/purpose-notice.ts';
import type { WorkshopHeading } from '#lib/domain/workshops/workshop-parts.ts';

/** What the page of the data of persons is rendered from. */
export interface PrivacyData {
	readonly workshop: WorkshopHeading;
	readonly account: { readonly name: string };
	/** The newest first, those who were taken out or erased included. */
	readonly people: readonly KeptPerson[];
	readonly contacts: readonly NoteWithContacts[];
	readonly settings: PrivacySettings;
	readonly notice: PurposeNotice;
}
