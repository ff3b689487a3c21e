import { expect, test } from 'vitest';
import { besideList, hrefOf, viewOf } from './proposal-view.ts';

const view = (query: string) => viewOf(new URLSearchParams(query));

test('[PR10] the address says which proposals are shown and what is open beside them', () => {
	expect(view('')).toEqual({ show: 'all', clusterId: null, proposalId: null, panel: null });
	expect(view('show=without&cluster=k1')).toMatchObject({ show: 'without', clusterId: 'k1' });
	expect(view('proposal=p1').panel).toBe('path');
	expect(view('proposal=p1&edit=').panel).toBe('edit');
	expect(view('new=&cluster=k1').panel).toBe('new');
	expect(view('show=nonsense').show).toBe('all');
	expect(view('edit=').panel).toBeNull();
});

test.each(['show=plan&cluster=k1&proposal=p1&edit=', 'cluster=k1&new=', 'proposal=p1'])(
	'[PR10] the address of a view leads back to it: %s',
	(query) => {
		const asked = view(query);
		expect(viewOf(new URLSearchParams(hrefOf(asked)))).toEqual(asked);
	}
);

test('[PR12] what is being written stays open while the list shows something else', () => {
	const other = { clusterId: 'k2' };
	expect(besideList(view('cluster=k1&new='), other)).toMatchObject({ ...other, panel: 'new' });
	expect(besideList(view('proposal=p1&edit='), other)).toMatchObject({
		...other,
		panel: 'edit',
		proposalId: 'p1'
	});
	expect(besideList(view('proposal=p1'), other)).toMatchObject({ ...other, panel: null });
});
