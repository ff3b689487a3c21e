import type { RequestEvent } from '@sveltejs/kit';

/** How long a phone may open the page without asking the server: longer than a workshop lasts. */
const KEPT_SECONDS = 7 * 24 * 60 * 60;

/**
 * The participant's page as HTML is the same for everybody: it reads no cookie and sets none, and holds
 * neither a name nor words in any language. So a phone may keep it and open its link again while the
 * server cannot be reached, on plain http too, where no service worker exists.
 */
export function isParticipantShell({ route, request, isDataRequest }: RequestEvent): boolean {
	return route.id === '/w/[workshop]' && request.method === 'GET' && !isDataRequest;
}

/** `private`: a cache that many share must not go on giving the page of an older version. */
export const SHELL_CACHE_CONTROL = `private, max-age=${KEPT_SECONDS}`;

/**
 * Stands in the page's head. A page that was kept names files by their version; where one of them is gone
 * from the phone and from the server, the page is fetched anew, once.
 */
export const SHELL_SCRIPT = `addEventListener('unhandledrejection',function(){
var key='tachawor.anew';if(document.querySelector('main')||sessionStorage[key])return;sessionStorage[key]=1;
fetch(location.pathname,{cache:'reload'}).then(function(answer){if(answer.ok)location.reload()})
.catch(function(){})})`;

export const SHELL_HEAD = `<script>${SHELL_SCRIPT}</script>`;
