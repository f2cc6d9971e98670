import { useState } from 'react';
import { View } from '@tarojs/components';
import { WISH_CATEGORY_LABEL, type MatchRoundView, type MatchRowView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { MetaLine } from '@/components/meta-line/meta-line';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { openPage } from '@/lib/pages';
import { pictureOf } from '@/lib/picture-of';
import type { ApiPages } from '@/lib/use-api';
import { arrivalWords, pairWords } from './match-round-words';
import { OverrideSheet } from './override-sheet';

type Shown = 'all' | 'other' | 'none';
const SHOWN: Readonly<Record<Shown, { readonly label: string; readonly holds: (row: MatchRowView) => boolean }>> = {
  all: { label: '全部', holds: () => true },
  other: { label: '和先来后到不同', holds: ({ given, arrival }) => arrivalWords(given, arrival) !== null },
  none: { label: '没配上', holds: ({ given }) => given.length === 0 },
};
const KEYS = Object.keys(SHOWN) as readonly Shown[];

/** Who gets what and why, beside what order of arrival would have given. */
export function RoundRows({ round, rows }: { round: MatchRoundView; rows: ApiPages<MatchRowView> }) {
  const [shown, setShown] = useState<Shown>('all');
  const [changed, setChanged] = useState<MatchRowView | null>(null);
  const items = rows.items.filter(SHOWN[shown].holds);
  if (!rows.isLoading && rows.failure === null && rows.items.length === 0) return null;
  return (
    <View>
      <SectionHead title="谁给谁" note="等得久的在前" />
      <ChipRow>{KEYS.map((key) => <Chip key={key} kind="filter" on={shown === key} onClick={() => setShown(key)}>{SHOWN[key].label}</Chip>)}</ChipRow>
      <View className="u-mt3">
        {rows.isLoading && <SkeletonList kind="wish" count={2} />}
        {rows.failure !== null && <ErrorState failure={rows.failure} onRetry={() => void rows.refresh()} />}
        <View className="u-stack">{items.map((row) => <Row key={row.wishId} row={row} {...(round.canOverride ? { onChange: () => setChanged(row) } : {})} />)}</View>
        {rows.items.length > 0 && items.length === 0 && <View className="u-sub u-mt3">{rows.isEnd ? '没有这样的。' : '往下翻翻，后面还有。'}</View>}
        {rows.items.length > 0 && <ListFoot pages={rows} />}
      </View>
      {changed !== null && <OverrideSheet key={changed.wishId} roundId={round.roundId} row={changed} onClose={() => setChanged(null)} />}
    </View>
  );
}

function Row({ row, onChange }: { row: MatchRowView; onChange?: () => void }) {
  const { wishId, title, category, pictureKey, areaName, shares, waitingDays, isLongest, candidates, given, arrival } = row;
  const other = arrivalWords(given, arrival);
  return (
    <Card>
      <View className="u-row u-gap3" onClick={() => void openPage('wishDetail', { wishId })}>
        <PictureTile drawing={pictureOf(pictureKey)} size={52} />
        <View className="u-grow"><View className="u-h3 u-two u-break">{title}</View><MetaLine className="u-cap u-mt1" parts={[WISH_CATEGORY_LABEL[category], areaName, `等了 ${String(waitingDays)} 天`, shares > 1 ? `${String(shares)} 份` : '']} /></View>
      </View>
      {isLongest && <View className="u-mt2"><Tag tone="ochre" icon="clock">等得最久</Tag></View>}
      {given.map((pair) => (
        <View key={pair.supplyId} className="u-mt3">
          <View className="u-mid u-bold u-break">{pairWords(pair)}</View>
          <View className="u-sub u-mt1">{pair.isForced ? '社区定的。' : ''}{pair.why}</View>
        </View>
      ))}
      {given.length === 0 && <View className="u-sub u-mt3">{candidates === 0 ? '还没有合适的资源' : '合适的都给了别人'}，留在墙上接着等。</View>}
      {other !== null && <View className="u-cap u-mt2 u-break">{other}</View>}
      {onChange !== undefined && candidates > 0 && <View className="u-mt2"><Button kind="tint" size="small" onClick={onChange}>{given.length === 0 ? '指定一家' : '换一家'}</Button></View>}
    </Card>
  );
}
