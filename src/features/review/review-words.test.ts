import { TASK_KINDS, type PhotoView, type ReviewView } from '@contract';
import { opensReview, TASK_GUIDES } from './task-guide';
import { unsurePhotos } from './unsure-photos';
import { wishBrief } from './wish-brief';

const money = (amountFen: number): string => `¥${amountFen / 100}`;
const photo = (photoId: string, state: PhotoView['state']): PhotoView => ({ photoId, url: null, state });

const review = (change: Partial<ReviewView>): ReviewView => ({
  wish: { category: 'goods', shares: { wanted: 6, left: 6, held: 0, delivered: 0 } } as ReviewView['wish'],
  posterName: '孙*', onBehalf: null, estimatedValueFen: 48_000, checks: [], similar: [], benefits: { state: 'none', hits: [], note: '', byName: '' }, answer: '', dueAtMs: 0, workingMinutesLeft: 0, ...change,
});

describe('every kind of task', () => {
  it('can be settled by exactly the acts the server allows', () => {
    for (const kind of TASK_KINDS) {
      const guide = TASK_GUIDES[kind];
      const acts = [opensReview(kind), guide.canConfirm, guide.canGiveBack, guide.canFinish, guide.page !== null];
      expect(acts).toContain(true);
      expect(guide.canFinish).toBe(guide.noteTemplates.length > 0);
      expect(opensReview(kind)).toBe(guide.steps.length === 0);
    }
  });
});

describe('wishBrief', () => {
  it('names category, shares, value and who posted for whom', () => {
    expect(wishBrief(review({}), money)).toBe('物品 6 份 · 约 ¥480 · 孙*发的');
    const onBehalf = { beneficiaryName: '孙桂兰', relation: '妈妈', consentKind: 'paper', consentUrl: null, helperName: '孙宁', consentAtMs: 0, mayPublicise: false } as const;
    expect(wishBrief(review({ onBehalf, estimatedValueFen: null }), money)).toBe('物品 6 份 · 孙*代妈妈发');
  });
});

describe('unsurePhotos', () => {
  it('finds those of the wish and of its deliveries', () => {
    const incoming = [{ proofPhotos: [photo('p3', 'human'), photo('p4', 'checking')] }] as unknown as ReviewView['wish']['incoming'];
    expect(unsurePhotos({ photos: [photo('p1', 'shown'), photo('p2', 'human')], incoming }).map((one) => one.photoId)).toEqual(['p2', 'p3']);
  });
});
