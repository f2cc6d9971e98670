import { WISH_CATEGORY_LABEL, type ReviewView } from '@contract';

const posterWords = ({ posterName, onBehalf }: ReviewView): string => {
  if (onBehalf === null) return `${posterName}发的`;
  return onBehalf.consentKind === 'phone' ? `${posterName}接电话记下` : `${posterName}代${onBehalf.relation}发`;
};

/** Pure: what a reviewer reads under the title: "物品 1 份 · 约 ¥260 · 孙* 代妈妈发". `formatMoney` turns fen into words. */
export function wishBrief(review: ReviewView, formatMoney: (amountFen: number) => string): string {
  const { wish } = review;
  const parts = [`${WISH_CATEGORY_LABEL[wish.category]} ${wish.shares.wanted} 份`];
  if (review.estimatedValueFen !== null) parts.push(`约 ${formatMoney(review.estimatedValueFen)}`);
  parts.push(posterWords(review));
  return parts.join(' · ');
}
