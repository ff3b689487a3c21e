import type { RequestEvent } from '@sveltejs/kit';
import { isDomainError } from '../../domain/errors.ts';
import { HTTP_STATUS } from './http-status.ts';

/** An endpoint whose DomainErrors become `{ "error": { "code", "details" } }` with their status. */
export function guardedEndpoint<Event extends RequestEvent>(
	handler: (event: Event) => Promise<Response>
): (event: Event) => Promise<Response> {
	return async (event) => {
		try {
			return await handler(event);
		} catch (thrown) {
			if (!isDomainError(thrown)) throw thrown;
			return Response.json(
				{ error: { code: thrown.code, details: thrown.details } },
				{ status: HTTP_STATUS[thrown.code] }
			);
		}
	};
}
