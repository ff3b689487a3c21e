import type { ContactKind } from '#lib/domain/text/contact-data.ts';
import { m } from '#lib/paraglide/messages.js';

const WORDS: Readonly<Record<ContactKind, () => string>> = {
	email: () => m.privacy_email(),
	phone: () => m.privacy_phone(),
	identity_card: () => m.privacy_identity_card()
};

/** What kind of contact data it is, in words. */
export function contactWords(kind: ContactKind): string {
	return WORDS[kind]();
}
