import { View } from '@tarojs/components';
import { WISH_CATEGORY_LABEL, type NeedProjectCardView } from '@contract';
import { Card } from '@/components/card/card';
import { MetaLine } from '@/components/meta-line/meta-line';
import { ProgressBar } from '@/components/progress-bar/progress-bar';
import { Tag } from '@/components/tag/tag';
import { serverNowMs } from '@/lib/server-clock';
import { dueWords, figuresWords, projectTag } from './project-words';

/** A project in a list: what it is, how far its needs are, by when it goes on and who sees to it. */
export function ProjectCard({ project, onOpen }: { project: NeedProjectCardView; onOpen: () => void }) {
  const { title, category, personCount, figures, state, isMine, ownerName, isLate } = project;
  const tag = projectTag(state);
  const { waiting, taken, met } = figures;
  const due = dueWords(project, serverNowMs());
  return (
    <Card onClick={onOpen}>
      <View className="u-h3 u-two u-break">{title}</View>
      <View className="u-row u-wrap u-gap2 u-mt2"><Tag tone={tag.tone} icon={tag.icon}>{tag.words}</Tag><Tag>{WISH_CATEGORY_LABEL[category]}</Tag>{isLate && <Tag tone="accent" icon="clock">{due}</Tag>}</View>
      <View className="u-mid u-bold u-mt3">{personCount} 位邻居</View>
      <View className="u-mt2"><ProgressBar value={taken + met} max={waiting + taken + met} label="有着落的心愿" /></View>
      <View className="u-sub u-mt2">{figuresWords(figures)}</View>
      <MetaLine className="u-cap u-mt1" parts={[isMine ? '您负责' : `${ownerName}负责`, isLate ? '' : due]} />
    </Card>
  );
}
