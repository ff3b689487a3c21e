import { describe, expect, test } from 'vitest';
import type { RequestEvent } from '@sveltejs/kit';
import { DomainError, ERROR_CODES, type ErrorCode } from '../../domain/errors.ts';
import { requireAccount } from '../auth/require-account.ts';
import { BODY_LIMITS } from './body-limits.ts';
import { rowKeys } from './form-fields.ts';
import { guardedAction } from './guarded-action.ts';
import { guardedEndpoint } from './guarded-endpoint.ts';
import { guardedLoad } from './guarded-load.ts';
import { HTTP_STATUS } from './http-status.ts';

const url = new URL('http://localhost/workshops/w1?tab=plan');

function refuse(code: ErrorCode): () => Promise<never> {
	return () => Promise.reject(new DomainError(code, { limit: 3 }));
}

async function thrownBy(run: () => Promise<unknown>): Promise<unknown> {
	try {
		await run();
	} catch (thrown) {
		return thrown;
	}
	throw new Error('Nothing was thrown.');
}

describe('a guarded load', () => {
	test('[AC21] leads to signing in, and from there back to the page', async () => {
		const thrown = await thrownBy(() => guardedLoad(refuse('not_signed_in'))({ url }));
		const location = '/sign-in?next=%2Fworkshops%2Fw1%3Ftab%3Dplan';
		expect(thrown).toMatchObject({ status: 303, location });
	});

	test.each(ERROR_CODES.filter((code) => code !== 'not_signed_in'))(
		'[AC20] gives %s its status and details',
		async (code) => {
			const thrown = await thrownBy(() => guardedLoad(refuse(code))({ url }));
			expect(thrown).toMatchObject({
				status: HTTP_STATUS[code],
				body: { code, details: { limit: 3 } }
			});
		}
	);

	test('passes on what is no DomainError', async () => {
		const fault = new Error('broken');
		expect(await thrownBy(() => guardedLoad(() => Promise.reject(fault))({ url }))).toBe(fault);
	});
});

describe('a guarded endpoint', () => {
	test('[AC21] answers 401 in JSON', async () => {
		const response = await guardedEndpoint(refuse('not_signed_in'))({} as RequestEvent);
		expect(response.status).toBe(401);
		expect(await response.json()).toEqual({
			error: { code: 'not_signed_in', details: { limit: 3 } }
		});
	});
});

describe('a guarded action', () => {
	test('[AC20] gives back what was typed, but no password and no file', async () => {
		const form = new FormData();
		form.set('name', 'مليكة');
		form.set('current_password', 'secret');
		form.set('logo', new File(['x'], 'logo.png'));
		const request = new Request(url, { method: 'POST', body: form });
		const failure = await guardedAction(refuse('email_taken'))({ request } as RequestEvent);
		expect(failure).toMatchObject({
			status: 409,
			data: { error: { code: 'email_taken', details: { limit: 3 } } }
		});
		expect(failure.data.values).toEqual({ name: 'مليكة' });
	});
});

describe('a form', () => {
	test('[AC23] that is none is refused as such, and so is one of thousands of rows', async () => {
		const headers = { 'content-type': 'multipart/form-data; boundary=x' };
		const garbage = new Request(url, { method: 'POST', body: 'garbage', headers });
		const action = guardedAction(() => Promise.resolve());
		expect(await action({ request: garbage } as RequestEvent)).toMatchObject({
			status: 400,
			data: { error: { code: 'invalid_input' }, values: {} }
		});
		const form = new FormData();
		for (let row = 0; row < 1000; row++) form.append(`category.k${row}.id`, '');
		expect(() => rowKeys(form, 'category')).toThrow('too_many_items');
		const body = new URLSearchParams(Array.from({ length: 5001 }, () => ['x', '']));
		const flood = new Request(url, { method: 'POST', body });
		expect(await action({ request: flood } as RequestEvent)).toMatchObject({
			status: 400,
			data: { error: { code: 'too_many_items' }, values: {} }
		});
	});

	test('[SV11] more than a stranger may send is read of those signed in only', async () => {
		const most = BODY_LIMITS.texts;
		const action = guardedAction((_event, form) => Promise.resolve(form.get('title')), { most });
		const title = 'x'.repeat(BODY_LIMITS.fields);
		const sent = (account: object | null) =>
			action({
				request: new Request(url, { method: 'POST', body: new URLSearchParams({ title }) }),
				locals: { account }
			} as unknown as RequestEvent);
		expect(await sent({ id: 'a' })).toBe(title);
		expect(await sent(null)).toMatchObject({
			status: 401,
			data: { error: { code: 'not_signed_in' } }
		});
	});
});

describe('an account’s page', () => {
	const account = {
		kind: 'account',
		id: 'a',
		role: 'director',
		regions: [],
		name: 'ن',
		email: 'n@fes.example'
	} as const;

	test('[AC21] asks to sign in', () => {
		expect(() => requireAccount({ account: null }, 'director')).toThrow('not_signed_in');
	});

	test('[AC15] is for its roles alone', () => {
		expect(() => requireAccount({ account }, 'administrator')).toThrow('forbidden');
		expect(requireAccount({ account }, 'facilitator', 'director')).toBe(account);
		expect(requireAccount({ account })).toBe(account);
	});
});
