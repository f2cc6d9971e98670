import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { ClaimRow } from '@/features/claim/claim-row';
import { ContactButton } from '@/features/contact/contact-sheet';
import { MemberGate } from '@/features/home/member-gate';
import { openPage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 我的认领 */
export default function MyClaimsPage() {
  return <MemberGate title="我的认领" about="先加入您的社区，就能帮邻居一把。" back="myClaims">{() => <MyClaims />}</MemberGate>;
}

function MyClaims() {
  const [isOpen, setOpen] = useState(true);
  const pages = useApiPages('claim.mine', { open: isOpen });
  useListPage({ refresh: pages.refresh, loadMore: pages.loadMore });
  return (
    <Screen title="我的认领">
      <ChipRow>
        <Chip kind="filter" on={isOpen} onClick={() => setOpen(true)}>在办的</Chip>
        <Chip kind="filter" on={!isOpen} onClick={() => setOpen(false)}>办完的</Chip>
      </ChipRow>
      <View className="u-mt3">
        {pages.isLoading && <SkeletonList kind="wish" count={3} />}
        {pages.failure !== null && <ErrorState failure={pages.failure} kept="认领过的都在，没有丢" onRetry={() => void pages.refresh()} />}
        {!pages.isLoading && pages.failure === null && pages.items.length === 0 && (
          <EmptyState
            scene="basket"
            title={isOpen ? '手上没有要办的' : '还没有办完的'}
            note={isOpen ? '看看附近谁等人帮一把' : '办完的会留在这里，对方说收到了就算办好'}
            action={<Button onClick={() => void openPage('wishes')}>去心愿墙看看</Button>}
          />
        )}
        {pages.items.length > 0 && (
          <View className="u-stack">
            {pages.items.map((claim) => (
              <ClaimRow
                key={claim.claimId}
                claim={claim}
                contact={<ContactButton wishId={claim.wishId} claimId={claim.claimId} />}
                onOpen={() => void openPage('wishDetail', { wishId: claim.wishId })}
                onPlan={() => void openPage('planClaim', { wishId: claim.wishId })}
                onDeliver={() => void openPage('deliverClaim', { wishId: claim.wishId })}
              />
            ))}
            <ListFoot pages={pages} endText="就这些了" />
          </View>
        )}
      </View>
    </Screen>
  );
}
