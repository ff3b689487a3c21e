import type { AccountActor } from '../../domain/people/actor.ts';
import { planOverview } from '../../domain/plan/plan-overview.ts';
import { assertAllowed } from '../../domain/policy.ts';
import type { RegionWorkshop, RegionWorkshops } from '../../domain/workshops/region-workshops.ts';
import { regionOnCover } from '../documents/plan/region-on-cover.ts';
import type { PlanService } from '../plans/plan.service.ts';
import type { RegionService } from '../regions/region.service.ts';
import type { WorkshopService } from '../workshops/workshop.service.ts';

/** What a director begins with. Rules [DR1] to [DR3]. */
export interface DirectorService {
	/** The regions of a director in their order, each with its opened workshops. */
	regions(actor: AccountActor): Promise<RegionWorkshops[]>;
}

export function directorService(deps: {
	workshops: WorkshopService;
	regions: RegionService;
	plans: PlanService;
}): DirectorService {
	const { workshops, regions, plans } = deps;
	return {
		async regions(actor) {
			assertAllowed(actor.role === 'director');
			const own = (await regions.list()).filter(({ id }) => actor.regions.includes(id));
			const listed: (RegionWorkshop & { readonly regionId: string | null })[] = [];
			for (const { workshop, actions } of await workshops.list(actor)) {
				const { id, title, date, state, example, regionId } = workshop;
				const lacking =
					actions === 0 ? 0 : planOverview((await plans.read(actor, id)).plan).incomplete.length;
				const complete = actions - lacking;
				listed.push({ id, title, date, state, example, regionId, actions, complete });
			}
			listed.sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
			return own.map(({ id, name }) => ({
				id,
				name: regionOnCover(name),
				workshops: listed.filter(({ regionId }) => regionId === id)
			}));
		}
	};
}
