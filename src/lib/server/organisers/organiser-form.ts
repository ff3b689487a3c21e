import { ORGANISER_ROLES, WORKSHOP_LIMITS } from '../../domain/workshops/workshop.ts';
import { DomainError } from '../../domain/errors.ts';
import { choiceField, rowKeys, textField } from '../http/form-fields.ts';
import type { OrganiserDraft } from './organiser.service.ts';

/** The rows of the list of organisers with their new logos; a row without a name is no row. */
export async function readOrganisers(form: FormData): Promise<OrganiserDraft[]> {
	const drafts: OrganiserDraft[] = [];
	for (const key of rowKeys(form, 'organiser')) {
		const at = `organiser.${key}`;
		const name = textField(form, `${at}.name`);
		const upload = await readUpload(form.get(`${at}.logo`));
		if (name.trim() === '' && !upload) continue;
		drafts.push({
			name,
			role: choiceField(form, `${at}.role`, ORGANISER_ROLES),
			logoId: form.has(`${at}.withoutLogo`) ? null : textField(form, `${at}.logoId`) || null,
			...(upload && { upload })
		});
	}
	return drafts;
}

/** The bytes of a chosen file, or undefined when none was chosen. A large one is not even read. */
async function readUpload(value: FormDataEntryValue | null): Promise<Uint8Array | undefined> {
	if (!(value instanceof File) || value.size === 0) return undefined;
	if (value.size > WORKSHOP_LIMITS.logoBytes)
		throw new DomainError('file_too_large', { limit: WORKSHOP_LIMITS.logoBytes });
	return new Uint8Array(await value.arrayBuffer());
}
