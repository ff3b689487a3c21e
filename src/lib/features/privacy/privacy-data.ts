import type { ErrorCode, ErrorDetails } from '#lib/domain/errors.ts';
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

/** Why a command was refused, or what was done. */
export interface PrivacyResult {
	readonly done?: string;
	readonly error?: { readonly code: ErrorCode; readonly details: ErrorDetails };
}
