import { Y_WEBSOCKET, hocuspocusDialect } from './dialect.ts';
import { Crowd, type Entrance, type Writing } from './crowd.ts';
import type { Visit } from './person.ts';

/** Where and as whom a crowd connects; plain data, so that it can be sent to this process. */
export interface CrowdPlan {
	readonly port: number;
	readonly origin: string;
	readonly visits: readonly Visit[];
	/** Highest number of notes in a run. */
	readonly notes: number;
	readonly tells: boolean;
	readonly column: string;
	/** The document's name when the server speaks Hocuspocus. */
	readonly hocuspocus?: string;
}

export type LoadCommand =
	| { readonly do: 'gather'; readonly plan: CrowdPlan }
	| { readonly do: 'enter'; readonly entrance: Entrance }
	| { readonly do: 'write'; readonly writing: Writing }
	| { readonly do: 'held'; readonly person: number; readonly numbers: readonly number[] }
	| { readonly do: 'leave' }
	| { readonly do: 'lost' };

export function newCrowd(plan: CrowdPlan): Crowd {
	const dialect = plan.hocuspocus === undefined ? Y_WEBSOCKET : hocuspocusDialect(plan.hocuspocus);
	return new Crowd({ ...plan, dialect }, plan.visits, plan.notes);
}

/** The load generator's own process: one command after the other, each answered with its outcome. */
if (import.meta.main) {
	let crowd: Crowd | undefined;
	const perform = async (command: LoadCommand): Promise<unknown> => {
		if (command.do === 'gather') crowd = newCrowd(command.plan);
		if (!crowd) throw new Error('Nobody was gathered.');
		switch (command.do) {
			case 'enter':
				return crowd.enter(command.entrance);
			case 'write':
				return crowd.write(command.writing);
			case 'held':
				return crowd.held(command.person, command.numbers);
			case 'leave':
				crowd.leave();
				return undefined;
			case 'lost':
				return [...crowd.lost];
			case 'gather':
				return undefined;
		}
	};
	process.on('message', (command: LoadCommand) => {
		perform(command).then(
			(outcome) => process.send?.({ outcome }),
			(error: unknown) => process.send?.({ error: String(error) })
		);
	});
	process.on('disconnect', () => process.exit());
}
