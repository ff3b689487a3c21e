import type { Actor } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import { canInWorkshop } from '../../domain/policy.ts';
import type { Db, RootDb, Trx } from '../db/database.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import * as repository from './file.repository.ts';
import type { StoredFile } from './file.repository.ts';
import { pictureOrNull, requirePicture, type Picture } from './picture.ts';
import { timeNow } from '../time/clock.ts';

export type FileService = ReturnType<typeof fileService>;

/** Uploaded pictures. A stored one never changes, so it may be cached for ever. Rules [FI1] to [FI4]. */
export function fileService(deps: { db: RootDb }) {
	const { db } = deps;
	return {
		/**
		 * A picture for whoever may see its workshop: `actorsIn` gives all that the asking browser is
		 * there. Throws `not_found` both for what is not there and for what may not be seen.
		 */
		async read(
			id: string,
			actorsIn: (workshopId: string) => Promise<readonly Actor[]>
		): Promise<StoredFile> {
			const file = await repository.findFile(db, id);
			if (!file) throw new DomainError('not_found');
			const access = await getWorkshopAccess(db, file.workshopId);
			const actors = await actorsIn(file.workshopId);
			if (!actors.some((actor) => canInWorkshop(actor, 'see_workshop', access)))
				throw new DomainError('not_found');
			return file;
		},

		requirePicture,

		/** Unguarded: stores a checked picture and gives its id. */
		async store(trx: Trx, workshopId: string, picture: Picture): Promise<string> {
			const { bytes, mediaType } = picture;
			const id = newId();
			await repository.insertFile(trx, { id, workshopId, bytes, mediaType }, timeNow());
			return id;
		},

		/** Unguarded: a copy of a picture for another workshop, or null when it is gone. */
		async copy(trx: Trx, fileId: string, workshopId: string): Promise<string | null> {
			const file = await repository.findFile(trx, fileId);
			if (!file) return null;
			const id = newId();
			await repository.insertFile(trx, { ...file, id, workshopId }, timeNow());
			return id;
		},

		/**
		 * Unguarded: a picture for a document whose reader was checked, null when it is gone or is none.
		 * One that an earlier version stored as it came is made drawable.
		 */
		async find(trx: Db, id: string): Promise<Picture | null> {
			const file = await repository.findFile(trx, id);
			return file ? pictureOrNull(file.bytes) : null;
		},

		/** Unguarded: the ids of a workshop's pictures. */
		idsOf(trx: Trx, workshopId: string): Promise<string[]> {
			return repository.listFileIds(trx, workshopId);
		},

		/** Unguarded: removes a workshop's pictures that nothing shows any more. */
		async removeUnused(trx: Trx, workshopId: string, used: readonly string[]): Promise<void> {
			for (const id of await repository.listFileIds(trx, workshopId))
				if (!used.includes(id)) await repository.deleteFile(trx, id);
		}
	};
}
