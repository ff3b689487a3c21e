import { expect, test } from 'vitest';
import { DomainError } from '../../../domain/errors.ts';
import { storageTroubleOf, toldOfStorage } from './storage-error.ts';

function failure(code: string, message = 'x'): Error {
	return Object.assign(new Error(message), { code });
}

test.each([
	['SQLITE_FULL', 'storage_full'],
	['ENOSPC', 'storage_full'],
	['EFBIG', 'storage_full'],
	['53100', 'storage_full'],
	['SQLITE_READONLY', 'storage_read_only'],
	['SQLITE_READONLY_DIRECTORY', 'storage_read_only'],
	['SQLITE_IOERR_WRITE', 'storage_read_only'],
	['SQLITE_CANTOPEN', 'storage_read_only'],
	['EROFS', 'storage_read_only'],
	['25006', 'storage_read_only'],
	['SQLITE_CONSTRAINT_UNIQUE', undefined],
	['SQLITE_ERROR', undefined],
	['40001', undefined],
	// What a failing sync left behind nobody can tell.
	['SQLITE_IOERR_FSYNC', undefined]
])('[ST1] %s is told as %s', (code, trouble) => {
	const error = failure(code);
	expect(storageTroubleOf(error)).toBe(trouble);
	const told = toldOfStorage(error);
	if (trouble === undefined) expect(told).toBe(error);
	else expect(told).toMatchObject({ code: trouble, cause: error });
});

test('[ST1] the trouble is known again when it was told already, and by its words alone', () => {
	expect(storageTroubleOf(new DomainError('storage_full'))).toBe('storage_full');
	expect(storageTroubleOf(new DomainError('stale'))).toBeUndefined();
	expect(storageTroubleOf(new Error('database or disk is full'))).toBe('storage_full');
	expect(storageTroubleOf(new Error('attempt to write a readonly database'))).toBe(
		'storage_read_only'
	);
	expect(storageTroubleOf('ENOSPC')).toBeUndefined();
});
