import { View } from '@tarojs/components';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { formatMoney } from '@/lib/format';
import { goBack } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import { ledgerDate } from './campaign-words';
import './campaign.css';

/** Who gave, as each wished to be named. In the order they came: nobody is ranked. */
export function GiversScreen({ campaignId }: { campaignId: string }) {
  const pages = useApiPages('mutual.givers', { campaignId });
  useListPage(pages);
  return (
    <Screen title="出过一份的邻居">
      {pages.isLoading && <SkeletonList kind="row" count={5} />}
      {pages.failure !== null && <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} link={{ text: '返回', onClick: () => void goBack() }} />}
      {pages.items.length > 0 && <View className="u-sub">多少都是心意，按先后排，不分名次。</View>}
      <View className="u-mt2">
        {pages.items.map(({ contributionId, name, amountFen, day }) => (
          <View key={contributionId} className="mut-part u-row u-between u-gap3">
            <View className="u-grow"><View className="u-mid u-bold u-break">{name}</View><View className="u-cap">{ledgerDate(day)}</View></View>
            <View className="u-mid u-strong u-nowrap">{formatMoney(amountFen)}</View>
          </View>
        ))}
      </View>
      {pages.items.length > 0 && <ListFoot pages={pages} />}
      {!pages.isLoading && pages.failure === null && pages.items.length === 0 && <EmptyState scene="branch" title="等第一位邻居" note="到账以后，会照各人愿意的写法列在这里。" />}
    </Screen>
  );
}
