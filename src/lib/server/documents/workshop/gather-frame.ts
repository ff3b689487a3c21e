import type { LocalizedText } from '#lib/domain/text/locale.ts';
import type { Workshop } from '#lib/domain/workshops/workshop.ts';
import type { RegionService } from '../../regions/region.service.ts';
import type { Gathering } from './gathering.ts';
import { regionOnCover } from './region-on-cover.ts';
import type { DocumentOrganiser, DocumentWorkshop } from './workshop-frame.ts';

/** The workshop as its cover and feet show it, and whole for whoever tells more of it. */
export async function gatherFrame({
	sources,
	actor,
	workshopId
}: Gathering): Promise<{ readonly workshop: Workshop; readonly frame: DocumentWorkshop }> {
	const workshop = await sources.workshops.get(actor, workshopId);
	const organisers: DocumentOrganiser[] = [];
	for (const { name, role, logoId } of await sources.organisers.listOf(sources.db, workshopId)) {
		const logo = logoId === null ? null : await sources.files.find(sources.db, logoId);
		organisers.push({ name, role, logo });
	}
	const frame = {
		title: workshop.title,
		programme: workshop.framework,
		date: workshop.date,
		venue: workshop.venue,
		region: await regionOf(sources.regions, workshop.regionId),
		organisers,
		example: workshop.example
	};
	return { workshop, frame };
}

/** The region as a cover names it, or null without one. */
export async function regionOf(
	regions: RegionService,
	regionId: string | null
): Promise<LocalizedText | null> {
	const region = (await regions.list()).find(({ id }) => id === regionId);
	return region ? regionOnCover(region.name) : null;
}
