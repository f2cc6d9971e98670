import { View } from '@tarojs/components';
import { WISH_CATEGORY_LABEL, type GapPersonView, type GapWishView, type SupplyGapsView } from '@contract';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Figure } from '@/components/figure/figure';
import { LinkRow } from '@/components/link-row/link-row';
import { MetaLine } from '@/components/meta-line/meta-line';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { formatDate } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import './supply.css';

/** 缺口, for staff: homes hardly helped, wishes that few offers suit, people in the ledger whom nobody visited. */
export function SupplyGaps() {
  const query = useApiQuery('supply.gaps', {});
  useListPage({ refresh: query.refresh });
  if (query.data === undefined) return query.failure === null ? <SkeletonList kind="row" count={4} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  const gaps = query.data;
  if (gaps.wishes.length === 0 && gaps.people.length === 0 && gaps.homes.never === 0) return <EmptyState scene="branch" title="眼下没有缺口" note="每个心愿都有人能帮，台账里的人都有人去看过。" />;
  return (
    <View>
      <Homes gaps={gaps} />
      {gaps.wishes.length > 0 && <SectionHead title="没几个人能帮的心愿" count={gaps.wishes.length} />}
      <View className="u-stack">{gaps.wishes.map((wish) => <GapWish key={wish.wishId} wish={wish} />)}</View>
      {gaps.people.length > 0 && <SectionHead title="很久没有人去看的人" count={gaps.people.length} />}
      <View className="u-stack">{gaps.people.map((person) => <GapPerson key={person.caseId} person={person} />)}</View>
      {gaps.isAtLeast && <View className="u-cap u-mt3">太多了，只数了一部分。</View>}
      {gaps.people.length > 0 && <View className="u-cap u-mt3">台账里的名字是密封的，和心愿对不上，所以只按去看过没有来算。</View>}
    </View>
  );
}

function Homes({ gaps: { homes } }: { gaps: SupplyGapsView }) {
  return (
    <View>
      <View className="sup-figures">
        <View className="sup-figure"><Figure value={homes.asking} unit="家" size="number" /><View className="u-cap">有心愿在等</View></View>
        <View className="sup-figure"><Figure value={homes.never} unit="家" size="number" /><View className="u-cap">没有服务</View></View>
        <View className="sup-figure"><Figure value={homes.once} unit="家" size="number" /><View className="u-cap">较少服务</View></View>
      </View>
      <View className="u-cap u-mt2">一年里办成过几件来算：一件没有、只有一件。只给数，不给名字。</View>
    </View>
  );
}

function GapWish({ wish: { wishId, title, category, urgency, areaName, sharesLeft, waitingDays, suitable, best } }: { wish: GapWishView }) {
  return (
    <Card onClick={() => void openPage('wishDetail', { wishId })}>
      <View className="u-h3 u-two u-break">{title}</View>
      <View className="sup-tags u-mt2">
        <Tag tone={suitable === 0 ? 'accent' : 'ochre'} icon="ask">{suitable === 0 ? '没有人合适' : `只有 ${suitable} 份资源合适`}</Tag>
        {urgency === 'urgent' && <Tag tone="accent" icon="clock">急</Tag>}
      </View>
      {best !== null && <View className="u-sub u-mt2">最合适的：{best.why}</View>}
      <MetaLine className="u-cap u-mt2" parts={[WISH_CATEGORY_LABEL[category], areaName, `还差 ${sharesLeft} 份`, waitingDays < 1 ? '今天发的' : `等了 ${waitingDays} 天`]} />
    </Card>
  );
}

function GapPerson({ person: { caseId, maskedName, areaName, service, lastVisitAtMs, nextVisitAtMs } }: { person: GapPersonView }) {
  const nowMs = serverNowMs();
  const last = lastVisitAtMs === null ? '还没有人去看过' : `上次 ${formatDate(lastVisitAtMs, nowMs)}`;
  return <LinkRow icon="user" note={[areaName, last, nextVisitAtMs === null ? '' : `下次定在 ${formatDate(nextVisitAtMs, nowMs)}`].filter((part) => part !== '').join(' · ')} right={<Tag tone={service === 'none' ? 'accent' : 'ochre'}>{service === 'none' ? '没有服务' : '较少服务'}</Tag>} onClick={() => void openPage('staffDifficultyCase', { id: caseId })}>{maskedName}</LinkRow>;
}
