/** A field of an entry, or a key of a root that holds values. */
export type FieldShape =
	| {
			readonly kind: 'value';
			/** True for every value that may ever stand there. */
			accepts(value: unknown): boolean;
			/** Once it has a value it keeps one: it is overwritten, never taken out. */
			readonly kept?: boolean;
			/** It is written with its entry and never again. */
			readonly once?: boolean;
	  }
	/**
	 * A Y.Text of plain characters, made with its entry and never replaced. It holds at most `units` UTF-16
	 * units; where that is left out, the document's rules say how many.
	 */
	| { readonly kind: 'text'; readonly units?: number };

/** A root map: of entries, which are maps of fields, or of values. */
export type RootShape =
	| {
			readonly kind: 'entries';
			isKey(key: string): boolean;
			/** Its entries are rows of lists, of which there may be more. */
			readonly rows?: true;
			/** Fields that an entry has from the beginning. */
			readonly whole?: readonly string[];
			/** The field of that name, undefined when there is none. */
			field(name: string): FieldShape | undefined;
	  }
	| {
			readonly kind: 'values';
			/** What may stand at that key, undefined when nothing may. */
			field(key: string): FieldShape | undefined;
	  };
