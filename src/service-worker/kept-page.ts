/** What a page that has started asks its worker to keep: itself, and the files it runs on, as paths. */
export interface KeepMessage {
	readonly kind: 'keep';
	readonly page: string;
	readonly files: readonly string[];
}

export function isKeepMessage(data: unknown): data is KeepMessage {
	return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'keep';
}

/** Takes out of the cache what an older version of its page ran on. */
export async function forgetOthers(cache: Cache, paths: readonly string[]): Promise<void> {
	for (const request of await cache.keys())
		if (!paths.includes(new URL(request.url).pathname)) await cache.delete(request);
}
