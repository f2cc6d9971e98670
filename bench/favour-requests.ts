import type { RouteName } from '@contract';
import { COMMUNITY, DAY_MS, GRID, HOUR_MS, POSTER, STAFF, type Community } from '../tests/flows/support/community';
import { confirmEachOther } from '../tests/flows/support/favour-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

const [ONE, TWO, JUDGE] = ['oBenchOne', 'oBenchTwo', 'oBenchJudge'] as const;

/** Two who confirm each other, held, said, answered, let go, held again and voided; and the monthly page. */
export const favourRoutes = async (community: Community, call: Call): Promise<void> => {
  for (const [openid, name] of [[ONE, '赵阿姨二号'], [TWO, '小刘'], [JUDGE, '小何']] as const) await community.join(openid, name, GRID);
  await community.grant(JUDGE, 'staff', COMMUNITY);
  await community.advance(HOUR_MS);
  await confirmEachOther(community, ONE, TWO, 4);
  await community.advance(DAY_MS - ((community.nowMs() + 8 * HOUR_MS) % DAY_MS) + 3.5 * HOUR_MS);
  for (let runs = 0; runs < 2; runs += 1) await community.runJobs();
  await call(STAFF, 'favour.report', { communityId: COMMUNITY });
  const circleId = (await community.must(STAFF, 'favour.report', { communityId: COMMUNITY })).circles[0]?.circleId ?? '';
  const freezing = { communityId: COMMUNITY, circleId, days: 14 as const, reason: '想先问问是什么事' };
  await call(STAFF, 'favour.fine', { communityId: COMMUNITY, circleId, note: '轮流带孩子，问过了' });
  await call(STAFF, 'favour.freeze', freezing);
  const freezeId = (await community.must(ONE, 'favour.mine', {}))[0]?.freezeId ?? '';
  await call(ONE, 'favour.mine', {});
  await call(ONE, 'favour.appeal', { freezeId, words: '我们轮流照看对方的老人' });
  await call(JUDGE, 'favour.readFreeze', { freezeId });
  await call(JUDGE, 'favour.answer', { freezeId, memberId: (await community.me(ONE)).memberId, isGranted: false, note: '再等一等' });
  await call(STAFF, 'favour.lift', { freezeId, note: '问清楚了' });
  await community.runJobs();
  const again = await community.must(STAFF, 'favour.freeze', freezing);
  await community.advance(7 * DAY_MS);
  await call(JUDGE, 'favour.void', { freezeId: again.freezeId, reason: '没有真的帮' });
  await call(ONE, 'thanks.ownName', {});
  await call(ONE, 'thanks.showName', { shows: true });
  await call(POSTER, 'thanks.month', { month: new Date(community.nowMs() + 8 * HOUR_MS).toISOString().slice(0, 7) });
};
