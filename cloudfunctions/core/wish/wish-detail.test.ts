import { claimIdOf, decideClaim } from '../claim/claim-wish';
import { decideDelivery } from '../claim/deliver-claim';
import { selfGiver } from '../claim/giver';
import { unwrap } from '../kernel/result';
import type { Member } from '../member/member';
import type { Wish } from './wish';
import { applyChange } from './wish-change';
import { linkedFilesOf, wishDetailView } from './wish-detail';
import { isVisible } from './wish-scope';
import { member, merchant, neighbour, openWish, poster, staff, START_MS } from './wish.fixtures';

const PROOF = 'cloud://e.b/uploads/m_neighbour/proof.jpg';
const claimId = claimIdOf('op_1');

const delivered = (): Wish => {
  const step = { actorId: neighbour._id, operationId: 'op_1', inputHash: 'i', nowMs: START_MS };
  const claim = unwrap(decideClaim(openWish(), 2, selfGiver(neighbour), step));
  const held = claim.kind === 'change' ? applyChange(openWish(), claim.change) : openWish();
  const delivery = unwrap(decideDelivery(held, claimId, { note: '放在驿站了', proofFileIds: [PROOF], shares: null }, neighbour, { ...step, operationId: 'op_2' }));
  return delivery.kind === 'change' ? applyChange(held, delivery.change) : held;
};

const withPhotos = (wish: Wish, state: 'checking' | 'shown' | 'human'): Wish => ({
  ...wish,
  photos: { p_1: { fileId: 'cloud://e.b/uploads/m_poster/1.jpg', order: 0, state, claimId: null, addedAtMs: START_MS } },
});
const view = (wish: Wish, reader: Member): ReturnType<typeof wishDetailView> => wishDetailView(wish, reader, new Map(linkedFilesOf(wish, reader).map((file) => [file, `https://files/${file.slice(-5)}`])), START_MS);

describe('a wish on its own page, by reader', () => {
  test('strangers read masked names, no proof, no review, and never who posted', () => {
    const seen = view(delivered(), merchant);
    expect(seen.helpers.map((helper) => helper.name)).toEqual(['刘*']);
    expect(seen).toMatchObject({ incoming: [], reviewNote: '', canWithdraw: false, canAnswer: false });
    const text = JSON.stringify(seen);
    for (const secret of ['赵阿姨', '刘洋', 'm_poster', 'o_m_', 'uploads/', '放在驿站了']) expect(text).not.toContain(secret);
  });

  test('the poster sees who helps and may confirm; staff may as well', () => {
    for (const reader of [poster, staff]) {
      expect(view(delivered(), reader).incoming).toEqual([expect.objectContaining({ giverName: '刘洋', canConfirm: true, canRate: false, proofNote: '放在驿站了' })]);
    }
  });

  test('photos: hidden from strangers until shown; their owner is told they are checked; staff see what waits for a person', () => {
    expect(view(withPhotos(openWish(), 'checking'), neighbour).photos).toEqual([]);
    expect(view(withPhotos(openWish(), 'checking'), poster).photos).toEqual([{ photoId: 'p_1', url: null, state: 'checking' }]);
    expect(view(withPhotos(openWish(), 'human'), poster).photos[0]?.url).toBeNull();
    expect(view(withPhotos(openWish(), 'human'), staff).photos[0]?.url).toMatch(/^https/);
    expect(view(withPhotos(openWish(), 'shown'), neighbour).photos[0]?.url).toMatch(/^https/);
  });

  test('why one may not claim is said in a sentence', () => {
    expect(view(openWish(), poster).claimRefusal).toContain('自己的心愿');
    expect(view(openWish(), neighbour).claimRefusal).toBeNull();
    expect(view(delivered(), neighbour).claimRefusal).toContain('已经认领');
  });

  test('the timeline tells what was and what comes, with dates', () => {
    const phases = view(delivered(), neighbour).timeline.map((entry) => [entry.title, entry.phase]);
    expect(phases).toEqual([
      ['邻居发的', 'past'],
      ['社区审核通过', 'past'],
      ['大家正在认领', 'now'],
      ['全部送到', 'next'],
      ['收到的人或社工确认，再说一句感受', 'next'],
    ]);
  });

  test('what is not on the wall, or of another district, is not there for strangers', () => {
    expect(isVisible(openWish({ state: 'review' }), neighbour)).toBe(false);
    expect(isVisible(openWish({ state: 'review' }), poster)).toBe(true);
    expect(isVisible(openWish({ state: 'expired' }), neighbour)).toBe(false);
    expect(isVisible({ ...delivered(), state: 'expired' }, neighbour)).toBe(true);
    expect(isVisible(openWish(), member('m_far', { areaId: 'd02-s01-c01' }))).toBe(false);
  });
});
