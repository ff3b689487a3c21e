import type { Activity } from '#lib/domain/activities/activity.ts';
import type { AccountActor, GuestActor } from '#lib/domain/people/actor.ts';
import type { App } from '#lib/server/app.ts';
import type { Joined } from '#lib/server/participants/participant.service.ts';
import { makeWorkshop } from '../../support/workshops/make-workshop.ts';
import {
	aPerson,
	invited,
	setUpAdministrator,
	type SignedInPerson
} from '../../support/workshops/people.ts';
import {
	facilitator,
	joinAs,
	makeCluster,
	makeNote
} from '../../support/workshops/workshop-people.ts';

/** Stands in no event: it is what people are called and what they write. */
const WORD = 'كلامٌ لا يُكتب في السجل';

/** What the commands act on: one workshop that is prepared, opened, run and written up. */
export interface Scene {
	readonly app: App;
	readonly administrator: SignedInPerson;
	readonly other: SignedInPerson;
	readonly lead: AccountActor;
	readonly guest: GuestActor;
	readonly workshopId: string;
	/** Two activities that collect notes; who wrote what in the second is hidden until the reveal. */
	readonly openly: string;
	readonly privately: string;
	/** The board of the first. */
	readonly board: string;
	readonly word: string;
	readonly words: { readonly ar: string };
	/** What an earlier command made. */
	get(name: string): string;
	keep(name: string, value: string): void;
	version(): Promise<number>;
	/** The stage's version. */
	seen(): Promise<number>;
	firstActivity(): Promise<Activity>;
	/** Somebody new joins by the code. */
	join(): Promise<Joined>;
	actorOf(participantId: string): Promise<string>;
}

export async function openScene(app: App): Promise<Scene> {
	const administrator = await setUpAdministrator(app);
	const role = { role: 'facilitator', regions: [] } as const;
	const other = await invited(app, administrator, role, aPerson({ name: WORD }));
	await app.accountAdmin.invite(administrator.actor, { ...role, name: WORD });
	const planned = { state: 'planned', opened_at: null } as const;
	const made = await makeWorkshop(app.db, {
		activities: [{}, { ...planned, parameters: { writing: 'private' } }]
	});
	const { workshopId, categoryIds, activityIds, boardIds, groupingId } = made;
	const lead = facilitator(made.facilitatorId);
	const guest = await joinAs(app.db, workshopId, categoryIds[0]!);
	const note = await makeNote(app.db, workshopId, boardIds[0]!, { author: guest, text: WORD });
	await makeCluster(app.db, groupingId, WORD, { notes: [note] });
	const kept = new Map<string, string>();
	return {
		app,
		administrator,
		other,
		lead,
		guest,
		workshopId,
		openly: activityIds[0]!,
		privately: activityIds[1]!,
		board: boardIds[0]!,
		word: WORD,
		words: { ar: WORD },
		get(name) {
			const value = kept.get(name);
			if (value === undefined) throw new Error(`no command made “${name}” yet`);
			return value;
		},
		keep(name, value) {
			kept.set(name, value);
		},
		version: async () => (await app.workshops.get(lead, workshopId)).version,
		seen: async () => (await app.stage.get(lead, workshopId)).version,
		firstActivity: async () => (await app.agenda.list(lead, workshopId))[0]!,
		async join() {
			const { joinCode } = await app.workshops.get(lead, workshopId);
			return app.participants.join(
				{
					code: joinCode,
					categoryId: categoryIds[0]!,
					language: 'ar',
					name: WORD,
					organisation: WORD,
					province: ''
				},
				{
					device: 'a phone',
					address: 'the hall',
					guest: () => Promise.resolve(undefined),
					removed: () => Promise.resolve(false)
				}
			);
		},
		async actorOf(participantId) {
			const row = await app.db
				.selectFrom('participant')
				.select('actor_id')
				.where('id', '=', participantId)
				.executeTakeFirstOrThrow();
			return row.actor_id;
		}
	};
}
