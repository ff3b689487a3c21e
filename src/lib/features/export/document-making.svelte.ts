import { refusalIn, type Refusal } from '#lib/client/ask-server.ts';
import { serverNow } from '#lib/client/server-clock.ts';
import type { DocumentFormat, DocumentSubject } from '#lib/domain/documents/documents.ts';
import type { Locale } from '#lib/domain/text/locale.ts';
import { offeredName } from './offered-name.ts';

/** How one document stands on the page. */
export type Making =
	| { readonly state: 'idle' }
	/** The server writes it; nobody can know how far it is. */
	| { readonly state: 'writing'; readonly seconds: number }
	/** It arrives. Bytes; `total` is 0 when the server did not say. */
	| { readonly state: 'arriving'; readonly received: number; readonly total: number }
	| { readonly state: 'ready'; readonly file: MadeFile }
	| { readonly state: 'cancelled' }
	/** `interrupted` when the connection broke, else what the server answered. */
	| { readonly state: 'failed'; readonly error: MakingError };

/** A file that was made and saved; `href` gives it again while the page is open. */
export interface MadeFile {
	readonly href: string;
	readonly name: string;
	readonly bytes: number;
	/** Epoch milliseconds. */
	readonly at: number;
}

export type MakingError = Refusal | 'interrupted';

/** Where a document of a workshop is downloaded from. */
export function documentHref(
	workshopId: string,
	subject: DocumentSubject,
	format: DocumentFormat,
	language: Locale
): string {
	return `/api/workshops/${workshopId}/documents/${subject}/${format}?language=${language}`;
}

/**
 * One document while it is made, downloaded and saved by the browser. Asking again, or leaving the page,
 * ends what is under way; the server then stops as well. `make` runs in the browser only.
 */
export class DocumentMaking {
	current = $state.raw<Making>({ state: 'idle' });
	private controller: AbortController | undefined;

	/** Fetches the document and hands it to the browser to save. Never rejects. */
	async make(href: string, fallbackName: string): Promise<void> {
		this.forget();
		const controller = new AbortController();
		this.controller = controller;
		const began = Date.now();
		const seconds = (): number => Math.round((Date.now() - began) / 1000);
		this.current = { state: 'writing', seconds: 0 };
		const clock = setInterval(() => {
			if (this.current.state === 'writing') this.current = { state: 'writing', seconds: seconds() };
		}, 1000);
		try {
			const response = await fetch(href, { signal: controller.signal, cache: 'no-store' });
			clearInterval(clock);
			if (!response.ok) {
				this.settle(controller, { state: 'failed', error: await errorOf(response) });
				return;
			}
			// Only the server offers a file; a page that something between sends in its place is none.
			const offered = response.headers.get('content-disposition');
			if (offered === null) throw new TypeError('No file came.');
			const blob = await this.receive(response, controller);
			const name = offeredName(offered, fallbackName);
			const file = { href: URL.createObjectURL(blob), name, bytes: blob.size, at: serverNow() };
			this.settle(controller, { state: 'ready', file });
			save(file);
		} catch {
			if (!controller.signal.aborted)
				this.settle(controller, { state: 'failed', error: 'interrupted' });
		} finally {
			clearInterval(clock);
		}
	}

	cancel(): void {
		this.forget();
		this.current = { state: 'cancelled' };
	}

	/** Ends what is under way and gives the file's memory back. */
	forget(): void {
		this.controller?.abort();
		this.controller = undefined;
		if (this.current.state === 'ready') URL.revokeObjectURL(this.current.file.href);
	}

	private settle(controller: AbortController, making: Making): void {
		if (this.controller === controller) this.current = making;
	}

	private async receive(response: Response, controller: AbortController): Promise<Blob> {
		const type = response.headers.get('content-type') ?? '';
		const total = Number(response.headers.get('content-length') ?? 0);
		if (!response.body) return response.blob();
		const parts: Uint8Array<ArrayBuffer>[] = [];
		let received = 0;
		const reader = response.body.getReader();
		for (;;) {
			const { done, value } = await reader.read();
			if (done) break;
			parts.push(value);
			received += value.byteLength;
			this.settle(controller, { state: 'arriving', received, total });
		}
		return new Blob(parts, { type });
	}
}

function save({ href, name }: MadeFile): void {
	const link = document.createElement('a');
	link.href = href;
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
}

/** What the server wrote of it; `interrupted` where something between answered. */
async function errorOf(response: Response): Promise<MakingError> {
	return refusalIn(await response.json().catch(() => undefined)) ?? 'interrupted';
}
