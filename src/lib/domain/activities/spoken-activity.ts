import * as v from 'valibot';
import type { ActivityDefinition } from './activity-definition.ts';

/** Nothing to set. */
export type NoParameters = Readonly<Record<string, never>>;

/** All that an activity does, but for what is set and kept of it. */
type Course = Omit<ActivityDefinition<unknown>, 'parameters' | 'state'>;

type Spoken = Pick<Course, 'minutes' | 'inputs'> & {
	readonly outputs?: ReturnType<Course['outputs']>;
	readonly spaces?: Course['spaces'];
};

/** An activity of one phase in which nothing is set, and nothing is written or voted on phones. */
export function spokenActivity(spoken: Spoken): ActivityDefinition<NoParameters> {
	return {
		...spokenCourse(spoken),
		parameters: v.pipe(
			v.object({}),
			v.transform((): NoParameters => ({}))
		),
		state: () => null
	};
}

/** The course of an activity of one phase, in which nothing is written or voted on phones. */
export function spokenCourse({
	minutes,
	inputs,
	outputs = [],
	spaces = ['hall', 'room', 'table']
}: Spoken): Course {
	return {
		minutes,
		pause: false,
		spaces,
		board: () => null,
		vote: () => null,
		inputs,
		outputs: () => outputs,
		phases: () => ['talk'],
		phaseAt: () => 'talk',
		stepAt: () => undefined
	};
}
