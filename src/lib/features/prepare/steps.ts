import { PREPARATION_STEPS, type PreparationStep } from '#lib/domain/workshops/preparation.ts';
import { m } from '#lib/paraglide/messages.js';

/** The pages of preparing: the steps, then the invitation. */
export const PREPARE_PAGES = [...PREPARATION_STEPS, 'invite'] as const;
export type PreparePage = PreparationStep | 'invite';

const TITLES: Readonly<Record<PreparePage, () => string>> = {
	basics: () => m.prepare_step_basics(),
	place: () => m.prepare_step_place(),
	organisers: () => m.prepare_step_organisers(),
	categories: () => m.prepare_step_categories(),
	agenda: () => m.prepare_step_agenda(),
	invite: () => m.prepare_step_invite()
};

export function stepTitle(page: PreparePage): string {
	return TITLES[page]();
}

export function stepHref(workshopId: string, page: PreparePage): string {
	return `/workshops/${workshopId}/prepare/${page}`;
}

/** The page after `page`, or undefined after the last. */
export function stepAfter(page: PreparePage): PreparePage | undefined {
	return PREPARE_PAGES[PREPARE_PAGES.indexOf(page) + 1];
}

/** The page before `page`, or undefined before the first. */
export function stepBefore(page: PreparePage): PreparePage | undefined {
	return PREPARE_PAGES[PREPARE_PAGES.indexOf(page) - 1];
}
