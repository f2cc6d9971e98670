import { decideJoinReturn } from './join-return';

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }));

const WISH = '/packages/wish/detail/index?wishId=w1';

describe('decideJoinReturn', () => {
  it('opens the thing a share card led to', () => {
    expect(decideJoinReturn(WISH, undefined)).toEqual({ kind: 'open', url: WISH });
    expect(decideJoinReturn(WISH, 'pages/home/index')).toEqual({ kind: 'open', url: WISH });
  });

  it('only steps back when that page lies below', () => {
    expect(decideJoinReturn(WISH, 'packages/wish/detail/index')).toEqual({ kind: 'back' });
    expect(decideJoinReturn(undefined, 'pages/me/index')).toEqual({ kind: 'back' });
  });

  it('takes a page’s name as well', () => {
    expect(decideJoinReturn('points', undefined)).toEqual({ kind: 'open', url: '/packages/points/index/index' });
  });

  it('goes home from nowhere and never follows a stranger’s address', () => {
    expect(decideJoinReturn(undefined, undefined)).toEqual({ kind: 'home' });
    expect(decideJoinReturn('https://example.org', undefined)).toEqual({ kind: 'home' });
    expect(decideJoinReturn('/packages/other/index', 'pages/me/index')).toEqual({ kind: 'back' });
  });
});
