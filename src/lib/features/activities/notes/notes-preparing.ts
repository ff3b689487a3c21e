import type { NotesParameters } from '#lib/domain/activities/notes.ts';
import type { PrepareFeatures } from '../activity-parts.ts';
import { newColumn } from './new-column.ts';
import Prepare from './Prepare.svelte';

/** How an activity in which notes are written is prepared. */
export const notes: PrepareFeatures<NotesParameters> = {
	starting: () => ({
		columns: [newColumn('C1')],
		writing: 'shared',
		clusters: 'together',
		vote: null
	}),
	Prepare
};
