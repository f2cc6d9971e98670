import type { ConsentKind, ReviewView } from '@contract';
import { workingMsBetween } from '../kernel/working-days';
import { MINUTE_MS } from '../kernel/clock';
import type { Member } from '../member/member';
import { wishCardView, type WishCard } from '../wish/wish-card';
import { wishDetailView, type PhotoLinks } from '../wish/wish-detail';
import type { Wish } from '../wish/wish';

type Check = ReviewView['checks'][number];

const photoCheck = (wish: Wish): readonly Check[] => {
  const photos = Object.values(wish.photos).filter((photo) => photo.claimId === null && photo.isAudio !== true);
  if (photos.length === 0) return [];
  const passed = photos.filter((photo) => photo.state === 'shown').length;
  if (passed === photos.length) return [{ isOk: true, text: `${photos.length} 张照片都查过，没有问题` }];
  const human = photos.filter((photo) => photo.state === 'human').length;
  return [{ isOk: false, text: human > 0 ? `${human} 张照片要您看一眼` : `${photos.length - passed} 张照片还在查` }];
};

const voiceCheck = (wish: Wish): readonly Check[] => {
  const spoken = Object.values(wish.photos).find((photo) => photo.isAudio === true);
  if (spoken === undefined) return [];
  return [{ isOk: wish.story !== '', text: wish.story === '' ? '说的录音，听完写下要紧的话再通过' : '说的录音已经写成文字' }];
};

const CONSENT_TEXT: Readonly<Record<ConsentKind, string>> = { voice: '对方同意，有录音', paper: '对方同意，有纸面照片', phone: '对方在电话里同意了' };

const consentCheck = (wish: Wish): readonly Check[] => {
  if (wish.onBehalf === null) return [];
  return [{ isOk: true, text: CONSENT_TEXT[wish.onBehalf.consentKind] }];
};

const similarCheck = (similar: readonly WishCard[]): Check => {
  const [first] = similar;
  return first === undefined ? { isOk: true, text: '这家没有别的心愿在办' } : { isOk: false, text: `同一家还有 ${similar.length} 个在办，如“${first.title}”` };
};

/** What was looked at before a person looks; says what is fine and what needs their eye. */
const checksOf = (wish: Wish, similar: readonly WishCard[]): readonly Check[] => [
  wish.review.needsCare ? { isOk: false, text: '文字要请您多看一眼' } : { isOk: true, text: '文字查过，没有问题' },
  ...voiceCheck(wish),
  ...photoCheck(wish),
  ...consentCheck(wish),
  similarCheck(similar),
];

export interface ReviewFacts {
  readonly wish: Wish;
  readonly reader: Member;
  /** Other live wishes of the household. */
  readonly similar: readonly WishCard[];
  readonly links: PhotoLinks;
  /** Opened for this reading, which is in the audit; null when it was posted for oneself. */
  readonly beneficiaryName: string | null;
  readonly nowMs: number;
}

/** A wish as its reviewer sees it. */
export const reviewView = ({ wish, reader, similar, links, beneficiaryName, nowMs }: ReviewFacts): ReviewView => ({
  wish: wishDetailView(wish, reader, links, nowMs),
  posterName: wish.posterName,
  onBehalf:
    wish.onBehalf === null
      ? null
      : {
          beneficiaryName: beneficiaryName ?? '',
          relation: wish.onBehalf.relation,
          consentKind: wish.onBehalf.consentKind,
          consentUrl: links.get(wish.onBehalf.consentFileId ?? '') ?? null,
          helperName: wish.onBehalf.helperName,
          consentAtMs: wish.onBehalf.consentAtMs,
          mayPublicise: wish.onBehalf.mayPublicise,
        },
  estimatedValueFen: wish.estimatedValueFen,
  checks: checksOf(wish, similar),
  similar: similar.map((card) => wishCardView(card, reader)),
  benefits: { state: wish.review.benefits.state, hits: wish.review.benefits.hits, note: wish.review.benefits.note, byName: wish.review.benefits.byName },
  answer: wish.review.answer,
  dueAtMs: wish.review.dueAtMs,
  workingMinutesLeft: Math.round(workingMsBetween(nowMs, wish.review.dueAtMs) / MINUTE_MS),
});
