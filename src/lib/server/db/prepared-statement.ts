import { CompiledQuery, type Compilable } from 'kysely';
import type { RootDb } from './database.ts';

/** Stands in a statement where a value is going to be. */
class Slot {
	readonly name: string;

	constructor(name: string) {
		this.name = name;
	}
}

interface Template {
	readonly sql: string;
	/** Values that are the same each time, and slots. */
	readonly parameters: readonly unknown[];
}

/**
 * A statement of the hot path: built once for each database and then only given values, because building
 * it costs more than running it. `build` gets what stands in a value's place; each may be used more than
 * once, and everything else in the statement stays as it was when it was built.
 */
export class PreparedStatement<Values extends object> {
	private readonly build: (
		db: RootDb,
		value: <Name extends keyof Values & string>(name: Name) => Values[Name]
	) => Compilable;
	private readonly templates = new WeakMap<RootDb, Template>();

	constructor(build: PreparedStatement<Values>['build']) {
		this.build = build;
	}

	/** The statement with its values, to be run by {@link commitTogether} or any `executeQuery`. */
	with(db: RootDb, values: Values): CompiledQuery {
		const { sql, parameters } = this.template(db);
		return CompiledQuery.raw(
			sql,
			parameters.map((parameter) =>
				parameter instanceof Slot ? values[parameter.name as keyof Values] : parameter
			)
		);
	}

	private template(db: RootDb): Template {
		const known = this.templates.get(db);
		if (known) return known;
		const slot = <Name extends keyof Values & string>(name: Name): Values[Name] =>
			new Slot(name) as unknown as Values[Name];
		const { sql, parameters } = this.build(db, slot).compile();
		const template = { sql, parameters };
		this.templates.set(db, template);
		return template;
	}
}
