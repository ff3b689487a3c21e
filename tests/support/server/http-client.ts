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
		const { response, text } = await this.send(method, path, {
			accept: 'application/json',
			...(body === undefined ? {} : { type: 'application/json', body: JSON.stringify(body) })
		});
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
		return (text === '' ? undefined : JSON.parse(text)) as T;
	}

	/** A page as a browser without script shows it. Throws when there is none, or when it leads elsewhere. */
	async page(path: string): Promise<string> {
		const { response, text } = await this.send('GET', path, { accept: 'text/html' });
		if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${text}`);
		return text;
	}

	/**
	 * Reads a page and sends one of its forms: what was filled in, and the version that the page was made
	 * from. Gives where the server led, or the page that it answered with. Throws when the form is refused.
	 */
	async submit(
		page: string,
		action: string,
		fields: Readonly<Record<string, string | readonly string[]>>
	): Promise<{ readonly location: string; readonly page: string }> {
		return this.post(page, action, { ...versionOn(await this.page(page), action), ...fields });
	}

	/** Sends a form without reading its page first: its fields hold the version that it is made from. */
	async post(
		page: string,
		action: string,
		fields: Readonly<Record<string, string | readonly string[]>>
	): Promise<{ readonly location: string; readonly page: string }> {
		const form = new URLSearchParams();
		for (const [name, values] of Object.entries(fields))
			for (const value of [values].flat()) form.append(name, value);
		const path = action === '' ? page : `${page}?/${action}`;
		const { response, text } = await this.send('POST', path, {
			accept: 'text/html',
			type: 'application/x-www-form-urlencoded',
			body: form.toString()
		});
		if (response.status >= 400)
			throw new Error(`POST ${path}: ${response.status} ${refusalOn(text)}`);
		return { location: response.headers.get('location') ?? '', page: text };
	}

	private async send(
		method: string,
		path: string,
		{ accept, type, body }: { accept: string; type?: string; body?: string }
	): Promise<{ response: Response; text: string }> {
		const response = await fetch(new URL(path, this.origin), {
			method,
			redirect: 'manual',
			headers: {
				accept,
				// A connection that is kept may end while a busy test does not notice.
				connection: 'close',
				cookie: this.cookie,
				origin: this.origin,
				...(type === undefined ? {} : { 'content-type': type })
			},
			...(body === undefined ? {} : { body })
		});
		for (const set of response.headers.getSetCookie()) this.keep(set.split(';')[0] ?? '');
		return { response, text: await response.text() };
	}

	private keep(pair: string): void {
		const equals = pair.indexOf('=');
		if (equals > 0) this.cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
	}
}

/**
 * The version that a page's form of this action holds. Where script alone draws that form, it is the newest
 * that stands on the page.
 */
function versionOn(html: string, action: string): Record<string, string> {
	const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? [];
	const own = forms.filter((form) => form.slice(0, form.indexOf('>')).includes(`?/${action}"`));
	const held = (own.length > 0 ? own : forms).flatMap((form) => [
		...form.matchAll(/<input type="hidden" name="(seen|version)" value="(\d+)"/g)
	]);
	const [newest] = held.sort(([, , a], [, , b]) => Number(b) - Number(a));
	return newest ? { [newest[1] ?? '']: newest[2] ?? '' } : {};
}

/** Why a form was refused, as the page that came back knows it. */
function refusalOn(html: string): string {
	return /form: \{error:\{[^}]*/.exec(html)?.[0] ?? '';
}
