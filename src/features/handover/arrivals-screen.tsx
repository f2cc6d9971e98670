import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ArrivalView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { MetaLine } from '@/components/meta-line/meta-line';
import { Notice } from '@/components/notice/notice';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { TitleWords } from '@/components/title-words/title-words';
import { formatDay, formatMoment } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { pictureOf } from '@/lib/picture-of';
import { canScan } from '@/lib/scan-code';
import { serverNowMs } from '@/lib/server-clock';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import './handover.css';

/** For whoever keeps the station: what waits to be fetched, and what is to come. */
export function ArrivalsScreen() {
  const [state, setState] = useState<ArrivalView['state']>('waiting');
  const pages = useApiPages('handover.arrivals', { state }, { isAlwaysFresh: true });
  useListPage({ refresh: pages.refresh, loadMore: pages.loadMore });
  return (
    <Screen title="驿站到货">
      <ChipRow>
        <Chip kind="filter" on={state === 'waiting'} onClick={() => setState('waiting')}>等人来取</Chip>
        <Chip kind="filter" on={state === 'coming'} onClick={() => setState('coming')}>在路上</Chip>
      </ChipRow>
      {canScan() && <View className="u-mt3"><Button kind="green" icon="camera" onClick={() => openPage('redeemCode')}>来取的人，扫 TA 的码</Button></View>}
      <View className="u-mt4">
        {pages.isLoading && <SkeletonList kind="wish" count={3} />}
        {pages.failure !== null && <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />}
        {!pages.isLoading && pages.failure === null && pages.items.length === 0 && (
          <EmptyState scene="basket" title={state === 'waiting' ? '架子上没有等人取的' : '这几天没有要送来的'} note={state === 'waiting' ? '有人说送到驿站了，会出现在这里' : '邻居约好送到驿站的，会先列在这里'} />
        )}
        {pages.items.length > 0 && (
          <View className="u-stack">
            {pages.items.map((arrival) => <ArrivalCard key={arrival.claimId} arrival={arrival} />)}
            <ListFoot pages={pages} endText="就这些了" />
          </View>
        )}
      </View>
    </Screen>
  );
}

const momentText = ({ state, atMs }: ArrivalView): string => {
  if (atMs === null) return '';
  return state === 'coming' ? `约好 ${formatDay(atMs, serverNowMs())}送来` : `${formatMoment(atMs, serverNowMs())} 送到的`;
};

function ArrivalCard({ arrival }: { arrival: ArrivalView }) {
  const { wishId, claimId, wishTitle } = arrival;
  return (
    <Card>
      <View className="ho-arrival">
        <PictureTile drawing={pictureOf(arrival.pictureKey)} size={56} />
        <View className="u-grow">
          <TitleWords text={wishTitle} className="u-h3" />
          <MetaLine className="u-sub u-mt1" parts={[`${arrival.giverName}送的`, arrival.shares > 1 ? `${arrival.shares} 份` : '', arrival.shareNote]} />
          <View className="u-sub">{momentText(arrival)}</View>
        </View>
      </View>
      {arrival.lastLegText !== null && <View className="u-mt3"><Notice icon="home">{arrival.lastLegText}</Notice></View>}
      <View className="u-mt4"><Button kind="green-tint" onClick={() => openPage('redeemCode', { wishId, claimId, title: wishTitle })}>来取了，核对六个数</Button></View>
    </Card>
  );
}
