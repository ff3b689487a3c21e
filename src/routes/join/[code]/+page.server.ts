import { parseEntryCode } from '#lib/domain/people/join-code.ts';
import { LOCALES, textIn } from '#lib/domain/text/locale.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import { parseJoinInput } from '#lib/server/participants/join-input.ts';
import { rememberGuest, visitorOf } from '#lib/server/participants/visitor-cookies.ts';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';

export const load = guardedLoad(async (event: PageServerLoadEvent) => {
	const { app, locale } = event.locals;
	const invitation = await app.participants.invitation(event.params.code, visitorOf(event));
	if (invitation.joined) redirect(303, `/w/${invitation.workshopId}`);
	const { code, title, date, regionName, example, admission, ticket, categories, notice } =
		invitation;
	return {
		code,
		typed: event.url.searchParams.has('typed'),
		title: textIn(title, locale),
		date,
		region: regionName && textIn(regionName, locale),
		example,
		admission,
		ticket,
		notice,
		categories: categories.map(({ name, ...category }) => ({
			...category,
			name: textIn(name, locale),
			otherNames: LOCALES.flatMap((other) => (other === locale ? [] : (name[other] ?? [])))
		}))
	};
});

export const actions = {
	/** Joins; a code that was changed on this page leads to its own workshop instead. */
	default: guardedAction(async (event: RequestEvent, form) => {
		const { participants } = event.locals.app;
		const visitor = visitorOf(event);
		const typed = form.get('code');
		if (
			typeof typed === 'string' &&
			parseEntryCode(typed)?.code !== parseEntryCode(event.params.code)?.code
		) {
			const { code } = await participants.invitation(typed, visitor);
			redirect(303, `/join/${code}?typed`);
		}
		const input = parseJoinInput({ ...Object.fromEntries(form), language: event.locals.locale });
		const joined = await participants.join(input, visitor);
		rememberGuest(event, joined);
		redirect(303, `/w/${joined.workshopId}`);
	})
};
