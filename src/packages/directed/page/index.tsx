import { useRouter } from '@tarojs/taro';
import type { DirectedView } from '@contract';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { DirectedBar, hasDirectedBar } from '@/features/directed/directed-bar';
import { DirectedBody } from '@/features/directed/directed-screen';
import { MemberGate } from '@/features/member/member-gate';
import { SpendingList } from '@/features/spending/spending-list';
import { openPage, pageUrl, readQuery } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 一份定向赠与 */
export default function DirectedPage() {
  const directedId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back={pageUrl('directed', { id: directedId })}>{() => <Gift directedId={directedId} />}</MemberGate>;
}

function Gift({ directedId }: { directedId: string }) {
  const query = useApiQuery('directed.get', { directedId });
  useListPage({ refresh: query.refresh });
  const gift = query.data;
  if (gift === undefined) return <Screen title="定向赠与">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '看看别的', onClick: () => void openPage('directedList') }} />}</Screen>;
  return <Screen title="定向赠与" bottom={hasDirectedBar(gift) ? <DirectedBar gift={gift} /> : undefined}><DirectedBody gift={gift} spendings={gift.spendings.length === 0 ? null : <Spendings gift={gift} />} /></Screen>;
}

function Spendings({ gift: { spendings } }: { gift: DirectedView }) {
  return <SpendingList rows={spendings} nowMs={serverNowMs()} onOpen={(id) => void openPage('spending', { id })} />;
}
