import { expect, test } from 'vitest';
import { readJson } from '../api/read-json.ts';
import { readForm } from './read-form.ts';

const request = (body: BodyInit): Request => new Request('http://hall', { method: 'POST', body });

test('[TX8] NUL, which no database stores, is taken out of forms; files stay as they are', async () => {
	const sent = new FormData();
	sent.append('name', 'فاط\0مة');
	sent.append('logo', new File(['a\0b'], 'logo.png'));
	const form = await readForm(request(sent), 1000);
	expect(form.get('name')).toBe('فاطمة');
	const logo = form.get('logo');
	expect(logo instanceof File && [logo.name, await logo.text()]).toEqual(['logo.png', 'a\0b']);
});

test('[TX8] and of JSON, however deep it lies', async () => {
	expect(await readJson(request('{"notes":[{"text":"a\\u0000b"}],"count":1}'))).toEqual({
		notes: [{ text: 'ab' }],
		count: 1
	});
	await expect(readJson(request('{'))).rejects.toThrow('invalid_input');
});
