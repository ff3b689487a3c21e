import {
	filesNamedIn,
	forgetOthers,
	isKeepMessage,
	isSameVersion,
	type KeepMessage
} from './kept-page.ts';

/**
 * Lets a participant's page be loaded again without the network, on https and on the machine itself (other
 * addresses have no service workers). Its scope is `/w/`. A page is kept once it has started, together
 * with the files that it runs on and those that its document names, so that what is kept fits together: whoever
 * has just joined runs it from another document.
 */
declare const self: ServiceWorkerGlobalScope;

/** How long the network may take, in milliseconds, where a kept page could be shown instead. */
const PATIENCE = 3_000;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
	if (isKeepMessage(event.data)) event.waitUntil(keep(event.data));
});

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== self.location.origin) return;
	if (request.mode === 'navigate' && /^\/w\/[^/]+$/.test(pathname))
		event.respondWith(openPage(pathname));
	else if (pathname.startsWith('/_app/immutable/')) event.respondWith(openFile(request));
});

/** The page from the server, or the kept one where the server does not answer well and soon. */
async function openPage(pathname: string): Promise<Response> {
	const kept = await caches.match(pathname);
	// Always asked, since the browser's own cache would give an older version's page for days.
	const fresh = fetch(pathname, { cache: 'no-cache' });
	if (!kept) return fresh;
	const answered = fresh.then(
		(response) => (response.ok ? response : kept),
		() => kept
	);
	const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE));
	return Promise.race([answered, late]);
}

/** Files under `immutable` carry their content's hash in their name. */
async function openFile(request: Request): Promise<Response> {
	return (await caches.match(request)) ?? fetch(request);
}

/** Keeps a page that has started. Leaves what is kept as it was when anything of it cannot be had. */
async function keep({ page, files }: KeepMessage): Promise<void> {
	const cache = await caches.open(`tachawor${page}`);
	// From the browser's own cache where it holds the page: the one that is running.
	const document = await fetch(page);
	if (!document.ok) return;
	const named = filesNamedIn(await document.clone().text());
	if (!isSameVersion(named, files)) return;
	const all = [...new Set([...files, ...named])];
	for (const file of all) if (!(await cache.match(file))) await cache.add(file);
	await cache.put(page, document);
	await forgetOthers(cache, [page, ...all]);
}
