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
	/** A Y.Text of plain characters, made with its entry and never replaced. */
	| { readonly kind: 'text' };

/** A root map: of entries, which are maps of fields, or of values. */
export type RootShape =
	| {
			readonly kind: 'entries';
			isKey(key: string): boolean;
			/** The field of that name, undefined when there is none. */
			field(name: string): FieldShape | undefined;
	  }
	| {
			readonly kind: 'values';
			/** What may stand at that key, undefined when nothing may. */
			field(key: string): FieldShape | undefined;
	  };
