import { command, store } from '../platform/store';
import { scrubsOf, type Scrub } from '../kernel/scrub';
import { GONE_TEXT } from '../rating-sum/rating-sum';
import type { CollectionName } from '../../database';
import type { Publicity } from '../publicity/publicity';
import { ERASE_MAX, GONE_PROPOSAL } from './gone';
import { eraseMentions } from './mentions.use-case';

interface Proposal {
  readonly _id: string;
  readonly title?: string;
  readonly name?: string;
}

interface ProposalKind {
  readonly collection: CollectionName;
  /** Theirs, and never begun: what others gave to or were part of stays, without their name. */
  readonly where: (memberId: string) => Readonly<Record<string, unknown>>;
  readonly titleField: 'title' | 'name';
  readonly erased: Readonly<Record<string, unknown>>;
}

const KINDS: readonly ProposalKind[] = [
  { collection: 'campaigns', where: (memberId) => ({ 'answerable.memberId': memberId, state: command.in(['draft', 'withdrawn', 'refused']) }), titleField: 'title', erased: { title: GONE_PROPOSAL, story: '', facts: { who: '', done: '', uses: '', where: '' } } },
  { collection: 'directedGifts', where: (memberId) => ({ 'giver.partyId': memberId, state: command.in(['withdrawn', 'refused', 'lapsed']) }), titleField: 'title', erased: { title: GONE_PROPOSAL, purpose: '', conditions: '' } },
  { collection: 'grants', where: (memberId) => ({ contactId: memberId, state: command.in(['withdrawn', 'refused']) }), titleField: 'title', erased: { title: GONE_PROPOSAL, story: '' } },
  { collection: 'shops', where: (memberId) => ({ memberIds: memberId, state: command.in(['withdrawn', 'refused']) }), titleField: 'name', erased: { name: GONE_PROPOSAL, address: '', words: '', sealedContact: '' } },
];

const eraseKind = async (kind: ProposalKind, memberId: string, names: readonly Scrub[]): Promise<void> => {
  const proposals = await store.query<Proposal>(kind.collection, { where: kind.where(memberId), limit: ERASE_MAX, fields: [kind.titleField] });
  for (const proposal of proposals) {
    await eraseMentions({ subjectId: proposal._id }, { names, titles: scrubsOf([proposal[kind.titleField] ?? ''], GONE_PROPOSAL), quoted: 'anywhere' });
    await store.update(kind.collection, { _id: proposal._id }, { ...kind.erased, revision: command.inc(1) });
  }
};

/** Who objected in public is a masked name; what they wrote is sealed and belongs to the answer that was given. */
const fromPublicities = async (memberId: string, districtId: string): Promise<void> => {
  const shown = await store.query<Pick<Publicity, '_id' | 'objections'>>('publicities', { where: { areaIds: districtId, isOpen: command.in([true, false]) }, limit: ERASE_MAX, fields: ['objections'] });
  for (const { _id, objections } of shown) {
    const own = Object.entries(objections).filter(([, { byId }]) => byId === memberId);
    if (own.length > 0) await store.update('publicities', { _id }, { ...Object.fromEntries(own.map(([id]) => [`objections.${id}.byName`, GONE_TEXT])), revision: command.inc(1) });
  }
};

/** Why they called an activity off; that it was called off stays. */
const fromCancelled = async (memberId: string): Promise<void> => {
  const called = await store.query<{ readonly _id: string; readonly shiftIds: readonly string[] }>('activities', { where: { organiserId: memberId, state: 'cancelled' }, limit: ERASE_MAX, fields: ['shiftIds'] });
  for (const { _id, shiftIds } of called) {
    await store.update('shifts', { _id: command.in([...shiftIds]), state: 'cancelled' }, { note: '', revision: command.inc(1) });
    await store.update('activities', { _id }, { note: '', revision: command.inc(1) });
  }
};

/**
 * What they proposed and never came about loses its words; where they spoke up, drafted or pointed somebody out, their
 * name goes. Repeating it changes nothing but revisions.
 */
export const eraseProposals = async (memberId: string, districtId: string, names: readonly Scrub[]): Promise<void> => {
  for (const kind of KINDS) await eraseKind(kind, memberId, names);
  await fromPublicities(memberId, districtId);
  await store.update('difficultyCases', { areaIds: districtId, proposerId: memberId }, { proposerName: GONE_TEXT, revision: command.inc(1) });
  await fromCancelled(memberId);
  await store.update('activities', { organiserId: memberId }, { drafterName: GONE_TEXT, revision: command.inc(1) });
};
