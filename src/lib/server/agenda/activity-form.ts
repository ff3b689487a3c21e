import type { ActivityDraft } from '../../domain/activities/activity-draft.ts';
import { ACTIVITIES, ACTIVITY_KINDS } from '../../domain/activities/activities.ts';
import { choiceField, localizedField, wholeNumberField } from '../http/form-fields.ts';
import { formValue } from '../http/form-value.ts';

/** An agenda item as the form of its line sends it; what its kind has to set stands in `parameters.…`. */
export function readActivity(form: FormData): ActivityDraft {
	const kind = choiceField(form, 'kind', ACTIVITY_KINDS);
	return {
		kind,
		title: localizedField(form, 'title'),
		shortTitle: localizedField(form, 'shortTitle'),
		prompt: localizedField(form, 'prompt'),
		durationMinutes: wholeNumberField(form, 'duration'),
		parameters: formValue(ACTIVITIES[kind].parameters, form, 'parameters')
	};
}
