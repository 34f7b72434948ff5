import * as v from 'valibot';
import type * as Y from 'yjs';
import { type Proposal, ProposalSchema } from '../domain/proposal.ts';
import { COLLECTIONS, type Collection } from '../domain/workspace.ts';
import type { Json } from '../proposal/cells.ts';
import { cellMap, readRecord, recordIdOfKey, STAMP_CELL } from './document.ts';
import { PIECE } from './pieces.ts';

/** A proposal as stored, or why it cannot be read (it is then left untouched). */
export type ProposalReading =
  | { readonly kind: 'proposal'; readonly proposal: Proposal }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Told which records of a collection have changed, whoever changed them. */
export type Listener = (collection: Collection, recordIds: readonly string[]) => void;

export interface Reader {
  read(collection: Collection, recordId: string): Json | undefined;
  readProposal(recordId: string): ProposalReading | undefined;
  changedAt(proposalId: string): string | undefined;
  subscribe(listener: Listener): () => void;
  /** Announces what the next change will make of a proposal, so that it need not be read and parsed again. */
  expect(before: Proposal | undefined, after: Proposal): void;
  /** Shows a proposal as it is now until `release`, whatever pieces of a large change come in meanwhile. */
  hold(recordId: string): void;
  /** Shows it as the change has made it; `after`, where that is known without reading the document again. */
  release(after?: Proposal): void;
}

function parsedProposal(raw: Json): ProposalReading {
  const result = v.safeParse(ProposalSchema, raw);
  if (result.success) return { kind: 'proposal', proposal: result.output as Proposal };
  const [issue] = result.issues;
  return { kind: 'unreadable', why: `${v.getDotPath(issue) ?? ''}: ${issue.message}` };
}

/** Reads records, each parsed once for as long as it does not change. */
export function readerOf(doc: Y.Doc): Reader {
  const raw = new Map<string, Json | undefined>();
  const proposals = new Map<string, ProposalReading>();
  const listeners = new Set<Listener>();
  /** What the next change will make of a proposal, when that is known without reading the document again. */
  let expected: Proposal | undefined;
  /** The proposal that a large change is being made of; spoiled when somebody else has changed it meanwhile. */
  let held: { readonly recordId: string; isSpoiled: boolean } | undefined;
  const told = (collection: Collection, recordIds: readonly string[]): void => {
    for (const listener of listeners) listener(collection, recordIds);
  };
  for (const collection of COLLECTIONS) {
    cellMap(doc, collection).observe(({ keysChanged }, { origin }) => {
      if (origin === PIECE) return;
      const changed = new Set([...keysChanged].map((key) => recordIdOfKey(String(key))));
      for (const recordId of changed) {
        raw.delete(`${collection}/${recordId}`);
        if (collection !== 'proposals') continue;
        if (held?.recordId === recordId) held.isSpoiled = true;
        if (expected?.id === recordId) proposals.set(recordId, { kind: 'proposal', proposal: expected });
        else proposals.delete(recordId);
      }
      expected = undefined;
      told(collection, [...changed]);
    });
  }
  const read = (collection: Collection, recordId: string): Json | undefined => {
    const key = `${collection}/${recordId}`;
    if (!raw.has(key)) raw.set(key, readRecord(doc, { collection, recordId }));
    return raw.get(key);
  };
  return {
    read,
    readProposal(recordId) {
      const known = proposals.get(recordId);
      if (known) return known;
      const value = read('proposals', recordId);
      if (value === undefined) return undefined;
      const reading = parsedProposal(value);
      proposals.set(recordId, reading);
      return reading;
    },
    changedAt(proposalId) {
      const stamp = cellMap(doc, 'proposals').get(`${proposalId}/${STAMP_CELL}`);
      return typeof stamp === 'string' ? stamp : undefined;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    expect(before, after) {
      const known = proposals.get(after.id);
      expected = before && known?.kind === 'proposal' && known.proposal === before ? after : undefined;
    },
    hold(recordId) {
      held = { recordId, isSpoiled: false };
    },
    release(after) {
      if (!held) return;
      const { recordId, isSpoiled } = held;
      held = undefined;
      raw.delete(`proposals/${recordId}`);
      if (after && !isSpoiled) proposals.set(recordId, { kind: 'proposal', proposal: after });
      else proposals.delete(recordId);
      told('proposals', [recordId]);
    },
  };
}
