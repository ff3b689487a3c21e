import type { AccountActor } from '../../domain/people/actor.ts';
import type { WorkshopService } from '../workshops/workshop.service.ts';

/** A screen's path and its short code, both shown this once. */
export interface MadeScreen {
	readonly screen: string;
	readonly screenCode: string;
}

/** Does what the form of the hall's screen asks: a link and a code, ending those before where `replacing` is ticked. */
export async function makeScreen(
	{ workshops }: { readonly workshops: WorkshopService },
	account: AccountActor,
	workshopId: string,
	form: FormData
): Promise<MadeScreen> {
	const replacing = form.get('replacing') === 'yes';
	const token = await workshops.createScreenLink(account, workshopId, { replacing });
	const screenCode = await workshops.createScreenCode(account, workshopId);
	return { screen: `/screen/${token}`, screenCode };
}
