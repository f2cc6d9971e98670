import { LIMITS } from '@contract';
import { toggleWish } from './basket';

test('a wish is ticked and taken away; a full basket takes no more', () => {
  const rice = { wishId: 'w_1', title: '大米' };
  expect(toggleWish([], rice)).toEqual([rice]);
  expect(toggleWish([rice], { wishId: 'w_1', title: '改过的名字' })).toEqual([]);
  const full = Array.from({ length: LIMITS.wishesPerCampaign }, (_unused, index) => ({ wishId: `w_${index}`, title: '' }));
  expect(toggleWish(full, { wishId: 'w_more', title: '' })).toBe(full);
  expect(toggleWish(full, { wishId: 'w_0', title: '' })).toHaveLength(LIMITS.wishesPerCampaign - 1);
});
