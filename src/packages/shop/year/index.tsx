import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { yearLines } from '@/features/shop/shop-words';
import { YearPicture } from '@/features/shop/year-picture';
import { dayValue } from '@/lib/day-value';
import { readQuery } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 年度爱心卡: what a shop gave in a year, in things done; it can be kept as a picture. */
export default function ShopYearPage() {
  const shopId = readQuery(useRouter().params, 'id') ?? '';
  return <Screen title="年度爱心卡"><MemberGate back="alliance">{() => <Year shopId={shopId} />}</MemberGate></Screen>;
}

function Year({ shopId }: { shopId: string }) {
  const thisYear = Number(dayValue(serverNowMs()).slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const query = useApiQuery('shop.year', { shopId, year });
  useListPage({ refresh: query.refresh });
  return (
    <View>
      <ChipRow>{[thisYear, thisYear - 1].map((each) => <Chip key={each} kind="filter" on={each === year} onClick={() => setYear(each)}>{each} 年</Chip>)}</ChipRow>
      <View className="u-mt4">
        {query.data === undefined && (query.failure === null ? <SkeletonList kind="row" count={3} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />)}
        {query.data !== undefined && (
          <View>
            <Card tone="accent">
              <View className="u-title u-break">{query.data.name}</View>
              <View className="u-sub u-mt1">{query.data.communityName} · {year} 年</View>
              <View className="u-stack u-mt4">{yearLines(query.data).map((line) => <View key={line} className="u-mid">{line}</View>)}</View>
            </Card>
            {query.data.wishes === 0 ? <View className="u-sub u-mt4">这一年还没有送到的。送到一件，这里就有了。</View> : <View className="u-mt4"><YearPicture view={query.data} /></View>}
          </View>
        )}
      </View>
    </View>
  );
}
