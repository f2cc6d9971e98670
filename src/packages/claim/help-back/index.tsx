import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Icon } from '@/components/icon/icon';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { WishRow } from '@/features/wish/wish-card-of';
import { goBack, openPage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';

const NO_INPUT = {};

/** 搭把手: the private invitation. Nothing here says why it came, and nobody else sees that it did. */
export default function HelpBackPage() {
  return (
    <Screen title="搭把手">
      <MemberGate>{() => <SmallThings />}</MemberGate>
    </Screen>
  );
}

function SmallThings() {
  const things = useApiQuery('helpBack.suggestions', NO_INPUT);
  const open = (wishId: string): void => void openPage('wishDetail', { wishId });
  return (
    <View>
      <View className="u-display u-preline">有空时，{'\n'}也可以搭把手</View>
      <View className="u-cap u-row u-gap1 u-mt2"><Icon name="lock" size={16} />只有您看得到这一页</View>
      <View className="u-mt4">
        {things.isLoading && <SkeletonList kind="wish" count={3} />}
        {things.data === undefined && !things.isLoading && <ErrorState failure={things.failure} onRetry={() => void things.refresh()} />}
        {things.data?.items.length === 0 && <EmptyState scene="branch" title="附近没有小事在等" note="有空再来看看，心愿墙上总有新的。" action={<Button kind="secondary" onClick={() => void openPage('wishes')}>看看心愿墙</Button>} />}
        <View className="u-stack">{(things.data?.items ?? []).map((wish) => <WishRow key={wish.wishId} wish={wish} onOpen={open} />)}</View>
      </View>
      <View className="u-mt6"><Mute /></View>
    </View>
  );
}

/** One tap, no reason asked. */
function Mute() {
  const [isMuted, setMuted] = useState(false);
  const mute = useApiCommand('helpBack.mute', { onDone: () => setMuted(true) });
  if (isMuted) return <View className="u-center u-sub">好的，以后不再问。<Button kind="text" size="small" onClick={() => void goBack()}>回去</Button></View>;
  return (
    <View className="u-center">
      <Button kind="text" size="small" busy={mute.isBusy} onClick={() => mute.run(NO_INPUT)}>以后别再问</Button>
      {mute.failure !== null && <View className="u-cap u-accent">{mute.failure.message}</View>}
    </View>
  );
}
