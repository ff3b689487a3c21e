/**
 * Whose the Yjs client ids of one room are. The first write binds an id to its actor for ever; the
 * binding is stored in the commit that stores the write. The server's own ids stand in no binding.
 */
export class RoomClients {
	private readonly owners: Map<number, string>;
	private readonly counts = new Map<string, number>();
	private fresh: [client: number, actorId: string][] = [];

	constructor(owners: ReadonlyMap<number, string>) {
		this.owners = new Map(owners);
		for (const actorId of this.owners.values()) this.count(actorId);
	}

	ownerOf(client: number): string | undefined {
		return this.owners.get(client);
	}

	/** Ids bound to an actor here. */
	countOf(actorId: string): number {
		return this.counts.get(actorId) ?? 0;
	}

	bind(client: number, actorId: string): void {
		this.owners.set(client, actorId);
		this.count(actorId);
		this.fresh.push([client, actorId]);
	}

	/** Bindings that are not stored yet; the caller stores them. */
	takeFresh(): readonly (readonly [client: number, actorId: string])[] {
		const { fresh } = this;
		this.fresh = [];
		return fresh;
	}

	private count(actorId: string): void {
		this.counts.set(actorId, this.countOf(actorId) + 1);
	}
}
