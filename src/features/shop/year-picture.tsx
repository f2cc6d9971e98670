import type { ShopYearView } from '@contract';
import { PictureButton } from '@/components/picture-button/picture-button';
import { yearSheet } from './year-sheet';

/** 存成图片: the card of the year as a picture to keep or to show. */
export function YearPicture({ view }: { view: ShopYearView }) {
  return <PictureButton sheetOf={() => yearSheet(view)} title="年度爱心卡" note="长按图片也能存，贴在店里、发朋友圈都行。" instead="截屏留下来" />;
}
