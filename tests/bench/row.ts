/** A figure is a number (its unit stands in its name) or a short text. */
export type Figure = number | string;

/** One measurement of one subject: a line of the results. */
export interface Row {
	/** The scenario, such as `300x20`. */
	readonly name: string;
	readonly subject: string;
	/** Who else was measured in the same run, under the same load. */
	readonly peers: readonly string[];
	readonly conditions: Readonly<Record<string, Figure>>;
	readonly figures: Readonly<Record<string, Figure>>;
}

/** What was promised, what was measured, and whether that is enough. */
export interface Verdict {
	readonly name: string;
	readonly target: string;
	readonly figure: string;
	readonly met: boolean;
}

/** What a scenario gives. */
export interface Outcome {
	readonly rows: readonly Row[];
	readonly verdicts: readonly Verdict[];
}

/** A number in a row, or NaN when the subject has none of that name, which no target is met by. */
export function figureOf(rows: readonly Row[], subject: string, name: string): number {
	const figure = rows.find((row) => row.subject === subject)?.figures[name];
	return typeof figure === 'number' ? figure : NaN;
}

export function verdict(name: string, target: string, figure: string, met: boolean): Verdict {
	return { name, target, figure, met };
}

/** Rounds to `digits` after the point. */
export function rounded(value: number, digits = 1): number {
	return Math.round(value * 10 ** digits) / 10 ** digits;
}

/** The others of a run. */
export function peersOf(subject: string, all: readonly { readonly name: string }[]): string[] {
	return all.map(({ name }) => name).filter((name) => name !== subject);
}

/** A table in Markdown: a column a figure. */
export function tableOf(rows: readonly Row[]): string {
	const columns = [...new Set(rows.flatMap((row) => Object.keys(row.figures)))];
	const conditions = [...new Set(rows.flatMap((row) => Object.keys(row.conditions)))].filter(
		(name) => new Set(rows.map((row) => row.conditions[name])).size > 1
	);
	const lines = [
		['subject', ...conditions, ...columns],
		['---', ...conditions.map(() => '---:'), ...columns.map(() => '---:')],
		...rows.map((row) => [
			row.subject,
			...conditions.map((name) => String(row.conditions[name] ?? '')),
			...columns.map((name) => String(row.figures[name] ?? ''))
		])
	];
	return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
