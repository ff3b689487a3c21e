/** Who is connected now, by category; sent to those who may see presence, never below that. */
export interface Presence {
	/** Category id to people connected now. */
	readonly connected: Readonly<Record<string, number>>;
	/** Category id to people who joined. */
	readonly joined: Readonly<Record<string, number>>;
	/** Late notes that wait for a facilitator. */
	readonly lateNotes: number;
}
