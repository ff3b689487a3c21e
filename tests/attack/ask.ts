import type { Ground } from './ground.ts';

/** What came back. */
export interface Answered {
	readonly status: number;
	readonly text: string;
	/** `name=value` of each cookie that was set. */
	readonly cookies: readonly string[];
}

/** Sends a form as a browser without script does; cookies are the caller's to keep. */
export function sendForm(
	{ origin }: Ground,
	path: string,
	fields: Readonly<Record<string, string>>,
	cookie = ''
): Promise<Answered> {
	return ask(origin + path, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded', origin, cookie },
		body: new URLSearchParams(fields).toString()
	});
}

/** Sends JSON. */
export function sendJson({ origin }: Ground, path: string, body: unknown): Promise<Answered> {
	return ask(origin + path, {
		method: 'POST',
		headers: { 'content-type': 'application/json', origin },
		body: JSON.stringify(body)
	});
}

/** Opens a page. */
export function open({ origin }: Ground, path: string, cookie = ''): Promise<Answered> {
	return ask(origin + path, { headers: { cookie } });
}

/** Somebody new comes in with the right code; whether the door opened. */
export async function joins(ground: Ground): Promise<boolean> {
	const { joinCode: code, categoryId } = ground.door;
	const { status } = await sendJson(ground, '/api/join', { code, categoryId, language: 'ar' });
	return status === 201;
}

async function ask(
	url: string,
	init: Omit<RequestInit, 'headers'> & { headers: Record<string, string> }
): Promise<Answered> {
	const answer = await fetch(url, {
		...init,
		headers: { accept: 'text/html', ...init.headers },
		redirect: 'manual'
	});
	const text = await answer.text();
	const cookies = answer.headers.getSetCookie().map((set) => set.split(';')[0] ?? '');
	return { status: answer.status, text, cookies };
}
