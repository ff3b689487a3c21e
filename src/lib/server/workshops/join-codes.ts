import { DomainError } from '../../domain/errors.ts';
import { joinCodeFrom } from '../../domain/people/join-code.ts';
import type { Db } from '../db/database.ts';
import { isJoinCodeTaken } from './workshop.repository.ts';

const ATTEMPTS = 20;

/** A fresh join code that no workshop which is not closed carries. */
export async function freshJoinCode(db: Db): Promise<string> {
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		const code = joinCodeFrom((count) => crypto.getRandomValues(new Uint8Array(count)));
		if (!(await isJoinCodeTaken(db, code))) return code;
	}
	throw new DomainError('try_later');
}
