import { building } from '$app/environment';
import { directionOf } from '#lib/domain/locale.ts';
import { newId } from '#lib/domain/id.ts';
import { paraglideMiddleware } from '#lib/paraglide/server.js';
import { createApp, type App } from '#lib/server/app.ts';
import { APP_SLOT } from '#lib/server/app-slot.ts';
import { ACCOUNT_COOKIE } from '#lib/server/auth/cookies.ts';
import { guestOf } from '#lib/server/auth/guest-of.ts';
import { findAccountActor } from '#lib/server/auth/load-actor.ts';
import { readConfig } from '#lib/server/config.ts';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';

let app: App;

/** Makes the one application of this process and leaves it in the slot that `server/` reads. */
export const init: ServerInit = async () => {
	if (building) return;
	app = APP_SLOT.read() ?? (await createApp(readConfig(process.env)));
	APP_SLOT.write(app);
};

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what a page elsewhere sends with this browser's cookies. Every browser names the origin of an
 * unsafe request; a script outside a browser, which holds no one else's cookies, may leave it out.
 */
const checkOrigin: Handle = ({ event, resolve }) => {
	const origin = event.request.headers.get('origin');
	const foreign = origin !== null && !app.origins.accepts(origin);
	if (foreign && !SAFE_METHODS.has(event.request.method))
		return Response.json({ error: { code: 'foreign_origin', details: {} } }, { status: 403 });
	return resolve(event);
};

const whoAsks: Handle = async ({ event, resolve }) => {
	const { locals, cookies } = event;
	locals.app = app;
	locals.secure = event.url.protocol === 'https:';
	locals.account = null;
	const token = cookies.get(ACCOUNT_COOKIE);
	const session = token === undefined ? undefined : await app.sessions.validate(token);
	if (session) locals.account = (await findAccountActor(app.db, session.actorId)) ?? null;
	if (session?.renewed && token !== undefined)
		cookies.set(ACCOUNT_COOKIE, token, {
			path: '/',
			httpOnly: true,
			sameSite: 'lax',
			secure: locals.secure,
			expires: session.expiresAt
		});
	locals.guest = (workshopId) => guestOf(app, cookies, workshopId);
	return resolve(event);
};

const speakTheirLanguage: Handle = ({ event, resolve }) =>
	paraglideMiddleware(event.request, ({ locale }) => {
		event.locals.locale = locale;
		return resolve(event, {
			transformPageChunk: ({ html }) =>
				html.replace('%lang%', locale).replace('%dir%', directionOf(locale))
		});
	});

const harden: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	response.headers.set('x-content-type-options', 'nosniff');
	response.headers.set('referrer-policy', 'same-origin');
	response.headers.set('x-frame-options', 'DENY');
	return response;
};

export const handle = sequence(harden, checkOrigin, whoAsks, speakTheirLanguage);

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { message: 'not_found', code: 'not_found', details: {} };
	const reference = newId(8);
	app.log.error({ error, reference, route: event.route.id }, 'a request failed');
	return { message: 'unexpected', code: 'unexpected', details: {}, reference };
};
