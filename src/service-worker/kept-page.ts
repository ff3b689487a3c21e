/** What a page that has started asks its worker to keep: itself, and the files it runs on, as paths. */
export interface KeepMessage {
	readonly kind: 'keep';
	readonly page: string;
	readonly files: readonly string[];
}

export function isKeepMessage(data: unknown): data is KeepMessage {
	return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'keep';
}

/** The scripts and styles that a document asks for, as paths; each carries its content's hash. */
export function filesNamedIn(html: string): string[] {
	return html.match(/\/_app\/immutable\/[\w./-]+\.(?:js|css)/g) ?? [];
}

/** True when a document begins with the files that are running: it is of the same version. */
export function isSameVersion(named: readonly string[], running: readonly string[]): boolean {
	const entries = named.filter((path) => path.startsWith('/_app/immutable/entry/'));
	return entries.length > 0 && entries.every((path) => running.includes(path));
}

/** Takes out of the cache what an older version of its page ran on. */
export async function forgetOthers(cache: Cache, paths: readonly string[]): Promise<void> {
	for (const request of await cache.keys())
		if (!paths.includes(new URL(request.url).pathname)) await cache.delete(request);
}
