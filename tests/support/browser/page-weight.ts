import type { BrowserContext } from '@playwright/test';

/** What opening a page took from the network. */
export interface PageWeight {
	/** Bytes of heads and bodies as they came, fonts left out. */
	readonly bytes: number;
	/** Requests that were answered, fonts left out; a socket is none. */
	readonly requests: number;
	/** What came without being compressed although it is text of more than 1 KB, as paths. */
	readonly uncompressed: readonly string[];
	/** Bytes by path, the heaviest first. */
	readonly parts: readonly (readonly [path: string, bytes: number])[];
}

const TEXT = /html|javascript|json|css|svg|plain/;

/** Loads an address in a new page with an empty cache, until half a second goes by without a request. */
export async function weighPage(context: BrowserContext, address: string): Promise<PageWeight> {
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send('Network.enable');
	const paths = new Map<string, { path: string; text: boolean; coded: boolean }>();
	const bytes = new Map<string, number>();
	session.on('Network.responseReceived', ({ requestId, response }) => {
		const coded = Object.keys(response.headers).some(
			(name) => name.toLowerCase() === 'content-encoding'
		);
		const text = TEXT.test(response.mimeType) && !response.url.startsWith('data:');
		paths.set(requestId, { path: new URL(response.url).pathname, text, coded });
	});
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		if (paths.has(requestId)) bytes.set(requestId, encodedDataLength);
	});
	await page.goto(address, { waitUntil: 'networkidle' });
	const seen = [...bytes].flatMap(([id, length]) => {
		const file = paths.get(id);
		return file ? [{ ...file, length }] : [];
	});
	await page.close();
	const counted = seen.filter(({ path }) => !path.endsWith('.woff2'));
	return {
		bytes: counted.reduce((sum, { length }) => sum + length, 0),
		requests: counted.length,
		uncompressed: counted
			.filter(({ text, coded, length }) => text && !coded && length > 1_024)
			.map(({ path }) => path),
		parts: counted.map(({ path, length }) => [path, length] as const).sort(([, a], [, b]) => b - a)
	};
}
