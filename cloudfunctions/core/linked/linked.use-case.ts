import { LIMITS, type ApiContract, type LinkedCardView, type LinkedFacts, type LinkedView, type Page } from '@contract';
import * as v from 'valibot';
import { aggregateRepository } from '../aggregate/aggregate.repository';
import type { OutcomeOf } from '../aggregate/change';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { findArea } from '../area/area.repository';
import { levelOf, pathOf } from '../kernel/area-tree';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail, type Result } from '../kernel/result';
import { groundFor } from '../lane/lane.repository';
import { worksAt, type Member } from '../member/member';
import type { CallContext, MemberContext } from '../platform/context';
import { whereAfter } from '../platform/keyset';
import { oneOf, store } from '../platform/store';
import { checkWords } from '../shift/words-check.use-case';
import { ownAreaIds } from '../staff/own-areas';
import { decideCheck, decideDisclose, decideEnd, decideMirror, decideUpdate } from './change-linked';
import { newLinkedCampaign, type LinkedCampaign, type LinkedEvent } from './linked-campaign';
import { LINKED_KIND } from './linked-kind';
import { LINKED_CARD_FIELDS, linkedCardView, linkedView, maySeeLinked } from './linked-view';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

const repository = aggregateRepository<LinkedCampaign, LinkedEvent>('linkedCampaigns');

const isLaneOpen = async (areaId: string): Promise<boolean> => (await groundFor(areaId, 'linked')) !== null;

const factsIn = ({ title, story, charityName, certificateNo, filingNo, platform, link, endsAtMs }: LinkedFacts): LinkedFacts => ({ title, story, charityName, certificateNo, filingNo, platform, link, endsAtMs });

const checkFacts = async (context: MemberContext, facts: LinkedFacts): Promise<void> => {
  if (facts.endsAtMs <= context.nowMs) fail('BAD_INPUT', { fields: { endsAtMs: '备案的募捐期已经过了' } });
  await checkWords(context, [facts.title, facts.story, facts.charityName, facts.certificateNo, facts.filingNo], 'story');
};

/** Refuses OUT_OF_AREA, NOT_FOUND, LANE_CLOSED, BAD_INPUT, TEXT_RISKY, OPERATION_REUSED. */
export const enterLinked = async (context: MemberContext, input: Parsed<'linked.enter'>): Promise<LinkedView> => {
  if (levelOf(input.areaId) === 'grid' || !worksAt(context.member, input.areaId)) return fail('OUT_OF_AREA');
  const [area, isOpen] = await Promise.all([findArea(input.areaId), isLaneOpen(input.areaId)]);
  if (area === null) return fail('NOT_FOUND');
  if (!isOpen) return fail('LANE_CLOSED');
  await checkFacts(context, input);
  const fresh = newLinkedCampaign(factsIn(input), area, context.member, stepOf(context, input));
  if ((await repository.insert(fresh)) === 'exists') {
    const standing = await repository.get(fresh._id);
    return standing.inputHash === fresh.inputHash ? linkedView(standing, isOpen, context.member) : fail('OPERATION_REUSED');
  }
  await settleAfterCommand(LINKED_KIND, fresh._id, context.nowMs, context.requestId);
  return linkedView(fresh, isOpen, context.member);
};

const act = async (context: MemberContext, linkedId: string, decide: (campaign: LinkedCampaign) => Result<OutcomeOf<LinkedEvent>>): Promise<LinkedView> => {
  const campaign = await changeAggregate(LINKED_KIND, context, linkedId, (standing) => (maySeeLinked(standing, context.member) ? decide(standing) : fail('NOT_FOUND')));
  return linkedView(campaign, await isLaneOpen(campaign.areaId), context.member);
};

/** Refuses OUT_OF_AREA, NOT_FOUND, BAD_INPUT, LINKED_CHANGED, TEXT_RISKY, OPERATION_REUSED. */
export const updateLinked = async (context: MemberContext, input: Parsed<'linked.update'>): Promise<LinkedView> => {
  await checkFacts(context, input);
  return act(context, input.linkedId, (campaign) => decideUpdate(campaign, factsIn(input), context.member, stepOf(context, input)));
};

/** Refuses OUT_OF_AREA, NOT_FOUND, LINKED_CHANGED, LINKED_OWN, TEXT_RISKY, OPERATION_REUSED. Where the lane is closed it leads nowhere, approved or not. */
export const checkLinked = async (context: MemberContext, input: Parsed<'linked.check'>): Promise<LinkedView> => {
  if (input.decision.kind === 'refuse') await checkWords(context, [input.decision.note], 'note');
  return act(context, input.linkedId, (campaign) => decideCheck(campaign, input.version, input.decision, context.member, stepOf(context, input)));
};

export const mirrorLinked = async (context: MemberContext, input: Parsed<'linked.mirror'>): Promise<LinkedView> => {
  await checkWords(context, [input.raisedText, input.source], 'raisedText');
  return act(context, input.linkedId, (campaign) => decideMirror(campaign, { raisedText: input.raisedText, raisedAtMs: input.raisedAtMs, source: input.source }, context.member, stepOf(context, input)));
};

export const discloseLinked = async (context: MemberContext, input: Parsed<'linked.disclose'>): Promise<LinkedView> => {
  await checkWords(context, [input.title], 'title');
  return act(context, input.linkedId, (campaign) => decideDisclose(campaign, input.title, input.url, context.member, stepOf(context, input)));
};

export const endLinked = async (context: MemberContext, input: Parsed<'linked.end'>): Promise<LinkedView> => {
  await checkWords(context, [input.note], 'note');
  return act(context, input.linkedId, (campaign) => decideEnd(campaign, input.note, context.member, stepOf(context, input)));
};

const PLACE = v.tuple([v.number(), v.string()]);
type By = 'shownAtMs' | 'editedAtMs';

const page = async (where: Readonly<Record<string, unknown>>, by: By, cursor: string | null): Promise<Page<LinkedCardView>> => {
  const order = [[by, 'desc'], ['_id', 'desc']] as const;
  const rows = await store.query<LinkedCampaign>('linkedCampaigns', { where: whereAfter(where, order, decodeCursor(cursor, PLACE)), order, limit: LIMITS.pageSize + 1, fields: LINKED_CARD_FIELDS });
  const shown = rows.slice(0, LIMITS.pageSize);
  const end = shown.at(-1);
  return { items: shown.map(linkedCardView), nextCursor: rows.length > shown.length && end ? encodeCursor([end[by], end._id]) : null };
};

export const listLinked = async ({ member }: MemberContext, input: Parsed<'linked.list'>): Promise<Page<LinkedCardView>> => {
  const [found, isOpen] = await Promise.all([page({ areaId: oneOf(pathOf(member.communityId)), state: input.isEnded ? 'ended' : 'shown' }, 'shownAtMs', input.cursor), isLaneOpen(member.communityId)]);
  return isOpen ? found : { items: [], nextCursor: null };
};

export const waitingLinked = ({ member }: MemberContext, input: Parsed<'linked.waiting'>): Promise<Page<LinkedCardView>> =>
  page({ areaIds: oneOf(ownAreaIds(member)), state: 'checking' }, 'editedAtMs', input.cursor);

export const getLinked = async ({ member }: CallContext & { readonly member: Member | null }, { linkedId }: Parsed<'linked.get'>): Promise<LinkedView> => {
  const campaign = await repository.get(linkedId);
  if (!maySeeLinked(campaign, member)) return fail('NOT_FOUND');
  return linkedView(campaign, await isLaneOpen(campaign.areaId), member);
};
