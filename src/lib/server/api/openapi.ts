import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { ERROR_CODES, type ErrorCode } from '../../domain/errors.ts';
import { HTTP_STATUS } from '../http/http-status.ts';
import { DOCUMENT_OPERATIONS } from './document.api.ts';
import { FIGURE_OPERATIONS } from './figure.api.ts';
import { JOIN_OPERATIONS } from './join.api.ts';
import { LATE_NOTE_OPERATIONS } from './late-note.api.ts';
import type { Answer, Operation } from './operation.ts';
import { PARTICIPANT_OPERATIONS } from './participant.api.ts';
import { PROPOSAL_OPERATIONS } from './proposal.api.ts';
import { VOTE_OPERATIONS } from './vote.api.ts';

/** Every operation of the JSON interface. Each slice's list stands in its own `*.api.ts`. */
export const OPERATIONS: readonly Operation[] = [
	...JOIN_OPERATIONS,
	...PARTICIPANT_OPERATIONS,
	...LATE_NOTE_OPERATIONS,
	...VOTE_OPERATIONS,
	...PROPOSAL_OPERATIONS,
	...DOCUMENT_OPERATIONS,
	...FIGURE_OPERATIONS
];

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of the JSON interface, for the server at `origin`. */
export function openApiDocument(
	origin: string,
	operations: readonly Operation[] = OPERATIONS
): Json {
	const paths: Record<string, Json> = {};
	for (const operation of operations)
		(paths[operation.path] ??= {})[operation.method] = describe(operation);
	return {
		openapi: '3.1.0',
		info: {
			title: 'Tachawor',
			version: '1',
			description:
				'Joining, late notes, voting, exporting and reading. Pages, load tests and other people’s scripts use ' +
				'the same interface. A request that a browser sends from another origin is refused.',
			license: { name: 'MIT', identifier: 'MIT' }
		},
		servers: [{ url: origin }],
		paths,
		components: {
			schemas: { Error: ERROR_SCHEMA },
			securitySchemes: {
				guest: {
					type: 'apiKey',
					in: 'cookie',
					name: 'tachawor_guest_<workshopId>',
					description: 'Set by joining; one for each workshop.'
				},
				account: { type: 'apiKey', in: 'cookie', name: 'tachawor_account' }
			}
		}
	};
}

const ERROR_SCHEMA = {
	type: 'object',
	required: ['error'],
	properties: {
		error: {
			type: 'object',
			required: ['code', 'details'],
			properties: {
				code: { type: 'string', enum: ERROR_CODES },
				details: {
					type: 'object',
					description: 'What the message names: counts, limits, a field. Never secret.',
					additionalProperties: { type: ['string', 'number'] }
				}
			}
		}
	}
};

function describe(operation: Operation): Json {
	return {
		operationId: operation.id,
		tags: [operation.tag],
		summary: operation.summary,
		...(operation.description && { description: operation.description }),
		security: operation.as === 'anyone' ? [] : [{ [operation.as]: [] }],
		...(operation.parameters && {
			parameters: operation.parameters.map(({ required, ...parameter }) => ({
				...parameter,
				required: parameter.in === 'path' || (required ?? false),
				schema: { type: 'string' }
			}))
		}),
		...(operation.body && {
			requestBody: { required: true, content: json(operation.body) }
		}),
		responses: {
			...Object.fromEntries(operation.answers.map((answer) => [answer.status, success(answer)])),
			...failures(operation)
		}
	};
}

function success({ description, schema, mediaTypes }: Answer): Json {
	if (schema) return { description, content: json(schema) };
	if (!mediaTypes) return { description };
	return { description, content: Object.fromEntries(mediaTypes.map((type) => [type, {}])) };
}

/** One response a status, which names the codes that it stands for. */
function failures({ errors, body }: Operation): Json {
	const codes: ErrorCode[] = [
		...errors,
		...(body ? (['invalid_input'] as const) : []),
		'unexpected'
	];
	const byStatus: Record<number, ErrorCode[]> = {};
	for (const code of new Set(codes)) (byStatus[HTTP_STATUS[code]] ??= []).push(code);
	return Object.fromEntries(
		Object.entries(byStatus).map(([status, of]) => [
			status,
			{
				description: of.join(', '),
				content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } }
			}
		])
	);
}

/** As it is sent: transformations and checks that JSON Schema cannot say are left to the server. */
function json(schema: GenericSchema): Json {
	const described = toJsonSchema(schema, {
		typeMode: 'input',
		errorMode: 'ignore',
		target: 'draft-2020-12'
	});
	// The document names its dialect once; a part of it does not.
	delete described.$schema;
	return { 'application/json': { schema: described } };
}
