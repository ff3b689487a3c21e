import type { ScreenData } from '#lib/features/screen/screen-data.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { PageServerLoadEvent } from './$types';

export const load = guardedLoad(
	async ({ locals, params, url, setHeaders }: PageServerLoadEvent): Promise<ScreenData> => {
		setHeaders({ 'cache-control': 'no-store' });
		const { screen, origins } = locals.app;
		return {
			token: params.token,
			joinOrigin: origins.reachable ?? url.origin,
			...(await screen.open(params.token))
		};
	}
);
