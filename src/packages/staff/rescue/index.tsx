import Taro, { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { MeView, WishDetailView } from '@contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { MemberGate } from '@/features/member/member-gate';
import { Lines } from '@/features/rescue/lines';
import { RescueWays } from '@/features/rescue/rescue-ways';
import { staffAreaOf } from '@/features/rescue/staff-area';
import { formatDeadline, formatMoney } from '@/lib/format';
import { goBack, openPage, readQuery } from '@/lib/pages';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 没人接的心愿: what it is, how long it lay, and three ways on. */
export default function StaffRescuePage() {
  const wishId = readQuery(useRouter().params, 'wishId') ?? '';
  return (
    <Screen title="没人接，想想办法">
      <MemberGate back="staffQueue" roles={['administrator', 'staff', 'socialWorker']}>{(me) => <Rescue wishId={wishId} me={me} />}</MemberGate>
    </Screen>
  );
}

const leave = (words: string): void => {
  void Taro.showToast({ title: words, icon: 'none' });
  void goBack();
};

function Rescue({ wishId, me }: { wishId: string; me: MeView }) {
  const query = useApiQuery('wish.get', { wishId });
  useListPage(query);
  if (query.isLoading) return <SkeletonDetail />;
  if (query.data === undefined) return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '回社区待办', onClick: () => void openPage('staffQueue') }} />;
  const wish = query.data;
  if (wish.rescue?.canChoose !== true) return <NotNeeded wish={wish} />;
  return (
    <View>
      <WishBrief wish={wish} />
      {wish.rescue.choices.length > 0 && (
        <View>
          <SectionHead title="以前试过" />
          <Lines steps={wish.rescue.choices} />
        </View>
      )}
      <SectionHead title="选一条路" />
      <RescueWays wish={wish} fromAreaId={staffAreaOf(me)} onDone={leave} />
      <View className="u-cap u-center u-mt4">选好以后，发心愿的人会收到消息，写着哪天有回音。</View>
    </View>
  );
}

function WishBrief({ wish }: { wish: WishDetailView }) {
  const nowMs = serverNowMs();
  const worth = wish.rescue?.restValueFen ?? null;
  const words = [`还差 ${wish.shares.left} 份`, ...(wish.shareNote === '' ? [] : [`一份 ${wish.shareNote}`]), ...(worth === null ? [] : [`约 ${formatMoney(worth)}`]), `${formatDeadline(wish.windowEndMs, nowMs)}为止`];
  return (
    <View className="u-mt2">
      <View className="u-row u-wrap u-gap2">
        {wish.rescue?.chooseByMs !== null && wish.rescue !== null && <Tag tone="accent" icon="clock">{wish.rescue.chooseByMs < nowMs ? '街道也在等' : `${formatDeadline(wish.rescue.chooseByMs, nowMs)}选好`}</Tag>}
        {wish.urgency === 'urgent' && <Tag tone="accent" icon="horn">急</Tag>}
      </View>
      <View className="u-row u-top u-gap3 u-mt3" onClick={() => void openPage('wishDetail', { wishId: wish.wishId })}>
        <View className="u-grow">
          <View className="u-title">{wish.title}</View>
          <View className="u-sub u-mt1">{words.join(' · ')}</View>
          <View className="u-sub u-two u-mt1">{wish.story}</View>
        </View>
        <PictureTile drawing={pictureOf(wish.pictureKey)} size={64} />
      </View>
    </View>
  );
}

function NotNeeded({ wish }: { wish: WishDetailView }) {
  const last = wish.rescue?.choices.at(-1);
  return (
    <EmptyState
      scene="branch"
      title="这件现在有着落了"
      note={last === undefined ? `“${wish.title}”不用另想办法。` : last.text}
      action={<Button onClick={() => void openPage('staffQueue')}>回社区待办</Button>}
      link={{ text: '看这个心愿', onClick: () => void openPage('wishDetail', { wishId: wish.wishId }) }}
    />
  );
}
