import * as encoding from 'lib0/encoding';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Actor } from '../../domain/actor.ts';
import { MESSAGE } from '../../realtime/frame.ts';
import type { Presence } from '../../realtime/presence.ts';
import type { Connection } from './connection.ts';
import type { LiveLimits } from './limits.ts';
import type { RoomTroubles } from './room-content.ts';

/**
 * Who is there, told by the server in its own awareness state to those who may see it. Clients publish
 * nothing, so presence costs one message a change and not one a person and person.
 */
export class PresenceChannel {
	private readonly awareness = new Awareness(new Y.Doc());
	private readonly connections: ReadonlySet<Connection>;
	private readonly count: (connected: readonly Actor[]) => Promise<Presence>;
	private readonly deps: { readonly limits: LiveLimits; readonly troubles: RoomTroubles };
	private timer: NodeJS.Timeout | undefined;

	constructor(
		connections: ReadonlySet<Connection>,
		count: (connected: readonly Actor[]) => Promise<Presence>,
		deps: { readonly limits: LiveLimits; readonly troubles: RoomTroubles }
	) {
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
			void this.count([...actors.values()]).then(
				(presence) => this.awareness.setLocalState({ presence }),
				(error: unknown) => this.deps.troubles.report(error)
			);
		}, this.deps.limits.presenceEvery);
	}

	destroy(): void {
		clearTimeout(this.timer);
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
