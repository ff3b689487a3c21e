/** Who is connected now, by category; sent to those who may see presence, never below that. */
export interface Presence {
	/** Category id to people connected now. */
	readonly connected: Readonly<Record<string, number>>;
	/** Category id to people who joined. */
	readonly joined: Readonly<Record<string, number>>;
	/** Late notes that wait for a facilitator. */
	readonly lateNotes: number;
	/** People who are writing at this moment, as one number: a small category must not be told apart. */
	readonly writing: number;
	/** The names of the facilitators who are connected, in order. */
	readonly facilitators: readonly string[];
}
