/** A person's browser as far as HTTP goes: it keeps cookies and names its origin. */
export class HttpClient {
	private readonly origin: string;
	private readonly cookies = new Map<string, string>();

	constructor(origin: string, cookie = '') {
		this.origin = origin;
		for (const pair of cookie.split('; ').filter(Boolean)) this.keep(pair);
	}

	/** Every cookie as a request sends them. */
	get cookie(): string {
		return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
	}

	/** Sends JSON and gives the answer's. Throws, with the body, when the status is not 2xx. */
	async json<T>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await fetch(new URL(path, this.origin), {
			method,
			headers: {
				accept: 'application/json',
				// A connection that is kept may end while a busy test does not notice.
				connection: 'close',
				cookie: this.cookie,
				origin: this.origin,
				...(body === undefined ? {} : { 'content-type': 'application/json' })
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) })
		});
		for (const set of response.headers.getSetCookie()) this.keep(set.split(';')[0] ?? '');
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
		return (text === '' ? undefined : JSON.parse(text)) as T;
	}

	private keep(pair: string): void {
		const equals = pair.indexOf('=');
		if (equals > 0) this.cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
	}
}
