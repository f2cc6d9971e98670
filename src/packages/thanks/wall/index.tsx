import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { ShownThanksRow } from '@/features/thanks/thanks-row';
import { openPage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 感谢墙: what both sides agreed to show, in one's community. */
export default function ThanksWallPage() {
  return (
    <Screen title="感谢墙">
      <MemberGate back="thanksWall">{() => <ThanksWall />}</MemberGate>
    </Screen>
  );
}

function ThanksWall() {
  const pages = useApiPages('thanks.wall', {});
  useListPage(pages);
  if (pages.isLoading) return <SkeletonList count={4} kind="row" />;
  if (pages.failure !== null) return <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />;
  if (pages.items.length === 0) return <EmptyState scene="branch" title="墙上还空着" note="收到谢谢的邻居问一声，对方点了头，就放到这里。" link={{ text: '看看月度感谢页', onClick: () => void openPage('thanksMonth') }} />;
  return (
    <View className="u-stack">
      <View className="u-sub u-mt1">两边都愿意给大家看的，才放在这里。</View>
      <Card><LinkRow icon="calendar" note="帮过忙、愿意写上名字的邻居" onClick={() => void openPage('thanksMonth')}>月度感谢页</LinkRow><LinkRow icon="store" note="社区里哪些店在帮忙" onClick={() => void openPage('alliance')}>爱心商户联盟</LinkRow></Card>
      {pages.items.map((thanks) => <ShownThanksRow key={thanks.thanksId} thanks={thanks} />)}
      <ListFoot pages={pages} />
    </View>
  );
}
