import * as v from 'valibot';
import type { ActivityDefinition } from './activity-definition.ts';

/** Nothing to set. */
export type NoParameters = Readonly<Record<string, never>>;

type Spoken = Pick<ActivityDefinition<NoParameters>, 'minutes' | 'inputs'> & {
	readonly outputs?: ReturnType<ActivityDefinition<NoParameters>['outputs']>;
	readonly spaces?: ActivityDefinition<NoParameters>['spaces'];
};

/** An activity of one phase, in which nothing is written or voted on phones. */
export function spokenActivity({
	minutes,
	inputs,
	outputs = [],
	spaces = ['hall', 'room', 'table']
}: Spoken): ActivityDefinition<NoParameters> {
	return {
		parameters: v.pipe(
			v.object({}),
			v.transform((): NoParameters => ({}))
		),
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
