import { redirect } from '@sveltejs/kit';
import { HOME_OF } from '#lib/domain/people/account.ts';
import type { PageServerLoad } from './$types';

/** Leads accounts to where they work, and everybody else to the join code. */
export const load: PageServerLoad = ({ locals }) => {
	redirect(303, locals.account ? HOME_OF[locals.account.role] : '/join');
};
