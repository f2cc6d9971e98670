import { View } from '@tarojs/components';
import type { MeView, PersonOnPaperRow } from '@contract';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { ListFoot } from '@/components/list-foot/list-foot';
import { MetaLine } from '@/components/meta-line/meta-line';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Card } from '@/components/card/card';
import { formatDay } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

const factsOf = (row: PersonOnPaperRow): readonly string[] =>
  [row.areaName, row.hasPhone ? '留了电话' : '没留电话', row.isTakenOver ? '已用上微信' : `${formatDay(row.createdAtMs, serverNowMs())}记下`];

/** Everybody staff act for here: first characters only, until a card is opened for a reason. */
export function PersonList({ me, onOpen }: { me: MeView; onOpen: (personId: string) => void }) {
  const people = useApiPages('person.list', { areaId: me.communityId });
  useListPage(people);
  if (people.isLoading) return <SkeletonList count={4} kind="row" />;
  if (people.failure !== null) return <ErrorState failure={people.failure} onRetry={() => void people.refresh()} />;
  if (people.items.length === 0) return <EmptyState scene="basket" title="还没有记下谁" note="接到电话时在“电话代办”里记一笔，人就在这里了。" />;
  return (
    <View>
      <Card>{people.items.map((row) => <LinkRow key={row.personId} icon="user" note={<MetaLine parts={factsOf(row)} />} onClick={() => onOpen(row.personId)}>{row.maskedName}</LinkRow>)}</Card>
      <ListFoot pages={people} />
    </View>
  );
}
