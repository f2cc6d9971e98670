import type { RouteName } from '@contract';
import { DAY_MS, OTHER_COMMUNITY, OUTSIDE_STAFF, STAFF, type Community } from '../tests/flows/support/community';
import { openWish } from '../tests/flows/support/wish-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

/** Wishes that nobody claimed for a week, one for each choice; runs last, because weeks pass. */
export const rescueRoutes = async (community: Community, call: Call): Promise<void> => {
  const [split, paid, referred] = await Promise.all(['半袋米', '一桶油', '一床被'].map((title) => openWish(community, { title, shareNote: title, category: 'skill', urgency: 'urgent', windowEndMs: community.nowMs() + 60 * DAY_MS })));
  await community.advance(7 * DAY_MS + DAY_MS / 24);
  await community.runJobs();
  await call(STAFF, 'rescue.split', { wishId: split, shares: 3, shareNote: '一小份' });
  await call(STAFF, 'rescue.payFromProject', { wishId: paid, projectName: '邻里互助金', amountFen: 1_000, deliverAtMs: community.nowMs() + DAY_MS });
  const reference = { wishId: referred, class: 'transfer', toRole: 'staff', reason: '请一起想办法' };
  await call(STAFF, 'rescue.refer', { ...reference, toAreaId: OTHER_COMMUNITY });
  await call(OUTSIDE_STAFF, 'referral.list', {});
  await call(OUTSIDE_STAFF, 'referral.get', { wishId: referred });
  await call(OUTSIDE_STAFF, 'referral.decline', { wishId: referred, reason: '这边也没有' });
  await call(STAFF, 'referral.refer', { ...reference, toAreaId: OTHER_COMMUNITY });
  await call(OUTSIDE_STAFF, 'referral.accept', { wishId: referred });
  await call(OUTSIDE_STAFF, 'referral.finish', { wishId: referred, outcome: 'helped', note: '送到了' });
};
