import { View } from '@tarojs/components';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import type { MeView, WishDetailView } from '@contract';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { ClaimSheet } from '@/features/claim/claim-sheet';
import { ContactLinks } from '@/features/contact/contact-links';
import { LastLegCard } from '@/features/last-leg/last-leg-card';
import { doesStaffWork } from '@/features/home/staff-work';
import { Welcome } from '@/features/home/welcome';
import { WishNotes } from '@/features/safety/wish-notes';
import { AnswerCard } from '@/features/wish/detail/answer-card';
import { DetailBar, hasDetailBar } from '@/features/wish/detail/detail-bar';
import { IncomingClaims } from '@/features/wish/detail/incoming-claims';
import { RescueCard } from '@/features/wish/detail/rescue-card';
import { Withdraw } from '@/features/wish/detail/withdraw';
import { WishHead } from '@/features/wish/detail/wish-head';
import { WishHero } from '@/features/wish/detail/wish-hero';
import { WishStory } from '@/features/wish/detail/wish-story';
import { callPhone } from '@/lib/call-phone';
import { openPage, pageUrl, readQuery } from '@/lib/pages';
import { useSession } from '@/lib/session';
import { shareCard } from '@/lib/share-card';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 心愿详情; also where a share card lands. */
export default function WishDetailPage() {
  const wishId = readQuery(useRouter().params, 'wishId') ?? '';
  const session = useSession();
  const query = useApiQuery('wish.get', { wishId }, { isEnabled: session.status === 'joined' });
  const wish = query.data;
  useListPage({ refresh: query.refresh });
  useShareAppMessage(() => shareCard(wish === undefined ? '邻居有个心愿，一起看看' : `邻居有个心愿：${wish.title}`, pageUrl('wishDetail', { wishId }), 'wish'));

  if (session.status === 'guest') {
    return (
      <Screen title="邻居有个心愿">
        <Welcome about="加入您的社区，就能看到这件心愿，也能搭把手。" onJoin={() => void openPage('join', { back: pageUrl('wishDetail', { wishId }) })} />
      </Screen>
    );
  }
  if (wish !== undefined && session.me !== null) return <LoadedWish wish={wish} me={session.me} />;
  const failure = session.failure ?? query.failure;
  if (failure === null) return <Screen title="" gutter={false}><SkeletonDetail /></Screen>;
  return (
    <Screen title="心愿详情">
      <ErrorState failure={failure} onRetry={() => void (session.status === 'failed' ? session.refresh() : query.refresh())} link={{ text: '看看别的心愿', onClick: () => void openPage('wishes') }} />
    </Screen>
  );
}

function LoadedWish({ wish, me }: { wish: WishDetailView; me: MeView }) {
  const [isClaiming, setClaiming] = useState(false);
  const { wishId } = wish;
  // Whoever sees who is coming without being the recipient works here.
  const isStaff = !wish.isMine && wish.incoming.length > 0;
  const acts = {
    onClaim: () => setClaiming(true),
    onPlan: () => void openPage('planClaim', { wishId }),
    onDeliver: () => void openPage('deliverClaim', { wishId }),
    onMyClaims: () => void openPage('myClaims'),
    onConfirm: (claimId: string) => void openPage('confirmWish', { wishId, claimId }),
  };
  const refusal = wish.isMine || wish.myClaim !== null || wish.state !== 'open' || wish.shares.left === 0 ? null : wish.claimRefusal;
  return (
    <Screen gutter={false} overlayNav bottom={hasDetailBar(wish, acts) ? <DetailBar wish={wish} acts={acts} /> : undefined}>
      <WishHero wish={wish} />
      <View className="detail-page u-gutter">
        <WishHead wish={wish} />
        {refusal !== null && <View className="u-mt3"><Notice tone="warn">{refusal}</Notice></View>}
        {wish.canAnswer && <View className="u-mt4"><AnswerCard wish={wish} /></View>}
        <RescueCard wish={wish} onChoose={() => void openPage('staffRescue', { wishId })} />
        <IncomingClaims wish={wish} onConfirm={acts.onConfirm} onRate={(claimId) => void openPage('confirmWish', { wishId, claimId, step: 'rate' })} contactOf={(claim) => <ContactLinks wishId={wishId} claim={claim} />} lastLegOf={(claim) => <LastLegCard wishId={wishId} claim={claim} isMine={wish.isMine} />} />
        {isStaff && <WishNotes wishId={wishId} />}
        {wish.state === 'open' && wish.shares.left > 0 && (wish.isMine || doesStaffWork(me.roles)) && <View className="u-mt4"><LinkRow icon="users" note="按合不合适排好，每一位写了为什么" onClick={() => void openPage('wishSupplies', { wishId })}>谁能帮上</LinkRow></View>}
        <WishStory wish={wish} />
        <View className="u-mt6">
          <Notice icon="horn" onClick={() => void callPhone(wish.dutyPhone)}>{wish.isMine ? '有话想说？' : '觉得这条有不妥？'}打给社区 {wish.dutyPhone}</Notice>
        </View>
        <Withdraw wish={wish} />
      </View>
      <ClaimSheet wish={wish} me={me} isOpen={isClaiming} onClose={() => setClaiming(false)} onPlan={acts.onPlan} />
    </Screen>
  );
}
