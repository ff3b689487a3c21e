import type { KeyPaths } from '../../support/pages/key-paths.ts';
import type { RoomOfScene } from '../../support/pages/page-people.ts';

/**
 * What each page and each endpoint may tell each role, the whole of it: a page, a role, a key or a kind of
 * secret that does not stand here fails the test. Whoever adds one says here who is told it, after asking
 * whether the page shows it. A screen and a guest's link are strangers with a token in the address.
 */
export type Told = string | { readonly secrets: string; readonly keys: KeyPaths };

/** `secrets` are the kinds of secret values in the answer; `own:` before those that are the asker's. */
function told(secrets: string, keys: KeyPaths): Told {
	return { secrets, keys };
}

/** A shape that stands in several answers, at a path. */
function at(path: string, shape: KeyPaths): KeyPaths {
	return Object.fromEntries(Object.entries(shape).map(([inner, keys]) => [path + inner, keys]));
}

const EVERYBODY =
	'stranger participant tableHost lead coFacilitator otherFacilitator director otherDirector administrator';
const FACILITATORS = 'lead coFacilitator';
const READERS = 'lead coFacilitator director';
const OTHER_ACCOUNTS = 'otherFacilitator director otherDirector administrator';
const ELSEWHERE = 'otherFacilitator otherDirector administrator';
const WITHOUT_ACCOUNT = 'stranger participant tableHost';
const GUESTS = 'participant tableHost';
const OF_THE_WORKSHOP = 'participant tableHost lead coFacilitator director';
const NO_GUESTS =
	'stranger lead coFacilitator otherFacilitator director otherDirector administrator';
const NO_FACILITATORS = 'director otherDirector administrator';

const ACTIVITY: KeyPaths = {
	'': 'durationMinutes groupingId id kind opened parameters position prompt shortTitle startTime title workshopId',
	'.parameters': 'clusters columns vote writing',
	'.parameters.columns[]': 'color icon id name',
	'.parameters.vote': 'budget cap method'
};

const STAGE: KeyPaths = {
	'': 'activityId boards erasures hall lateDecision otherVotes state timer version view vote',
	'.boards[]': 'activityId id locked name open revealed shown spaceId',
	'.timer': 'duration endsAt remaining'
};

const PROPOSAL: KeyPaths = {
	'': 'actions categoryIds clusterIds noteKeys number proposalId status text version',
	'.actions[]': 'actionId code'
};

const OVERVIEW: KeyPaths = {
	'': 'clusters notes participants plan proposals redrawn region subjects voted workshop',
	'.plan': 'actions axes cost financing firstStart incomplete lastEnd objectives title unfinanced',
	'.plan.axes[]': 'cost id number title',
	'.plan.financing': 'confirmed negotiating to_mobilise',
	'.plan.incomplete[]': 'code id missing title',
	'.workshop': 'date example id state title'
};

const REGION: KeyPaths = {
	'': 'id name workshops',
	'.workshops[]': 'actions complete date example id regionId state title'
};

const NOTES_ACTIVITY: KeyPaths = {
	'': 'durationMinutes groupingId id kind opened parameters position prompt shortTitle startTime title workshopId',
	'.parameters': 'clusters columns vote writing',
	'.parameters.columns[]': 'color icon id name'
};

const PLAN: KeyPaths = {
	'': 'actions axes objectives title',
	'.actions[]':
		'alignment assumptions beneficiaries beneficiaryCount beneficiaryWomen beneficiaryYouth code codeKept competence contributions conventionReference conventionState conventionType cost crossCutting delegatedOwner description end financialProgress financing focalPoint id indicators level location milestones nature objectiveId operationalObjective orientation owner partners phase physicalProgress position priority proposalIds quickWin raci rationale remarks responsible results risks start status title',
	'.actions[].financing[]': 'amount id source status',
	'.actions[].indicators[]': 'baseline id label periodicity source target unit',
	'.actions[].partners[]': 'commitment id name',
	'.actions[].responsible[]': 'id name',
	'.actions[].risks[]': 'id label level mitigation',
	'.axes[]': 'id position title',
	'.objectives[]': 'axisId id position title'
};

const TRACE: KeyPaths = {
	'': 'categories clusters id notes number text',
	'.categories[]': 'id name',
	'.clusters[]': 'id place title',
	'.clusters[].place': 'activityTitle publishedAt rank score tied unit voteId',
	'.notes[]': 'activityId columnId editedBy ref text'
};

