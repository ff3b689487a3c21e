import * as v from 'valibot';
import { expect, test } from 'vitest';
import { formValue } from './form-value.ts';

const SCHEMA = v.object({
	rows: v.array(v.object({ id: v.string(), name: v.object({ ar: v.optional(v.string()) }) })),
	mode: v.optional(v.picklist(['one', 'other']), 'one'),
	rules: v.optional(v.nullable(v.object({ most: v.pipe(v.number(), v.integer()) })), null),
	more: v.nullish(v.object({ most: v.number() }))
});

function form(fields: Readonly<Record<string, string>>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.append(name, value);
	return data;
}

test('[AG9] a form is read by the schema: lists in its order, whole numbers, ticked boxes', () => {
	const given = form({
		'p.rows.b.id': 'B',
		'p.rows.b.name.ar': 'باء',
		'p.rows.a.id': 'A',
		'p.rows.a.name.ar': '',
		'p.mode': 'other',
		'p.rules': '1',
		'p.rules.most': '٤',
		'p.more.most': '7',
		'other.rows.c.id': 'C'
	});
	expect(formValue(SCHEMA, given, 'p')).toEqual({
		rows: [
			{ id: 'B', name: { ar: 'باء' } },
			{ id: 'A', name: { ar: '' } }
		],
		mode: 'other',
		rules: { most: 4 },
		more: { most: 7 }
	});
});

test('[AG9] what is not sent is left out, an unticked box is null, and a new row without words goes', () => {
	const given = form({
		'p.rows.a.id': 'A',
		'p.rows.a.new': '1',
		'p.rows.a.name.ar': ' ',
		'p.rows.b.id': 'B',
		'p.rows.b.new': '1',
		'p.rows.b.name.ar': 'باء',
		'p.rules.most': '4'
	});
	expect(formValue(SCHEMA, given, 'p')).toEqual({
		rows: [{ id: 'B', name: { ar: 'باء' } }],
		mode: undefined,
		rules: null,
		more: undefined
	});
});

const CHOICE = v.object({
	vote: v.nullish(
		v.variant('method', [
			v.object({ method: v.literal('dots'), budget: v.number() }),
			v.object({ method: v.literal('approval') })
		])
	)
});

test.each([
	[
		{ 'p.vote.method': 'dots', 'p.vote.budget': '5' },
		{ method: 'dots', budget: 5 }
	],
	[{ 'p.vote.method': 'approval', 'p.vote.budget': '5' }, { method: 'approval' }],
	[{ 'p.vote.method': 'shouting' }, { method: 'shouting' }]
])('[AG9] of several objects it is the one that the form names: %j', (fields, vote) => {
	expect(formValue(CHOICE, form(fields), 'p')).toEqual({ vote });
});

test('[AG9] what is no number is refused with its field', () => {
	expect(() => formValue(SCHEMA, form({ 'p.more.most': 'many' }), 'p')).toThrow(
		expect.objectContaining({ code: 'number_unread', details: { field: 'p.more.most' } })
	);
});
