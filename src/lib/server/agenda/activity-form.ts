import {
	ACTIVITY_KINDS,
	ACTIVITY_WRITING,
	COLUMN_ICONS,
	NOTE_COLORS,
	type Column,
	type VoteRules
} from '../../domain/activities/activity.ts';
import type { ActivityDraft } from '../../domain/activities/activity-draft.ts';
import { isBlank } from '../../domain/text/locale.ts';
import {
	choiceField,
	localizedField,
	rowKeys,
	textField,
	wholeNumberField
} from '../http/form-fields.ts';

/** An agenda item as the form of its line sends it. */
export function readActivity(form: FormData): ActivityDraft {
	return {
		kind: choiceField(form, 'kind', ACTIVITY_KINDS),
		title: localizedField(form, 'title'),
		shortTitle: localizedField(form, 'shortTitle'),
		prompt: localizedField(form, 'prompt'),
		durationMinutes: wholeNumberField(form, 'duration'),
		columns: readColumns(form),
		vote: readVote(form),
		writing: form.has('writing') ? choiceField(form, 'writing', ACTIVITY_WRITING) : 'shared'
	};
}

function readColumns(form: FormData): Column[] {
	return rowKeys(form, 'column').flatMap((key) => {
		const at = `column.${key}`;
		const name = localizedField(form, `${at}.name`);
		const isNew = form.has(`${at}.new`);
		if (isNew && isBlank(name)) return [];
		return [
			{
				id: textField(form, `${at}.id`),
				name,
				color: choiceField(form, `${at}.color`, NOTE_COLORS),
				icon: choiceField(form, `${at}.icon`, COLUMN_ICONS)
			}
		];
	});
}

function readVote(form: FormData): VoteRules | null {
	if (!form.has('votes')) return null;
	return { budget: wholeNumberField(form, 'budget'), cap: wholeNumberField(form, 'cap') };
}
