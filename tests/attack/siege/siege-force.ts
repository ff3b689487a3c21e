/** How much a siege sends; each kind evenly over its time. */
export interface SiegeForce {
	readonly wrongCodesPerMinute: number;
	readonly wrongPasswordsPerMinute: number;
	readonly worstBodiesPerSecond: number;
}

/** What a hall has to go on under. */
export const WHOLE_FORCE: SiegeForce = {
	wrongCodesPerMinute: 2000,
	wrongPasswordsPerMinute: 2000,
	worstBodiesPerSecond: 10
};

/** What came back, counted by kind and status: `code 404`; `gone` where the connection ended first. */
export type SiegeAnswers = Readonly<Record<string, number>>;
