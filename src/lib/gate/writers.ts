import type * as Y from 'yjs';
import type { NewStructs } from './changes/client-update.ts';
import type { ClientBindings } from './client-bindings.ts';
import type { GateLimits } from './gate-limits.ts';
import { refuse } from './refusal.ts';

/**
 * The client ids that the actor writes with for the first time. Refuses those of others, the server's own,
 * and those that stand in the document unbound.
 */
export function newWriters(
	doc: Y.Doc,
	news: NewStructs,
	bindings: ClientBindings,
	actorId: string,
	limits: GateLimits
): number[] {
	const writers: number[] = [];
	let advance = 0;
	for (const [client, structs] of news) {
		const owner = bindings.ownerOf(client);
		if (client === doc.clientID) refuse('server-client');
		if (owner !== undefined && owner !== actorId) refuse('foreign-client');
		if (owner === undefined && doc.store.clients.has(client)) refuse('unbound-client');
		if (owner === undefined) writers.push(client);
		for (const struct of structs) advance += struct.length;
	}
	if (advance > limits.clockAdvance) refuse('clock-jump');
	if (writers.length > 0 && bindings.countOf(actorId) + writers.length > limits.clientsPerActor)
		refuse('too-many-clients');
	return writers;
}
