import { LIMITS, type WishCardView } from '@contract';
import { basketTotals, togglePick, type Pick } from './batch-basket';

const wish = (wishId: string, change: Partial<WishCardView> = {}): WishCardView => ({
  wishId, title: '一袋米', category: 'goods', pictureKey: 'rice', urgency: 'normal', shares: { wanted: 3, left: 2, held: 1, delivered: 0 }, shareNote: '', valuePerShareFen: 8_000,
  placeText: '本社区', walkText: null, windowEndMs: 0, posterText: '邻居发的', state: 'open', wallState: 'claimable', isMine: false, isClaimedByMe: false, isErrand: false, ...change,
});

describe('many wishes in one action', () => {
  test('ticking twice is not ticking', () => expect(togglePick(togglePick([], wish('w1')), wish('w1'))).toEqual([]));

  test('one’s own, one claimed before and one that is gone can’t be ticked', () => {
    for (const change of [{ isMine: true }, { isClaimedByMe: true }, { wallState: 'taken' as const }]) expect(togglePick([], wish('w1', change))).toEqual([]);
  });

  test('no more than one action takes', () => {
    const full = Array.from({ length: LIMITS.wishesPerBatch }, (_unused, index): Pick => ({ wish: wish(`w${index}`), shares: 1 }));
    expect(togglePick(full, wish('more'))).toHaveLength(LIMITS.wishesPerBatch);
  });

  test('totals: wishes, shares, and the value of what has one', () => {
    expect(basketTotals([{ wish: wish('w1'), shares: 2 }, { wish: wish('w2', { valuePerShareFen: null }), shares: 1 }])).toEqual({ wishes: 2, shares: 3, valueFen: 16_000 });
    expect(basketTotals([{ wish: wish('w2', { valuePerShareFen: null }), shares: 1 }]).valueFen).toBeNull();
  });
});
