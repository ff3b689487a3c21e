import type { OfferedTemplate } from '../../domain/workshops/offered-template.ts';
import { parseTemplate, type WorkshopTemplate } from '../../domain/workshops/workshop-template.ts';
import fesMeknes from './fes-meknes.json' with { type: 'json' };

export const TEMPLATE_IDS = ['fes-meknes'] as const;
export type TemplateId = (typeof TEMPLATE_IDS)[number];

/** The templates that are shipped, read from their files as anybody's are. */
export const SHIPPED_TEMPLATES: Readonly<Record<TemplateId, WorkshopTemplate>> = {
	'fes-meknes': parseTemplate(fesMeknes)
};

/** The shipped templates in the order in which they are offered. */
export function offeredTemplates(): OfferedTemplate[] {
	return TEMPLATE_IDS.map((id) => {
		const { name, description, basics, categories, activities } = SHIPPED_TEMPLATES[id];
		return {
			id,
			name,
			description,
			title: basics.title,
			activities: activities.length,
			categories: categories.length,
			objectives: basics.objectives.length
		};
	});
}
