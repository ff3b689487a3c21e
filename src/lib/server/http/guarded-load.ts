import { error } from '@sveltejs/kit';
import { isDomainError } from '../../domain/errors.ts';
import { HTTP_STATUS } from './http-status.ts';

/** A load (or any edge function) whose DomainErrors become SvelteKit errors with their status and code. */
export function guardedLoad<Event, Data>(
	load: (event: Event) => Promise<Data>
): (event: Event) => Promise<Data> {
	return async (event) => {
		try {
			return await load(event);
		} catch (thrown) {
			if (!isDomainError(thrown)) throw thrown;
			error(HTTP_STATUS[thrown.code], {
				message: thrown.code,
				code: thrown.code,
				details: thrown.details
			});
		}
	};
}
