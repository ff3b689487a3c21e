/** Who writes with which Yjs client id in one document: the first write binds it, for good. */
export interface ClientBindings {
	/** The actor that the client id is bound to. */
	ownerOf(client: number): string | undefined;
	/** How many client ids are bound to the actor. */
	countOf(actorId: string): number;
}
