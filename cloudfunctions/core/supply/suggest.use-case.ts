import { tellAggregate } from '../aggregate/tell.use-case';
import type { EffectOf } from '../effect/effect';
import { systemClock, withinHoursMs } from '../kernel/clock';
import { wishesProposedTo } from '../match-proposal/match-proposal.repository';
import { pushedEnough, takePush } from '../match/push-week.repository';
import { whoAnswers } from '../match/who-answers.use-case';
import { hearsSuggestions, type Member } from '../member/member';
import { insertNotice, noticesThatStand } from '../notice/notice.repository';
import { oneOf, store } from '../platform/store';
import { RULES } from '../rules';
import type { Wish } from '../wish/wish';
import { wishRepository } from '../wish/wish.repository';
import { decideSuggested } from './change-supply';
import { cameTrueFor, inHandOfParties, wishesAt } from './sides.repository';
import { suggestionNotice, suggestionNoticeId, suggestionOf, suitedTo } from './suggestion';
import type { Suggestion, Supply } from './supply';
import { SUPPLY_KIND } from './supply-kind';
import { supplyRepository } from './supply.repository';

const findReader = async (readerId: string, nowMs: number): Promise<Member | null> => {
  const member = await store.find<Member>('members', readerId);
  return member !== null && hearsSuggestions(member, nowMs) ? member : null;
};

/** Who would read it and may claim now: the member, the contact of a unit, the owner of a shop, with nothing overdue. Two requests. */
const readerOf = async ({ partyId }: Supply, nowMs: number): Promise<Member | null> => {
  const answerer = (await whoAnswers([partyId], nowMs)).get(partyId);
  return answerer?.isFree === true ? findReader(answerer.readerId, nowMs) : null;
};

/** Of these wishes those the reader knows already: suggested before, asked for in a round whatever they said, or claimed once and given back. Three requests. */
const knownTo = async ({ partyId, keeperId }: Supply, readerId: string, wishIds: readonly string[]): Promise<ReadonlySet<string>> => {
  const wishOf = new Map(wishIds.map((wishId) => [suggestionNoticeId(readerId, wishId), wishId]));
  const [told, proposed, read] = await Promise.all([
    noticesThatStand([...wishOf.keys()]),
    wishesProposedTo(keeperId, wishIds),
    store.query<Pick<Wish, '_id' | 'claims'>>('wishes', { where: { _id: oneOf(wishIds) }, limit: wishIds.length, fields: ['claims'] }),
  ]);
  const claimed = read.filter(({ claims }) => Object.values(claims).some(({ claimerId }) => claimerId === partyId || claimerId === readerId)).map(({ _id }) => _id);
  return new Set([...told.flatMap((noticeId) => wishOf.get(noticeId) ?? []), ...proposed, ...claimed]);
};

const suggestionFor = async (supply: Supply, nowMs: number): Promise<Suggestion | null> => {
  const reader = await readerOf(supply, nowMs);
  if (reader === null || (await pushedEnough([reader._id], nowMs)).has(reader._id)) return null;
  const wishes = await wishesAt(supply.areaId);
  const [cameTrue, inHand] = await Promise.all([cameTrueFor(wishes, nowMs), inHandOfParties([supply])]);
  const suited = suitedTo(supply, inHand.get(supply.partyId) ?? 0, wishes, cameTrue, reader, nowMs);
  return suited.length === 0 ? null : suggestionOf(suited, await knownTo(supply, reader._id, suited.map(({ item }) => item._id)), reader._id);
};

/**
 * Looks for one wish that an offer suits; the offer notes it, and its event tells it. Killed anywhere, it is looked for
 * again, and what the offer noted first stands. A dozen requests however many wishes wait.
 */
export const seekSuggestion = async ({ supplyId, runId, atMs }: EffectOf<'seekSuggestion'>): Promise<void> => {
  const supply = await supplyRepository.find(supplyId);
  if (supply === null || supply.state !== 'open' || supply.suggestedRunId === runId) return;
  const suggestion = await suggestionFor(supply, atMs);
  if (suggestion !== null) await tellAggregate(SUPPLY_KIND, supplyId, (standing) => decideSuggested(standing, runId, suggestion, atMs));
};

/** Told if it still holds: by day, to somebody who still wants to hear, of a wish that still waits, within the pushes of their week. At most six requests. */
export const tellSuggestion = async (effect: EffectOf<'tellSuggestion'>): Promise<void> => {
  const nowMs = systemClock.nowMs();
  if (withinHoursMs(nowMs, RULES.matching.suggestHours) !== nowMs) return;
  const [wish, reader] = await Promise.all([wishRepository.find(effect.wishId), findReader(effect.readerId, nowMs)]);
  if (wish?.wallState !== 'claimable' || reader === null) return;
  const notice = suggestionNotice(effect);
  if (await takePush(effect.readerId, notice.noticeId, effect.atMs)) await insertNotice(notice);
};
