import type { GenericSchema } from 'valibot';
import type { ErrorCode } from '../../domain/errors.ts';

/** One method of one path of the JSON interface, described beside the schemas that its route uses. */
export interface Operation {
	readonly method: 'get' | 'post' | 'put' | 'delete';
	/** With parameters in braces, as `/api/join/{code}`. */
	readonly path: string;
	/** A verb and its object, unique: client generators name their functions after it. */
	readonly id: string;
	readonly tag: 'joining' | 'writing' | 'voting' | 'planning' | 'exporting' | 'reading';
	readonly summary: string;
	readonly description?: string;
	/** What the cookie of the request must say: nobody in particular, a guest, or a signed-in account. */
	readonly as: 'anyone' | 'guest' | 'account';
	/** Each parameter of the path and of the query, in words. */
	readonly parameters?: readonly {
		readonly name: string;
		readonly in: 'path' | 'query';
		readonly description: string;
		readonly required?: boolean;
	}[];
	readonly body?: GenericSchema;
	readonly answers: readonly Answer[];
	/** What can go wrong; `invalid_input` and `unexpected` go without saying. */
	readonly errors: readonly ErrorCode[];
}

/** A success. `schema` describes JSON; a download gives its `mediaTypes` instead. */
export interface Answer {
	readonly status: 200 | 201;
	readonly description: string;
	readonly schema?: GenericSchema;
	readonly mediaTypes?: readonly string[];
}
