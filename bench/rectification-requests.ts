import type { RouteName } from '@contract';
import { RULES } from '../cloudfunctions/core/rules';
import type { Rectification } from '../cloudfunctions/core/rectification/rectification';
import { ADMIN, COMMUNITY, DAY_MS, MERCHANT, STAFF, type Community } from '../tests/flows/support/community';
import { newShops, ratedByFive, ratedOnPaper, servedByAll } from '../tests/flows/support/rating-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

/** An order to put something right, from the ratings that bring it about to the street that ends it. */
export const rectificationRoutes = async (community: Community, call: Call): Promise<void> => {
  const { personId } = await ratedOnPaper(community, 'unsatisfied', '周玉兰');
  const [one] = await ratedByFive(community, 'unsatisfied');
  const rectificationId = community.documents<Rectification>('rectifications')[0]?._id ?? '';
  await call(MERCHANT, 'ratingSum.mine', {});
  await call(MERCHANT, 'ratingSum.ofGiver', one?.loop);
  const sumId = (await community.must(MERCHANT, 'ratingSum.mine', {})).sums.find(({ canReply }) => canReply)?.sumId ?? '';
  await call(MERCHANT, 'ratingSum.reply', { sumId, words: '谢谢大家，修完当面试一遍' });
  await call(STAFF, 'ratingSum.hideReply', { sumId, note: '说的是别家的事' });
  await call(STAFF, 'rectification.list', { areaId: COMMUNITY, isOpen: true });
  await call(MERCHANT, 'rectification.object', { rectificationId, words: '那几天停电' });
  await call(STAFF, 'rectification.decideObjection', { rectificationId, isUpheld: false, note: '别家没停' });
  await call(MERCHANT, 'rectification.answer', { rectificationId, words: '换了师傅', photoFileIds: [await community.upload(MERCHANT, 'evidence')] });
  await community.runJobs();
  await call(STAFF, 'rectification.get', { rectificationId });
  await call(STAFF, 'rectification.review', { rectificationId, decision: { kind: 'recheck' } });
  await call(one?.openid ?? '', 'recheck.get', { rectificationId });
  await call(STAFF, 'recheck.calls', { rectificationId });
  await call(STAFF, 'recheck.record', { rectificationId, personId, answer: 'unsure' });
  await call(one?.openid ?? '', 'recheck.answer', { rectificationId, answer: 'better' });
  await community.advance(8 * DAY_MS);
  await community.runJobs();
  await call(STAFF, 'rectification.judge', { rectificationId, isRecovered: false, note: '去看过，没好' });
  await call(ADMIN, 'rectification.close', { rectificationId, outcome: 'talked', note: '谈过了' });
};

/** Ten people are content with a shop, which lets neighbours see that they thank it. */
export const praiseRoutes = async (community: Community, call: Call): Promise<void> => {
  const [shop = ''] = await newShops(community, 1);
  await servedByAll(community, { people: RULES.ratingSum.praisePeopleMin, shops: [shop], saying: () => 'satisfied' });
  const sumId = (await community.must(shop, 'ratingSum.mine', {})).sums.find(({ praise }) => praise !== null)?.sumId ?? '';
  await call(shop, 'ratingSum.showPraise', { sumId, shows: true });
};
