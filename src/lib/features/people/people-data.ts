import type { ErrorCode, ErrorDetails } from '#lib/domain/errors.ts';
import type { WorkshopPerson } from '#lib/domain/people/participant.ts';
import type { Stage } from '#lib/domain/stage/stage.ts';
import type { StakeholderCategory } from '#lib/domain/people/stakeholder-category.ts';
import type { JoiningWorkshop } from '#lib/domain/workshops/workshop-parts.ts';

/** What the page of the people is rendered from. */
export interface PeopleData {
	readonly workshop: JoiningWorkshop;
	readonly account: { readonly name: string };
	readonly categories: readonly StakeholderCategory[];
	/** The newest first, those who were taken out included. */
	readonly people: readonly WorkshopPerson[];
	readonly stage: Stage;
	/** The origin that phones in the room can reach. */
	readonly reachable: string;
}

/** Why a command was refused. */
export interface PeopleResult {
	/** The path of a link by which a person enters with another phone. */
	readonly link?: { readonly person: string; readonly path: string };
	readonly error?: { readonly code: ErrorCode; readonly details: ErrorDetails };
}
