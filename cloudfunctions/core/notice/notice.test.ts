import { readFileSync } from 'node:fs';
import path from 'node:path';
import { noticeOf, noticePlace, noticeView } from './notice';
import { PAGE_PATHS, pageOf } from './notice-page';

const effect = {
  kind: 'notice', noticeId: 'n_1', memberId: 'm_1', title: '东西送到了', body: '请确认', pictureKey: 'hand',
  target: { page: 'wishConfirm', wishId: 'w_1', claimId: 'c_1' }, todo: { actionText: '确认收到', dueAtMs: 200 }, atMs: 100,
} as const;

describe('a notice', () => {
  it('stands above newer lines while it waits, the most pressing first, and among them afterwards', () => {
    const soon = noticePlace(1_800_000_000_000, 100, 'a');
    const later = noticePlace(1_800_086_400_000, 200, 'c');
    const newer = noticePlace(null, 1_800_000_000_000, 'b');
    const done = noticePlace(null, 100, 'a');
    expect([newer, later, done, soon].sort().reverse()).toEqual([soon, later, newer, done]);
  });

  it('shows its todo only while it is open', () => {
    const notice = noticeOf(effect);
    expect(noticeView(notice)).toMatchObject({ isRead: false, todo: { actionText: '确认收到', dueAtMs: 200 } });
    expect(noticeView({ ...notice, todoState: 'done', readAtMs: 300 })).toMatchObject({ isRead: true, todo: null });
    expect(noticeView(noticeOf({ ...effect, todo: null })).todo).toBeNull();
  });
});

describe('where a message leads', () => {
  it('names pages that the mini-program has', () => {
    const config = readFileSync(path.resolve(__dirname, '../../../src/app.config.ts'), 'utf8');
    for (const page of Object.values(PAGE_PATHS)) {
      const [, root, rest] = /^(packages\/[a-z]+)\/(.+)$/.exec(page) ?? [null, null, page];
      if (root) expect(config).toContain(root);
      expect(config).toContain(rest);
    }
  });

  it('carries ids and the step, without a leading slash', () => {
    expect(pageOf({ page: 'wishRate', wishId: 'w_1', claimId: 'c_1' })).toBe('packages/wish/confirm/index?wishId=w_1&claimId=c_1&step=rate');
    expect(pageOf({ page: 'points', wishId: null, claimId: null })).toBe('packages/points/index/index');
  });
});
