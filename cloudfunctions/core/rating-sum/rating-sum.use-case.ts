import type { ApiContract, PublicGiverView } from '@contract';
import { aggregateRepository } from '../aggregate/aggregate.repository';
import { changeAggregate } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { findClaim } from '../claim/claim-step';
import { fail } from '../kernel/result';
import { DAY_MS } from '../kernel/clock';
import { partiesOf } from '../member/member';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { environmentValue } from '../platform/environment';
import { command, oneOf, store } from '../platform/store';
import { RULES } from '../rules';
import { assertVisible } from '../wish/wish-scope';
import { wishRepository } from '../wish/wish.repository';
import { ratingSumIdOf, type RatingSum, type RatingSumEvent } from './rating-sum';
import { RATING_SUM_KIND } from './rating-sum-kind';
import { decideHideReply, decideReply, decideShowPraise } from './reply-to-sum';
import { publicGiverView, ratingSumView, sentencesToRead, type RatingWords } from './rating-sum-view';

const sumRepository = aggregateRepository<RatingSum, RatingSumEvent>('ratingSums');

/** Somebody answers for a handful of parties, each of one community as a rule. */
const SUMS_MAX = 12;

const findWords = async (ratingIds: readonly string[]): Promise<ReadonlyMap<string, RatingWords>> => {
  if (ratingIds.length === 0) return new Map();
  const found = await store.query<RatingWords>('ratings', { where: { _id: command.in([...ratingIds]) }, limit: ratingIds.length, fields: ['words', 'wordsState'] });
  return new Map(found.map((rating) => [rating._id, rating]));
};

/** What people think of the reader's help and of that of those they answer for; those with most people first. */
export const mySums = async ({ member, nowMs }: MemberContext): Promise<ApiContract['ratingSum.mine']['output']> => {
  const secret = environmentValue('LINYUAN_ID_SECRET');
  const sums = await sumRepository.list({ where: { partyId: oneOf(partiesOf(member)) }, limit: SUMS_MAX });
  const words = await findWords(sums.flatMap((sum) => sentencesToRead(sum, secret, nowMs)));
  const views = sums.map((sum) => ratingSumView(sum, { words, secret, nowMs }));
  return { sums: [...views].sort((a, b) => b.people - a.people || (a.sumId < b.sumId ? -1 : 1)), revealDays: RULES.ratingSum.revealMs / DAY_MS, peopleMin: RULES.ratingSum.peopleMin };
};

/** What neighbours read is checked; what WeChat is not sure about is asked for in other words. */
const checkPublic = async (context: MemberContext, text: string, field: 'words' | 'note'): Promise<void> => {
  if ((await checkText(context.openid, [text])) === 'review') fail('TEXT_RISKY', { message: '这句话请换个说法。', fields: { [field]: '请换个说法' } });
};

export const replyToSum = async (context: MemberContext, input: ApiContract['ratingSum.reply']['parsed']): Promise<{ readonly sumId: string }> => {
  await checkPublic(context, input.words, 'words');
  const sum = await changeAggregate(RATING_SUM_KIND, context, input.sumId, (standing) => decideReply(standing, input.words, context.member, stepOf(context, input)));
  return { sumId: sum._id };
};

export const hideReply = async (context: MemberContext, input: ApiContract['ratingSum.hideReply']['parsed']): Promise<{ readonly sumId: string }> => {
  await checkPublic(context, input.note, 'note');
  const sum = await changeAggregate(RATING_SUM_KIND, context, input.sumId, (standing) => decideHideReply(standing, input.note, context.member, stepOf(context, input)));
  return { sumId: sum._id };
};

export const showPraise = async (context: MemberContext, input: ApiContract['ratingSum.showPraise']['parsed']): Promise<{ readonly sumId: string }> => {
  const sum = await changeAggregate(RATING_SUM_KIND, context, input.sumId, (standing) => decideShowPraise(standing, input.shows, context.member, stepOf(context, input)));
  return { sumId: sum._id };
};

/** Of a shop or a unit that gives to a wish; of neighbours nothing is told. Refuses NOT_FOUND. */
export const sumOfGiver = async (context: MemberContext, { wishId, claimId }: ApiContract['ratingSum.ofGiver']['parsed']): Promise<PublicGiverView> => {
  const wish = await wishRepository.get(wishId);
  assertVisible(wish, context.member);
  const claim = findClaim(wish, claimId);
  if (claim === null || (claim.giverKind !== 'merchant' && claim.giverKind !== 'unit')) return fail('NOT_FOUND');
  const sum = await sumRepository.find(ratingSumIdOf({ partyId: claim.claimerId, kind: claim.giverKind }, wish.communityId));
  return publicGiverView(sum, { kind: claim.giverKind, name: claim.claimerName }, context.member, context.nowMs);
};
