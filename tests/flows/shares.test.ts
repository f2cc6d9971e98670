import type { ShareCode, ShareOpen } from '../../cloudfunctions/core/share/share-code';
import { COMMUNITY, Community, DAY_MS, GRID, MERCHANT, NEIGHBOUR, newOperation, OUTSIDE_STAFF, OUTSIDER, STAFF } from './support/community';
import { openShift, signUpFor } from './support/activity-steps';
import { bindByCode, OWNER, withOwners } from './support/group-steps';
import { readCode, readPng } from '../conformance/support/read-code';
import { openWish, planOf, submitWish, type Loop } from './support/wish-steps';

const MINUTE_MS = 60_000;
const visitors = (count: number, name: string): readonly string[] => Array.from({ length: count }, (_, index) => `oTestVisitor${name}${String(index)}`);

describe('things brought into a group', () => {
  let community: Community;
  let groupId = '';

  beforeAll(async () => {
    community = await Community.found();
    await withOwners(community);
    groupId = await bindByCode(community);
  });
  afterAll(() => community.close());

  let posters = 0;
  /** A wish of somebody who has no other. */
  const wishOf = async (title: string): Promise<{ readonly wishId: string; readonly poster: string }> => {
    const poster = `oTestPosterOf${String((posters += 1))}`;
    await community.join(poster, '赵阿姨', GRID);
    return { wishId: await openWish(community, { title }, poster), poster };
  };
  /** Claimed by the shop, brought. */
  const broughtBy = async (wishId: string): Promise<Loop> => {
    const { claimId } = await community.must(MERCHANT, 'wish.claim', { wishId, shares: 1, as: { kind: 'merchant' } });
    const loop = { wishId, claimId };
    await community.must(MERCHANT, 'claim.plan', planOf(community, loop));
    await community.must(MERCHANT, 'claim.deliver', { ...loop, note: '换好了', proofFileIds: [await community.upload(MERCHANT, 'proof')] });
    return loop;
  };
  const make = async (itemKind: 'wish' | 'shift', itemId: string): Promise<string> => (await community.must(OWNER, 'share.make', { groupId, itemKind, itemId })).code;
  const counted = async (code: string) => {
    await community.advance(2 * MINUTE_MS);
    await community.runJobs();
    return (await community.must(OWNER, 'share.ofGroup', { groupId })).find((each) => each.code === code);
  };

  test('one code a thing and group, for its owners, of what the community may see', async () => {
    const { wishId } = await wishOf('灯坏了好久');
    const code = await make('wish', wishId);
    expect(await make('wish', wishId)).toBe(code);
    expect(await community.refused(NEIGHBOUR, 'share.make', { groupId, itemKind: 'wish', itemId: wishId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(OWNER, 'share.make', { groupId, itemKind: 'wish', itemId: await submitWish(community, { title: '还没看过的' }) })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(OWNER, 'share.make', { groupId, itemKind: 'shift', itemId: wishId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(OUTSIDE_STAFF, 'share.ofGroup', { groupId })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await community.must(STAFF, 'share.ofGroup', { groupId })).map((each) => each.code)).toEqual([code]);
    // Read back by another hand: what hangs on the wall leads to this very code.
    const { pictureUri } = await community.must(OWNER, 'share.picture', { code });
    const link = readCode(readPng(Buffer.from(pictureUri?.split(',')[1] ?? '', 'base64'))) ?? '';
    expect(decodeURIComponent(link)).toContain(code);
    expect(decodeURIComponent(link)).toContain('packages/group/enter/index');
    // Drawn once: the second time nobody asks WeChat.
    const drawn = (): number => community.meters(60).flatMap(({ calls }) => calls).filter(({ action }) => action === 'wx.openApi').length;
    const before = drawn();
    expect((await community.must(OWNER, 'share.picture', { code })).pictureUri).toBe(pictureUri);
    expect(drawn()).toBe(before);
    expect(community.documents('sharePictures')).toHaveLength(1);
    expect(await community.refused(NEIGHBOUR, 'share.picture', { code })).toMatchObject({ code: 'NOT_FOUND' });
    // Opened from Moments WeChat names nobody: the one public read answers, nothing else does.
    expect(await community.must('', 'share.look', { code })).toMatchObject({ title: '灯坏了好久', standing: 'open' });
    expect(await community.refused('', 'share.open', { code })).toMatchObject({ code: 'NOT_IDENTIFIED' });
  });

  test('everybody who opens it counts once, joined or not, also many at once; what is told are numbers', async () => {
    const { wishId } = await wishOf('窗户关不上');
    const code = await make('wish', wishId);
    const people = [...visitors(30, 'Many'), NEIGHBOUR];
    const landings = await Promise.all(people.flatMap((openid) => [openid, openid]).map((openid) => community.must(openid, 'share.open', { code: code.toLowerCase() })));
    expect(new Set(landings.map((each) => JSON.stringify(each)))).toEqual(new Set([JSON.stringify({ itemKind: 'wish', itemId: wishId, standing: 'open' })]));
    const seen = await counted(code);
    expect(seen).toMatchObject({ title: '窗户关不上', standing: 'open', isCounting: true, numbers: { opened: 31, signedUp: 0, attended: 0, completed: 0 } });
    const told = JSON.stringify(seen);
    for (const openid of people) expect(told).not.toContain(openid);
    expect(told).not.toContain((await community.me(NEIGHBOUR)).memberId);
    expect(await community.refused(OUTSIDER, 'share.open', { code: 'ZZZZZZZZ' })).toMatchObject({ code: 'SHARE_GONE' });
    expect(await community.refused(OUTSIDER, 'share.open', { code: 'X'.repeat(33) })).toMatchObject({ code: 'BAD_INPUT' });
  });

  test('opened, claimed, brought, confirmed: the funnel of a wish; who came by themselves is not in it', async () => {
    const { wishId, poster } = await wishOf('水龙头漏水');
    const code = await make('wish', wishId);
    await community.must(MERCHANT, 'share.open', { code });
    const loop = await broughtBy(wishId);
    expect((await counted(code))?.numbers).toEqual({ opened: 1, signedUp: 1, attended: 1, completed: 0 });
    await community.must(poster, 'claim.confirm', loop);
    expect((await counted(code))?.numbers).toEqual({ opened: 1, signedUp: 1, attended: 1, completed: 1 });
    const alone = await wishOf('自己找来的');
    const codeOfAlone = await make('wish', alone.wishId);
    await broughtBy(alone.wishId);
    expect((await counted(codeOfAlone))?.numbers).toEqual({ opened: 0, signedUp: 0, attended: 0, completed: 0 });
  });

  test('somebody who joins on the way is counted from their first act', async () => {
    const shiftId = await openShift(community);
    const code = await make('shift', shiftId);
    const [newcomer = ''] = visitors(1, 'New');
    const landing = await community.must(newcomer, 'share.open', { code });
    await community.join(newcomer, '新邻居', COMMUNITY);
    await community.must(newcomer, 'shift.get', { shiftId: landing.itemId });
    await signUpFor(community, newcomer, landing.itemId);
    expect((await counted(code))?.numbers).toEqual({ opened: 1, signedUp: 1, attended: 0, completed: 0 });
  });

  test('whoever leaves is forgotten and stays counted; one\'s own opens are in the export', async () => {
    const code = await make('wish', (await wishOf('灯坏了')).wishId);
    const [leaver = ''] = visitors(1, 'Leaver');
    await community.join(leaver, '要走的', COMMUNITY);
    await community.must(leaver, 'share.open', { code });
    const { memberId } = await community.me(leaver);
    expect((await community.must(leaver, 'member.exportData', { part: 'help' })).json).toContain('openedShares');
    await community.must(leaver, 'member.leave', {});
    expect(community.documents<ShareOpen>('shareOpens').filter(({ personId }) => personId === memberId)).toEqual([]);
    expect((await counted(code))?.numbers.opened).toBe(1);
  });

  test('a thing that is gone says so, and nothing of it is told any more', async () => {
    const { wishId, poster } = await wishOf('不要了的');
    const code = await make('wish', wishId);
    await community.must(poster, 'wish.withdraw', { wishId });
    expect((await community.must(OWNER, 'share.ofGroup', { groupId })).find((each) => each.code === code)).toMatchObject({ standing: 'gone', title: '' });
    expect(await community.must(NEIGHBOUR, 'share.open', { code })).toEqual({ itemKind: 'wish', itemId: wishId, standing: 'gone' });
    expect(await community.must(NEIGHBOUR, 'share.look', { code })).toMatchObject({ standing: 'gone', title: '', shares: null });
  });

  test('unbound while people open it: what was counted stays, who came is forgotten, cards lead on', async () => {
    const other = await bindByCode(community, '要解绑的群');
    const { wishId } = await wishOf('门锁坏了');
    const { code } = await community.must(OWNER, 'share.make', { groupId: other, itemKind: 'wish', itemId: wishId });
    const [ended] = await Promise.all([community.send(OWNER, 'group.end', { groupId: other }, newOperation()), ...visitors(12, 'Late').map((openid) => community.must(openid, 'share.open', { code }))]);
    expect(ended.ok).toBe(true);
    const opens = community.documents<ShareOpen>('shareOpens').filter(({ codeId }) => codeId === code).length;
    for (let minutes = 0; minutes < 3; minutes += 1) {
      await community.advance(2 * MINUTE_MS);
      await community.runJobs();
    }
    expect(community.document<ShareCode>('shareCodes', code)).toMatchObject({ isFinal: true, numbers: { opened: opens } });
    expect(community.documents<ShareOpen>('shareOpens').filter(({ codeId }) => codeId === code)).toEqual([]);
    expect(community.document('sharePictures', code) ?? null).toBeNull();
    expect(await community.must(NEIGHBOUR, 'share.open', { code })).toMatchObject({ itemId: wishId });
    expect(community.documents<ShareOpen>('shareOpens').filter(({ codeId }) => codeId === code)).toEqual([]);
    expect(await community.refused(OWNER, 'share.make', { groupId: other, itemKind: 'wish', itemId: wishId })).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('after its time nothing more is counted, and the same thing gets another code', async () => {
    const shiftId = await openShift(community, { startsInMs: 100 * DAY_MS });
    const code = await make('shift', shiftId);
    await community.must(NEIGHBOUR, 'share.open', { code });
    await community.advance(91 * DAY_MS);
    for (let minutes = 0; minutes < 3; minutes += 1) {
      await community.runJobs();
      await community.advance(2 * MINUTE_MS);
    }
    expect(community.document<ShareCode>('shareCodes', code)).toMatchObject({ isFinal: true, numbers: { opened: 1 } });
    expect(await make('shift', shiftId)).not.toBe(code);
  });
});
