import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { readConfig } from './config.ts';
import { limitVariable, LIVE_LIMITS } from './rooms/limits.ts';

describe('readConfig', () => {
	test('[CF1] without a variable each has its default', () => {
		expect(readConfig({})).toEqual({
			host: '0.0.0.0',
			port: 3000,
			dataDir: './data',
			databaseUrl: undefined,
			publicOrigin: undefined,
			smtpUrl: undefined,
			logLevel: 'info',
			limits: LIVE_LIMITS
		});
	});

	test('[CF1] an empty variable counts as one that is not set', () => {
		expect(readConfig({ PORT: '', PUBLIC_ORIGIN: ' ' })).toEqual(readConfig({}));
	});

	test('[CF1] each variable is read', () => {
		const config = readConfig({
			HOST: '127.0.0.1',
			PORT: '0',
			DATA_DIR: '/srv/tachawor',
			DATABASE_URL: 'postgres://writer@db/tachawor',
			PUBLIC_ORIGIN: 'https://tachawor.example.ma/',
			SMTP_URL: 'smtps://mail.example.ma',
			LOG_LEVEL: 'silent'
		});
		expect(config).toEqual({
			host: '127.0.0.1',
			port: 0,
			dataDir: '/srv/tachawor',
			databaseUrl: 'postgres://writer@db/tachawor',
			publicOrigin: 'https://tachawor.example.ma',
			smtpUrl: 'smtps://mail.example.ma',
			logLevel: 'silent',
			limits: LIVE_LIMITS
		});
	});

	test.each([
		['HOST', 'a b'],
		['PORT', '70000'],
		['PORT', '3000x'],
		['PORT', '-1'],
		['PUBLIC_ORIGIN', 'tachawor.example.ma'],
		['PUBLIC_ORIGIN', 'https://example.ma/path'],
		['PUBLIC_ORIGIN', 'ftp://example.ma'],
		['LOG_LEVEL', 'loud']
	])('[CF2] %s=%s is refused with its name, its value and what was expected', (name, value) => {
		expect(() => readConfig({ [name]: value })).toThrow(
			new RegExp(
				`^The configuration is wrong\\.\\n${name}: ${JSON.stringify(value)} is not an? |one of `
			)
		);
	});

	test.each([
		['DATABASE_URL', 'mysql://u:secret@h/d'],
		['SMTP_URL', 'secret']
	])('[CF3] what a wrong %s holds is not repeated', (name, value) => {
		expect(() => readConfig({ [name]: value })).toThrow(
			`${name}: its value (not shown) is not a URL`
		);
		expect(() => readConfig({ [name]: value })).not.toThrow('secret');
	});

	test('[CF2] every wrong variable is named at once', () => {
		expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'x' })).toThrow(/PORT: .*\nLOG_LEVEL: /);
	});

	test('[CF4] each limit of the live rooms is changed by its variable, and stands in the documentation', () => {
		const documentation = readFileSync('docs/configuration.md', 'utf8');
		for (const [name, value] of Object.entries(LIVE_LIMITS)) {
			const variable = limitVariable(name);
			expect(documentation).toMatch(new RegExp(`\\| \`${variable}\` +\\| \`${value}\` `));
			expect(readConfig({ [variable]: '7' }).limits).toEqual({ ...LIVE_LIMITS, [name]: 7 });
			expect(() => readConfig({ [variable]: '0' })).toThrow(`${variable}: "0"`);
		}
	});
});
