import { useState } from 'react';
import { View } from '@tarojs/components';
import type { DirectedCardView, MeView } from '@contract';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Notice } from '@/components/notice/notice';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { openPage } from '@/lib/pages';
import { type ApiPages, useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import { DirectedCard } from './directed-card';

const STAFF: ReadonlySet<string> = new Set(['administrator', 'staff', 'socialWorker']);
const isStaff = ({ roles }: MeView): boolean => roles.some(({ role }) => STAFF.has(role));

/** What was given to one project or organisation of the community: under way, and over. */
export function DirectedList({ me }: { me: MeView }) {
  const [shown, setShown] = useState<'running' | 'ended'>('running');
  const pages = useApiPages('directed.list', { areaId: null, shown });
  useListPage(pages);
  return (
    <View>
      <Notice tone="info" icon="shield">钱和东西只用在说好的那件事上。钱由街道或社区定的单位收，邻愿不经手。</Notice>
      <View className="u-stack u-mt3">
        <LinkRow icon="edit" note="给一个项目、一批心愿或一个组织" onClick={() => void openPage('editDirected')}>送一份</LinkRow>
        <LinkRow icon="gift" note="我、我的店、我的单位给的" onClick={() => void openPage('myDirected')}>我的定向赠与</LinkRow>
        {isStaff(me) && <LinkRow icon="list" note="等答复、等点收、该报告的" onClick={() => void openPage('directedDesk')}>等社区办的</LinkRow>}
      </View>
      <View className="u-mt4">
        <ChipRow>
          <Chip kind="filter" on={shown === 'running'} onClick={() => setShown('running')}>正在办</Chip>
          <Chip kind="filter" on={shown === 'ended'} onClick={() => setShown('ended')}>办完的</Chip>
        </ChipRow>
      </View>
      <DirectedRows pages={pages} empty={shown === 'running' ? { title: '眼下没有在办的', note: '商户、单位和邻居都可以定向送一份，从给什么写起。' } : { title: '还没有办完的', note: '办完的留在这里，怎么花的一直能看。' }} />
    </View>
  );
}

/** 我的定向赠与, or what I answer for. */
export function MyDirected({ me }: { me: MeView }) {
  const [as, setAs] = useState<'giver' | 'answerable'>('giver');
  const pages = useApiPages('directed.mine', { as });
  useListPage(pages);
  return (
    <View>
      <View className="u-sub">您自己的，和您的店、您的单位的，都在这里。</View>
      <View className="u-mt3"><LinkRow icon="edit" note="给一个项目、一批心愿或一个组织" onClick={() => void openPage('editDirected')}>送一份</LinkRow></View>
      {isStaff(me) && (
        <View className="u-mt3">
          <ChipRow>
            <Chip kind="filter" on={as === 'giver'} onClick={() => setAs('giver')}>我给的</Chip>
            <Chip kind="filter" on={as === 'answerable'} onClick={() => setAs('answerable')}>我负责的</Chip>
          </ChipRow>
        </View>
      )}
      <DirectedRows pages={pages} empty={as === 'giver' ? { title: '还没有给过', note: '钱、东西、服务都行，给谁、用在哪由您写，社区答复了才算。' } : { title: '没有您负责的', note: '答复时写了您的编号，就会在这里。' }} />
    </View>
  );
}

/** What waits for staff, the oldest first. */
export function DirectedDesk() {
  const pages = useApiPages('directed.waiting', { areaId: null }, { isAlwaysFresh: true });
  useListPage(pages);
  return (
    <View>
      {pages.items.length > 0 && <View className="u-display">{pages.items.length}{pages.isEnd ? '' : '+'} 件在等</View>}
      <View className="u-sub u-mt1">谁给的不能由谁答复，谁交的不能由谁点收。</View>
      <DirectedRows pages={pages} empty={{ title: '没有一件在等', note: '有人要给项目或组织送钱、送东西，会排在这里。' }} />
    </View>
  );
}

interface RowsProps {
  readonly pages: ApiPages<DirectedCardView>;
  readonly empty: { readonly title: string; readonly note: string };
}

function DirectedRows({ pages, empty }: RowsProps) {
  return (
    <View className="u-mt3">
      {pages.isLoading && <SkeletonList kind="wish" count={2} />}
      {pages.failure !== null && <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />}
      <View className="u-stack">{pages.items.map((gift) => <DirectedCard key={gift.directedId} gift={gift} onOpen={() => void openPage('directed', { id: gift.directedId })} />)}</View>
      {pages.items.length > 0 && <ListFoot pages={pages} />}
      {!pages.isLoading && pages.failure === null && pages.items.length === 0 && <EmptyState scene="branch" title={empty.title} note={empty.note} />}
    </View>
  );
}
