import {
	amount,
	choice,
	choiceFrom,
	flag,
	line,
	localized,
	month,
	PART_LIMITS,
	people,
	percent,
	reference,
	references,
	rowAmount,
	rows,
	tags,
	text,
	year,
	type Part,
	type RowColumns
} from './field-parts.ts';

export const ACTION_NATURES = ['new', 'extension', 'study', 'programme'] as const;
export const ACTION_LEVELS = ['region', 'province', 'commune'] as const;
/** Whose matter an action is: the territory's own, shared, transferred to it. */
export const COMPETENCES = ['own', 'shared', 'transferred'] as const;
export const FINANCING_STATUSES = ['confirmed', 'negotiating', 'to_mobilise'] as const;
export const CONVENTION_STATES = ['planned', 'negotiating', 'signed', 'in_force'] as const;
export const ACTION_PRIORITIES = ['high', 'medium', 'low'] as const;
export const CROSS_CUTTING = ['gender', 'youth', 'disability', 'environment', 'digital'] as const;
export const RACI_ROLES = ['responsible', 'accountable', 'consulted', 'informed'] as const;
export const ACTION_STATUSES = [
	'not_started',
	'in_progress',
	'done',
	'suspended',
	'cancelled'
] as const;

/** The parts of the sheet, in the order in which it shows them. `head` is its top, `money` its table. */
export const FIELD_GROUPS = ['head', 'framing', 'parties', 'money', 'results', 'linking'] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

interface ActionField {
	readonly group: FieldGroup;
	/** Counts for readiness (flag R of the form); what `readiness.ts` asks of it. */
	readonly required?: true;
	/** Values that the field holds, by their names in an action. None where it is computed or follows from its place. */
	readonly parts: Readonly<Record<string, Part>>;
}

/**
 * The 38 fields of an action sheet (بطاقة الإجراء), in the order of the form of Moroccan territorial
 * administrations. From this table follow the type of an action, what may be written into the plan's
 * document and how it is read, the rows of the sheet's page, readiness, and the documents.
 */
