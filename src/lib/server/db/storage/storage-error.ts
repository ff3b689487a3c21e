import { DomainError, isDomainError, type ErrorCode } from '../../../domain/errors.ts';

/** Why nothing can be stored: there is no room, or what stores cannot be written. */
export type StorageTrouble = Extract<ErrorCode, 'storage_full' | 'storage_read_only'>;

/** Codes of SQLite, of the operating system and of PostgreSQL (disk_full) that mean that there is no room. */
const FULL = /^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG|53100)$/;

/** Likewise for what cannot be written, a disk that fails among them. 25006 is read_only_sql_transaction. */
const READ_ONLY = /^(SQLITE_READONLY|SQLITE_IOERR|SQLITE_CANTOPEN)(_|$)|^(EROFS|EIO|25006)$/;

/** After a sync that failed nobody can tell what is on disk, which is worse than that nothing was stored. */
const UNCERTAIN = /^SQLITE_IOERR_(FSYNC|DIR_FSYNC)$/;

/** What SQLite says where the code was lost on the way from another thread. */
const FULL_WORDS = 'database or disk is full';
const READ_ONLY_WORDS = /attempt to write a readonly database|disk I\/O error/;

/** The trouble of the storage that an error tells of; undefined for every other error. */
export function storageTroubleOf(error: unknown): StorageTrouble | undefined {
	if (!(error instanceof Error)) return undefined;
	if (isDomainError(error)) {
		const { code } = error;
		return code === 'storage_full' || code === 'storage_read_only' ? code : undefined;
	}
	const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
	if (UNCERTAIN.test(code)) return undefined;
	if (FULL.test(code) || error.message.includes(FULL_WORDS)) return 'storage_full';
	return READ_ONLY.test(code) || READ_ONLY_WORDS.test(error.message)
		? 'storage_read_only'
		: undefined;
}

/**
 * What a database's error is thrown on as: the trouble of the storage as a DomainError that everybody can be
 * told, with the error as its cause; any other one as it is.
 */
export function toldOfStorage(error: unknown): unknown {
	const trouble = storageTroubleOf(error);
	if (trouble === undefined || isDomainError(error)) return error;
	const told = new DomainError(trouble);
	// For the log; people are told by the code.
	told.message = (error as Error).message;
	told.cause = error;
	return told;
}
