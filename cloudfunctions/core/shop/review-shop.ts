import type { ApiContract } from '@contract';
import { is, REPLAY } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { byClock, bySomebody, versionChanged, versionMoved } from '../aggregate/versioned';
import type { Change } from '../aggregate/change';
import { accept, refuse, type Result } from '../kernel/result';
import type { Verdict } from '../media/media';
import type { Member } from '../member/member';
import { callOff, answerByOf, decidesOn, isOwnerOf, untilMsOf, type Licence, type Shop, type ShopEvent, type ShopOutcome, type ShopWords } from './shop';

type Outcome = Result<ShopOutcome>;
export type ShopDecision = ApiContract['shop.decide']['parsed']['decision'];

/** The application is over: what was told only for it goes. */
const over = (state: 'refused' | 'withdrawn', note: string, nowMs: number) => ({ state, note, answerByMs: null, askedAtMs: null, endedAtMs: nowMs, sealedContact: '' });

const beginAs = (shop: Shop, isAllowed: boolean, step: Step): Outcome | null => (isAllowed ? knownStep(shop.steps, step) : refuse('NOT_FOUND'));

/** What staff asked for is there; `words` may name another licence. Refuses NOT_FOUND, SHOP_CHANGED, OPERATION_REUSED. */
export const decideResubmit = (shop: Shop, words: ShopWords, actor: Member, step: Step): Outcome => {
  const begun = beginAs(shop, isOwnerOf(shop, actor), step);
  if (begun !== null) return begun;
  if (shop.state !== 'asked') return refuse('SHOP_CHANGED');
  const { creditCode, photoFileId } = shop.licence;
  const set = { ...words, state: 'review', note: '', reviews: shop.reviews + 1, answerByMs: answerByOf(step.nowMs), askedAtMs: null };
  const isSamePhoto = photoFileId === words.licence.photoFileId;
  return accept(versionChanged<ShopEvent>(shop, step, isSamePhoto ? { ...set, licence: { ...words.licence, photoCheck: shop.licence.photoCheck } } : set, {
    kind: 'resubmitted', n: shop.reviews + 1, oldNumber: creditCode === words.licence.creditCode ? null : creditCode, oldFileId: isSamePhoto ? null : photoFileId, ...bySomebody(step),
  }));
};

/** Refuses NOT_FOUND, SHOP_CHANGED, OPERATION_REUSED. */
export const decideWithdrawShop = (shop: Shop, actor: Member, step: Step): Outcome => {
  const begun = beginAs(shop, isOwnerOf(shop, actor), step);
  if (begun !== null) return begun;
  if (shop.state !== 'review' && shop.state !== 'asked') return refuse('SHOP_CHANGED');
  return accept(versionChanged<ShopEvent>(shop, step, over('withdrawn', '自己撤回了。', step.nowMs), { kind: 'withdrawn', n: shop.reviews, isByClock: false, ...bySomebody(step) }));
};

/** Nobody answered what staff asked for. */
export const putAwayByClock = (shop: Shop, nowMs: number): Change<ShopEvent> =>
  versionMoved<ShopEvent>(shop, over('withdrawn', '要补的没有补上，先收起来了。想再申请，随时都行。', nowMs), { kind: 'withdrawn', n: shop.reviews, isByClock: true, ...byClock(shop._id, 'putAway', String(shop.reviews), nowMs) });

const decideApplication = (shop: Shop, decision: ShopDecision, step: Step): Outcome => {
  if (decision.kind === 'ask') return accept(versionChanged<ShopEvent>(shop, step, { state: 'asked', note: decision.note, answerByMs: null, askedAtMs: step.nowMs }, { kind: 'askedBack', n: shop.reviews, ...bySomebody(step) }));
  if (decision.kind === 'refuse') return accept(versionChanged<ShopEvent>(shop, step, over('refused', decision.note, step.nowMs), { kind: 'refused', n: shop.reviews, ...bySomebody(step) }));
  const validUntilMs = untilMsOf(decision.validUntilDay);
  return accept(versionChanged<ShopEvent>(shop, step, { state: 'open', note: '', answerByMs: null, admittedAtMs: step.nowMs, 'licence.validUntilMs': validUntilMs }, { kind: 'admitted', n: shop.reviews, ...bySomebody(step) }));
};

