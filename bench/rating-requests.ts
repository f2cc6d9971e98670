import type { RouteName } from '@contract';
import type { Rating } from '../cloudfunctions/core/rating/rating';
import { COMMUNITY, GRID, HOUR_MS, POSTER, STAFF, type Community } from '../tests/flows/support/community';
import { confirmedFor } from '../tests/flows/support/rating-steps';
import { ratingOf } from '../tests/flows/support/wish-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

const SECOND_STAFF = 'oBenchSecondStaff';

/** The content check answers a moment later. */
const untilHuman = async (community: Community, ratingId: string): Promise<void> => {
  const isHuman = (): boolean => community.document<Rating>('ratings', ratingId)?.media.voice?.state === 'human';
  for (let tries = 0; tries < 200 && !isHuman(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
};

/** A rating that is called back, taken back, appealed and looked at again. */
export const ratingRoutes = async (community: Community, call: Call): Promise<void> => {
  await community.advance(HOUR_MS);
  await community.join(SECOND_STAFF, '小何', GRID);
  await community.grant(SECOND_STAFF, 'staff', COMMUNITY);
  const loop = await confirmedFor(community, POSTER, true);
  await community.advance(HOUR_MS / 20);
  const { ratingId } = await community.must(POSTER, 'rating.rate', { ...ratingOf(loop), words: '走廊的灯换成会自己亮的了' });
  await call(POSTER, 'rating.leaveNumber', { ratingId, phone: '13800001111' });
  await call(STAFF, 'callBack.read', { ratingId });
  await call(STAFF, 'callBack.record', { ratingId, result: 'notAsSaid', note: '说记不清了' });
  await call(POSTER, 'rating.appeal', { ratingId, words: '是我说的' });
  await call(SECOND_STAFF, 'rating.readAppeal', { ratingId });
  await call(SECOND_STAFF, 'rating.decideAppeal', { ratingId, isGranted: true, note: '当面问过' });
  const spoken = await confirmedFor(community, POSTER, false);
  await community.advance(HOUR_MS / 20);
  const unsure = await community.must(POSTER, 'rating.rate', { ...ratingOf(spoken), words: '', voiceFileId: await community.upload(POSTER, 'ratingVoice', 'review'), voiceSeconds: 9 });
  await untilHuman(community, unsure.ratingId);
  // With a recording to be linked it asks the most.
  await call(POSTER, 'rating.mine', {});
  await call(STAFF, 'rating.readMedia', { ratingId: unsure.ratingId });
  await call(STAFF, 'rating.judgeMedia', { ratingId: unsure.ratingId, media: 'voice', decision: { kind: 'clear' } });
};
