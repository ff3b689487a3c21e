import { addAxis, addObjective } from '#lib/board/plan-doc.ts';
import type { EventAction } from '#lib/domain/events/event.ts';
import { newId } from '#lib/domain/id.ts';
import { openPseudonyms } from '#lib/server/notes/pseudonyms.ts';
import { accountOf, aPerson, PASSWORD, tokenOf } from '../../support/workshops/people.ts';
import { joinAs } from '../../support/workshops/workshop-people.ts';
import type { Scene } from './scene.ts';

/** One method that changes something, as it is called and what it is remembered as. */
export interface Command {
	/** `<service>.<method>` */
	readonly method: string;
	readonly action: EventAction;
	readonly run: (scene: Scene) => Promise<unknown>;
	/** The actor that the event names; the workshop's lead where it is left out. */
	readonly by?: (scene: Scene) => string | null;
	/** It belongs to no workshop. */
	readonly installation?: true;
	/** It changes a document, so that its event goes into that change's commit. */
	readonly inDocument?: true;
}

const byAdministrator = (scene: Scene): string => scene.administrator.actor.id;
const byMade = (name: string) => (scene: Scene) => scene.get(name);

/** Everything that changes something, in the order of a workshop's life. */
export const COMMANDS: readonly Command[] = [
	{
		method: 'regions.add',
		action: 'region_added',
		installation: true,
		by: byAdministrator,
		run: async (s) => s.keep('region', await s.app.regions.add(s.administrator.actor, s.words))
	},
	{
		method: 'regions.rename',
		action: 'region_renamed',
		installation: true,
		by: byAdministrator,
		run: (s) => s.app.regions.rename(s.administrator.actor, s.get('region'), s.words)
	},
	{
		method: 'regions.move',
		action: 'region_moved',
		installation: true,
		by: byAdministrator,
		run: (s) => s.app.regions.move(s.administrator.actor, s.get('region'), 'up')
	},
	{
		method: 'accountAdmin.invite',
		action: 'invitation_made',
		installation: true,
		by: byAdministrator,
		run: async (s) =>
			s.keep(
				'invitation',
				await s.app.accountAdmin.invite(s.administrator.actor, {
					role: 'director',
					regions: ['fes-meknes']
				})
			)
	},
	{
		method: 'accountAdmin.renewInvitation',
		action: 'invitation_renewed',
		installation: true,
		by: byAdministrator,
		run: async (s) => {
			const { actor } = s.administrator;
			const open = await s.app.accountAdmin.invitations(actor);
			const { id } = open.find(({ role }) => role === 'director')!;
			s.keep('invitation', await s.app.accountAdmin.renewInvitation(actor, id));
		}
	},
	{
		method: 'accounts.acceptInvitation',
		action: 'account_made',
		installation: true,
		by: byMade('director'),
		run: async (s) => {
			const person = aPerson({ name: s.word });
			const { token } = await s.app.accounts.acceptInvitation(tokenOf(s.get('invitation')), person);
			s.keep('director', (await accountOf(s.app, token))!.id);
		}
	},
	{
		method: 'accountAdmin.withdrawInvitation',
		action: 'invitation_withdrawn',
		installation: true,
		by: byAdministrator,
		run: async (s) => {
			const { actor } = s.administrator;
			const open = await s.app.accountAdmin.invitations(actor);
			const { id } = open.find(({ role }) => role === 'facilitator')!;
			await s.app.accountAdmin.withdrawInvitation(actor, id);
		}
	},
	{
		method: 'accountAdmin.setRegions',
		action: 'account_regions_set',
		installation: true,
		by: byAdministrator,
		run: (s) =>
			s.app.accountAdmin.setRegions(s.administrator.actor, s.get('director'), [s.get('region')])
	},
	{
		method: 'accountAdmin.newPasswordLink',
		action: 'password_link_made',
		installation: true,
		by: byAdministrator,
		run: async (s) =>
			s.keep(
				'link',
				await s.app.accountAdmin.newPasswordLink(s.administrator.actor, s.get('director'))
			)
	},
	{
		method: 'accounts.signInByLink',
		action: 'password_changed',
		installation: true,
		by: byMade('director'),
		run: (s) => s.app.accounts.signInByLink(tokenOf(s.get('link')), `${PASSWORD} 2`)
	},
	{
		method: 'accountAdmin.setDisabled',
		action: 'account_disabled',
		installation: true,
		by: byAdministrator,
		run: (s) => s.app.accountAdmin.setDisabled(s.administrator.actor, s.get('director'), true)
	},
	{
		method: 'accountAdmin.setDisabled',
		action: 'account_enabled',
		installation: true,
		by: byAdministrator,
		run: (s) => s.app.accountAdmin.setDisabled(s.administrator.actor, s.get('director'), false)
	},
	{
		method: 'accounts.changeName',
		action: 'account_renamed',
		installation: true,
		by: (s) => s.other.actor.id,
		run: (s) => s.app.accounts.changeName(s.other.actor, s.word)
	},
	{
		method: 'accounts.changePassword',
		action: 'password_changed',
		installation: true,
		by: (s) => s.other.actor.id,
		run: (s) =>
			s.app.accounts.changePassword(
				s.other.actor,
				{ current: PASSWORD, password: `${PASSWORD} 2` },
				s.other.token
			)
	},
	{
		method: 'workshops.create',
		action: 'workshop_made',
		run: (s) => s.app.workshops.create(s.lead, { title: s.words, origin: { kind: 'blank' } })
	},
	{
		method: 'workshops.update',
		action: 'workshop_edited',
		run: async (s) => {
			const basics = await s.app.workshops.get(s.lead, s.workshopId);
			await s.app.workshops.update(s.lead, s.workshopId, await s.version(), {
				...basics,
				title: s.words
			});
		}
	},
	{
		method: 'workshops.renewJoinCode',
		action: 'join_code_renewed',
		run: async (s) => s.app.workshops.renewJoinCode(s.lead, s.workshopId, await s.version())
	},
	{
		method: 'workshops.setAdmission',
		action: 'admission_set',
		run: async (s) => s.app.workshops.setAdmission(s.lead, s.workshopId, await s.version(), 'open')
	},
	{
		method: 'workshops.setHallWifi',
		action: 'hall_wifi_set',
		run: async (s) => {
			const wifi = { network: s.word.slice(0, 10), password: 'kept out of the log' };
			await s.app.workshops.setHallWifi(s.lead, s.workshopId, await s.version(), wifi);
		}
	},
	{
		method: 'tickets.add',
		action: 'tickets_made',
		run: (s) => s.app.tickets.add(s.lead, s.workshopId, 2)
	},
	{
		method: 'tickets.invite',
		action: 'people_invited',
		run: (s) =>
			s.app.tickets.invite(s.lead, s.workshopId, [
				{ name: s.word, organisation: s.word, categoryId: null }
			])
	},
	{
		method: 'tickets.replace',
		action: 'ticket_replaced',
		run: async (s) => {
			const [ticket] = await s.app.tickets.list(s.lead, s.workshopId);
			await s.app.tickets.replace(s.lead, s.workshopId, ticket!.id);
		}
	},
	{
		method: 'tickets.withdraw',
		action: 'ticket_withdrawn',
		run: async (s) => {
			const ticket = (await s.app.tickets.list(s.lead, s.workshopId)).at(-1);
			await s.app.tickets.withdraw(s.lead, s.workshopId, ticket!.id);
		}
	},
	{
		method: 'workshops.setJoining',
		action: 'joining_stopped',
		run: (s) => s.app.workshops.setJoining(s.lead, s.workshopId, false)
	},
	{
		method: 'workshops.setJoining',
		action: 'joining_allowed',
		run: (s) => s.app.workshops.setJoining(s.lead, s.workshopId, true)
	},
	{
		method: 'workshops.createScreenLink',
		action: 'screen_link_made',
		run: (s) => s.app.workshops.createScreenLink(s.lead, s.workshopId)
	},
	{
		method: 'workshops.createScreenCode',
		action: 'screen_code_made',
		run: async (s) =>
			s.keep('screenCode', await s.app.workshops.createScreenCode(s.lead, s.workshopId))
	},
	{
		method: 'screen.enter',
		action: 'screen_entered',
		by: () => null,
		run: (s) =>
			s.app.screen.enter(s.get('screenCode'), { device: 'projector', address: '192.0.2.9' })
	},
	{
		method: 'workshops.nameFacilitator',
		action: 'facilitator_named',
		run: (s) => s.app.workshops.nameFacilitator(s.lead, s.workshopId, s.other.actor.email)
	},
	{
		method: 'workshops.removeFacilitator',
		action: 'facilitator_taken_off',
		run: (s) => s.app.workshops.removeFacilitator(s.lead, s.workshopId, s.other.actor.id)
	},
	{
		method: 'categories.saveAll',
		action: 'categories_saved',
		run: async (s) => {
			const present = await s.app.categories.list(s.lead, s.workshopId);
			const drafts = [...present, { name: s.words, expected: 3, observing: false }];
			await s.app.categories.saveAll(s.lead, s.workshopId, await s.version(), drafts, 4);
		}
	},
	{
		method: 'organisers.saveAll',
		action: 'organisers_saved',
		run: async (s) =>
			s.app.organisers.saveAll(s.lead, s.workshopId, await s.version(), [
				{ name: s.word, role: 'partner', logoId: null }
			])
	},
	{
		method: 'agenda.add',
		action: 'activity_added',
		run: async (s) => {
			const draft = { ...(await s.firstActivity()), title: s.words };
			s.keep('added', await s.app.agenda.add(s.lead, s.workshopId, await s.version(), draft));
		}
	},
	{
		method: 'agenda.edit',
		action: 'activity_edited',
		run: async (s) => {
			const draft = { ...(await s.firstActivity()), prompt: s.words };
			await s.app.agenda.edit(s.lead, s.workshopId, await s.version(), s.get('added'), draft);
		}
	},
	{
		method: 'agenda.duplicate',
		action: 'activity_added',
		run: async (s) =>
			s.app.agenda.duplicate(s.lead, s.workshopId, await s.version(), s.get('added'))
	},
	{
		method: 'agenda.reorder',
		action: 'agenda_reordered',
		run: async (s) => {
			const agenda = await s.app.agenda.list(s.lead, s.workshopId);
			const ids = agenda.map(({ id }) => id).reverse();
			await s.app.agenda.reorder(s.lead, s.workshopId, await s.version(), ids);
		}
	},
	{
		method: 'spaces.add',
		action: 'space_added',
		run: async (s) => {
			const draft = {
				kind: 'table',
				parentId: null,
				name: s.words,
				theme: {},
				capacity: null
			} as const;
			s.keep('table', await s.app.spaces.add(s.lead, s.workshopId, draft));
		}
	},
	{
		method: 'boards.divide',
		action: 'boards_divided',
		run: (s) => s.app.boards.divide(s.lead, s.workshopId, s.get('added'), 'table')
	},
	{
		method: 'boards.divide',
		action: 'boards_divided',
		run: (s) => s.app.boards.divide(s.lead, s.workshopId, s.get('added'), 'hall')
	},
	{
		method: 'agenda.remove',
		action: 'activity_removed',
		run: async (s) => s.app.agenda.remove(s.lead, s.workshopId, await s.version(), s.get('added'))
	},
	{
		method: 'participants.join',
		action: 'participant_joined',
		by: byMade('joiner'),
		run: async (s) => {
			const { participantId } = await s.join();
			s.keep('joiner', await s.actorOf(participantId));
			s.keep('participant', participantId);
		}
	},
	{
		method: 'people.setRole',
		action: 'participant_role_set',
		run: (s) => s.app.people.setRole(s.lead, s.workshopId, s.get('participant'), 'observer')
	},
	{
		method: 'spaces.seat',
		action: 'person_seated',
		run: (s) =>
			s.app.spaces.seat(s.lead, s.workshopId, {
				spaceId: s.get('table'),
				participantId: s.get('participant')
			})
	},
	{
		method: 'spaces.unseat',
		action: 'person_unseated',
		run: (s) => s.app.spaces.unseat(s.lead, s.workshopId, s.get('participant'), 'table')
	},
	{
		method: 'people.remove',
		action: 'participant_taken_out',
		run: (s) => s.app.people.remove(s.lead, s.workshopId, s.get('participant'))
	},
	{
		method: 'people.letIn',
		action: 'participant_let_in',
		run: (s) => s.app.people.letIn(s.lead, s.workshopId, s.get('participant'))
	},
	{
		method: 'people.settle',
		action: 'suggestion_settled',
		run: (s) =>
			s.app.people.settle(s.lead, s.workshopId, {
				kind: 'equal_names',
				people: [s.get('participant'), s.guest.participantId]
			})
	},
	{
		method: 'people.personalLink',
		action: 'guest_link_made',
		by: () => null,
		run: (s) => s.app.people.personalLink(s.lead, s.workshopId, s.guest.participantId)
	},
	{
		method: 'spaces.add',
		action: 'space_added',
		run: async (s) => {
			const draft = {
				kind: 'room',
				parentId: null,
				name: s.words,
				theme: {},
				capacity: null
			} as const;
			s.keep('room', await s.app.spaces.add(s.lead, s.workshopId, draft));
		}
	},
	{
		method: 'spaces.remove',
		action: 'space_removed',
		run: (s) => s.app.spaces.remove(s.lead, s.workshopId, s.get('room'))
	},
	{
		method: 'guestLinks.create',
		action: 'guest_link_made',
		by: () => null,
		run: (s) => s.app.guestLinks.create(s.guest.id, s.workshopId, 1000)
	},
	{
		method: 'documents.make',
		action: 'attendance_exported',
		run: (s) =>
			s.app.documents.make(s.lead, s.workshopId, {
				subject: 'attendance',
				format: 'csv',
				locale: 'ar'
			})
	},
	{
		method: 'agenda.add',
		action: 'activity_added',
		run: async (s) => {
			const options = ['A', 'B'].map((id) => ({ id, text: s.words }));
			const draft = { kind: 'hands', parameters: { options }, title: s.words } as const;
			const words = { shortTitle: {}, prompt: s.words, durationMinutes: 5 };
			const at = await s.version();
			s.keep('poll', await s.app.agenda.add(s.lead, s.workshopId, at, { ...draft, ...words }));
		}
	},
	{
		method: 'stage.openActivity',
		action: 'activity_opened',
		run: async (s) => s.app.stage.openActivity(s.lead, s.workshopId, s.get('poll'), await s.seen())
	},
	{
		method: 'stage.keepState',
		action: 'activity_state_kept',
		run: async (s) => {
			const counts = ['A', 'B'].map((id) => ({ id, hands: 3 }));
			const at = await s.seen();
			await s.app.stage.keepState(s.lead, s.workshopId, s.get('poll'), { counts }, at);
		}
	},
	{
		method: 'stage.openActivity',
		action: 'activity_opened',
		run: async (s) => s.app.stage.openActivity(s.lead, s.workshopId, s.privately, await s.seen())
	},
	{
		method: 'stage.revealNotes',
		action: 'notes_revealed',
		run: async (s) => s.app.stage.revealNotes(s.lead, s.workshopId, s.privately, await s.seen())
	},
	{
		method: 'stage.showBoards',
		action: 'boards_shown',
		run: async (s) => s.app.stage.showBoards(s.lead, s.workshopId, s.privately, await s.seen())
	},
	{
		method: 'stage.openActivity',
		action: 'activity_opened',
		run: async (s) => s.app.stage.openActivity(s.lead, s.workshopId, s.openly, await s.seen())
	},
	{
		method: 'stage.showActivity',
		action: 'activity_shown',
		run: async (s) => s.app.stage.showActivity(s.lead, s.workshopId, s.privately, await s.seen())
	},
	{
		method: 'stage.openActivity',
		action: 'activity_opened',
		run: async (s) => s.app.stage.openActivity(s.lead, s.workshopId, s.openly, await s.seen())
	},
	{
		method: 'stage.addMinutes',
		action: 'timer_changed',
		run: async (s) => s.app.stage.addMinutes(s.lead, s.workshopId, 5, await s.seen())
	},
	{
		method: 'stage.pauseTimer',
		action: 'timer_paused',
		run: async (s) => s.app.stage.pauseTimer(s.lead, s.workshopId, await s.seen())
	},
	{
		method: 'stage.resumeTimer',
		action: 'timer_resumed',
		run: async (s) => s.app.stage.resumeTimer(s.lead, s.workshopId, await s.seen())
	},
	{
		method: 'stage.show',
		action: 'view_shown',
		run: async (s) => s.app.stage.show(s.lead, s.workshopId, 'board', await s.seen())
	},
	{
		method: 'stage.closeWriting',
		action: 'writing_closed',
		run: async (s) => s.app.stage.closeWriting(s.lead, s.workshopId, await s.seen())
	},
	{
		method: 'lateNotes.handIn',
		action: 'late_notes_handed_in',
		by: (s) => s.guest.id,
		run: async (s) => {
			const notes = ['first', 'second'].map((key) => ({ name: key, key: newId(12) }));
			const author = await (await openPseudonyms(s.app.db)).of(s.board, s.guest.id);
			await s.app.lateNotes.handIn(s.guest, s.workshopId, {
				boardId: s.board,
				notes: notes.map(({ key }) => ({
					key: `${author}:${key}`,
					columnId: 'S',
					text: s.word,
					at: 1
				}))
			});
			for (const { name, key } of notes) s.keep(name, `${author}:${key}`);
		}
	},
	{
		method: 'lateNotes.leave',
		action: 'late_notes_left',
		run: (s) =>
			s.app.lateNotes.leave(s.lead, s.workshopId, [{ boardId: s.board, key: s.get('first') }])
	},
	{
		method: 'lateNotes.admit',
		action: 'late_notes_admitted',
		inDocument: true,
		run: (s) =>
			s.app.lateNotes.admit(s.lead, s.workshopId, [{ boardId: s.board, key: s.get('second') }])
	},
	{
		method: 'stage.reopenWriting',
		action: 'writing_reopened',
		run: async (s) => s.app.stage.reopenWriting(s.lead, s.workshopId, await s.seen())
	},
	{
		method: 'stage.lockBoard',
		action: 'board_locked',
		run: async (s) => s.app.stage.lockBoard(s.lead, s.workshopId, s.board, await s.seen())
	},
	{
		method: 'stage.unlockBoard',
		action: 'board_unlocked',
		run: async (s) => s.app.stage.unlockBoard(s.lead, s.workshopId, s.board, await s.seen())
	},
	{
		method: 'votes.openVote',
		action: 'vote_opened',
		run: async (s) => {
			s.keep('vote', await s.app.votes.openVote(s.lead, s.workshopId, s.openly, await s.seen()));
			const late = await joinAs(s.app.db, s.workshopId, s.guest.categoryId);
			s.keep('late', late.participantId);
		}
	},
	{
		method: 'votes.letVote',
		action: 'voters_let_in',
		run: (s) => s.app.votes.letVote(s.lead, s.get('vote'), [s.get('late')])
	},
	{
		method: 'votes.endVote',
		action: 'vote_ended',
		run: async (s) => s.app.votes.endVote(s.lead, s.workshopId, s.get('vote'), await s.seen())
	},
	{
		method: 'votes.reopenVote',
		action: 'vote_reopened',
		run: async (s) => s.app.votes.reopenVote(s.lead, s.workshopId, s.get('vote'), await s.seen())
	},
	{
		method: 'votes.endVote',
		action: 'vote_ended',
		run: async (s) => s.app.votes.endVote(s.lead, s.workshopId, s.get('vote'), await s.seen())
	},
	{
		method: 'votes.publishVote',
		action: 'vote_published',
		run: async (s) => s.app.votes.publishVote(s.lead, s.workshopId, s.get('vote'), await s.seen())
	},
	{
		method: 'votes.citeVote',
		action: 'vote_cited',
		run: (s) => s.app.votes.citeVote(s.lead, s.get('vote'), true)
	},
	{
		method: 'people.merge',
		action: 'participants_merged',
		run: (s) => s.app.people.merge(s.lead, s.workshopId, s.guest.participantId, [s.get('late')])
	},
	{
		method: 'proposals.create',
		action: 'proposal_made',
		run: async (s) => {
			const draft = { text: s.words, clusterIds: [], noteKeys: [] };
			s.keep('proposal', await s.app.proposals.create(s.lead, s.workshopId, draft));
		}
	},
	{
		method: 'proposals.edit',
		action: 'proposal_edited',
		run: (s) => s.app.proposals.edit(s.lead, s.get('proposal'), 1, { text: s.words })
	},
	{
		method: 'proposals.toAction',
		action: 'proposal_made_action',
		inDocument: true,
		run: async (s) => {
			let objectiveId = '';
			const { planId } = await s.app.plans.read(s.lead, s.workshopId);
			await s.app.rooms.change('plan', planId, s.lead.id, (doc) => {
				objectiveId = addObjective(doc, addAxis(doc, s.words), s.words);
			});
			await s.app.proposals.toAction(s.lead, s.get('proposal'), { title: s.words, objectiveId });
		}
	},
	{
		method: 'proposals.create',
		action: 'proposal_made',
		run: async (s) => {
			const draft = { text: s.words, clusterIds: [], noteKeys: [] };
			s.keep('spare', await s.app.proposals.create(s.lead, s.workshopId, draft));
		}
	},
	{
		method: 'proposals.remove',
		action: 'proposal_removed',
		run: (s) => s.app.proposals.remove(s.lead, s.get('spare'), 1)
	},
	{
		method: 'proposals.restore',
		action: 'proposal_restored',
		run: (s) => s.app.proposals.restore(s.lead, s.get('spare'))
	},
	{
		method: 'documents.make',
		action: 'document_exported',
		run: (s) =>
			s.app.documents.make(s.lead, s.workshopId, { subject: 'data', format: 'json', locale: 'ar' })
	},
	{
		method: 'workshops.closeHall',
		action: 'hall_closed',
		run: async (s) => s.app.workshops.closeHall(s.lead, s.workshopId, await s.version())
	},
	{
		method: 'workshops.openHall',
		action: 'hall_opened',
		run: async (s) => s.app.workshops.openHall(s.lead, s.workshopId, await s.version())
	},
	{
		method: 'privacy.save',
		action: 'privacy_set',
		run: (s) =>
			s.app.privacy.save(s.lead, s.workshopId, {
				contact: s.word,
				keepDays: 365,
				eraseWords: false,
				showContacts: true
			})
	},
	{
		method: 'persons.export',
		action: 'person_data_exported',
		run: (s) => s.app.persons.export(s.lead, s.workshopId, s.get('participant'))
	},
	{
		method: 'persons.erase',
		action: 'person_erased',
		run: (s) => s.app.persons.erase(s.lead, s.workshopId, s.get('participant'))
	},
	{
		method: 'persons.eraseAll',
		action: 'persons_erased',
		run: (s) => s.app.persons.eraseAll(s.lead, s.workshopId)
	},
	{
		method: 'persons.endKeeping',
		action: 'keeping_ended',
		by: () => null,
		run: (s) => s.app.persons.endKeeping(s.workshopId, true)
	}
];
