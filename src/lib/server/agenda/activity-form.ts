import type { ActivityDraft } from '../../domain/activities/activity-draft.ts';
import {
	ACTIVITIES,
	ACTIVITY_KINDS,
	type ActivityKind
} from '../../domain/activities/activities.ts';
import type { SetupOf } from '../../domain/activities/activity-setup.ts';
import { stateSchemaOf } from '../../domain/activities/activity-state.ts';
import { DomainError } from '../../domain/errors.ts';
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
		durationMinutes: wholeNumberField(form, 'duration', { unit: 'minutes' }),
		parameters: formValue(ACTIVITIES[kind].parameters, form, 'parameters')
	};
}

/**
 * What a form holds of an activity's state, sent as `state.…`, for its kind to check. Throws `not_found` where
 * its kind keeps none.
 */
export function readState(form: FormData, activity: SetupOf<ActivityKind>): unknown {
	const schema = stateSchemaOf(activity);
	if (!schema) throw new DomainError('not_found');
	return formValue(schema, form, 'state');
}
