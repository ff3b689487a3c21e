import { firstPlaces } from '#lib/domain/ballots/places.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Block, Figure, Section } from '../content/document-content.ts';
import type { DocumentWords } from '../content/document-words.ts';
import { actionsOf, type PlanDocument } from './plan-document.ts';
import { costByAxisTable } from './financing-section.ts';
import { clustersTable } from '../workshop/workshop-sections.ts';

/** How many of the first clusters the summary names; those that tie with the last one come too. */
const FIRST_PRIORITIES = 5;

/** One page: what the plan holds, where it came from, its first priorities and its cost. */
export function summarySection(document: PlanDocument, words: DocumentWords): Section {
	const { say } = words;
	const blocks: Block[] = [
		{ kind: 'heading', level: 1, text: say(m.document_summary) },
		{ kind: 'paragraph', tone: 'body', text: scope(document, words) },
		{ kind: 'figures', figures: figures(document, words) }
	];
	const first = firstPriorities(document);
	if (first.length > 0) {
		blocks.push(
			{ kind: 'heading', level: 2, text: say(m.document_first_priorities) },
			{ kind: 'table', table: clustersTable(first, words, say(m.document_first_priorities)) }
		);
	}
	blocks.push(
		{ kind: 'heading', level: 2, text: say(m.document_cost_by_axis) },
		{ kind: 'table', table: costByAxisTable(document, words) }
	);
	return { landscape: false, blocks };
}

function firstPriorities({ clusters }: PlanDocument): PlanDocument['clusters'] {
	const ranked = clusters.flatMap((cluster) =>
		cluster.place ? [{ ...cluster.place, cluster }] : []
	);
	return firstPlaces(ranked, FIRST_PRIORITIES).map(({ cluster }) => cluster);
}

function scope(document: PlanDocument, words: DocumentWords): string {
	const options = { locale: words.locale };
	const { counts, figures } = document;
	const axes = document.axes.filter((axis) => axis.number !== null);
	const objectives = axes.reduce((sum, axis) => sum + axis.objectives.length, 0);
	const sentences = [
		m.document_summary_scope(
			{
				actions: m.document_of_actions({ count: actionsOf(document).length }, options),
				axes: m.document_of_axes({ count: axes.length }, options),
				objectives: m.document_of_objectives({ count: objectives }, options),
				cost: words.money(figures.total)
			},
			options
		)
	];
	const span = words.span(figures.firstStart, figures.lastEnd);
	if (span) sentences.push(m.document_summary_period({ span }, options));
	if (counts.notes > 0 && counts.clusters > 0 && counts.proposals > 0) {
		sentences.push(
			m.document_summary_origin(
				{
					notes: m.document_of_notes({ count: counts.notes }, options),
					clusters: m.document_of_clusters({ count: counts.clusters }, options),
					proposals: m.document_proposals_count({ count: counts.proposals }, options)
				},
				options
			)
		);
	}
	return sentences.join(' ');
}

function figures(document: PlanDocument, words: DocumentWords): Figure[] {
	const { say, number } = words;
	const { counts } = document;
	const actions = actionsOf(document);
	const ready = actions.filter(({ readiness }) => readiness.missing.length === 0).length;
	const readyOfAll = m.document_of_total(
		{ part: number(ready), total: number(actions.length) },
		{ locale: words.locale }
	);
	return [
		{ label: say(m.document_figure_cost), value: number(document.figures.total) },
		{ label: say(m.document_figure_actions), value: number(actions.length) },
		{ label: say(m.document_figure_ready), value: readyOfAll },
		{ label: say(m.document_figure_participants), value: number(counts.participants) },
		{ label: say(m.document_figure_notes), value: number(counts.notes) },
		counts.voters === null
			? { label: say(m.document_figure_proposals), value: number(counts.proposals) }
			: { label: say(m.document_figure_voters), value: number(counts.voters) }
	];
}
