import compression from 'compression';
import type { RequestHandler } from './listen.ts';

/**
 * Answers to whoever asks for something go compressed to those who take that, from 1 KB on: pages, data and lists. What the
 * build compressed already, pictures and documents go as they are.
 */
export function compressed(handler: RequestHandler): RequestHandler {
	const compress = compression({
		// Whoever sends gets a short answer, and at once: before the connection ends with what nobody reads any more.
		filter: (request, response) => request.method === 'GET' && compression.filter(request, response)
	});
	return (request, response, next) => {
		// Its types are those of another server's requests; it reads and writes Node's own.
		compress(request as never, response as never, () => handler(request, response, next));
	};
}
