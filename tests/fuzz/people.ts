import type { DocumentRights } from '#lib/domain/policy.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { DocumentKind } from './terrain.ts';

/** The roles of the table of who may do what, and somebody who writes after writing was closed. */
export const ROLES = [
	'participant',
	'rapporteur',
	'table facilitator',
	'facilitator',
	'observer or press',
	'screen',
	'director',
	'administrator',
	'writer when closed'
] as const;
export type Role = (typeof ROLES)[number];

/** Somebody who writes, as the rooms know them: who, and what they may do in one document now. */
export interface Person extends DocumentRights {
	readonly actorId: string;
	readonly role: Role;
	/** Never null here: a screen too has a name that its bytes can use. */
	readonly pseudonym: string;
}

const NOTHING = { own: false, all: false, mark: null, closed: false } as const;

/**
 * The rights of a role in one kind of document, as the table of who may do what has them; written here
 * once more, so that the fuzz asks neither the gate nor the policy.
 */
export function personOf(
	role: Role,
	kind: DocumentKind,
	actorId: string,
	random: SeededRandom
): Person {
	const pseudonym = random.id(16);
	const base = {
		...{ actorId, role, pseudonym, merged: [] },
		columns: kind === 'board' ? ['S', 'W'] : []
	};
	switch (role) {
		case 'participant':
		case 'rapporteur':
			return { ...base, ...NOTHING, own: kind === 'board' };
		case 'table facilitator':
			return {
				...base,
				...NOTHING,
				own: kind === 'board',
				all: kind === 'board',
				mark: 'table_facilitator'
			};
		case 'facilitator':
			return {
				...base,
				...NOTHING,
				own: kind === 'board',
				all: kind !== 'stage',
				mark: `facilitator:${actorId}`
			};
		case 'writer when closed':
			return { ...base, ...NOTHING, closed: kind === 'board' };
		case 'observer or press':
		case 'screen':
		case 'director':
		case 'administrator':
			return { ...base, ...NOTHING };
	}
}
