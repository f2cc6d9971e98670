import type { ApiContract, WishSubmitInput } from '@contract';
import { benefitsAt } from '../benefit/benefit.repository';
import { isCompared } from '../benefit/match-benefits';
import { findAreas } from '../area/area.repository';
import type { Area } from '../area/area';
import { ancestorAt, levelOf } from '../kernel/area-tree';
import { hashInput } from '../kernel/ids';
import { fail, RefusedError, unwrap } from '../kernel/result';
import { homeOf, type Member } from '../member/member';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { sealText } from '../platform/field-sealer';
import { assertOwnFile } from '../platform/storage';
import { reserveOpenWish } from '../quota/open-wish.quota';
import { settleAfterCommand } from './settle-wish.use-case';
import { decideSubmission, mayPostInto, submissionRefusalOf, usesBudget, wishIdOf, type WishPlace } from './submit-wish';
import type { OnBehalf, Wish } from './wish';
import { wishRepository } from './wish.repository';

type Reply = ApiContract['wish.submit']['output'];

const replyOf = (wish: Wish): Reply => ({ wishId: wish._id, reviewDueAtMs: wish.review.dueAtMs, shownToHuman: wish.review.needsCare });

/** The same act again answers the same; the same operation with other words is refused. */
const replayOf = (wish: Wish, inputHash: string): Reply => (wish.inputHash === inputHash ? replyOf(wish) : fail('OPERATION_REUSED'));

const ownPlace = (poster: Member): WishPlace => ({
  areaId: poster.areaId,
  areaName: poster.gridName ?? poster.communityName,
  communityId: poster.communityId,
  communityName: poster.communityName,
  stationName: poster.stationName,
  point: poster.point,
});

const placeOf = (area: Area, community: Area): WishPlace => ({
  areaId: area._id,
  areaName: area.name,
  communityId: community._id,
  communityName: community.name,
  stationName: area.stationName,
  point: area.point,
});

/** Where the wish is: the poster's own grid without a look, another area of theirs from the tree in one request. */
const findPlace = async (poster: Member, areaId: string | null): Promise<WishPlace> => {
  if (areaId === null || areaId === poster.areaId) return ownPlace(poster);
  const level = levelOf(areaId);
  if (level !== 'community' && level !== 'grid') return fail('AREA_NOT_JOINABLE');
  if (!mayPostInto(poster, areaId)) return fail('OUT_OF_AREA', { message: '只能发到自己的社区。' });
  const communityId = ancestorAt(areaId, 'community') ?? areaId;
  const areas = await findAreas([...new Set([areaId, communityId])]);
  const area = areas.get(areaId);
  const community = areas.get(communityId);
  return area === undefined || community === undefined ? fail('AREA_NOT_JOINABLE') : placeOf(area, community);
};

const assertOwnFiles = (input: WishSubmitInput, callerId: string): void => {
  const consentFiles = input.onBehalf === null ? [] : [input.onBehalf.consent.fileId];
  const voiceFiles = input.storyVoiceFileId === null ? [] : [input.storyVoiceFileId];
  [...input.photoFileIds, ...voiceFiles, ...consentFiles].forEach((fileId) => assertOwnFile(fileId, callerId));
};

/** Who posts is the helper that is named: they saw the paper or held the phone. */
const sealOnBehalf = (onBehalf: WishSubmitInput['onBehalf'], helper: Member, nowMs: number): OnBehalf | null =>
  onBehalf === null
    ? null
    : {
        beneficiaryNameSealed: sealText(onBehalf.beneficiaryName),
        relation: onBehalf.relation,
        consentKind: onBehalf.consent.kind,
        consentFileId: onBehalf.consent.fileId,
        helperName: helper.displayName,
        consentAtMs: nowMs,
        mayPublicise: onBehalf.mayPublicise,
      };

/** Names and relations are seen by staff; title, story and share note by everybody. All are a person's words. */
const writtenTexts = (input: WishSubmitInput): readonly string[] => [input.title, input.story, input.shareNote, ...(input.onBehalf === null ? [] : [input.onBehalf.beneficiaryName, input.onBehalf.relation])];

const post = async (context: MemberContext, input: WishSubmitInput, inputHash: string): Promise<Reply> => {
  const { member: poster, nowMs } = context;
  const refusal = submissionRefusalOf(input, poster, nowMs);
  if (refusal !== null) throw new RefusedError(refusal.refusal);
  assertOwnFiles(input, context.callerId);
  const place = await findPlace(poster, input.areaId);
  const benefits = isCompared(input.category) ? await benefitsAt(place.areaId, false) : [];
  const needsCare = (await checkText(context.openid, writtenTexts(input))) === 'review';
  const facts = { operationId: context.operationId, inputHash, nowMs, needsCare, onBehalf: sealOnBehalf(input.onBehalf, poster, nowMs), householdId: homeOf(poster), benefits };
  const wish = unwrap(decideSubmission(input, poster, place, facts));
  if (usesBudget(wish)) await reserveOpenWish(wish.householdId, wish._id, nowMs);
  if ((await wishRepository.insert(wish)) === 'exists') return replayOf(await wishRepository.get(wish._id), inputHash);
  await settleAfterCommand(wish._id, nowMs, context.requestId);
  return replyOf(wish);
};

/**
 * Posts a wish for review: what can be refused for nothing first, then the text check, then the household's place, then
 * one insert under an id made from the act. Killed before the insert, the place is given back by `jobs`.
 * Refuses BAD_INPUT, WISH_*, FILE_NOT_YOURS, OUT_OF_AREA, AREA_NOT_JOINABLE, TEXT_RISKY, CONTENT_CHECK_UNAVAILABLE, OPERATION_REUSED.
 * A repeat costs the common case nothing: its insert finds the wish, and a refusal looks whether this very act stood before.
 */
export const submitWish = async (context: MemberContext, input: WishSubmitInput): Promise<Reply> => {
  const inputHash = hashInput(input);
  try {
    return await post(context, input, inputHash);
  } catch (error) {
    if (!(error instanceof RefusedError) || error.refusal.code === 'OPERATION_REUSED') throw error;
    const standing = await wishRepository.find(wishIdOf(context.operationId));
    if (standing === null) throw error;
    return replayOf(standing, inputHash);
  }
};
