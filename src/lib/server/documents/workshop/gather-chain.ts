import { maskContacts } from '#lib/domain/text/contact-data.ts';
import { privacyOf } from '../../reads/privacy.ts';
import type { Gathering } from './gathering.ts';

/**
 * Notes, clusters and proposals as a document tells them: contact data in notes are masked, unless the workshop
 * decided to show them. Rule [DP11].
 */
export async function gatherChain({ sources, actor, workshopId }: Gathering) {
	const { showContacts } = await privacyOf(sources.db, workshopId);
	return sources.proposals.chain(actor, workshopId, showContacts ? undefined : maskContacts);
}
