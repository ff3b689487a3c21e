import type { ActivityKind } from '#lib/domain/activities/activities.ts';
import type { SetupOf } from '#lib/domain/activities/activity-setup.ts';
import type { Activity } from '#lib/domain/activities/activity.ts';

/** An agenda item while it is edited: what its fields hold. */
export interface ActivityEditing extends SetupOf<ActivityKind> {
	readonly title: Partial<Record<string, string>>;
	readonly shortTitle: Partial<Record<string, string>>;
	readonly prompt: Partial<Record<string, string>>;
	readonly duration: number;
}

export function editingOf(activity: Activity): ActivityEditing {
	return {
		kind: activity.kind,
		parameters: activity.parameters,
		title: { ...activity.title },
		shortTitle: { ...activity.shortTitle },
		prompt: { ...activity.prompt },
		duration: activity.durationMinutes
	};
}
