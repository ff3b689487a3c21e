import { KeptList } from '#lib/client/kept-list.ts';

/** What somebody was writing and has not added yet. */
interface Composing {
	readonly columnId: string;
	readonly text: string;
}

/** Where a device keeps it, for each activity and person. */
export function keptComposing(activityId: string, owner: string): KeptList<Composing> {
	return new KeptList(`tachawor.composing.${activityId}.${owner}`);
}
