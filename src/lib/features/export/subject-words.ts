import Braces from '@lucide/svelte/icons/braces';
import BookOpenText from '@lucide/svelte/icons/book-open-text';
import FileText from '@lucide/svelte/icons/file-text';
import Users from '@lucide/svelte/icons/users';
import type { LucideIcon } from '@lucide/svelte';
import type { DocumentOverview } from '#lib/domain/documents/document-overview.ts';
import type { DocumentSubject } from '#lib/domain/documents/documents.ts';
import { m } from '#lib/paraglide/messages.js';

/** How a page tells of a document. */
export interface SubjectWords {
	readonly icon: LucideIcon;
	readonly title: string;
	readonly text: string;
	/** Said under the text with a shield: what the file keeps to itself, or who may have it. */
	readonly promise?: string;
}

/** What is said of each document before anybody downloads it, with what it would hold now. */
export const SUBJECT_WORDS: Readonly<
	Record<DocumentSubject, (overview: DocumentOverview) => SubjectWords>
> = {
	plan: ({ plan }) => ({
		icon: FileText,
		title: m.export_plan_title(),
		text: m.export_plan_text({
			axes: m.export_axes({ count: plan.axes.length }),
			sheets: m.export_sheets({ count: plan.actions })
		})
	}),
	report: (overview) => ({
		icon: BookOpenText,
		title: m.export_report_title(),
		text: m.export_report_text(countsOf(overview))
	}),
	attendance: () => ({
		icon: Users,
		title: m.export_attendance_title(),
		text: m.export_attendance_text(),
		promise: m.export_attendance_private()
	}),
	data: (overview) => ({
		icon: Braces,
		title: m.export_data_title(),
		text: (overview.voted ? m.export_data_text_voted : m.export_data_text)(countsOf(overview)),
		promise: m.export_data_private()
	})
};

function countsOf({ plan, notes, clusters, proposals }: DocumentOverview) {
	return {
		notes: m.export_notes({ count: notes }),
		clusters: m.export_clusters({ count: clusters }),
		proposals: m.export_proposals({ count: proposals }),
		actions: m.export_actions({ count: plan.actions })
	};
}
