import { messageFile, pageLanguages } from 'virtual:message-files';
import { building } from '$app/environment';
import { directionOf, type Locale } from '#lib/domain/text/locale.ts';
import { newId } from '#lib/domain/id.ts';
import { baseLocale } from '#lib/paraglide/runtime.js';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { createApp } from '#lib/server/app.ts';
import { APP_SLOT } from '#lib/server/app-slot.ts';
import { accountToken, keepAccount } from '#lib/server/auth/account-cookie.ts';
import { guestOf } from '#lib/server/access/guest-of.ts';
import { findAccountActor } from '#lib/server/access/load-actor.ts';
import { readConfig } from '#lib/server/config.ts';
import { isForeign } from '#lib/server/http/foreign-origin.ts';
import { senderLeft } from '#lib/server/http/sender-left.ts';
import { setSecurityHeaders } from '#lib/server/http/security-headers.ts';
import {
	isParticipantShell,
	SHELL_CACHE_CONTROL,
	SHELL_HEAD,
	SHELL_SCRIPT
} from '#lib/server/http/participant-shell.ts';
import { isDomainError, type ErrorCode } from '#lib/domain/errors.ts';
import { toldError } from '#lib/words/error-message.ts';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';

/** Makes the one application of this process and leaves it in the slot that `server/` reads. */
export const init: ServerInit = async () => {
	if (!building && !APP_SLOT.read()) APP_SLOT.write(await createApp(readConfig(process.env)));
};

/** The answer to a page elsewhere. A form that script sent reads `type`, and shows the error page. */
const checkOrigin: Handle = ({ event, resolve }) => {
	if (!isForeign(event.request, APP_SLOT.get().origins)) return resolve(event);
	const error = toldError({ code: 'foreign_origin', details: {} });
	return Response.json({ type: 'error', status: 403, error }, { status: 403 });
};

const whoAsks: Handle = async ({ event, resolve }) => {
	const { locals } = event;
	const app = APP_SLOT.get();
	locals.app = app;
	locals.secure = event.url.protocol === 'https:';
	locals.account = null;
	const token = accountToken(event);
	const session = token === undefined ? undefined : await app.sessions.validate(token);
	if (session) locals.account = (await findAccountActor(app.db, session.actorId)) ?? null;
	if (session?.renewed && token !== undefined)
		keepAccount(event, { token, expiresAt: session.expiresAt });
	locals.guest = (workshopId) => guestOf(app, event.cookies, workshopId);
	return resolve(event);
};

/** A page that phones keep: who asks and in which language is left to the phone. */
const giveShell: Handle = async ({ event, resolve }) => {
	event.locals.app = APP_SLOT.get();
	event.locals.locale = baseLocale;
	const response = await resolve(event, {
		transformPageChunk: ({ html }) =>
			html
				.replace('%lang%', baseLocale)
				.replace('%dir%', directionOf(baseLocale))
				.replace('</head>', `${SHELL_HEAD}</head>`)
	});
	if (response.ok) response.headers.set('cache-control', SHELL_CACHE_CONTROL);
	return response;
};

/** The body stays here: a request that is copied keeps what its route reads a second time. */
const speakTheirLanguage: Handle = ({ event, resolve }) =>
	paraglideMiddleware(new Request(event.url, { headers: event.request.headers }), ({ locale }) => {
		event.locals.locale = locale;
		return resolve(event, {
			transformPageChunk: ({ html }) =>
				html
					.replace('%lang%', locale)
					.replace('%dir%', directionOf(locale))
					.replace('</head>', () => `${wordsOf(event.route.id, locale)}</head>`)
		});
	});

/** A page's words come beside its scripts, not after them. */
function wordsOf(routeId: string | null, locale: Locale): string {
	const files = pageLanguages(routeId, locale).map((each) => messageFile(routeId, each));
	return files.map((file) => (file ? `<link rel="modulepreload" href="${file}">` : '')).join('');
}

const harden: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const scripts = isParticipantShell(event) ? [SHELL_SCRIPT] : [];
	// Repeats, in 7 KB for a large page, what stands in the page's own head.
	response.headers.delete('link');
	setSecurityHeaders(response.headers, { secure: event.url.protocol === 'https:', scripts });
	// Whoever uses the laptop next must not find an account's pages by going back.
	if (event.locals.account && !response.headers.has('cache-control'))
		response.headers.set('cache-control', 'private, no-store');
	return response;
};

/** No id holds a NUL, and PostgreSQL takes none in what it compares. */
const refuseNul: Handle = ({ event, resolve }) =>
	event.url.pathname.includes('%00') ? new Response(null, { status: 404 }) : resolve(event);

const givePage = sequence(harden, refuseNul, checkOrigin, whoAsks, speakTheirLanguage);
const giveKeptPage = sequence(harden, refuseNul, giveShell);

export const handle: Handle = (input) =>
	isParticipantShell(input.event) ? giveKeptPage(input) : givePage(input);

export const handleError: HandleServerError = ({ error, event, status }) => {
	// What a client got wrong (an unknown or malformed path, another method or type) is no failure of ours.
	const code = status < 500 ? codeOfStatus(status) : undefined;
	if (code) return toldError({ code, details: {} });
	if (senderLeft(event.request, error)) return toldError({ code: 'invalid_input', details: {} });
	// Said by the log once, and not at each request.
	const trouble = APP_SLOT.read()?.storage.notice(error) && isDomainError(error);
	if (trouble) return toldError({ code: error.code, details: {} });
	const reference = newId(8);
	// A request that outlives the application, as while the server ends, has no log to stand in.
	APP_SLOT.read()?.log.error({ error, reference, route: event.route.id }, 'a request failed');
	return { ...toldError({ code: 'unexpected', details: {} }), reference };
};

function codeOfStatus(status: number): ErrorCode {
	if (status === 404) return 'not_found';
	return status === 413 ? 'message_too_large' : 'invalid_input';
}
