import { expect, test } from 'vitest';
import { boundedJson } from './bounded-json.ts';

test('[SV11] what a route takes is read, brackets and commas in its texts counting for nothing', () => {
	const text = JSON.stringify({ notes: [{ text: '[[[[[[[[[[,,,,,,,"\\"]' }, { text: '' }] });
	expect(boundedJson(text, 6)).toEqual(JSON.parse(text));
});

test('[SV11] nine objects in one another are refused, however they are closed', () => {
	const nested = (deep: number) => `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`;
	expect(boundedJson(nested(8), 50)).toBeTypeOf('object');
	expect(() => boundedJson(nested(9), 50)).toThrow('invalid_input');
	expect(() => boundedJson('['.repeat(100_000), 50)).toThrow('invalid_input');
});

test('[SV11] more members and elements than a route takes are refused before they are read', () => {
	expect(boundedJson('[1,2,3]', 3)).toEqual([1, 2, 3]);
	expect(() => boundedJson('[1,2,3,4]', 3)).toThrow('too_many_items');
	expect(() => boundedJson('[{"a":1,"b":2},{', 3)).toThrow('too_many_items');
});

test('[SV11] a text that never ends is looked at once', () => {
	expect(() => boundedJson(`"${'\\"'.repeat(400_000)}`, 50)).toThrow('invalid_input');
});

test('[SV11] what is no JSON is refused', () => {
	for (const text of ['', '{', '"a', '{"a":"\\"}', 'nul'])
		expect(() => boundedJson(text, 50)).toThrow('invalid_input');
});
