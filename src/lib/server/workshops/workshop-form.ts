import { isBlank } from '../../domain/text/locale.ts';
import type { WorkshopBasics } from '../../domain/workshops/workshop-basics.ts';
import { localizedField, rowKeys, textField } from '../http/form-fields.ts';
import { TEMPLATE_IDS } from '../templates/shipped-templates.ts';
import type { WorkshopOrigin } from './workshop.service.ts';

/** Title, short title, framework and objectives as a form sends them. */
export function readSubject(
	form: FormData
): Pick<WorkshopBasics, 'title' | 'shortTitle' | 'framework' | 'objectives'> {
	return {
		title: localizedField(form, 'title'),
		shortTitle: localizedField(form, 'shortTitle'),
		framework: localizedField(form, 'framework'),
		objectives: rowKeys(form, 'objective')
			.map((key) => localizedField(form, `objective.${key}.text`))
			.filter((objective) => !isBlank(objective))
	};
}

/** Day, hours, venue and region as a form sends them; an empty field is not known yet. */
export function readPlace(
	form: FormData
): Pick<WorkshopBasics, 'venue' | 'date' | 'startTime' | 'endTime' | 'regionId'> {
	return {
		venue: localizedField(form, 'venue'),
		date: textField(form, 'date') || null,
		startTime: textField(form, 'startTime') || null,
		endTime: textField(form, 'endTime') || null,
		regionId: textField(form, 'region') || null
	};
}

/** Where a new workshop begins, by the choice on its page: `blank`, `copy` or a template's id. */
export function readOrigin(from: string, copyOf: string): WorkshopOrigin {
	const template = TEMPLATE_IDS.find((id) => id === from);
	if (template) return { kind: 'template', template };
	return from === 'copy' ? { kind: 'copy', workshopId: copyOf } : { kind: 'blank' };
}
