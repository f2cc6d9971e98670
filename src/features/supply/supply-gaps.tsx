import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { WISH_CATEGORY_LABEL, type GapPersonView, type GapWishView, type SupplyGapsView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Figure } from '@/components/figure/figure';
import { Icon } from '@/components/icon/icon';
import { LinkRow } from '@/components/link-row/link-row';
import { MetaLine } from '@/components/meta-line/meta-line';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { aria } from '@/lib/aria';
import { formatDate } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import { personGroups, wishGroups, type GapGroup, type GapView } from './gap-groups';
import './supply.css';

/** 缺口, for staff: homes hardly helped, wishes that few offers suit, people in the ledger whom nobody visited. */
export function SupplyGaps({ communityId }: { communityId: string }) {
  const query = useApiQuery('supply.gaps', { communityId });
  useListPage({ refresh: query.refresh });
  if (query.data === undefined) return query.failure === null ? <SkeletonList kind="row" count={4} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  const gaps = query.data;
  if (gaps.wishes.length === 0 && gaps.people.length === 0 && gaps.homes.never === 0) return <EmptyState scene="branch" title="眼下没有缺口" note="每个心愿都有人能帮，台账里的人都有人去看过。" />;
  return (
    <View>
      <Homes gaps={gaps} />
      <Wishes wishes={gaps.wishes} />
      <People people={gaps.people} />
      {gaps.isAtLeast && <View className="u-cap u-mt3">太多了，只数了一部分。</View>}
      <View className="u-mt4"><LinkRow icon="plus" note="知道谁能帮，替一个组织登记，缺口就小一点" onClick={() => void openPage('editSupply')}>登记一份资源</LinkRow></View>
    </View>
  );
}

function Wishes({ wishes }: { wishes: readonly GapWishView[] }) {
  const [view, setView] = useState<GapView>('area');
  if (wishes.length === 0) return null;
  return (
    <View>
      <SectionHead title="没几个人能帮的心愿" count={wishes.length} />
      <ChipRow>
        <Chip kind="filter" on={view === 'area'} onClick={() => setView('area')}>按小区</Chip>
        <Chip kind="filter" on={view === 'category'} onClick={() => setView('category')}>按类别</Chip>
      </ChipRow>
      <View className="u-stack u-mt3" key={view}>{wishGroups(wishes, view).map((group, index) => <Group key={group.key} group={group} unit="件" isFirst={index === 0}>{(wish) => <GapWish key={wish.wishId} wish={wish} view={view} />}</Group>)}</View>
    </View>
  );
}

function People({ people }: { people: readonly GapPersonView[] }) {
  if (people.length === 0) return null;
  return (
    <View>
      <SectionHead title="很久没有人去看的人" count={people.length} />
      <View className="u-stack">{personGroups(people).map((group, index) => <Group key={group.key} group={group} unit="位" isFirst={index === 0}>{(person) => <GapPerson key={person.caseId} person={person} />}</Group>)}</View>
      <View className="u-cap u-mt3">台账里的名字是密封的，和心愿对不上，所以只按去看过没有来算。九十天没有人去，算较少服务。</View>
    </View>
  );
}

/** What is shown of an open group before one asks for the rest. */
const SHOWN = 5;

/** One 小区 or kind: its line says what is in it; the worst stands open. */
function Group<T>({ group: { name, items, worst, words }, unit, isFirst, children }: { group: GapGroup<T>; unit: string; isFirst: boolean; children: (item: T) => ReactNode }) {
  const [isOpen, setOpen] = useState(isFirst);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? items : items.slice(0, SHOWN);
  return (
    <View>
      <View className="sup-group" onClick={() => setOpen(!isOpen)} {...aria({ role: 'button', label: `${name}，${items.length} ${unit}，${words}，${isOpen ? '点一下收起' : '点一下展开'}` })}>
        <View className="u-grow">
          <View className="u-row u-wrap u-gap2"><View className="u-h3 u-break">{name}</View><Tag tone={worst > 0 ? 'accent' : 'ochre'}>{items.length} {unit}</Tag></View>
          <View className="u-cap u-mt1">{words}</View>
        </View>
        <View className={isOpen ? 'sup-group-open' : ''}><Icon name="down" size={18} color="var(--ink-3)" /></View>
      </View>
      {isOpen && <View className="u-stack u-mt2">{shown.map(children)}</View>}
      {isOpen && shown.length < items.length && <View className="u-links"><Button kind="text" size="small" icon="down" onClick={() => setWhole(true)}>再看 {items.length - shown.length} {unit}</Button></View>}
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

/** Where the group says the 小区 or the kind, the line need not. */
function GapWish({ view, wish: { wishId, title, category, urgency, areaName, sharesLeft, waitingDays, suitable, best } }: { view: GapView; wish: GapWishView }) {
  return (
    <Card onClick={() => void openPage('wishDetail', { wishId })}>
      <View className="u-h3 u-two u-break">{title}</View>
      <View className="sup-tags u-mt2">
        <Tag tone={suitable === 0 ? 'accent' : 'ochre'} icon="ask">{suitable === 0 ? '没有人合适' : `只有 ${suitable} 份资源合适`}</Tag>
        {urgency === 'urgent' && <Tag tone="accent" icon="clock">急</Tag>}
      </View>
      {best !== null && <View className="u-sub u-mt2">最合适的：{best.why}</View>}
      <MetaLine className="u-cap u-mt2" parts={[view === 'area' ? WISH_CATEGORY_LABEL[category] : areaName, `还差 ${sharesLeft} 份`, waitingDays < 1 ? '今天发的' : `等了 ${waitingDays} 天`]} />
    </Card>
  );
}

function GapPerson({ person: { caseId, maskedName, service, lastVisitAtMs, nextVisitAtMs } }: { person: GapPersonView }) {
  const nowMs = serverNowMs();
  const last = lastVisitAtMs === null ? '还没有人去看过' : `上次 ${formatDate(lastVisitAtMs, nowMs)}`;
  return <LinkRow icon="user" note={[last, nextVisitAtMs === null ? '' : nextVisitAtMs < nowMs ? `说好 ${formatDate(nextVisitAtMs, nowMs)}去，晚了` : `下次定在 ${formatDate(nextVisitAtMs, nowMs)}`].filter((part) => part !== '').join(' · ')} right={<Tag tone={service === 'none' ? 'accent' : 'ochre'}>{service === 'none' ? '没有服务' : '较少服务'}</Tag>} onClick={() => void openPage('staffDifficultyCase', { id: caseId })}>{maskedName}</LinkRow>;
}
