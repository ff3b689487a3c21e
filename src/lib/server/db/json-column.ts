/**
 * Reads a JSON text column that this application wrote. The writer's type is trusted: nothing else
 * writes these columns, and what people send was parsed before it was stored.
 */
export function fromJson<T>(text: string): T {
	return JSON.parse(text) as T;
}

/** A value as a JSON text column. */
export function toJson(value: unknown): string {
	return JSON.stringify(value);
}
