import type { NoticeTarget } from '@contract';
import { PAGES } from '@/lib/pages';
import { noticeLink } from './notice-link';

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }));

const PAGES_OF_TARGETS: readonly NoticeTarget['page'][] = ['wishDetail', 'wishAnswer', 'wishConfirm', 'wishRate', 'claimPlan', 'claimDeliver', 'claimMine', 'points', 'unit', 'staffReview', 'me'];

describe('noticeLink', () => {
  it('leads every target to a page that exists', () => {
    for (const page of PAGES_OF_TARGETS) expect(PAGES[noticeLink({ page, wishId: null, claimId: null }).page]).toMatch(/^\/pa(ges|ckages)\//);
  });

  it('carries the ids and the step', () => {
    expect(noticeLink({ page: 'wishRate', wishId: 'w1', claimId: 'c1' })).toEqual({ page: 'confirmWish', query: { wishId: 'w1', claimId: 'c1', id: undefined, step: 'rate' } });
    expect(noticeLink({ page: 'points', wishId: null, claimId: null }).query).toEqual({ wishId: undefined, claimId: undefined, id: undefined, step: undefined });
  });
});
