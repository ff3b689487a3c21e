import {
	DEFAULT_VOTE_RULES,
	type ActivityKind,
	type Column
} from '#lib/domain/activities/activity.ts';
import type { ActivityDraft } from '#lib/domain/activities/activity-draft.ts';
import { LOCALES, type LocalizedText } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/domain/text/locale.ts';

/** A new agenda item: it has a title in all languages from the start, so that the agenda stays whole. */
export function newActivity(kind: ActivityKind): ActivityDraft {
	return {
		kind,
		title: inAllLanguages((locale) =>
			kind === 'break' ? m.prepare_kind_break({}, { locale }) : m.prepare_new_item({}, { locale })
		),
		shortTitle: {},
		prompt: {},
		durationMinutes: kind === 'break' ? 15 : 30,
		columns: kind === 'notes' ? [newColumn('C1')] : [],
		vote: kind === 'vote' ? DEFAULT_VOTE_RULES : null
	};
}

/** A column for any idea, in the colour that stands for nothing in particular. */
export function newColumn(id: string): Column {
	return {
		id,
		name: inAllLanguages((locale) => m.prepare_new_column({}, { locale })),
		color: 'lemon',
		icon: 'lightbulb'
	};
}

function inAllLanguages(text: (locale: Locale) => string): LocalizedText {
	return Object.fromEntries(LOCALES.map((locale) => [locale, text(locale)]));
}
