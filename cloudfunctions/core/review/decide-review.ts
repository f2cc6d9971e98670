import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { RULES } from '../rules';
import { worksAt, type Member } from '../member/member';
import type { Step } from '../aggregate/step';
import { pictureKeyOf } from '../wish/picture-key';
import { wishTokensOf } from '../wish/submit-wish';
import { tradeCertificateOf } from '../wish/trade-certificate';
import { benefitsPending, REVIEW_STEPS_MAX, type Wish } from '../wish/wish';
import { changed, is, REPLAY, type Outcome, type WishChange } from '../wish/wish-change';
import type { WishEvent } from '../wish/wish-event';
import { benefitNamesOf } from './decide-benefit';

export type ReviewDecision = { readonly kind: 'approve'; readonly title?: string | null; readonly story?: string | null } | { readonly kind: 'ask'; readonly note: string } | { readonly kind: 'refuse'; readonly note: string };

/** Asking back ends somewhere; the last steps are kept for approving or refusing. */
const ASK_STEPS_MAX = REVIEW_STEPS_MAX - 4;

export const askNoticeIdOf = (eventId: string): string => deriveId('n', 'answer', eventId);

/** Spelling put right while approving: the new words with what follows from them; nothing when they stayed the same. */
const rewordingOf = (wish: Wish, decision: ReviewDecision): Partial<Pick<Wish, 'title' | 'story' | 'searchTokens' | 'pictureKey' | 'tradeCertificate'>> => {
  if (decision.kind !== 'approve') return {};
  const words = { category: wish.category, shareNote: wish.shareNote, title: decision.title ?? wish.title, story: decision.story ?? wish.story };
  if (words.title === wish.title && words.story === wish.story) return {};
  return { title: words.title, story: words.story, searchTokens: wishTokensOf(wish.areaId, words), pictureKey: pictureKeyOf(words.category, words.title), tradeCertificate: tradeCertificateOf(words) };
};

const DECIDED_WORDS: Partial<Readonly<Record<Wish['state'], string>>> = { open: '通过', asked: '问了一句，在等对方补', refused: '退回' };

/** The second of two reviewers is told who was first and what they decided. */
const decidedAlready = (wish: Wish): string | undefined => {
  const word = DECIDED_WORDS[wish.state];
  return word === undefined || wish.review.reviewerName === '' ? undefined : `${wish.review.reviewerName}刚刚已经看过：${word}。`;
};

const eventOf = (wish: Wish, decision: ReviewDecision, step: Step): WishEvent => {
  const common = { eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId, closesTaskId: wish.review.taskId, closesNoticeId: wish.review.askNoticeId };
  switch (decision.kind) {
    case 'approve':
      return { kind: wish.aboveCap ? 'publicised' : 'approved', isReworded: Object.keys(rewordingOf(wish, decision)).length > 0, ...common };
    case 'ask':
      return { kind: 'asked', note: decision.note, ...common };
    case 'refuse':
      return { kind: 'refused', note: decision.note, ...common };
  }
};

/** Approving publishes at once; only a wish above the cap is publicised first (RULES.md section 1). */
const consequenceOf = (wish: Wish, decision: ReviewDecision, event: WishEvent, nowMs: number): WishChange['set'] => {
  switch (decision.kind) {
    case 'approve':
      if (wish.aboveCap) return { state: 'publicity', 'review.note': '', 'review.askNoticeId': null };
      return { state: 'open', publishedAtMs: nowMs, wallState: 'claimable', 'review.note': '', 'review.askNoticeId': null };
    case 'ask':
      return { state: 'asked', 'review.note': decision.note, 'review.askNoticeId': askNoticeIdOf(event.eventId) };
    case 'refuse':
      return { state: 'refused', endedAtMs: nowMs, 'review.note': decision.note, 'review.askNoticeId': null };
  }
};

/**
 * Staff of the area decide on a wish in review. Nobody reviews their own wish. Refusals: OUT_OF_AREA, NOT_ALLOWED,
 * WISH_STATE_CHANGED, OPERATION_REUSED.
 */
export const decideReview = (wish: Wish, decision: ReviewDecision, reviewer: Member, step: Step): Result<Outcome> => {
  if (!worksAt(reviewer, wish.areaId)) return refuse('OUT_OF_AREA');
  const knownHash = wish.review.steps[step.operationId];
  if (knownHash !== undefined) return knownHash === step.inputHash ? accept(REPLAY) : refuse('OPERATION_REUSED');
  if (wish.posterId === reviewer._id && !wish.postedByStaff) return refuse('NOT_ALLOWED', { message: '自己的心愿要请同事来看。' });
  if (wish.posterId === reviewer._id && wish.aboveCap) return refuse('NOT_ALLOWED', { message: `超过 ${RULES.wish.valueCapFen / 100} 元的心愿，要请另一位同事来审核。` });
  if (wish.state !== 'review') return refuse('WISH_STATE_CHANGED', { message: decidedAlready(wish) });
  if (decision.kind === 'approve' && benefitsPending(wish)) return refuse('NOT_ALLOWED', { message: `先请社工看看能不能申请${benefitNamesOf(wish)}，看过再通过。` });
  if (decision.kind === 'approve' && (decision.story ?? wish.story) === '') return refuse('NOT_ALLOWED', { message: '先听录音，把要紧的话写下来再通过，邻居看得到的是文字。' });
  if (decision.kind === 'approve' && wish.windowEndMs <= step.nowMs) return refuse('WISH_WINDOW_PAST');
  if (decision.kind === 'ask' && Object.keys(wish.review.steps).length >= ASK_STEPS_MAX) return refuse('NOT_ALLOWED', { message: '已经来回问了很多次，请打电话说清楚再决定。' });
  const event = eventOf(wish, decision, step);
  return accept(
    changed({
      when: { state: is('review'), 'review.taskId': is(wish.review.taskId), [`review.steps.${step.operationId}`]: { isAbsent: true } },
      set: {
        ...rewordingOf(wish, decision),
        ...consequenceOf(wish, decision, event, step.nowMs),
        'review.reviewerId': reviewer._id,
        'review.reviewerName': reviewer.displayName,
        'review.decidedAtMs': step.nowMs,
        'review.taskId': null,
        [`review.steps.${step.operationId}`]: step.inputHash,
      },
      event,
    }),
  );
};
