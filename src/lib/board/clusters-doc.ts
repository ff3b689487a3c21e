import * as Y from 'yjs';
import { newId } from '../domain/id.ts';
import type { LocalizedText } from '../domain/text/locale.ts';
import { OWN_CHANGE } from './board-doc.ts';
import { readLocalized, writeLocalized } from './localized-fields.ts';

/**
 * The clusters of a workshop, which span its activities. Root map `clusters`: id to a map of
 * `title.<locale>`, `position`, `deleted`. Root map `members`: `<board>/<note key>` to a cluster's id, so
 * a note is in at most one cluster whoever moves it at the same time. Merging never deletes: the emptied
 * cluster is flagged, and undo brings it back.
 */
export interface Cluster {
	readonly id: string;
	readonly title: LocalizedText;
	readonly position: number;
	readonly deleted: boolean;
}

/** A note named across boards. */
export interface NoteRef {
	/** The activity whose board it stands on. */
	readonly board: string;
	readonly key: string;
}

export function noteRefId(ref: NoteRef): string {
	return `${ref.board}/${ref.key}`;
}

/** Undefined for what no row could hold: too long, or with characters that are no part of an id. */
export function parseNoteRefId(id: string): NoteRef | undefined {
	const [, board, key] = /^([\w.-]{1,40})\/([\w:.-]{1,60})$/.exec(id) ?? [];
	return board !== undefined && key !== undefined ? { board, key } : undefined;
}

export function clustersOf(doc: Y.Doc): Y.Map<Y.Map<unknown>> {
	return doc.getMap('clusters');
}

export function membersOf(doc: Y.Doc): Y.Map<string> {
	return doc.getMap('members');
}

export function isClusterId(id: unknown): id is string {
	return typeof id === 'string' && /^[a-z0-9]{4,24}$/.test(id);
}

/** Undefined for what is no cluster, or not any more: undoing the creation takes its position. */
export function readCluster(id: string, map: unknown): Cluster | undefined {
	if (!(map instanceof Y.Map) || !isClusterId(id)) return undefined;
	const position: unknown = map.get('position');
	if (typeof position !== 'number' || !Number.isFinite(position)) return undefined;
	return {
		id,
		title: readLocalized(map, 'title'),
		position,
		deleted: map.get('deleted') === true
	};
}

/** Clusters that stand, in their order. */
export function readClusters(doc: Y.Doc): Cluster[] {
	const clusters: Cluster[] = [];
	for (const [id, map] of clustersOf(doc)) {
		const cluster = readCluster(id, map);
		if (cluster && !cluster.deleted) clusters.push(cluster);
	}
	return clusters.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** Note reference id to cluster id, for clusters that stand. */
export function readMembers(doc: Y.Doc): Map<string, string> {
	const standing = new Set(readClusters(doc).map((cluster) => cluster.id));
	const members = new Map<string, string>();
	for (const [ref, clusterId] of membersOf(doc))
		if (standing.has(clusterId)) members.set(ref, clusterId);
	return members;
}

/** Makes a cluster of the given notes at the end and gives its id. */
export function addCluster(doc: Y.Doc, title: LocalizedText, notes: readonly NoteRef[]): string {
	const id = newId(12);
	doc.transact(() => {
		const last = readClusters(doc).at(-1);
		const map = clustersOf(doc).set(id, new Y.Map<unknown>());
		writeLocalized(map, 'title', title);
		map.set('position', (last?.position ?? 0) + 1);
		for (const note of notes) membersOf(doc).set(noteRefId(note), id);
	}, OWN_CHANGE);
	return id;
}

export function renameCluster(doc: Y.Doc, id: string, title: LocalizedText): void {
	const map = clustersOf(doc).get(id);
	if (map) doc.transact(() => writeLocalized(map, 'title', title), OWN_CHANGE);
}

/** Puts notes into a cluster, as one step of undo. */
export function putNotes(doc: Y.Doc, clusterId: string, notes: readonly NoteRef[]): void {
	doc.transact(() => {
		for (const note of notes) membersOf(doc).set(noteRefId(note), clusterId);
	}, OWN_CHANGE);
}

/** Takes notes out of their clusters, back to what is not clustered yet. */
export function takeNotesOut(doc: Y.Doc, notes: readonly NoteRef[]): void {
	doc.transact(() => {
		for (const note of notes) membersOf(doc).delete(noteRefId(note));
	}, OWN_CHANGE);
}

/** Moves every note of `from` into `into` and flags `from` as deleted, as one step of undo. */
export function mergeClusters(doc: Y.Doc, from: string, into: string): void {
	if (from === into) return;
	doc.transact(() => {
		for (const [ref, clusterId] of membersOf(doc))
			if (clusterId === from) membersOf(doc).set(ref, into);
		clustersOf(doc).get(from)?.set('deleted', true);
	}, OWN_CHANGE);
}

/** Splits the given notes off into a new cluster and gives its id, as one step of undo. */
export function splitCluster(doc: Y.Doc, title: LocalizedText, notes: readonly NoteRef[]): string {
	return addCluster(doc, title, notes);
}

/** Takes the cluster away; its notes are unclustered again. */
export function removeCluster(doc: Y.Doc, id: string): void {
	doc.transact(() => {
		for (const [ref, clusterId] of membersOf(doc)) if (clusterId === id) membersOf(doc).delete(ref);
		clustersOf(doc).get(id)?.set('deleted', true);
	}, OWN_CHANGE);
}
