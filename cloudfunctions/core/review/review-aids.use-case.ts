import { ASK_TEMPLATES, REFUSE_TEMPLATES, type ApiContract, type ReviewAidsView } from '@contract';
import { fail, unwrap } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { checkName } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { command, store } from '../platform/store';
import { CARD_FIELDS, wishCardView, type WishCard } from '../wish/wish-card';
import type { Wish } from '../wish/wish';
import { wishRepository } from '../wish/wish.repository';
import { likeWishesAmong } from './like-wishes';
import { decideReasons, noReasons, type ReviewReasons } from './review-reasons';

/** Open wishes of the community and category that are looked through for like ones. */
const NEARBY_READ = 40;

const getForReview = async (wishId: string, reader: Member): Promise<Wish> => {
  const wish = await wishRepository.get(wishId);
  return worksAt(reader, wish.areaId) ? wish : fail('OUT_OF_AREA');
};

const openNearby = (wish: Wish): Promise<readonly WishCard[]> =>
  store.query<WishCard>('wishes', { where: { areaIds: wish.communityId, wallState: 'claimable', category: wish.category }, order: [['publishedAtMs', 'desc'], ['_id', 'desc']], limit: NEARBY_READ, fields: CARD_FIELDS });

const findReasons = async (communityId: string): Promise<ReviewReasons> => (await store.find<ReviewReasons>('reviewReasons', communityId)) ?? noReasons(communityId);

/** Like wishes of the community and the sentences to choose from; the page asks beside the wish itself. */
export const reviewAids = async (context: MemberContext, input: { readonly wishId: string }): Promise<ReviewAidsView> => {
  const wish = await getForReview(input.wishId, context.member);
  const [nearby, reasons] = await Promise.all([openNearby(wish), findReasons(wish.communityId)]);
  return {
    nearby: likeWishesAmong(wish, nearby).map((card) => wishCardView(card, context.member)),
    askReasons: [...ASK_TEMPLATES, ...reasons.ask],
    refuseReasons: [...REFUSE_TEMPLATES, ...reasons.refuse],
  };
};

const writeReasons = async (standing: ReviewReasons, reasons: ReviewReasons): Promise<boolean> => {
  if (standing.revision === 0) return (await store.insertOnce('reviewReasons', reasons)) === 'inserted';
  return (await store.update('reviewReasons', { _id: standing._id, revision: standing.revision }, { ask: command.set([...reasons.ask]), refuse: command.set([...reasons.refuse]), revision: reasons.revision })) === 1;
};

/** Keeps or drops a sentence for the community's reviewers. Repeating it changes nothing. Refuses OUT_OF_AREA, NOT_ALLOWED, TEXT_RISKY, BUSY. */
export const saveReason = async (context: MemberContext, input: ApiContract['review.saveReason']['parsed']): Promise<{ readonly reasons: readonly string[] }> => {
  const wish = await getForReview(input.wishId, context.member);
  if (input.isKept) await checkName(context.openid, [input.text]);
  const standing = await findReasons(wish.communityId);
  const reasons = unwrap(decideReasons(standing, input.kind, input.text, input.isKept));
  if (reasons === null) return { reasons: standing[input.kind] };
  return (await writeReasons(standing, reasons)) ? { reasons: reasons[input.kind] } : fail('BUSY');
};
