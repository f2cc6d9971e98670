import type { CastKey } from '../community/cast';

/** Who plays in the wishes of the mock-ups: who posts, and who gives first. */
export interface CastPart {
  readonly poster: CastKey;
  readonly givers: readonly CastKey[];
}

export const CAST_PARTS: Readonly<Record<string, CastPart>> = {
  riceAndOil: { poster: 'zhouMin', givers: ['wuShop', 'kangShop', 'liuWei'] },
  haircutForMother: { poster: 'sunNing', givers: ['liuWei'] },
  chess: { poster: 'chenBo', givers: [] },
  kitchenLamp: { poster: 'zhaoAyi', givers: [] },
  lampCord: { poster: 'zhaoAyi', givers: ['zhouShop'] },
  stationery: { poster: 'fangJie', givers: ['linXiao'] },
  pictureBooks: { poster: 'zhouMin', givers: ['linXiao', 'liuWei', 'wuShop'] },
  linWardrobe: { poster: 'linXiao', givers: ['zhouShop', 'liuWei'] },
};
