import { View } from '@tarojs/components';
import { useState } from 'react';
import { WALL_SORTS, WISH_CATEGORIES, WISH_CATEGORY_LABEL } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipRow, ChipWrap } from '@/components/chip-row/chip-row';
import { Sheet } from '@/components/sheet/sheet';
import { Switch } from '@/components/switch/switch';
import { useLargeType } from '@/lib/settings';
import { CategoryStrip } from './category-strip';
import { activeFilters, SORT_LABEL, STATUS_LABEL, useWallFilter, type WallStatus } from './wall-filter';
import './wall.css';

const STATUSES: readonly WallStatus[] = ['claimable', 'taken', 'done'];

/** Sort and status as chips in one line; everything in one sheet. Large type folds the categories into the sheet too. */
export function WallFilters() {
  const isLarge = useLargeType();
  const [isOpen, setOpen] = useState(false);
  const { filter, change } = useWallFilter();
  const count = activeFilters({ ...filter, search: '' }).length;
  return (
    <View className="wall-filters">
      {!isLarge && <CategoryStrip category={filter.category} onChange={(category) => change({ category })} />}
      <ChipRow edge>
        {isLarge && <Chip kind="choice" icon="filter" on={count > 0} onClick={() => setOpen(true)}>{count > 0 ? `筛选 ${count}` : '筛选'}</Chip>}
        {WALL_SORTS.map((sort) => (
          <Chip key={sort} kind="filter" on={filter.sort === sort} onClick={() => change({ sort })}>{SORT_LABEL[sort]}</Chip>
        ))}
        {!isLarge && <Chip kind="choice" icon="clock" on={filter.urgentOnly} onClick={() => change({ urgentOnly: !filter.urgentOnly })}>只看急的</Chip>}
        {!isLarge && <Chip kind="choice" trailingIcon="down" on={filter.status !== 'claimable'} onClick={() => setOpen(true)}>{STATUS_LABEL[filter.status]}</Chip>}
      </ChipRow>
      <FilterSheet isOpen={isOpen} onClose={() => setOpen(false)} />
    </View>
  );
}

function FilterSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { filter, change } = useWallFilter();
  return (
    <Sheet isOpen={isOpen} title="看哪些心愿？" onClose={onClose} action={<Button onClick={onClose}>就看这些</Button>}>
      <View className="wall-sheet-group">
        <View className="u-h3">办到哪一步</View>
        <View className="u-mt2">
          <ChipWrap>
            {STATUSES.map((status) => <Chip key={status} on={filter.status === status} onClick={() => change({ status })}>{STATUS_LABEL[status]}</Chip>)}
          </ChipWrap>
        </View>
      </View>
      <View className="wall-sheet-group">
        <View className="u-h3">哪一类</View>
        <View className="u-mt2">
          <ChipWrap>
            <Chip on={filter.category === null} onClick={() => change({ category: null })}>全部</Chip>
            {WISH_CATEGORIES.map((category) => <Chip key={category} on={filter.category === category} onClick={() => change({ category })}>{WISH_CATEGORY_LABEL[category]}</Chip>)}
          </ChipWrap>
        </View>
      </View>
      <View className="wall-sheet-group">
        <Switch label="只看急的" checked={filter.urgentOnly} onChange={(urgentOnly) => change({ urgentOnly })} />
      </View>
    </Sheet>
  );
}