const SOURCE: KeyPaths = {
	'': 'actions categories clusterIds clusters id noteKeys notes number status text version workshopId',
	'.actions[]': 'code id',
	'.categories[]': 'id name',
	'.clusters[]': 'id place title',
	'.clusters[].place': 'activityTitle publishedAt rank score tied unit voteId',
	'.notes[]': 'activityId columnId editedBy ref text'
};

export const PAGE_DATA: Readonly<Record<string, Readonly<Record<string, Told>>>> = {
	'/': {
		[WITHOUT_ACCOUNT]: 'leads to /join',
		'lead coFacilitator otherFacilitator': 'leads to /workshops',
		'director otherDirector': 'leads to /regions',
		administrator: 'leads to /admin'
	},
	'/account': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		'lead coFacilitator otherFacilitator director otherDirector administrator': told('own:email', {
			'.': 'account',
			account: 'email name role'
		})
	},
	'/admin': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		'lead coFacilitator otherFacilitator director otherDirector': '403 forbidden',
		administrator: told('accountId email own:accountId own:email', {
			'.': 'account accounts invitations linkOrigin regions',
			account: 'id name',
			'invitations[]': 'expiresAt id invitedAt invitedBy name regions role',
			'accounts[]': 'disabled email id name regions role',
			'regions[]': 'id name position'
		})
	},
	'/api/join/[code]': {
		[EVERYBODY]: told('', {
			'.': 'admission categories date example joined ticket title workshopId',
			'categories[]': 'categoryId name observing'
		})
	},
	'/api/openapi.json': {
		[EVERYBODY]: 'application/json'
	},
	'/api/votes/[vote]': {
		stranger: '401 not_signed_in',
		[OF_THE_WORKSHOP]: told('', {
			'.': 'activityId options recorded rules state voteId waits workshopId',
			'options[]': 'kind ref title',
			rules: 'budget cap method'
		}),
		[ELSEWHERE]: '403 forbidden'
	},
	'/api/votes/[vote]/options/[option]/notes': {
		stranger: '401 not_signed_in',
		[`${GUESTS} ${FACILITATORS}`]: told('', {
			'.': 'notes option voteId',
			'notes[]': 'activityId columnId text'
		}),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/api/votes/[vote]/results': {
		stranger: '401 not_signed_in',
		[GUESTS]: told('', {
			'.': 'activityId cited commitments electorate fingerprint groups outcome publishedAt rules unit voteId voters',
			outcome: 'cast options possible',
			'outcome.options[]': 'kind rank ref score tied title',
			rules: 'budget cap method'
		}),
		[READERS]: told('', {
			'.': 'activityId cited commitments electorate fingerprint groups outcome publishedAt rules unit voteId voters',
			'groups[]': 'categories support voters',
			'groups[].support': '<id>',
			'groups[].support.<id>': 'band score supporters',
			outcome: 'cast options possible',
			'outcome.options[]': 'kind rank ref score tied title',
			rules: 'budget cap method'
		}),
		[ELSEWHERE]: '403 forbidden'
	},
	'/api/votes/[vote]/turnout': {
		stranger: '401 not_signed_in',
		[OF_THE_WORKSHOP]: told('', { '.': 'mayVote voteId voted' }),
		[ELSEWHERE]: '403 forbidden'
	},
	'/api/workshops/[workshop]/documents/[subject]/[format]': {
		stranger: '401 not_signed_in',
		'participant tableHost otherFacilitator otherDirector administrator': '403 forbidden',
		[READERS]: 'application/json'
	},
	'/api/workshops/[workshop]/figures': {
		stranger: '401 not_signed_in',
		'participant tableHost otherFacilitator otherDirector administrator': '403 forbidden',
		[FACILITATORS]: told('noteKey pseudonym', {
			'.': 'ballot_voters budget_by_axis_mad budget_by_source_mad budget_by_status_mad budget_total_mad categories_without_notes counts dot_totals dot_totals_by_category dots_cast dots_possible groups notes_by_activity notes_by_category notes_by_column notes_not_traced_to_any_action participants_by_category plan_span proposals_without_action',
			budget_by_axis_mad: '<id>',
			budget_by_source_mad: '<words>',
			budget_by_status_mad: 'confirmed negotiating to_mobilise',
			counts:
				'actions activities_excluding_breaks agenda_items axes categories clustered_notes clusters notes objectives participants proposals unclustered_notes voters',
			dot_totals_by_category: '<id>',
			'dot_totals_by_category.<id>': '<id>',
			'dot_totals[]': 'id rank score',
			'groups[]': 'categories notes people',
			notes_by_activity: '<id>',
			notes_by_category: '<id>',
			notes_by_column: '<id>',
			participants_by_category: '<id>',
			plan_span: 'first_start last_end'
		}),
		director: told('', {
			'.': 'ballot_voters budget_by_axis_mad budget_by_source_mad budget_by_status_mad budget_total_mad categories_without_notes counts dot_totals dot_totals_by_category dots_cast dots_possible groups notes_by_activity notes_by_category notes_by_column notes_not_traced_to_any_action participants_by_category plan_span proposals_without_action',
			budget_by_axis_mad: '<id>',
			budget_by_source_mad: '<words>',
			budget_by_status_mad: 'confirmed negotiating to_mobilise',
			counts:
				'actions activities_excluding_breaks agenda_items axes categories clustered_notes clusters notes objectives participants proposals unclustered_notes voters',
			dot_totals_by_category: '<id>',
			'dot_totals_by_category.<id>': '<id>',
			'dot_totals[]': 'id rank score',
			'groups[]': 'categories notes people',
			notes_by_activity: '<id>',
			notes_by_category: '<id>',
			notes_by_column: '<id>',
			participants_by_category: '<id>',
			plan_span: 'first_start last_end'
		})
	},
	'/api/workshops/[workshop]/late-notes': {
		[NO_GUESTS]: '401 not_signed_in',
		[GUESTS]: told('', { '.': 'notes workshopId' })
	},
	'/api/workshops/[workshop]/participant': {
		[NO_GUESTS]: '401 not_signed_in',
		participant: told('joinCode own:participantId', {
			...at('agenda[]', ACTIVITY),
			...at('stage', STAGE),
			'.': 'agenda me stage workshop workshopId',
			me: 'categoryName observing participantId role seats',
			workshop: 'example id joinCode shortTitle title'
		}),
		tableHost: told('joinCode own:participantId', {
			...at('agenda[]', ACTIVITY),
			...at('stage', STAGE),
			'.': 'agenda me stage workshop workshopId',
			me: 'categoryName observing participantId role seats',
			'me.seats[]': 'layer role spaceId',
			workshop: 'example id joinCode shortTitle title'
		})
	},
	'/api/workshops/[workshop]/proposals': {
		[WITHOUT_ACCOUNT]: '401 not_signed_in',
		[FACILITATORS]: told('noteKey pseudonym', { ...at('proposals[]', PROPOSAL), '.': 'proposals' }),
		[ELSEWHERE]: '403 forbidden',
		director: told('', { ...at('proposals[]', PROPOSAL), '.': 'proposals' })
	},
	'/enter/[token]': {
		[EVERYBODY]: told('', { '.': 'title' })
	},
	'/files/[file]': {
		'stranger otherFacilitator otherDirector administrator': '404 not_found',
		[OF_THE_WORKSHOP]: 'image/png'
	},
	'/healthz': {
		[EVERYBODY]: 'text/plain'
	},
	'/invitation/[token]': {
		[EVERYBODY]: told('', { '.': 'regions role' })
	},
	'/join': {
		[EVERYBODY]: told('', {})
	},
	'/join/[code]': {
		[NO_GUESTS]: told('joinCode', {
			'.': 'admission categories code date example notice region ticket title typed',
			'categories[]': 'categoryId name observing otherNames',
			notice: 'contact eraseWords holders keepDays'
		}),
		[GUESTS]: 'leads to /w/[workshop]'
	},
	'/link/[token]': {
		[EVERYBODY]: told('', { '.': 'newPassword' })
	},
	'/metrics': {
		[EVERYBODY]: 'text/plain'
	},
	'/readyz': {
		[EVERYBODY]: 'text/plain'
	},
	'/regions': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		'lead coFacilitator otherFacilitator administrator': '403 forbidden',
		director: told('', {
			...at('overview', OVERVIEW),
			...at('regions[]', REGION),
			'.': 'account overview regions',
			account: 'name'
		}),
		otherDirector: told('', {
			'.': 'account overview regions',
			account: 'name',
			'regions[]': 'id name workshops'
		})
	},
	'/regions/[workshop]': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		'lead coFacilitator otherFacilitator otherDirector administrator': '403 forbidden',
		director: told('', {
			...at('overview', OVERVIEW),
			...at('regions[]', REGION),
			'.': 'account overview regions',
			account: 'name'
		})
	},
	'/screen': {
		[EVERYBODY]: told('', {})
	},
	'/screen/[token]': {
		[EVERYBODY]: told('joinCode linkToken', {
			...at('agenda[]', ACTIVITY),
			...at('stage', STAGE),
			'.': 'agenda figures joinOrigin organisers stage token workshop',
			figures: 'seats vote workshopId',
			'figures.seats': 'expected joined',
			'organisers[]': 'id logoId name position role',
			workshop: 'admission date example id joinCode shortTitle startTime title venue'
		})
	},
	'/screen/[token]/figures': {
		[EVERYBODY]: told('', { '.': 'seats vote workshopId', seats: 'expected joined' })
	},
	'/setup/[token]': {
		[EVERYBODY]: '409 already_set_up'
	},
	'/sign-in': {
		[WITHOUT_ACCOUNT]: told('', {}),
		'lead coFacilitator otherFacilitator': 'leads to /workshops',
		'director otherDirector': 'leads to /regions',
		administrator: 'leads to /admin'
	},
	'/w/[workshop]': {
		[EVERYBODY]: told('', {})
	},
	'/w/[workshop]/agenda': {
		[NO_GUESTS]: '401 not_signed_in',
		[GUESTS]: told('', { ...at('agenda[]', ACTIVITY), '.': 'agenda workshopId' })
	},
	'/workshops': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		[FACILITATORS]: told('joinCode', {
			'.': 'account templates today workshops',
			account: 'name',
			'templates[]': 'activities categories description id name objectives title',
			'workshops[]':
				'actions activities categories done expected notes opened participants workshop',
			'workshops[].workshop':
				'date days endTime example id joinCode startTime state title venue version',
			'workshops[].workshop.days[]': 'date endTime id startTime'
		}),
		otherFacilitator: told('', {
			'.': 'account templates today workshops',
			account: 'name',
			'templates[]': 'activities categories description id name objectives title'
		}),
		[NO_FACILITATORS]: '403 forbidden'
	},
	'/workshops/[workshop]/attendance': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		[FACILITATORS]: told('participantId', {
			'.': 'account attendance awaited halfDays hallOpen workshop',
			account: 'name role',
			'halfDays[]': 'date from half until',
			'attendance[]': 'categoryId expected joined name observing people',
			'attendance[].people[]': 'joinedAt language name organisation participantId province',
			workshop: 'date example id shortTitle title'
		}),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/attendance/list.csv': {
		[WITHOUT_ACCOUNT]: '401 not_signed_in',
		[FACILITATORS]: 'text/csv',
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/attendance/list.xlsx': {
		[WITHOUT_ACCOUNT]: '401 not_signed_in',
		[FACILITATORS]: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/clusters': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		[FACILITATORS]: told('', {
			...at('boards[].activity', ACTIVITY),
			...at('voteIn', ACTIVITY),
			...at('stage', STAGE),
			'.': 'account activities boards grouping groupings hallOpen ranked stage voteIn workshop',
			account: 'name role',
			'boards[]': 'activity id',
			grouping: 'href id title',
			'groupings[]': 'href id title',
			workshop: 'date example id shortTitle title'
		}),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/export': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		[READERS]: told('', {
			...at('overview', OVERVIEW),
			'.': 'account hallOpen language overview workshop',
			account: 'name role',
			workshop: 'date example id shortTitle title'
		}),
		[ELSEWHERE]: '403 forbidden'
	},
	'/workshops/[workshop]/history/[board]': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		[FACILITATORS]: told('', {
			...at('activity', NOTES_ACTIVITY),
			'.': 'account activity boardId hallOpen note workshop',
			account: 'name role',
			workshop: 'date example id shortTitle title'
		}),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/history/[board]/events': {
		[WITHOUT_ACCOUNT]: '401 not_signed_in',
		[FACILITATORS]: told('noteKey pseudonym', {
			'.': 'boardId events',
			'events[]': 'at by columnId gone key seq text',
			'events[].by': 'kind'
		}),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/late-notes': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		[FACILITATORS]: told('', {
			...at('agenda[]', ACTIVITY),
			...at('stage', STAGE),
			'.': 'account agenda categories hallOpen notes stage workshop',
			account: 'name role',
			'categories[]': 'expected id name observing position',
			workshop: 'date example id shortTitle title'
		}),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/people': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		[FACILITATORS]: told('joinCode participantId', {
			...at('stage', STAGE),
			'.': 'account categories hallOpen people reachable settled stage workshop',
			account: 'name role',
			'categories[]': 'expected id name observing position',
			'people[]':
				'categoryId connected joinedAt name organisation participantId removed role sameDevice tableId',
			'settled[]': 'kind people',
			workshop: 'admission date example id joinCode joining shortTitle state title version'
		}),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/plan': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		[READERS]: told('', {
			...at('activities[]', ACTIVITY),
			...at('plan', PLAN),
			...at('sources[]', TRACE),
			'.': 'account activities hallOpen mayWrite plan planId sources untraced workshop',
			account: 'name role',
			'untraced[]': 'activityId columnId editedBy ref text',
			workshop: 'date example id shortTitle title'
		}),
		[ELSEWHERE]: '403 forbidden'
	},
	'/workshops/[workshop]/poster': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		[FACILITATORS]: told('joinCode wifi', {
			'.': 'account hallOpen reachable wifi workshop',
			account: 'name role',
			wifi: 'network password',
			workshop: 'admission date example id joinCode shortTitle title venue'
		}),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/prepare': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		[FACILITATORS]: 'leads to /workshops/[workshop]/prepare/invite',
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/prepare/agenda': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		[FACILITATORS]: told('joinCode', {
			...at('activities[]', ACTIVITY),
			'.': 'account activities categories done hallOpen organisers workshop',
			account: 'name role',
			'categories[]': 'expected id name observing position',
			'organisers[]': 'id logoId name position role',
			workshop:
				'admission anonymityFloor date endTime example framework id joinCode objectives regionId shortTitle startTime state title venue version'
		}),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/prepare/basics': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		[FACILITATORS]: told('joinCode', {
			...at('activities[]', ACTIVITY),
			'.': 'account activities categories done hallOpen organisers workshop',
			account: 'name role',
			'categories[]': 'expected id name observing position',
			'organisers[]': 'id logoId name position role',
			workshop:
				'admission anonymityFloor date endTime example framework id joinCode objectives regionId shortTitle startTime state title venue version'
		}),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/prepare/categories': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		[FACILITATORS]: told('joinCode', {
			...at('activities[]', ACTIVITY),
			'.': 'account activities categories done hallOpen organisers workshop',
			account: 'name role',
			'categories[]': 'expected id name observing position',
			'organisers[]': 'id logoId name position role',
			workshop:
				'admission anonymityFloor date endTime example framework id joinCode objectives regionId shortTitle startTime state title venue version'
		}),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/prepare/invite': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		[FACILITATORS]: told('accountId email joinCode own:accountId own:email wifi', {
			...at('activities[]', ACTIVITY),
			'.': 'account activities categories done facilitators hallOpen organisers reachable rehearsal wifi workshop',
			account: 'name role',
			'categories[]': 'expected id name observing position',
			'facilitators[]': 'email id lead name',
			'organisers[]': 'id logoId name position role',
			wifi: 'network password',
			workshop:
				'admission anonymityFloor date endTime example framework id joinCode objectives regionId shortTitle startTime state title venue version'
		}),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/prepare/organisers': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		[FACILITATORS]: told('joinCode', {
			...at('activities[]', ACTIVITY),
			'.': 'account activities categories done hallOpen organisers workshop',
			account: 'name role',
			'categories[]': 'expected id name observing position',
			'organisers[]': 'id logoId name position role',
			workshop:
				'admission anonymityFloor date endTime example framework id joinCode objectives regionId shortTitle startTime state title venue version'
		}),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/prepare/place': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		[FACILITATORS]: told('joinCode', {
			...at('activities[]', ACTIVITY),
			'.': 'account activities categories done hallOpen organisers regions workshop',
			account: 'name role',
			'categories[]': 'expected id name observing position',
			'organisers[]': 'id logoId name position role',
			'regions[]': 'id name position',
			workshop:
				'admission anonymityFloor date endTime example framework id joinCode objectives regionId shortTitle startTime state title venue version'
		}),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/privacy': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		[FACILITATORS]: told('participantId', {
			'.': 'account contacts hallOpen notice people settings workshop',
			account: 'name role',
			notice: 'contact eraseWords holders keepDays',
			'people[]': 'erasedAt joinedAt name organisation participantId',
			settings: 'contact eraseWords keepDays showContacts',
			workshop: 'date example id shortTitle title'
		}),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/proposals': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		[FACILITATORS]: told('noteKey pseudonym', {
			...at('activities[]', ACTIVITY),
			...at('plan', PLAN),
			...at('proposals[]', SOURCE),
			'.': 'account activities clusters gone hallOpen mayWrite plan planId proposals unclustered workshop',
			account: 'name role',
			'clusters[]': 'id notes place title',
			'clusters[].notes[]': 'activityId columnId editedBy ref text',
			'clusters[].place': 'activityTitle publishedAt rank score tied unit voteId',
			'unclustered[]': 'activityId columnId editedBy ref text',
			workshop: 'date example id shortTitle title'
		}),
		[ELSEWHERE]: '403 forbidden',
		director: told('', {
			...at('activities[]', ACTIVITY),
			...at('plan', PLAN),
			...at('proposals[]', SOURCE),
			'.': 'account activities clusters gone hallOpen mayWrite plan planId proposals unclustered workshop',
			account: 'name role',
			'clusters[]': 'id notes place title',
			'clusters[].place': 'activityTitle publishedAt rank score tied unit voteId',
			workshop: 'date example id shortTitle title'
		})
	},
	'/workshops/[workshop]/run': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		[FACILITATORS]: told('joinCode own:accountId', {
			...at('agenda[]', ACTIVITY),
			...at('stage', STAGE),
			'.': 'account agenda categories clusters hallOpen joinOrigin joined lateNotes me notes proposals rehearsal stage workshop',
			account: 'name role',
			'categories[]': 'expected id name observing position',
			joined: '<id>',
			notes: '<id>',
			workshop: 'admission anonymityFloor date example id joinCode shortTitle title version'
		}),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/run/look/[activity]': {
		[WITHOUT_ACCOUNT]: '401 not_signed_in',
		[FACILITATORS]: told('', { '.': 'activityId state vote' }),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/run/note-categories/[board]': {
		[WITHOUT_ACCOUNT]: '401 not_signed_in',
		// Nothing stands beside a note while writing goes on.
		[FACILITATORS]: told('', { '.': 'boardId categories' }),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/run/note-counts': {
		[WITHOUT_ACCOUNT]: '401 not_signed_in',
		[FACILITATORS]: told('', { '.': 'counts workshopId', counts: '<id>' }),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/run/private-writers/[board]': {
		[WITHOUT_ACCOUNT]: '401 not_signed_in',
		[FACILITATORS]: told('', { '.': 'boardId people' }),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/run/waiting-voters/[vote]': {
		[WITHOUT_ACCOUNT]: '401 not_signed_in',
		[FACILITATORS]: told('', { '.': 'voteId waiting' }),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/tickets': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		[FACILITATORS]: told('', {
			'.': 'account categories hallOpen reachable tickets workshop',
			account: 'name role',
			'categories[]': 'expected id name observing position',
			'tickets[]': 'categoryId code id name number organisation state usedBy',
			workshop: 'date example id shortTitle title'
		}),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/[workshop]/tickets/print': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		[FACILITATORS]: told('', {
			'.': 'account hallOpen reachable tickets workshop',
			account: 'name role',
			'tickets[]': 'code id name number organisation',
			workshop: 'date example id shortTitle title'
		}),
		[OTHER_ACCOUNTS]: '403 forbidden'
	},
	'/workshops/new': {
		[WITHOUT_ACCOUNT]: 'leads to /sign-in',
		[FACILITATORS]: told('', {
			'.': 'account from others templates',
			account: 'name',
			'others[]': 'date id title',
			'templates[]': 'activities categories description id name objectives title'
		}),
		otherFacilitator: told('', {
			'.': 'account from others templates',
			account: 'name',
			'templates[]': 'activities categories description id name objectives title'
		}),
		[NO_FACILITATORS]: '403 forbidden'
	}
};

/** Who may open each live room, a screen among them; whoever may not is sent no byte of it. */
export const ROOMS_OPEN_TO: Readonly<Record<RoomOfScene, string>> = {
	board: 'participant tableHost lead coFacilitator screen',
	tableBoard: 'tableHost lead coFacilitator',
	clusters: 'participant tableHost lead coFacilitator screen',
	stage: 'participant tableHost lead coFacilitator screen',
	plan: 'lead coFacilitator director'
};

/**
 * What the forms' actions tell that end well, by who sends them without a field; all others
 * tell nothing. In brackets the kinds of secrets in the answer.
 */
export const ACTIONS_TELL: Readonly<Record<string, string>> = {
	// The next person joins with the same phone.
	'participant /w/[workshop]?/leave': '(joinCode)',
	'lead /workshops/[workshop]/prepare/invite?/screen': 'screen screenCode',
	'lead /workshops/[workshop]/prepare/invite?/unname': 'unnamed',
	'lead /workshops/[workshop]/run?/screen': 'screen screenCode'
};
