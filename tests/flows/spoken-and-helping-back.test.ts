import type { Notice } from '../../cloudfunctions/core/notice/notice';
import { Community, DAY_MS, MERCHANT, NEIGHBOUR, OUTSIDE_STAFF, POSTER, STAFF } from './support/community';
import { confirmedWish, openWish, wishInput } from './support/wish-steps';
import { WishSight } from './support/wish-sight';

describe('a spoken story', () => {
  let community: Community;
  let sight: WishSight;
  beforeAll(async () => {
    community = await Community.found();
    sight = new WishSight(community);
  });
  afterAll(async () => {
    await community.close();
  });

  test('is checked like a picture, heard by the poster and staff only, and written down by the reviewer', async () => {
    const storyVoiceFileId = await community.upload(POSTER, 'storyVoice');
    const { wishId } = await community.must(POSTER, 'wish.submit', wishInput(community, { title: '语音说的心愿', story: '', storyVoiceFileId }));
    await sight.photosChecked(wishId);
    const review = await community.must(STAFF, 'review.get', { wishId });
    expect(review.wish.storyVoice).toMatchObject({ state: 'shown', url: expect.stringContaining('http') });
    expect(review.wish.photos).toEqual([]);
    expect((await community.refused(STAFF, 'review.decide', { wishId, decision: { kind: 'approve' } })).code).toBe('NOT_ALLOWED');
    await community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'approve', title: '想修厨房的灯', story: '灯坏了半个月，够不着。' } });
    expect(await community.must(NEIGHBOUR, 'wish.get', { wishId })).toMatchObject({ title: '想修厨房的灯', story: '灯坏了半个月，够不着。', storyVoice: null });
    expect((await community.must(POSTER, 'wish.get', { wishId })).storyVoice).toMatchObject({ url: expect.stringContaining('http') });
  });

  test('nothing written and nothing said is refused beside the field; a voice of somebody else as well', async () => {
    expect((await community.refused(POSTER, 'wish.submit', wishInput(community, { story: '' }))).fields).toHaveProperty('story');
    const file = await community.upload(NEIGHBOUR, 'storyVoice');
    expect((await community.refused(POSTER, 'wish.submit', wishInput(community, { story: '', storyVoiceFileId: file }))).code).toBe('FILE_NOT_YOURS');
  });
});

describe('helping back', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });

  const invitations = (): readonly Notice[] => community.documents<Notice>('notices').filter((notice) => notice.target.page === 'helpBack');
  const pass = async (days: number): Promise<void> => {
    await community.advance(days * DAY_MS);
    await community.runJobs();
    await community.runJobs();
  };

  test('is asked once in half a year, privately, and never again after a no', async () => {
    const { memberId } = await community.me(POSTER);
    await confirmedWish(community);
    await confirmedWish(community);
    await pass(13);
    expect(invitations()).toEqual([]);
    await pass(2);
    expect(invitations().map((notice) => notice.memberId)).toEqual([memberId]);
    const small = await openWish(community, { category: 'companionship', title: '想有人陪着下盘棋', estimatedValueFen: null }, NEIGHBOUR);
    const { items } = await community.must(POSTER, 'helpBack.suggestions', {});
    expect(items.map((card) => card.wishId)).toContain(small);
    expect(items.length).toBeLessThanOrEqual(3);
    expect((await community.must(MERCHANT, 'notice.inbox', {})).items.some((notice) => notice.target.page === 'helpBack')).toBe(false);
    await confirmedWish(community);
    await pass(15);
    expect(invitations()).toHaveLength(1);
    await pass(190);
    await confirmedWish(community);
    await pass(15);
    expect(invitations()).toHaveLength(2);
    await community.must(POSTER, 'helpBack.mute', {});
    await pass(190);
    await confirmedWish(community);
    await pass(15);
    expect(invitations()).toHaveLength(2);
  });

  test('staff who recorded it on the phone are never asked', async () => {
    const before = invitations().length;
    const { personId } = await community.must(STAFF, 'person.save', { name: '沈阿婆', phone: '057188125555', areaId: 'd01-s01-c01-g01' });
    const { wishId } = await community.must(STAFF, 'phone.recordWish', { personId, title: '想修一修灯', story: '够不着。', category: 'repair', shares: 1, estimatedValueFen: null, urgency: 'normal', windowEndMs: community.nowMs() + 9 * DAY_MS, handover: 'home', consent: { kind: 'phone', saidAtMs: community.nowMs() } });
    await community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'approve' } });
    const { claimId } = await community.must(MERCHANT, 'wish.claim', { wishId, shares: 1 });
    await community.must(MERCHANT, 'claim.deliver', { wishId, claimId, note: '', proofFileIds: [await community.upload(MERCHANT, 'proof')] });
    await community.must(STAFF, 'claim.confirm', { wishId, claimId });
    await community.runJobs();
    await pass(15);
    expect(invitations().slice(before).map((notice) => notice.memberId)).toEqual([personId]);
    expect((await community.refused(OUTSIDE_STAFF, 'phone.waiting', { personId })).code).toBe('OUT_OF_AREA');
  });
});
