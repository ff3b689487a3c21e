import { redirect } from '@sveltejs/kit';
import { PREPARATION_STEPS } from '#lib/domain/workshops/preparation.ts';
import { stepHref } from '#lib/features/prepare/steps.ts';
import type { PageServerLoad } from './$types';

/** Leads to the first step that is not done, else to the invitation. */
export const load: PageServerLoad = async ({ params, parent }) => {
	const { done } = await parent();
	const next = PREPARATION_STEPS.find((step) => !done.includes(step)) ?? 'invite';
	redirect(303, stepHref(params.workshop, next));
};