export const ACTION_FIELDS = {
	// `codeKept` is the objective under which somebody kept a code that does not fit there.
	code: { group: 'head', required: true, parts: { code: line(20), codeKept: reference } },
	orientation: { group: 'framing', parts: { orientation: line(PART_LIMITS.title) } },
	axis: { group: 'framing', required: true, parts: {} },
	strategic_objective: {
		group: 'framing',
		required: true,
		parts: { objectiveId: reference }
	},
	operational_objective: { group: 'framing', parts: { operationalObjective: text() } },
	title: { group: 'head', required: true, parts: { title: localized(PART_LIMITS.title) } },
	description: { group: 'framing', parts: { description: text() } },
	rationale: { group: 'framing', parts: { rationale: text() } },
	nature: { group: 'framing', parts: { nature: choice(ACTION_NATURES) } },
	level: { group: 'framing', required: true, parts: { level: choice(ACTION_LEVELS) } },
	location: { group: 'framing', required: true, parts: { location: line() } },
	beneficiaries: {
		group: 'framing',
		parts: {
			beneficiaries: text(),
			beneficiaryCount: people,
			beneficiaryWomen: people,
			beneficiaryYouth: people
		}
	},
	responsible: {
		group: 'parties',
		required: true,
		parts: { responsible: rows({ name: line() }) }
	},
	owner: { group: 'parties', parts: { owner: rows({ name: line() }) } },
	delegated_owner: { group: 'parties', parts: { delegatedOwner: rows({ name: line() }) } },
	focal_point: { group: 'parties', parts: { focalPoint: line() } },
	partners: {
		group: 'parties',
		required: true,
		parts: { partners: rows({ name: line(), commitment: text() }) }
	},
	competence: { group: 'parties', parts: { competence: choice(COMPETENCES) } },
	cost: { group: 'money', required: true, parts: { cost: amount } },
	financing: {
		group: 'money',
		required: true,
		parts: {
			financing: rows({
				source: line(),
				amount: rowAmount,
				status: choiceFrom(FINANCING_STATUSES, 'to_mobilise')
			})
		}
	},
	contribution_year: {
		group: 'money',
		// A row without a year is what comes after the years that are named.
		parts: { contributions: rows({ year, source: line(), amount: rowAmount }) }
	},
	available: { group: 'money', parts: {} },
	convention: {
		group: 'parties',
		parts: {
			conventionType: line(),
			conventionReference: line(),
			conventionState: choice(CONVENTION_STATES)
		}
	},
	schedule: { group: 'framing', required: true, parts: { start: month, end: month } },
	milestones: {
		group: 'results',
		parts: { phase: line(), milestones: rows({ label: line(), month }) }
	},
	results: { group: 'results', parts: { results: rows({ label: line(PART_LIMITS.title) }) } },
	indicators: {
		group: 'results',
		required: true,
		parts: {
			indicators: rows({
				label: line(),
				baseline: line(),
				target: line(),
				unit: line(),
				source: line(),
				periodicity: line()
			})
		}
	},
	risks: {
		group: 'results',
		parts: {
			risks: rows({ label: line(), level: choice(ACTION_PRIORITIES), mitigation: text() })
		}
	},
	assumptions: { group: 'results', parts: { assumptions: text() } },
	cross_cutting: { group: 'linking', parts: { crossCutting: tags(CROSS_CUTTING) } },
	alignment: {
		group: 'linking',
		parts: { alignment: rows({ programme: line(PART_LIMITS.title) }) }
	},
	priority: { group: 'head', required: true, parts: { priority: choice(ACTION_PRIORITIES) } },
	quick_win: { group: 'head', parts: { quickWin: flag } },
	raci: { group: 'parties', parts: { raci: rows({ name: line(), role: choice(RACI_ROLES) }) } },
	status: {
		group: 'head',
		required: true,
		parts: { status: choiceFrom(ACTION_STATUSES, 'not_started') }
	},
	progress: { group: 'head', parts: { physicalProgress: percent, financialProgress: percent } },
	provenance: { group: 'linking', parts: { proposalIds: references(20) } },
	remarks: { group: 'linking', parts: { remarks: text() } }
} as const satisfies Readonly<Record<string, ActionField>>;

type Fields = typeof ACTION_FIELDS;
export type FieldKey = keyof Fields;
/** The fields that readiness counts. */
export type RequiredField = {
	[Key in FieldKey]: Fields[Key] extends { readonly required: true } ? Key : never;
}[FieldKey];

/** The parts of all fields under their names, which are an action's properties. */
export type ActionParts = Merged<Fields[FieldKey]['parts']>;
export type PartName = keyof ActionParts;
/** The parts that are lists, each a root of the plan's document. */
export type ListName = {
	[Name in PartName]: ActionParts[Name] extends { readonly kind: 'rows' } ? Name : never;
}[PartName];

type Merged<Union> = (Union extends unknown ? (each: Union) => void : never) extends (
	all: infer All
) => void
	? { readonly [Name in keyof All]: All[Name] }
	: never;

export const FIELD_KEYS = Object.keys(ACTION_FIELDS) as FieldKey[];

export const REQUIRED_FIELDS = FIELD_KEYS.filter(isRequired);

export function isRequired(key: FieldKey): key is RequiredField {
	return 'required' in ACTION_FIELDS[key];
}

export const ACTION_PARTS = Object.assign(
	{},
	...FIELD_KEYS.map((key) => ACTION_FIELDS[key].parts)
) as ActionParts;

export const PART_NAMES = Object.keys(ACTION_PARTS) as PartName[];

export const LIST_NAMES = PART_NAMES.filter(
	(name): name is ListName => ACTION_PARTS[name].kind === 'rows'
);

/** The parts of an action that are no lists: what its own entry in the document holds. */
export const OWN_PARTS: Readonly<Record<string, Part>> = Object.fromEntries(
	Object.entries<Part>(ACTION_PARTS).filter(([, { kind }]) => kind !== 'rows')
);

/** The columns of a list. */
export function columnsOf(list: ListName): RowColumns {
	return ACTION_PARTS[list].columns;
}
