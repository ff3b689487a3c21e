import compression from 'compression';
import type { RequestHandler } from './listen.ts';

/**
 * Answers that `handler` writes go compressed to whoever takes that, from 1 KB on: pages, data and lists. What the
 * build compressed already, pictures and documents go as they are.
 */
export function compressed(handler: RequestHandler): RequestHandler {
	const compress = compression();
	return (request, response, next) => {
		// Its types are those of another server's requests; it reads and writes Node's own.
		compress(request as never, response as never, () => handler(request, response, next));
	};
}
