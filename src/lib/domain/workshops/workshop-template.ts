import type { ActivityDraft } from '../activities/activity-draft.ts';
import { FES_MEKNES_ACTIVITIES } from '../activities/fes-meknes-activities.ts';
import { FES_MEKNES_BASICS, FES_MEKNES_CATEGORIES } from './fes-meknes-basics.ts';
import type { LocalizedText } from '../text/locale.ts';
import type { WorkshopBasics } from './workshop-basics.ts';

export const WORKSHOP_TEMPLATE_IDS = ['fes-meknes'] as const;
export type WorkshopTemplateId = (typeof WORKSHOP_TEMPLATE_IDS)[number];

/** A category as a template brings it. */
export interface TemplateCategory {
	readonly name: LocalizedText;
	readonly expected: number;
	readonly observing: boolean;
}

/** What a new workshop can begin with; everything in it can be changed. It brings no date. */
export interface WorkshopTemplate {
	readonly basics: WorkshopBasics;
	readonly categories: readonly TemplateCategory[];
	readonly activities: readonly ActivityDraft[];
}

export const WORKSHOP_TEMPLATES: Readonly<Record<WorkshopTemplateId, WorkshopTemplate>> = {
	'fes-meknes': {
		basics: FES_MEKNES_BASICS,
		categories: FES_MEKNES_CATEGORIES,
		activities: FES_MEKNES_ACTIVITIES
	}
};
