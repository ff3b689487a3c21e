import type { LocalizedText } from '#lib/domain/text/locale.ts';
import type { Stage } from '#lib/domain/stage/stage.ts';
import { HttpClient } from './http-client.ts';

/** Somebody whose phone nobody looks at, and the workshop that they joined. */
export interface Companion {
	readonly phone: HttpClient;
	readonly workshopId: string;
}

/** Joins a hall by its code, in a category that is named in French. */
export async function joinAlong(
	origin: string,
	code: string,
	category: string
): Promise<Companion> {
	const phone = new HttpClient(origin);
	const { categories } = await phone.json<{
		categories: { categoryId: string; name: LocalizedText }[];
	}>('GET', `/api/join/${code}`);
	const categoryId = categories.find(({ name }) => name.fr === category)?.categoryId;
	const { workshopId } = await phone.json<{ workshopId: string }>('POST', '/api/join', {
		code,
		categoryId,
		language: 'fr'
	});
	return { phone, workshopId };
}

/** Votes in the vote that is open in the hall: title, in French, of an option to dots. */
export async function voteAlong(
	{ phone, workshopId }: Companion,
	dots: Readonly<Record<string, number>>
): Promise<void> {
	const { stage } = await phone.json<{ stage: Stage }>(
		'GET',
		`/api/workshops/${workshopId}/participant`
	);
	const { options } = await phone.json<{ options: { ref: string; title: LocalizedText }[] }>(
		'GET',
		`/api/votes/${stage.vote?.id ?? ''}`
	);
	const refOf = (title: string) =>
		options.find((option) => (option.title.fr ?? option.title.ar) === title)?.ref ?? title;
	await phone.json('PUT', `/api/votes/${stage.vote?.id ?? ''}/ballot`, {
		ballot: Object.fromEntries(Object.entries(dots).map(([title, count]) => [refOf(title), count])),
		turn: 1
	});
}
