import * as v from 'valibot';
import { limitVariable, LIVE_LIMITS, type LiveLimits } from './rooms/limits.ts';

/** What an operator decides, from the environment; docs/configuration.md has the same table for people. */
export interface Config {
	/** The address to listen on. */
	readonly host: string;
	/** 0 takes a free one. */
	readonly port: number;
	readonly dataDir: string;
	/** PostgreSQL instead of the SQLite file in the data folder. */
	readonly databaseUrl?: string | undefined;
	/** As `https://example.ma`, without a path: where people reach this installation. */
	readonly publicOrigin?: string | undefined;
	readonly smtpUrl?: string | undefined;
	readonly logLevel: LogLevel;
	/** The limits of the live rooms; the defaults where they are left out. */
	readonly limits?: LiveLimits;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

type Environment = Readonly<Record<string, string | undefined>>;

const origin = v.pipe(
	v.string(),
	v.check((text) => isUrlOf(text, ['http:', 'https:'])),
	v.transform((text) => new URL(text)),
	v.check((url) => url.pathname === '/' && !url.search && !url.hash && !url.username),
	v.transform((url) => url.origin)
);

/** Each variable: how it is read, and how its error says what was expected. */
const VARIABLES = {
	HOST: {
		schema: v.pipe(v.optional(v.string(), '0.0.0.0'), v.regex(/^[^\s/]+$/)),
		expected: 'an address or a host name, such as 0.0.0.0'
	},
	PORT: {
		schema: v.pipe(
			v.optional(v.string(), '3000'),
			v.regex(/^\d{1,5}$/),
			v.transform(Number),
			v.maxValue(65_535)
		),
		expected: 'a whole number from 0 to 65535'
	},
	DATA_DIR: {
		schema: v.pipe(
			v.optional(v.string(), './data'),
			v.check((text) => !text.includes('\0'))
		),
		expected: 'a folder'
	},
	DATABASE_URL: {
		schema: v.optional(
			v.pipe(
				v.string(),
				v.check((text) => isUrlOf(text, ['postgres:', 'postgresql:']))
			)
		),
		expected: 'a URL such as postgres://user:password@host:5432/name'
	},
	PUBLIC_ORIGIN: {
		schema: v.optional(origin),
		expected: 'an origin without a path, such as https://tachawor.example.ma'
	},
	SMTP_URL: {
		schema: v.optional(
			v.pipe(
				v.string(),
				v.check((text) => isUrlOf(text, ['smtp:', 'smtps:']))
			)
		),
		expected: 'a URL such as smtps://user:password@host:465'
	},
	LOG_LEVEL: {
		schema: v.optional(v.picklist(LOG_LEVELS), 'info'),
		expected: `one of ${LOG_LEVELS.join(', ')}`
	}
};

type Variable = keyof typeof VARIABLES;

/** Variables whose value is never repeated in an error: it may hold a password. */
const SECRET: ReadonlySet<Variable> = new Set<Variable>(['DATABASE_URL', 'SMTP_URL']);

/** The environment holds what cannot be; the message names each variable. */
class ConfigurationError extends Error {
	override readonly name = 'ConfigurationError';
}

/**
 * Reads the configuration. An empty variable counts as one that is not set. Throws one error that names
 * every wrong variable, what it holds (unless that is secret) and what was expected.
 */
export function readConfig(environment: Environment): Config {
	const problems: string[] = [];

	function read<Name extends Variable>(
		name: Name
	): v.InferOutput<(typeof VARIABLES)[Name]['schema']> {
		const text = environment[name]?.trim() || undefined;
		const { schema, expected } = VARIABLES[name];
		const result = v.safeParse(schema, text);
		if (result.success) return result.output;
		const shown = SECRET.has(name) ? 'its value (not shown)' : JSON.stringify(text);
		problems.push(`${name}: ${shown} is not ${expected}.`);
		return undefined;
	}

	const config: Config = {
		host: read('HOST'),
		port: read('PORT'),
		dataDir: read('DATA_DIR'),
		databaseUrl: read('DATABASE_URL'),
		publicOrigin: read('PUBLIC_ORIGIN'),
		smtpUrl: read('SMTP_URL'),
		logLevel: read('LOG_LEVEL'),
		limits: readLimits(environment, problems)
	};
	if (problems.length)
		throw new ConfigurationError(`The configuration is wrong.\n${problems.join('\n')}`);
	return config;
}

/** `LIMIT_…`: whole numbers from 1, each in the place of the default. */
function readLimits(environment: Environment, problems: string[]): LiveLimits {
	const limits: Record<string, number> = { ...LIVE_LIMITS };
	for (const name of Object.keys(LIVE_LIMITS)) {
		const variable = limitVariable(name);
		const text = environment[variable]?.trim();
		if (!text) continue;
		if (/^[1-9]\d{0,9}$/.test(text)) limits[name] = Number(text);
		else problems.push(`${variable}: ${JSON.stringify(text)} is not a whole number from 1.`);
	}
	return limits as unknown as LiveLimits;
}

function isUrlOf(text: string, protocols: readonly string[]): boolean {
	return URL.canParse(text) && protocols.includes(new URL(text).protocol);
}
