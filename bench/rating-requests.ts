import type { RouteName } from '@contract';
import { COMMUNITY, GRID, HOUR_MS, MERCHANT, POSTER, STAFF, type Community } from '../tests/flows/support/community';
import { confirmedFor } from '../tests/flows/support/rating-steps';
import { ratingOf } from '../tests/flows/support/wish-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

const SECOND_STAFF = 'oBenchSecondStaff';

/** A rating that is called back, taken back, appealed and looked at again. */
export const ratingRoutes = async (community: Community, call: Call): Promise<void> => {
  await community.advance(HOUR_MS);
  await community.join(SECOND_STAFF, '小何', GRID);
  await community.grant(SECOND_STAFF, 'staff', COMMUNITY);
  const loop = await confirmedFor(community, POSTER, true);
  await community.advance(HOUR_MS / 20);
  const { ratingId } = await community.must(POSTER, 'rating.rate', { ...ratingOf(loop), words: '走廊的灯换成会自己亮的了' });
  await call(POSTER, 'rating.mine', {});
  await call(MERCHANT, 'ratingSum.mine', {});
  await call(POSTER, 'ratingSum.ofGiver', loop);
  await call(POSTER, 'rating.leaveNumber', { ratingId, phone: '13800001111' });
  await call(STAFF, 'callBack.read', { ratingId });
  await call(STAFF, 'callBack.record', { ratingId, result: 'notAsSaid', note: '说记不清了' });
  await call(POSTER, 'rating.appeal', { ratingId, words: '是我说的' });
  await call(SECOND_STAFF, 'rating.readAppeal', { ratingId });
  await call(SECOND_STAFF, 'rating.decideAppeal', { ratingId, isGranted: true, note: '当面问过' });
};
