import type { Actor } from '#lib/domain/people/actor.ts';
import { isDomainError } from '#lib/domain/errors.ts';
import { readLink } from '#lib/server/auth/links.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import type { RequestHandler } from './$types';

/**
 * An uploaded picture, for whoever may see its workshop: an account, a guest, or a screen, which names
 * its token as `?screen=`. A stored picture never changes.
 */
export const GET: RequestHandler = guardedEndpoint(async ({ locals, params, url }) => {
	const file = await locals.app.files.read(params.file, async (workshopId) => {
		const guest = await locals.guest(workshopId);
		const screen = await screenActor(locals.app, url.searchParams.get('screen'));
		return [locals.account, guest, screen].filter((actor) => !!actor);
	});
	return new Response(new Uint8Array(file.bytes), {
		headers: {
			'content-type': file.mediaType,
			'content-disposition': 'inline',
			'content-security-policy': "default-src 'none'; sandbox",
			'cache-control': 'private, max-age=31536000, immutable'
		}
	});
});

async function screenActor(
	app: App.Locals['app'],
	token: string | null
): Promise<Actor | undefined> {
	if (token === null) return undefined;
	try {
		const { workshopId } = await readLink(app.db, token, 'screen');
		return workshopId === null ? undefined : { kind: 'screen', id: 'screen', workshopId };
	} catch (thrown) {
		if (isDomainError(thrown)) return undefined;
		throw thrown;
	}
}
