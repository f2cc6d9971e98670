import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, WISH_CATEGORIES, WISH_CATEGORY_LABEL, type WishCategory } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { FieldFrame } from '@/components/field/field-frame';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { Stepper } from '@/components/stepper/stepper';
import { useApiCommand } from '@/lib/use-api-command';
import { PLAN_STALE } from './need-stale';
import type { PlannedCommunity } from './planned-community';

interface Sizes {
  readonly sizeMin: number;
  readonly sizeMax: number;
}

const BY = 5;
const FULL: Sizes = { sizeMin: LIMITS.projectPersonsMin, sizeMax: LIMITS.projectPersonsMax };
const withMin = (sizeMin: number, { sizeMax }: Sizes): Sizes => ({ sizeMin, sizeMax: Math.max(sizeMax, sizeMin) });
const withMax = (sizeMax: number, { sizeMin }: Sizes): Sizes => ({ sizeMin: Math.min(sizeMin, sizeMax), sizeMax });

/** 开始打包: which kinds, how large; the rest is a few seconds. */
export function StartForm({ community: { communityId, communityName }, note }: { community: PlannedCommunity; note?: string }) {
  const [categories, setCategories] = useState<readonly WishCategory[]>(WISH_CATEGORIES);
  const [sizes, setSizes] = useState<Sizes>(FULL);
  const start = useApiCommand('needPlan.start', { invalidates: PLAN_STALE });
  const toggle = (category: WishCategory): void => setCategories(categories.includes(category) ? categories.filter((one) => one !== category) : [...categories, category]);
  const isWide = sizes.sizeMax >= 2 * sizes.sizeMin - 1;
  return (
    <Screen title="需求打包" bottom={<BottomBar failure={start.failure} note="只是排一排，谁都还不知道；定下来以前随便改"><Button busy={start.isBusy} busyText="正在读心愿、分组…" disabled={categories.length === 0} reason="先选一类" onClick={() => start.run({ communityId, categories: [...categories], ...sizes })}>开始打包</Button></BottomBar>}>
      {note !== undefined && <Notice tone="info">{note}</Notice>}
      <View className="u-body u-mt3">把{communityName}还没人接的心愿，按类别、按住得近，排成一组一组，每组办成一个项目。</View>
      <SectionHead title="打包哪几类" />
      <ChipWrap>{WISH_CATEGORIES.map((category) => <Chip key={category} on={categories.includes(category)} onClick={() => toggle(category)}>{WISH_CATEGORY_LABEL[category]}</Chip>)}</ChipWrap>
      <SectionHead title="一组多少人" />
      <View className="u-stack">
        <FieldFrame label="最少"><Stepper label="最少多少人" value={sizes.sizeMin} min={LIMITS.projectPersonsMin} max={LIMITS.projectPersonsMax} by={BY} unit="人" onChange={(sizeMin) => setSizes(withMin(sizeMin, sizes))} /></FieldFrame>
        <FieldFrame label="最多"><Stepper label="最多多少人" value={sizes.sizeMax} min={LIMITS.projectPersonsMin} max={LIMITS.projectPersonsMax} by={BY} unit="人" onChange={(sizeMax) => setSizes(withMax(sizeMax, sizes))} /></FieldFrame>
      </View>
      <View className="u-cap u-mt2">{isWide ? '按人算，一个人几件心愿只算一个人。' : '这样窄，可能有人放不进哪一组。'}不够 {sizes.sizeMin} 人的一类，先列成小名单。</View>
    </Screen>
  );
}
