import type { Editor } from '../boards/note-mark.ts';
import type { LocalizedText } from '../text/locale.ts';
import type { ClusterPlace } from '../votes/publication.ts';
import type { Proposal } from './proposal.ts';

/** A note as what grew from it names it: its words and where they stood, never who wrote them. */
export interface SourceNote {
	/** `<board>/<key>` for those who may link notes to proposals; for readers a name that tells nothing. */
	readonly ref: string;
	readonly activityId: string;
	readonly columnId: string;
	readonly text: string;
	/** Who changed its words last; null while they are its author's. */
	readonly editedBy: Editor | null;
}

/** A cluster with its place in the vote that is cited for it, null where it was not voted on. */
export interface SourceCluster {
	readonly id: string;
	readonly title: LocalizedText;
	readonly place: ClusterPlace | null;
}

/** A category that was heard, shown only where enough of its people joined. */
export interface HeardCategory {
	readonly id: string;
	readonly name: LocalizedText;
}

/** A proposal with what it grew from and what grew from it. */
export interface ProposalSource extends Proposal {
	readonly clusters: readonly SourceCluster[];
	/** Notes that still stand; one that its author deleted is left out. */
	readonly notes: readonly SourceNote[];
	readonly categories: readonly HeardCategory[];
	readonly actions: readonly { readonly id: string; readonly code: string }[];
}

/** What of a proposal stands beside the actions that grew from it. */
export type ProposalTrace = Pick<
	ProposalSource,
	'id' | 'number' | 'text' | 'clusters' | 'notes' | 'categories'
>;

/** What an action grew from: the chain back to people's own words. */
export interface Provenance {
	readonly proposals: readonly ProposalTrace[];
	readonly clusters: readonly SourceCluster[];
	readonly notes: readonly SourceNote[];
	readonly categories: readonly HeardCategory[];
}

/** The chain behind the proposals that an action names, each link once, in the proposals' order. */
export function provenanceOf(
	proposalIds: readonly string[],
	sources: readonly ProposalTrace[]
): Provenance {
	const proposals = sources.filter((source) => proposalIds.includes(source.id));
	return {
		proposals,
		clusters: once(
			proposals.flatMap((proposal) => proposal.clusters),
			(cluster) => cluster.id
		),
		notes: once(
			proposals.flatMap((proposal) => proposal.notes),
			(note) => note.ref
		),
		categories: once(
			proposals.flatMap((proposal) => proposal.categories),
			(category) => category.id
		)
	};
}

function once<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
	return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
