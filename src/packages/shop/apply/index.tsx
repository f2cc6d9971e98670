import { useRouter } from '@tarojs/taro';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/home/member-gate';
import { ApplyForm } from '@/features/shop/apply-form';
import { readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';

/** 加入爱心商户, or what staff asked to be put right. */
export default function ApplyShopPage() {
  const shopId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate title="加入爱心商户" about="先加入您的社区，再来登记您的店。" back="applyShop">{() => (shopId === '' ? <ApplyForm standing={null} /> : <PutRight shopId={shopId} />)}</MemberGate>;
}

function PutRight({ shopId }: { shopId: string }) {
  const shop = useApiQuery('shop.get', { shopId });
  if (shop.data !== undefined) return <ApplyForm standing={shop.data} />;
  return <Screen title="补一补申请">{shop.failure === null ? <SkeletonList kind="row" count={4} /> : <ErrorState failure={shop.failure} onRetry={() => void shop.refresh()} />}</Screen>;
}
