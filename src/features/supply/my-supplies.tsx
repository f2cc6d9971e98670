import { View } from '@tarojs/components';
import type { SupplyView } from '@contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { openPage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import { QuickActs } from './supply-acts';
import { SupplyCard } from './supply-card';

/** 我能提供的: one's own, those of one's shop and units, and those staff keep for organisations; what is asked about first. */
export function MySupplies({ isStaff }: { isStaff: boolean }) {
  const query = useApiQuery('supply.mine', {});
  useListPage({ refresh: query.refresh });
  return (
    <View>
      <View className="u-sub">您、您的店、您的单位能帮什么，都在这里。忙了就歇一歇，闲了再打开。</View>
      <View className="u-stack u-mt3">
        {query.data?.length !== 0 && <LinkRow icon="plus" note="能帮什么、什么时候方便，一分钟写好" onClick={() => void openPage('editSupply')}>登记一份</LinkRow>}
        <LinkRow icon="wish" note="按合不合适排好，每一件说为什么" onClick={() => void openPage('supplyWishes')}>适合您的心愿</LinkRow>
        <LinkRow icon="pin" note="这一片谁能帮什么" onClick={() => void openPage('supplyMap')}>资源地图</LinkRow>
        {isStaff && <LinkRow icon="ask" note="没有人能帮的心愿，很久没有人去看的人" onClick={() => void openPage('supplyGaps')}>缺口</LinkRow>}
      </View>
      <Supplies supplies={query.data} failure={query.failure} onRetry={query.refresh} />
    </View>
  );
}

interface SuppliesProps {
  readonly supplies: readonly SupplyView[] | undefined;
  readonly failure: Parameters<typeof ErrorState>[0]['failure'];
  readonly onRetry: () => Promise<void>;
}

const waitsFirst = (supplies: readonly SupplyView[]): readonly SupplyView[] => [...supplies].sort((a, b) => Number(b.answerByMs !== null) - Number(a.answerByMs !== null));

function Supplies({ supplies, failure, onRetry }: SuppliesProps) {
  if (supplies === undefined) return failure === null || failure === undefined ? <View className="u-mt4"><SkeletonList kind="row" count={2} /></View> : <ErrorState failure={failure} onRetry={onRetry} />;
  if (supplies.length === 0) return <EmptyState scene="basket" title="还没有登记过" note="会换灯、能陪聊、有多的米面，都算。写下来，社区配对时会来问您。" action={<Button onClick={() => void openPage('editSupply')}>登记一份</Button>} />;
  return (
    <View>
      <SectionHead title="登记了的" count={supplies.length} />
      <View className="u-stack">
        {waitsFirst(supplies).map((supply) => (
          <SupplyCard key={supply.supplyId} supply={supply} hasState onOpen={() => void openPage('supply', { id: supply.supplyId })}>
            {supply.isMine && <QuickActs supply={supply} />}
          </SupplyCard>
        ))}
      </View>
    </View>
  );
}
