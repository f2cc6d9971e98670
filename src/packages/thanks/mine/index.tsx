import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { ThanksRow } from '@/features/thanks/thanks-row';
import { openPage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 谢谢的话: what one said and what was said to one. */
export default function MyThanksPage() {
  return (
    <Screen title="谢谢的话">
      <MemberGate back="myThanks">{() => <MyThanks />}</MemberGate>
    </Screen>
  );
}

function MyThanks() {
  const pages = useApiPages('thanks.mine', {});
  useListPage(pages);
  if (pages.isLoading) return <SkeletonList count={3} kind="row" />;
  if (pages.failure !== null) return <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />;
  if (pages.items.length === 0) return <EmptyState scene="branch" title="还没有谢谢的话" note="心愿办好以后，可以跟帮忙的邻居说一句，只有对方看得到。" link={{ text: '看看感谢墙', onClick: () => void openPage('thanksWall') }} />;
  return (
    <View className="u-stack u-mt2">
      {pages.items.map((thanks) => <ThanksRow key={thanks.thanksId} thanks={thanks} />)}
      <ListFoot pages={pages} />
      <Button kind="text" onClick={() => void openPage('thanksWall')}>看看感谢墙</Button>
    </View>
  );
}
