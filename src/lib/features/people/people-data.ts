import type { FormResult } from '#lib/features/forms/form-result.ts';
import type { WorkshopPerson } from '#lib/domain/people/participant.ts';
import type { SettledSuggestion } from '#lib/domain/people/suggestion.ts';
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
	/** What a facilitator found right as it is and nobody is shown again. */
	readonly settled: readonly SettledSuggestion[];
	readonly stage: Stage;
	/** The origin that phones in the room can reach. */
	readonly reachable: string;
}

/** What came back from one of the page's forms. */
export interface PeopleResult extends FormResult {
	/** The path of a link by which a person enters with another phone. */
	readonly link?: { readonly person: string; readonly path: string };
}
