import * as encoding from 'lib0/encoding';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Actor } from '../../../domain/people/actor.ts';
import { MESSAGE } from '../../../realtime/frame.ts';
import type { Presence } from '../../../realtime/presence.ts';
import type { Connection } from '../sockets/connection.ts';
import type { LiveLimits } from '../limits.ts';
import type { RoomTroubles } from '../room-content.ts';
import type { PeopleWriting } from './people-writing.ts';

/** What a channel needs of the rooms. */
export interface PresenceDeps {
	readonly limits: LiveLimits;
	readonly troubles: RoomTroubles;
	readonly peopleWriting: PeopleWriting;
}

type Count = (connected: readonly Actor[], writing: ReadonlySet<string>) => Promise<Presence>;

/**
 * Who is there, told by the server in its own awareness state to those who may see it. Clients publish
 * nothing, so presence costs one message a change and not one a person and person.
 */
export class PresenceChannel {
	private readonly awareness = new Awareness(new Y.Doc());
	private readonly connections: ReadonlySet<Connection>;
	private readonly count: Count;
	private readonly deps: PresenceDeps;
	private timer: NodeJS.Timeout | undefined;
	private again: NodeJS.Timeout | undefined;

	constructor(connections: ReadonlySet<Connection>, count: Count, deps: PresenceDeps) {
		this.connections = connections;
		this.count = count;
		this.deps = deps;
		// Awareness renews its own state, so that clients do not take it for outdated.
		this.awareness.on('update', () => this.send());
	}

	/** Somebody came or went: tells it soon, many at once as one. */
	changed(): void {
		this.timer ??= setTimeout(() => {
			this.timer = undefined;
			const actors = new Map([...this.connections].map(({ actor }) => [actor.id, actor]));
			const writing = this.deps.peopleWriting.now();
			// Nobody says that they stopped: look again when what is known now has run out.
			clearTimeout(this.again);
			if (writing.size > 0)
				this.again = setTimeout(() => this.changed(), this.deps.limits.writingFor);
			void this.count([...actors.values()], writing).then(
				(presence) => this.awareness.setLocalState({ presence }),
				(error: unknown) => this.deps.troubles.report(error)
			);
		}, this.deps.limits.presenceEvery);
	}

	destroy(): void {
		clearTimeout(this.timer);
		clearTimeout(this.again);
		this.awareness.destroy();
	}

	private send(): void {
		const frame = encoding.encode((encoder) => {
			encoding.writeVarUint(encoder, MESSAGE.awareness);
			encoding.writeVarUint8Array(
				encoder,
				encodeAwarenessUpdate(this.awareness, [this.awareness.clientID])
			);
		});
		for (const connection of this.connections)
			if (connection.access.presence) connection.send(frame);
	}
}
