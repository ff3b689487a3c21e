import { expect, test } from 'vitest';
import { countByColumn } from './count-by-column.ts';

test('[PP5] each column says how many notes it has', () => {
	expect(countByColumn([{ columnId: 'S' }, { columnId: 'S' }, { columnId: 'W' }])).toEqual(
		new Map([
			['S', 2],
			['W', 1]
		])
	);
});
