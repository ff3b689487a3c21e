import { dev } from '$app/environment';
import { updated } from '$app/state';

/**
 * Has the browser keep the page that is running, so that its link can be opened again without the
 * network: by a service worker where there is one, else in the browser's own cache, which the document's
 * headers allow. Where the server has become a newer version the page starts anew in that one, since the
 * kept page has to fit to the files that are kept; call it before anything can be typed. Never throws.
 */
export async function keepPage(): Promise<void> {
	if (dev) return;
	const page = location.pathname;
	try {
		if (await updated.check()) {
			await startAnew(page);
			return;
		}
		sessionStorage.removeItem(ANEW);
		if ('serviceWorker' in navigator) await tellWorker(page);
		else await fetch(page, { cache: 'no-cache' });
	} catch {
		// Offline, or the browser keeps nothing: the page that is open goes on all the same.
	}
}

const ANEW = 'tachawor.anew';

/** Once a session: a server that goes on naming another version than it serves must not make a loop. */
async function startAnew(page: string): Promise<void> {
	if (sessionStorage.getItem(ANEW)) return;
	sessionStorage.setItem(ANEW, '1');
	const fresh = await fetch(page, { cache: 'reload' });
	if (fresh.ok) location.reload();
}

async function tellWorker(page: string): Promise<void> {
	const registration = await navigator.serviceWorker.register('/service-worker.js', {
		scope: '/w/'
	});
	const worker = await activated(registration);
	worker?.postMessage({ kind: 'keep', page, files: filesInUse() });
}

/**
 * The registration's worker once it runs. Not `navigator.serviceWorker.ready`: whoever has just joined is
 * in a document that began outside the worker's scope, for which that never comes.
 */
async function activated(registration: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
	const coming = registration.active ?? registration.waiting ?? registration.installing;
	if (!coming || coming.state === 'activated') return coming;
	return new Promise((resolve) => {
		coming.addEventListener('statechange', () => {
			if (coming.state === 'activated') resolve(coming);
			else if (coming.state === 'redundant') resolve(null);
		});
	});
}

/** The page's own scripts, styles and fonts: all that was loaded so far under a name with a hash. */
function filesInUse(): string[] {
	const paths = performance
		.getEntriesByType('resource')
		.map(({ name }) => new URL(name))
		.filter(({ origin, pathname }) => {
			return origin === location.origin && pathname.startsWith('/_app/immutable/');
		})
		.map(({ pathname }) => pathname);
	return [...new Set(paths)];
}
