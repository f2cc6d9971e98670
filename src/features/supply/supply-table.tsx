import { useState } from 'react';
import { View } from '@tarojs/components';
import { WISH_CATEGORY_LABEL, type SupplyTableAreaView, type SupplyTableView } from '@contract';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { ErrorState } from '@/components/error-state/error-state';
import { Figure } from '@/components/figure/figure';
import { LinkRow } from '@/components/link-row/link-row';
import { PictureButton } from '@/components/picture-button/picture-button';
import { SkeletonBlock } from '@/components/skeleton/skeleton';
import { PLAN_ZOOM } from '@/components/street-plan/street-plan';
import { Tag } from '@/components/tag/tag';
import { aria } from '@/lib/aria';
import { dayValue } from '@/lib/day-value';
import { formatMoment } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useLargeType } from '@/lib/settings';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import { SheetExport } from './sheet-export';
import { tableSheet } from './supply-picture';
import { gridLines, lineVerdict, wholeLines, type TableLine } from './table-lines';
import './supply.css';

/** 资源匹配表: what is asked for beside what can be given, by kind, for the whole community or one 小区 of it. */
export function SupplyTable({ communityId, communityName, isStaff }: { communityId: string; communityName: string; isStaff: boolean }) {
  const query = useApiQuery('supply.table', { communityId });
  useListPage({ refresh: query.refresh });
  if (query.data === undefined) return query.failure === null ? <SkeletonBlock height="480px" /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  return (
    <View>
      <Shown table={query.data} communityName={communityName} />
      <View className="u-stack u-mt4">
        <LinkRow icon="pin" note="谁能帮什么，在哪里" onClick={() => void openPage('supplyMap')}>资源地图</LinkRow>
        {isStaff && <LinkRow icon="ask" note="没有人能帮的心愿，很久没有人去看的人" onClick={() => void openPage('supplyGaps')}>缺口</LinkRow>}
      </View>
      {isStaff && <SheetExport sheet="table" communityId={communityId} />}
    </View>
  );
}

function Shown({ table, communityName }: { table: SupplyTableView; communityName: string }) {
  const isLarge = useLargeType();
  const [areaId, setAreaId] = useState<string | null>(null);
  const grids = table.areas.filter(({ isWholeCommunity }) => !isWholeCommunity);
  const grid = grids.find((one) => one.areaId === areaId);
  return (
    <View>
      <View className="u-sub">一份心愿要人帮一次，所以拿在等的份数，比这周还能帮的次数。</View>
      {grids.length > 0 && (
        <View className="u-mt3"><ChipRow edge>
          <Chip kind="filter" on={grid === undefined} onClick={() => setAreaId(null)}>整个社区</Chip>
          {grids.map((one) => <Chip key={one.areaId} kind="filter" on={one === grid} onClick={() => setAreaId(one.areaId)}>{one.name}</Chip>)}
        </ChipRow></View>
      )}
      <View className="u-mt3">{grid === undefined ? <Whole table={table} /> : <Grid table={table} grid={grid} />}</View>
      <View className="u-cap u-mt2">{formatMoment(table.countedAtMs, serverNowMs())} 数的{table.isAtLeast ? '；太多了，只数了一部分' : ''}。手上在办的次数已经扣掉。</View>
      <View className="u-mt4"><PictureButton kind="secondary" title="资源匹配表" note="只有数，没有名字，发到群里也行。" instead="截屏留下来" sheetOf={() => tableSheet(table, areaId, { communityName, dayText: dayValue(table.countedAtMs), zoom: PLAN_ZOOM[isLarge ? 'large' : 'normal'] })} /></View>
    </View>
  );
}

function Whole({ table }: { table: SupplyTableView }) {
  const { openShares, capacityLeft, shortShares } = table.totals;
  return (
    <View>
      <Totals need={openShares} give={capacityLeft} short={`${shortShares}`} giveLabel="这周还能帮" />
      <View className="u-mt3"><Lines lines={wholeLines(table)} /></View>
    </View>
  );
}

/** Of one 小区: what is for it alone and, lighter, what goes to every 小区. */
function Grid({ table, grid }: { table: SupplyTableView; grid: SupplyTableAreaView }) {
  const lines = gridLines(table, grid);
  const sum = (of: (line: TableLine) => number): number => lines.reduce((all, line) => all + of(line), 0);
  const [least, most] = [sum(({ shortLeast }) => shortLeast), sum(({ shortMost }) => shortMost)];
  return (
    <View>
      <Totals need={sum(({ need }) => need)} give={sum(({ own }) => own)} short={least === most ? `${most}` : `${least}–${most}`} giveLabel="只来这里的" />
      <View className="sup-keys u-mt3">
        <View className="sup-key"><View className="sup-key-swatch sup-bar-give" />只来{grid.name}的</View>
        <View className="sup-key"><View className="sup-key-swatch sup-bar-shared" />全社区都去的，几个小区一起用</View>
      </View>
      <View className="u-mt3"><Lines lines={lines} /></View>
    </View>
  );
}

function Totals({ need, give, short, giveLabel }: { need: number; give: number; short: string; giveLabel: string }) {
  return (
    <View className="sup-figures">
      <View className="sup-figure"><Figure value={need} unit="份" size="number" /><View className="u-cap">在等</View></View>
      <View className="sup-figure"><Figure value={give} unit="次" size="number" /><View className="u-cap">{giveLabel}</View></View>
      <View className="sup-figure"><Figure value={short} unit="份" size="number" /><View className="u-cap">还缺</View></View>
    </View>
  );
}

function Verdict({ line }: { line: TableLine }) {
  const verdict = lineVerdict(line);
  if (verdict === null) return null;
  return <Tag tone={verdict.isShort ? 'accent' : 'green'} icon={verdict.isShort ? 'ask' : 'check'}>{verdict.words}</Tag>;
}

/** A bar that can be seen when there is anything at all. */
const LEAST_PERCENT = 4;

function Lines({ lines }: { lines: readonly TableLine[] }) {
  const longest = Math.max(1, ...lines.map(({ need, own, shared }) => Math.max(need, own + shared)));
  const width = (count: number): string => `${count === 0 ? 0 : Math.max(LEAST_PERCENT, (count / longest) * 100)}%`;
  return (
    <Card>
      {lines.map((line) => {
        const { category, need, own, shared, note } = line;
        return (
          <View key={category} className="sup-line" {...aria({ label: `${WISH_CATEGORY_LABEL[category]}，在等 ${need} 份，这周能帮 ${own + shared} 次` })}>
            <View className="u-row u-between u-wrap u-gap2">
              <View className="u-h3">{WISH_CATEGORY_LABEL[category]}</View>
              <Verdict line={line} />
            </View>
            <View className="sup-bars">
              <View className="sup-bar"><View className="sup-bar-name">在等</View><View className="sup-bar-track"><View className="sup-bar-fill sup-bar-need" style={{ width: width(need) }} /></View><View className="sup-bar-count">{need} 份</View></View>
              <View className="sup-bar"><View className="sup-bar-name">能帮</View><View className="sup-bar-track"><View className="sup-bar-fill sup-bar-give" style={{ width: width(own) }} /><View className="sup-bar-fill sup-bar-shared" style={{ width: width(shared) }} /></View><View className="sup-bar-count">{own + shared} 次</View></View>
            </View>
            <View className="u-cap u-mt2">{note}</View>
          </View>
        );
      })}
    </Card>
  );
}