const decideRenewal = (shop: Shop, renewal: Licence, decision: ShopDecision, step: Step): Outcome => {
  if (decision.kind !== 'approve') {
    return accept(versionChanged<ShopEvent>(shop, step, { renewal: null, note: decision.note, answerByMs: null }, { kind: 'renewalRefused', n: shop.reviews, goneFileId: renewal.photoFileId, ...bySomebody(step) }));
  }
  const licence = { ...renewal, validUntilMs: untilMsOf(decision.validUntilDay) };
  const set = { licence, renewal: null, note: '', answerByMs: null, warnedForMs: null, ...(shop.state === 'expired' && { state: 'open', sweep: callOff(shop, step.nowMs) }), ...(shop.frozenFrom === 'expired' && { frozenFrom: 'open' }) };
  return accept(versionChanged<ShopEvent>(shop, step, set, { kind: 'renewed', n: shop.reviews, goneFileId: shop.licence.photoFileId, ...bySomebody(step) }));
};

/**
 * Staff decide with the paper before them, about an application or a newer licence. Refuses NOT_FOUND (also for one's own
 * shop), SHOP_CHANGED, BAD_INPUT for a licence that is over, OPERATION_REUSED.
 */
export const decideReview = (shop: Shop, decision: ShopDecision, actor: Member, step: Step): Outcome => {
  const begun = beginAs(shop, decidesOn(shop, actor), step);
  if (begun !== null) return begun;
  if (shop.answerByMs === null) return refuse('SHOP_CHANGED');
  const untilMs = decision.kind === 'approve' ? untilMsOf(decision.validUntilDay) : null;
  if (untilMs !== null && untilMs <= step.nowMs) return refuse('BAD_INPUT', { message: '这张执照已经过期了，请对方换一张新的。', fields: { validUntilDay: '已经过期' } });
  return shop.renewal === null ? decideApplication(shop, decision, step) : decideRenewal(shop, shop.renewal, decision, step);
};

/** A newer licence of the same business. Refuses NOT_FOUND, SHOP_CHANGED, BAD_INPUT, OPERATION_REUSED. */
export const decideRenew = (shop: Shop, input: { readonly photoFileId: string; readonly validUntilDay: string | null }, actor: Member, step: Step): Outcome => {
  const begun = beginAs(shop, isOwnerOf(shop, actor), step);
  if (begun !== null) return begun;
  if (shop.state !== 'open' && shop.state !== 'paused' && shop.state !== 'expired') return refuse('SHOP_CHANGED');
  const untilMs = untilMsOf(input.validUntilDay);
  if (untilMs !== null && untilMs <= step.nowMs) return refuse('BAD_INPUT', { fields: { validUntilDay: '这个日子已经过了' } });
  const renewal: Licence = { creditCode: shop.licence.creditCode, photoFileId: input.photoFileId, photoCheck: null, validUntilMs: untilMs };
  return accept(versionChanged<ShopEvent>(shop, step, { renewal, note: '', reviews: shop.reviews + 1, answerByMs: answerByOf(step.nowMs) }, { kind: 'renewalSent', n: shop.reviews + 1, oldFileId: shop.renewal?.photoFileId ?? null, ...bySomebody(step) }));
};

/** What WeChat's check said of the photo of a licence. REPLAY when it is of a licence that no longer stands here. */
export const decideLicencePhoto = (shop: Shop, photoFileId: string, verdict: Verdict, atMs: number): Outcome => {
  const path = shop.licence.photoFileId === photoFileId ? 'licence' : shop.renewal?.photoFileId === photoFileId ? 'renewal' : null;
  const licence = path === 'renewal' ? shop.renewal : shop.licence;
  if (path === null || licence === null || licence.photoCheck === verdict || (licence.photoCheck !== null && licence.photoCheck !== 'human')) return accept(REPLAY);
  const change = versionMoved<ShopEvent>(shop, { [`${path}.photoCheck`]: verdict }, { kind: 'photoChecked', ...byClock(shop._id, 'photo', `${photoFileId} ${verdict}`, atMs) }, { when: { [`${path}.photoFileId`]: is(photoFileId) } });
  return accept({ kind: 'change', change });
};
