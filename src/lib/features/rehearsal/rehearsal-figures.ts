/** How much a rehearsal holds, for those who prepare its workshop. */
export interface RehearsalFigures {
	/** The workshop that it is. */
	readonly id: string;
	/** The workshop that it is of. */
	readonly ofId: string;
	readonly people: number;
	readonly notes: number;
}
