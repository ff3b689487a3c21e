/** A plan and its title, which follows from its document as all that stands in it does. */
export interface PlanTable {
	id: string;
	title: string;
}

/** The workshops that a plan is of. */
export interface PlanWorkshopTable {
	plan_id: string;
	workshop_id: string;
}

export interface PlanAxisTable {
	id: string;
	plan_id: string;
	title: string;
	position: number;
}

export interface PlanObjectiveTable {
	id: string;
	plan_id: string;
	axis_id: string;
	title: string;
	position: number;
}

/** `fields` is what was filled of the Action as JSON; what figures and lists ask for stands in columns of its own. */
export interface PlanActionTable {
	id: string;
	plan_id: string;
	objective_id: string;
	code: string;
	cost: number | null;
	start_month: string | null;
	end_month: string | null;
	fields: string;
	position: number;
}

export interface PlanFinancingTable {
	id: string;
	plan_id: string;
	action_id: string;
	source: string;
	amount: number;
	status: string;
}

export interface PlanActionProposalTable {
	plan_id: string;
	action_id: string;
	proposal_id: string;
}

declare module '../db/database.ts' {
	interface Database {
		plan: PlanTable;
		plan_workshop: PlanWorkshopTable;
		plan_axis: PlanAxisTable;
		plan_objective: PlanObjectiveTable;
		plan_action: PlanActionTable;
		plan_financing: PlanFinancingTable;
		plan_action_proposal: PlanActionProposalTable;
	}
}
