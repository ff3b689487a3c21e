import { DomainError } from '../../domain/errors.ts';
import type { Locale } from '../../domain/text/locale.ts';
import { PROPOSAL_STATUSES } from '../../domain/proposals/proposal.ts';
import { choiceField, localizedField, textField } from '../http/form-fields.ts';
import type { ProposalDraft } from './proposal.service.ts';

/** A proposal as its form sends it; clusters and notes are ticked boxes. Throws `invalid_input`. */
export function readProposal(form: FormData): Required<ProposalDraft> {
	return {
		text: localizedField(form, 'text'),
		status: choiceField(form, 'status', PROPOSAL_STATUSES),
		clusterIds: ticked(form, 'clusterId'),
		noteKeys: ticked(form, 'noteKey')
	};
}

/** The title and the objective of an action that is made of a proposal, in the language of the page. */
export function readNewAction(
	form: FormData,
	locale: Locale
): { proposalId: string; title: Record<string, string>; objectiveId: string } {
	return {
		proposalId: textField(form, 'proposalId'),
		title: { [locale]: textField(form, 'title') },
		objectiveId: textField(form, 'objectiveId')
	};
}

function ticked(form: FormData, name: string): string[] {
	return form.getAll(name).map((value) => {
		if (typeof value !== 'string') throw new DomainError('invalid_input', { field: name });
		return value;
	});
}
