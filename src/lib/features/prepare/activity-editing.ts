import type {
	Activity,
	ActivityKind,
	ActivityWriting,
	ColumnIcon,
	NoteColor
} from '#lib/domain/activities/activity.ts';
import { DEFAULT_VOTE_RULES } from '#lib/domain/activities/activity.ts';

/** A column while it is edited; `isNew` ones go when they are left without a name. */
export interface ColumnEditing {
	readonly id: string;
	readonly isNew: boolean;
	name: Partial<Record<string, string>>;
	color: NoteColor;
	icon: ColumnIcon;
}

/** An agenda item while it is edited: what its fields hold. */
export interface ActivityEditing {
	kind: ActivityKind;
	title: Partial<Record<string, string>>;
	shortTitle: Partial<Record<string, string>>;
	prompt: Partial<Record<string, string>>;
	duration: number;
	columns: ColumnEditing[];
	votes: boolean;
	budget: number;
	cap: number;
	writing: ActivityWriting;
	/** It was opened before, so that its way of writing stays. */
	readonly writingFixed: boolean;
}

export function editingOf(activity: Activity): ActivityEditing {
	const vote = activity.vote ?? DEFAULT_VOTE_RULES;
	return {
		kind: activity.kind,
		title: { ...activity.title },
		shortTitle: { ...activity.shortTitle },
		prompt: { ...activity.prompt },
		duration: activity.durationMinutes,
		columns: activity.columns.map((column) => ({
			...column,
			name: { ...column.name },
			isNew: false
		})),
		votes: activity.vote !== null,
		budget: vote.budget,
		cap: vote.cap,
		writing: activity.writing,
		writingFixed: activity.opened
	};
}
