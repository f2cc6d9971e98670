import { useState } from 'react';
import { View } from '@tarojs/components';
import type { MeView } from '@contract';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { ListFoot } from '@/components/list-foot/list-foot';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { openPage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import { worksAsStaff } from './planned-community';
import { ProjectCard } from './project-card';

type Shown = 'mine' | 'community' | 'ended';
const LABEL: Readonly<Record<Shown, string>> = { mine: '我负责的', community: '社区的', ended: '结束了的' };
const EMPTY: Readonly<Record<Shown, { readonly title: string; readonly note: string }>> = {
  mine: { title: '您手上没有项目', note: '打包定下来的项目由定的人负责；同事的项目，打开就能接过来。' },
  community: { title: '社区还没有项目', note: '把没人接的心愿打个包，几秒钟就排好组。' },
  ended: { title: '还没有结束的', note: '办好的、不办了的，都留在这里。' },
};

/** 需求项目: those I see to, the community's, those that ended; the way to the bundling above. */
export function ProjectList({ me, communityId }: { me: MeView; communityId: string }) {
  const isStaff = worksAsStaff(me);
  const [shown, setShown] = useState<Shown>(isStaff ? 'mine' : 'community');
  const pages = useApiPages('needProject.list', { of: shown === 'mine' ? 'mine' : 'community', communityId, shown: shown === 'ended' ? 'ended' : 'live' }, { isAlwaysFresh: true });
  useListPage(pages);
  const choices: readonly Shown[] = isStaff ? ['mine', 'community', 'ended'] : ['community', 'ended'];
  return (
    <View>
      <LinkRow icon="box" note={isStaff ? '把没人接的心愿排成组，调整、定下来' : '社区在打包时，一起看看怎么分'} onClick={() => void openPage('needPlan')}>需求打包</LinkRow>
      <View className="u-mt3"><ChipRow>{choices.map((one) => <Chip key={one} kind="filter" on={shown === one} onClick={() => setShown(one)}>{LABEL[one]}</Chip>)}</ChipRow></View>
      <View className="u-mt3">
        {pages.isLoading && <SkeletonList kind="wish" count={2} />}
        {pages.failure !== null && <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />}
        <View className="u-stack">{pages.items.map((project) => <ProjectCard key={project.projectId} project={project} onOpen={() => void openPage('needProject', { id: project.projectId })} />)}</View>
        {pages.items.length > 0 && <ListFoot pages={pages} />}
        {!pages.isLoading && pages.failure === null && pages.items.length === 0 && <EmptyState scene="basket" title={EMPTY[shown].title} note={isStaff || shown !== 'community' ? EMPTY[shown].note : '社区把心愿打包、定下来以后，项目就在这里。'} />}
      </View>
    </View>
  );
}
