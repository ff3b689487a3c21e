import type { NewAction } from '#lib/board/plan-doc.ts';
import { LIST_NAMES } from '#lib/domain/plan/action-fields.ts';
import type { Action } from '#lib/domain/plan/action-plan.ts';
import { parseAction } from '#lib/domain/plan/parse-action.ts';
import type { LocalizedText } from '#lib/domain/text/locale.ts';

/** An action with these parts and nothing else; its rows get ids by their lists and places. */
export function actionOf(
	parts: Partial<NewAction> & { readonly id: string; readonly title?: LocalizedText },
	position = 1
): Action {
	const lists = LIST_NAMES.map((list): [string, object[]] => [
		list,
		(parts[list] ?? []).map((row, at) => ({ ...row, id: `${list}${at + 1}` }))
	]);
	return parseAction({ ...parts, ...Object.fromEntries<object[]>(lists), position });
}
