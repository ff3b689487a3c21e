import { expect, test } from 'vitest';
import { ERROR_CODES } from '../../domain/errors.ts';
import { HTTP_STATUS } from '../http/http-status.ts';
import { OPERATIONS, openApiDocument } from './openapi.ts';

interface Described {
	readonly operationId: string;
	readonly parameters?: readonly { readonly name: string; readonly in: string }[];
	readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

const document = openApiDocument('http://192.168.1.10:3000') as {
	openapi: string;
	servers: unknown;
	paths: Record<string, Record<string, Described>>;
	components: {
		schemas: { Error: { properties: { error: { properties: { code: { enum: unknown } } } } } };
	};
};
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
	Object.values(methods).map((operation) => ({ path, operation }))
);

test('[JN15] the document names the server that was asked', () => {
	expect(document.openapi).toBe('3.1.0');
	expect(document.servers).toEqual([{ url: 'http://192.168.1.10:3000' }]);
});

test('[JN15] each operation stands in it once, under a name of its own', () => {
	expect(described).toHaveLength(OPERATIONS.length);
	const names = described.map(({ operation }) => operation.operationId);
	expect(new Set(names).size).toBe(names.length);
});

test('[JN15] each parameter in a path is described, and none that is not there', () => {
	for (const { path, operation } of described) {
		const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
		const parameters = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
		expect(parameters.map((parameter) => parameter.name)).toEqual(inPath);
	}
});

test('[JN15] each error stands at its status, and every code can be told', () => {
	for (const operation of OPERATIONS) {
		const responses = document.paths[operation.path]?.[operation.method]?.responses;
		for (const code of operation.errors)
			expect(responses?.[HTTP_STATUS[code]]?.description.split(', ')).toContain(code);
	}
	const { code } = document.components.schemas.Error.properties.error.properties;
	expect(code.enum).toEqual(ERROR_CODES);
});

test('[JN15] schemas are those that the server checks by', () => {
	const { requestBody } = document.paths['/api/join']?.post as unknown as {
		requestBody: { content: Record<string, { schema: { required: string[] } }> };
	};
	expect(requestBody.content['application/json']?.schema.required).toEqual([
		'code',
		'categoryId',
		'language'
	]);
});
