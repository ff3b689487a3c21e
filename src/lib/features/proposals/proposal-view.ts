import type { ProposalStatus } from '#lib/domain/proposals/proposal.ts';
import type { ProposalSource } from '#lib/domain/proposals/provenance.ts';
import { m } from '#lib/paraglide/messages.js';

/** Which proposals the list shows. */
export const SHOWS = ['all', 'plan', 'without'] as const;
export type Show = (typeof SHOWS)[number];

/** What the address asks for: the page is the same after a reload and without script. */
export interface ProposalView {
	readonly show: Show;
	readonly clusterId: string | null;
	readonly proposalId: string | null;
	/** The panel beside the list: what is open in it. */
	readonly panel: 'path' | 'new' | 'edit' | null;
}

/** Reads the address; what is not understood is left out. */
export function viewOf(query: URLSearchParams): ProposalView {
	const proposalId = query.get('proposal');
	const show = SHOWS.find((known) => known === query.get('show')) ?? 'all';
	const panel = query.has('new')
		? 'new'
		: proposalId === null
			? null
			: query.has('edit')
				? 'edit'
				: 'path';
	return { show, clusterId: query.get('cluster'), proposalId, panel };
}

/** The view with something else in the list: what is being written beside it stays open, a path closes. */
export function besideList(view: ProposalView, list: Partial<ProposalView>): ProposalView {
	if (view.panel === 'new' || view.panel === 'edit') return { ...view, ...list };
	return { ...view, proposalId: null, panel: null, ...list };
}

/** The address of a view, as a query. */
export function hrefOf(view: Partial<ProposalView>): string {
	const query = new URLSearchParams();
	if (view.show !== undefined && view.show !== 'all') query.set('show', view.show);
	if (view.clusterId) query.set('cluster', view.clusterId);
	if (view.proposalId) query.set('proposal', view.proposalId);
	if (view.panel === 'new' || view.panel === 'edit') query.set(view.panel, '');
	return `?${query}`;
}

/** True when the list shows the proposal. */
export function isShown(
	proposal: ProposalSource,
	{ show, clusterId }: Pick<ProposalView, 'show' | 'clusterId'>
): boolean {
	if (clusterId !== null && !proposal.clusterIds.includes(clusterId)) return false;
	return show === 'all' || proposal.actions.length > 0 === (show === 'plan');
}

export const STATUS_WORDS: Readonly<Record<ProposalStatus, () => string>> = {
	draft: () => m.proposals_status_draft(),
	adopted: () => m.proposals_status_adopted(),
	amended: () => m.proposals_status_amended(),
	referred: () => m.proposals_status_referred(),
	rejected: () => m.proposals_status_rejected()
};
