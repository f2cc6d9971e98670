import type { HallClaimView } from '@contract';
import { mergeClaims } from './merge-claims';

const claim = (id: string, heldAtMs: number): HallClaimView => ({ claimId: id, giverText: '刘*', wishTitle: '灯', pictureKey: 'lamp', shares: 1, heldAtMs });

describe('claims on a hall screen', () => {
  it('stand once each, the newest first, however the looks overlap', () => {
    const first = mergeClaims([], [claim('b', 2), claim('a', 1)]);
    expect(mergeClaims(first, [claim('c', 2), claim('b', 2)]).map(({ claimId }) => claimId)).toEqual(['b', 'c', 'a']);
  });

  it('are not kept without end', () => {
    expect(mergeClaims([], Array.from({ length: 90 }, (_none, index) => claim(`c${index}`, index)))).toHaveLength(40);
  });
});
