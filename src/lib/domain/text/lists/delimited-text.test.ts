import { expect, test } from 'vitest';
import { delimitedRows } from './delimited-text.ts';

test.each([
	[
		'a\tb\nc\td',
		[
			['a', 'b'],
			['c', 'd']
		]
	],
	['"a\tx"\tb', [['a\tx', 'b']]],
	['"deux\nlignes"\t"dit ""oui"""', [['deux lignes', 'dit "oui"']]],
	['\n\t\n a \t\n', [['a', '']]],
	[
		'12" tube\tb\n"ouvert\tc',
		[
			['12" tube', 'b'],
			['"ouvert', 'c']
		]
	],
	['"a" b\tc', [['"a" b', 'c']]],
	['', []]
])('[LS8] cells of a sheet: %j', (text, rows) => {
	expect(delimitedRows(text, (sign) => sign === '\t')).toEqual(rows);
});
