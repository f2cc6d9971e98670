import { useRouter } from '@tarojs/taro';
import type { GiverInput } from '@contract';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { DeliverySheet } from '@/features/claim/delivery-sheet';
import { MemberGate } from '@/features/home/member-gate';
import { openPage, readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 送货清单 of a unit, a shop or oneself. */
export default function DeliveryListPage() {
  return <MemberGate title="送货清单" about="先加入您的社区，再来看要送的。" back="myClaims">{() => <DeliveryList />}</MemberGate>;
}

const asOf = (unitId: string | undefined, kind: string | undefined): GiverInput => {
  if (unitId !== undefined && unitId !== '') return { kind: 'unit', unitId };
  return kind === 'merchant' ? { kind: 'merchant', areaId: null } : { kind: 'self' };
};

function DeliveryList() {
  const { params } = useRouter();
  const shopId = readQuery(params, 'shopId') ?? '';
  const list = useApiQuery('claim.deliveryList', { as: asOf(readQuery(params, 'unitId'), readQuery(params, 'as')), shopId: shopId === '' ? null : shopId });
  useListPage({ refresh: list.refresh });
  if (list.data !== undefined) return <DeliverySheet list={list.data} onWall={() => void openPage('wishes')} />;
  return <Screen title="送货清单">{list.failure === null ? <SkeletonList kind="row" count={4} /> : <ErrorState failure={list.failure} kept="认领过的都在，没有丢" onRetry={() => void list.refresh()} link={{ text: '看我的认领', onClick: () => void openPage('myClaims') }} />}</Screen>;
}
