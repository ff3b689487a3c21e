import {
	documentRule,
	DOCUMENT_SUBJECTS,
	hasFormat,
	type DocumentFormat,
	type DocumentSubject
} from '#lib/domain/documents/documents.ts';
import { MOST_REDRAWN, type DocumentOverview } from '#lib/domain/documents/document-overview.ts';
import { DomainError } from '#lib/domain/errors.ts';
import type { Actor } from '#lib/domain/people/actor.ts';
import { planOverview } from '#lib/domain/plan/plan-overview.ts';
import { assertAllowed, canInWorkshop } from '#lib/domain/policy.ts';
import type { Locale } from '#lib/domain/text/locale.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { storageTroubleOf } from '../db/storage/storage-error.ts';
import { recordEvent } from '../events/record-event.ts';
import { listPublishedVotes } from '../reads/published-votes.ts';
import { countEverything } from '../reads/workshop-counts.ts';
import { documentFileName } from './file-names.ts';
import { FORMATS } from './formats.ts';
import { gatherMatter } from './subjects.ts';
import { listStandingNotes } from '../reads/standing-notes.ts';
import { redrawnSigns } from './pdf/drawable-text.ts';
import type { DocumentMaker } from './worker/document-maker.ts';
import { regionOf } from './workshop/gather-frame.ts';
import type { DocumentSources } from './workshop/gathering.ts';
import { timeNow } from '../time/clock.ts';

/** A document ready to be sent. */
export interface MadeDocument {
	readonly bytes: Uint8Array;
	readonly mediaType: string;
	readonly fileName: string;
}

/** What is asked for: a document, the kind of file, and the language of its own words. */
export interface WantedDocument {
	readonly subject: DocumentSubject;
	readonly format: DocumentFormat;
	readonly locale: Locale;
}

/**
 * The documents of a workshop, each for those whom the list of documents names. They say how things stand at
 * that moment; but for the attendance they name no participant. Rules [EXP1] to [EXP9].
 */
export interface DocumentService {
	/** What a page says of the documents before anybody downloads one. */
	overview(actor: Actor, workshopId: string): Promise<DocumentOverview>;
	/**
	 * Makes a document. Throws `not_found` for a format that it does not have, `plan_empty` for a document of
	 * a plan without actions, `document_failed`; aborting `signal` ends the making of it and rejects with the
	 * signal's reason.
	 */
	make(
		actor: Actor,
		workshopId: string,
		wanted: WantedDocument,
		signal?: AbortSignal
	): Promise<MadeDocument>;
	/** Loads ahead what documents are made with, so that nobody waits for it. */
	warm(): Promise<void>;
}

/** Every text that stands somewhere in data. */
function textsIn(data: unknown): string[] {
	if (typeof data === 'string') return [data];
	return typeof data === 'object' && data !== null ? Object.values(data).flatMap(textsIn) : [];
}

export function documentService(
	deps: DocumentSources & { maker: DocumentMaker; now?: () => number }
): DocumentService {
	const { db, workshops, regions, plans, maker, now = timeNow } = deps;

	return {
		async overview(actor, workshopId) {
			const access = await getWorkshopAccess(db, workshopId);
			assertAllowed(canInWorkshop(actor, 'export', access));
			const { id, title, date, state, example, regionId } = await workshops.get(actor, workshopId);
			const { plan } = await plans.read(actor, workshopId);
			const counts = await countEverything(db, workshopId);
			return {
				workshop: { id, title, date, state, example },
				region: await regionOf(regions, regionId),
				subjects: DOCUMENT_SUBJECTS.filter((subject) =>
					canInWorkshop(actor, documentRule(subject).right, access)
				),
				plan: planOverview(plan),
				participants: counts.participants,
				notes: counts.notes,
				clusters: counts.clusters,
				proposals: counts.proposals,
				redrawn: redrawnSigns([
					...textsIn(plan),
					...(await listStandingNotes(db, workshopId)).map(({ text }) => text)
				]).slice(0, MOST_REDRAWN),
				voted: (await listPublishedVotes(db, workshopId)).length > 0
			};
		},
		async make(actor, workshopId, wanted, signal) {
			const { subject, format, locale } = wanted;
			const { right, file, event } = documentRule(subject);
			assertAllowed(canInWorkshop(actor, right, await getWorkshopAccess(db, workshopId)));
			if (!hasFormat(subject, format)) throw new DomainError('not_found');
			const at = now();
			const matter = await gatherMatter(subject, { sources: deps, actor, workshopId, locale, at });
			const bytes = await maker.make({ subject, format, locale, matter }, signal);
			const { title, date } = matter.named;
			const made = { action: event, workshopId, actorId: actor.id, subjectId: workshopId } as const;
			try {
				await db
					.transaction()
					.execute((trx) =>
						recordEvent(trx, { ...made, detail: { subject, format, locale } }, now())
					);
			} catch (error) {
				// Whoever saves their results from a disk that takes nothing more gets them all the same.
				if (!storageTroubleOf(error)) throw error;
			}
			return {
				bytes,
				mediaType: FORMATS[format].mediaType,
				fileName: documentFileName(file, title, date, locale, format)
			};
		},
		warm: () => maker.warm()
	};
}
