/** The plan as its document holds it, projected in the commit that stores the update. */
export interface PlanTable {
	workshop_id: string;
	title: string;
}

export interface PlanAxisTable {
	id: string;
	workshop_id: string;
	title: string;
	position: number;
}

export interface PlanObjectiveTable {
	id: string;
	workshop_id: string;
	axis_id: string;
	title: string;
	position: number;
}

/** `fields` is the whole Action as JSON; what figures and lists ask for stands in columns of its own. */
export interface PlanActionTable {
	id: string;
	workshop_id: string;
	objective_id: string;
	code: string;
	cost: number | null;
	start_month: string | null;
	end_month: string | null;
	fields: string;
	position: number;
}

export interface PlanFinancingTable {
	workshop_id: string;
	action_id: string;
	position: number;
	source: string;
	amount: number;
	status: string;
}

export interface PlanActionProposalTable {
	workshop_id: string;
	action_id: string;
	proposal_id: string;
}

declare module '../db/database.ts' {
	interface Database {
		plan: PlanTable;
		plan_axis: PlanAxisTable;
		plan_objective: PlanObjectiveTable;
		plan_action: PlanActionTable;
		plan_financing: PlanFinancingTable;
		plan_action_proposal: PlanActionProposalTable;
	}
}
