import { useState } from 'react';
import { View } from '@tarojs/components';
import { WISH_CATEGORIES, WISH_CATEGORY_LABEL, type SupplyTableAreaView, type SupplyTableRowView, type SupplyTableView, type WishCategory } from '@contract';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { ErrorState } from '@/components/error-state/error-state';
import { Figure } from '@/components/figure/figure';
import { LinkRow } from '@/components/link-row/link-row';
import { SkeletonBlock } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { aria } from '@/lib/aria';
import { formatMoment } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import { SheetExport } from './sheet-export';
import './supply.css';

/** 对接表: what is asked for beside what can be given, by kind, for the whole community or one 小区 of it. */
export function SupplyTable({ isStaff }: { isStaff: boolean }) {
  const query = useApiQuery('supply.table', {});
  useListPage({ refresh: query.refresh });
  if (query.data === undefined) return query.failure === null ? <SkeletonBlock height="480px" /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  return (
    <View>
      <Shown table={query.data} />
      <View className="u-stack u-mt4">
        <LinkRow icon="pin" note="谁能帮什么，在哪里" onClick={() => void openPage('supplyMap')}>资源地图</LinkRow>
        {isStaff && <LinkRow icon="ask" note="没有人能帮的心愿，很久没有人去看的人" onClick={() => void openPage('supplyGaps')}>缺口</LinkRow>}
      </View>
      {isStaff && <SheetExport sheet="table" />}
    </View>
  );
}

function Shown({ table }: { table: SupplyTableView }) {
  const [areaId, setAreaId] = useState<string | null>(null);
  const grids = table.areas.filter(({ isWholeCommunity }) => !isWholeCommunity);
  const grid = grids.find((one) => one.areaId === areaId);
  return (
    <View>
      <Totals table={table} />
      {grids.length > 0 && (
        <View className="u-mt4"><ChipRow edge>
          <Chip kind="filter" on={grid === undefined} onClick={() => setAreaId(null)}>整个社区</Chip>
          {grids.map((one) => <Chip key={one.areaId} kind="filter" on={one === grid} onClick={() => setAreaId(one.areaId)}>{one.name}</Chip>)}
        </ChipRow></View>
      )}
      <View className="u-mt3">{grid === undefined ? <Whole rows={table.rows} /> : <Grid grid={grid} everywhere={table.areas.find(({ isWholeCommunity }) => isWholeCommunity)} />}</View>
      <View className="u-cap u-mt2">{formatMoment(table.countedAtMs, serverNowMs())} 数的{table.isAtLeast ? '；太多了，只数了一部分' : ''}。{grid === undefined ? '能帮的是一周里还有空的次数，手上在办的已经扣掉。' : '这里能帮的按资源数，没扣掉手上在办的；上面三个数是整个社区的。'}</View>
    </View>
  );
}

function Totals({ table: { totals } }: { table: SupplyTableView }) {
  return (
    <View className="sup-figures">
      <View className="sup-figure"><Figure value={totals.openShares} unit="份" size="number" /><View className="u-cap">在等</View></View>
      <View className="sup-figure"><Figure value={totals.capacityLeft} unit="次" size="number" /><View className="u-cap">这周还能帮</View></View>
      <View className="sup-figure"><Figure value={totals.shortShares} unit="份" size="number" /><View className="u-cap">还缺</View></View>
    </View>
  );
}

interface Bars {
  readonly category: WishCategory;
  readonly need: number;
  readonly give: number;
  /** Null: only offers are known there, not how much each has left, so nobody can say whether they suffice. */
  readonly short: number | null;
  readonly note: string;
}

function Whole({ rows }: { rows: readonly SupplyTableRowView[] }) {
  return <Lines unit="次" lines={rows.map(({ category, openShares, capacityLeft, shortShares, supplies, openWishes, matchedShares }) => ({ category, need: openShares, give: capacityLeft, short: shortShares, note: `${supplies} 份资源 · ${openWishes} 个心愿在等 · ${matchedShares} 份有人接了` }))} />;
}

/** Of one 小区: what is offered there and, beside it, what goes everywhere. */
function Grid({ grid, everywhere }: { grid: SupplyTableAreaView; everywhere: SupplyTableAreaView | undefined }) {
  return (
    <Lines unit="份" lines={WISH_CATEGORIES.map((category) => {
      const [here, all] = [grid.supplies[category], everywhere?.supplies[category] ?? 0];
      return { category, need: grid.openShares[category], give: here + all, short: here + all === 0 ? grid.openShares[category] : null, note: all === 0 ? `本小区 ${here} 份资源` : `本小区 ${here} 份资源，全社区都去的 ${all} 份` };
    })} />
  );
}

function Verdict({ need, short }: Pick<Bars, 'need' | 'short'>) {
  if (short === null || need === 0) return null;
  return short > 0 ? <Tag tone="accent" icon="ask">还缺 {short} 份</Tag> : <Tag tone="green" icon="check">接得住</Tag>;
}

function Lines({ lines, unit }: { lines: readonly Bars[]; unit: string }) {
  const longest = Math.max(1, ...lines.map(({ need, give }) => Math.max(need, give)));
  const width = (count: number): string => `${count === 0 ? 0 : Math.max(4, (count / longest) * 100)}%`;
  return (
    <Card>
      {lines.map(({ category, need, give, short, note }) => (
        <View key={category} className="sup-line" {...aria({ label: `${WISH_CATEGORY_LABEL[category]}，在等 ${need} 份，能帮 ${give} ${unit}` })}>
          <View className="u-row u-between u-gap3">
            <View className="u-h3">{WISH_CATEGORY_LABEL[category]}</View>
            <Verdict need={need} short={short} />
          </View>
          <View className="sup-bars">
            <View className="sup-bar"><View className="sup-bar-name">在等</View><View className="sup-bar-track"><View className="sup-bar-fill sup-bar-need" style={{ width: width(need) }} /></View><View className="sup-bar-count">{need} 份</View></View>
            <View className="sup-bar"><View className="sup-bar-name">能帮</View><View className="sup-bar-track"><View className="sup-bar-fill sup-bar-give" style={{ width: width(give) }} /></View><View className="sup-bar-count">{give} {unit}</View></View>
          </View>
          <View className="u-cap u-mt2">{note}</View>
        </View>
      ))}
    </Card>
  );
}
