import { error, redirect } from '@sveltejs/kit';
import { isDomainError } from '../../domain/errors.ts';
import { toldError } from '../../words/error-message.ts';
import { HTTP_STATUS } from './http-status.ts';

/**
 * A load whose DomainErrors become SvelteKit errors with their status, code and sentence; whoever is not signed in
 * is led to sign in, and from there back to the page.
 */
export function guardedLoad<Event extends { readonly url: URL }, Data>(
	load: (event: Event) => Promise<Data>
): (event: Event) => Promise<Data> {
	return async (event) => {
		try {
			return await load(event);
		} catch (thrown) {
			if (!isDomainError(thrown)) throw thrown;
			if (thrown.code === 'not_signed_in') redirect(303, signInPath(event.url));
			error(HTTP_STATUS[thrown.code], toldError(thrown));
		}
	};
}

/** The sign-in page that leads back to `url` afterwards. */
export function signInPath(url: URL): string {
	return `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`;
}
