import type { WishCardView } from '@contract';
import type { EffectOf } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { RULES } from '../rules';

/**
 * 受助者助人: some time after a wish came true its recipient is told, privately and seldom, that small things near could
 * use a hand. One document a household says when it was last told; nothing here or anywhere shows who was helped.
 */
export interface HelpBackTurn {
  readonly _id: string;
  readonly lastAtMs: number;
  /** The wish that the last invitation came from, so that carrying it out again is the same invitation. */
  readonly lastWishId: string;
}

export const turnIdOf = (householdId: string): string => deriveId('hb', householdId);
/** Stands when somebody does not want to be asked again. */
export const muteIdOf = (memberId: string): string => deriveId('hbm', memberId);

/** Pure: the line that only the recipient sees. */
export const invitationOf = ({ memberId, wishId, atMs }: EffectOf<'inviteToHelp'>): EffectOf<'notice'> => ({
  kind: 'notice',
  noticeId: deriveId('n', 'helpBack', wishId),
  memberId,
  title: '有空时，也可以搭把手',
  body: '附近有几件小事，几分钟就能帮上。只有您看得到这一条。',
  pictureKey: 'hand',
  target: { page: 'helpBack', wishId: null, claimId: null },
  todo: null,
  atMs,
});

/** A quarter of an hour of somebody's time, or a small thing. */
const isSmall = (card: WishCardView): boolean =>
  card.isErrand || card.category === 'companionship' || card.category === 'skill' || (card.valuePerShareFen !== null && card.valuePerShareFen <= RULES.helpBack.smallFen);

/** Pure: three small things near, those first that cost time and no money. */
export const smallThingsOf = (near: readonly WishCardView[]): readonly WishCardView[] => {
  const open = near.filter((card) => !card.isMine && !card.isClaimedByMe);
  const small = open.filter(isSmall);
  return [...small, ...open.filter((card) => !isSmall(card))].slice(0, RULES.helpBack.suggestions);
};
