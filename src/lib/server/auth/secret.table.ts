/** Secrets of this installation, such as the keys of pseudonyms and of tickets. */
export interface SecretTable {
	name: string;
	value: string;
}

declare module '../db/database.ts' {
	interface Database {
		secret: SecretTable;
	}
}
