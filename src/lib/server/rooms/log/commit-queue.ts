import type { CompiledQuery } from 'kysely';
import { commitTogether } from '../../db/commit-together.ts';
import type { RootDb } from '../../db/database.ts';
import { storageTroubleOf } from '../../db/storage/storage-error.ts';

interface Waiting {
	readonly statements: readonly CompiledQuery[];
	readonly done: () => void;
	readonly failed: (reason: unknown) => void;
}

/**
 * Group commit: whatever the rooms want stored while one transaction is being synced to disk goes into
 * the next one together, so that a hundred rooms cost one sync. One that fails because nothing can be stored
 * was rolled back whole, and is told to those who wait for it. One that fails otherwise is handed to `fatal`,
 * which ends the process rather than answer falsely; nothing is stored after it.
 */
export class CommitQueue {
	private readonly db: RootDb;
	private readonly fatal: (error: unknown) => void;
	private waiting: Waiting[] = [];
	private running = false;
	private broken: { readonly reason: unknown } | undefined;

	constructor(db: RootDb, fatal: (error: unknown) => void) {
		this.db = db;
		this.fatal = fatal;
	}

	/** Resolves when what the statements write is on disk; rejects when it is not and never will be by itself. */
	store(statements: readonly CompiledQuery[]): Promise<void> {
		return new Promise((done, failed) => {
			this.waiting.push({ statements, done, failed });
			if (!this.running) void this.run();
		});
	}

	private async run(): Promise<void> {
		this.running = true;
		while (this.waiting.length > 0) {
			const together = this.waiting;
			this.waiting = [];
			const failure = this.broken ?? (await this.commit(together));
			for (const { done, failed } of together)
				if (failure) failed(failure.reason);
				else done();
		}
		this.running = false;
	}

	private async commit(together: readonly Waiting[]): Promise<typeof this.broken> {
		try {
			await commitTogether(
				this.db,
				together.flatMap(({ statements }) => statements)
			);
			return undefined;
		} catch (reason) {
			if (storageTroubleOf(reason)) return { reason };
			this.broken = { reason };
			this.fatal(reason);
			return this.broken;
		}
	}
}
