import type { Actor } from '#lib/domain/people/actor.ts';
import type { DocumentFormat, DocumentOverview } from '#lib/domain/plan/document-overview.ts';
import type { Locale } from '#lib/domain/text/locale.ts';
import { planOverview } from '#lib/domain/plan/plan-overview.ts';
import { assertAllowed, canInWorkshop } from '#lib/domain/policy.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { recordEvent } from '../events/record-event.ts';
import { makeDocument } from './worker/document-thread.ts';
import { documentFileName, DOCUMENT_TYPES } from './file-names.ts';
import { gatherPlan, regionOf } from './plan/gather-plan.ts';
import { gatherWorkshop, type WorkshopSources } from './workshop-data/gather-workshop.ts';
import type { PlanDocument } from './plan/plan-document.ts';
import { workshopJson } from './workshop-data/workshop-json.ts';

/** A document ready to be sent. */
export interface ExportedFile {
	readonly bytes: Uint8Array;
	readonly mediaType: string;
	readonly fileName: string;
}

/** What is asked for: the file's format, and the language of its own words. */
export interface WantedExport {
	readonly format: DocumentFormat;
	readonly locale: Locale;
}

/**
 * The documents of a workshop, for its facilitators and the directors of its region. They say how things
 * stand at that moment and name no participant. Rules [EXP1] to [EXP8].
 */
export interface DocumentService {
	/** What a page says of the documents before anybody downloads one. */
	overview(actor: Actor, workshopId: string): Promise<DocumentOverview>;
	/** All that the documents of the plan say. Throws `plan_empty` while it has no action. */
	planDocument(actor: Actor, workshopId: string): Promise<PlanDocument>;
	/**
	 * Makes a document. Throws `plan_empty` for a document of a plan without actions, `document_failed`;
	 * aborting `signal` ends the making of one and rejects with the signal's reason.
	 */
	export(
		actor: Actor,
		workshopId: string,
		wanted: WantedExport,
		signal?: AbortSignal
	): Promise<ExportedFile>;
}

export function documentService(deps: WorkshopSources & { now?: () => number }): DocumentService {
	const { db, workshops, regions, plans, figures, now = Date.now } = deps;

	async function assertMayExport(actor: Actor, workshopId: string): Promise<void> {
		assertAllowed(canInWorkshop(actor, 'export', await getWorkshopAccess(db, workshopId)));
	}

	async function make(
		actor: Actor,
		workshopId: string,
		{ format, locale }: WantedExport,
		signal: AbortSignal | undefined
	): Promise<ExportedFile> {
		const mediaType = DOCUMENT_TYPES[format];
		if (format === 'json') {
			const data = await gatherWorkshop(deps, actor, workshopId, { locale, exportedAt: now() });
			const { title, date } = data.workshop;
			return {
				bytes: workshopJson(data),
				mediaType,
				fileName: documentFileName('workshop', title, date, locale, format)
			};
		}
		const document = await gatherPlan(deps, actor, workshopId, now());
		const bytes = await makeDocument({ format, document, locale }, signal);
		const { title, workshop } = document;
		return {
			bytes,
			mediaType,
			fileName: documentFileName('plan', title, workshop.date, locale, format)
		};
	}

	return {
		async overview(actor, workshopId) {
			await assertMayExport(actor, workshopId);
			const { id, title, date, state, example, regionId } = await workshops.get(actor, workshopId);
			const { plan } = await plans.read(actor, workshopId);
			const { counts, votes } = await figures.shown(actor, workshopId);
			return {
				workshop: { id, title, date, state, example },
				region: await regionOf(regions, regionId),
				plan: planOverview(plan),
				participants: counts.participants,
				notes: counts.notes,
				clusters: counts.clusters,
				proposals: counts.proposals,
				voted: votes.length > 0
			};
		},
		async planDocument(actor, workshopId) {
			await assertMayExport(actor, workshopId);
			return gatherPlan(deps, actor, workshopId, now());
		},
		async export(actor, workshopId, wanted, signal) {
			await assertMayExport(actor, workshopId);
			const file = await make(actor, workshopId, wanted, signal);
			const event = { action: 'document_exported', workshopId, actorId: actor.id } as const;
			const detail = { format: wanted.format, locale: wanted.locale };
			await db
				.transaction()
				.execute((trx) => recordEvent(trx, { ...event, subjectId: workshopId, detail }, now()));
			return file;
		}
	};
}
