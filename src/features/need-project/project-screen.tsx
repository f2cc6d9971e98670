import { View } from '@tarojs/components';
import { WISH_CATEGORY_LABEL, type NeedProjectView } from '@contract';
import { Button } from '@/components/button/button';
import { MetaLine } from '@/components/meta-line/meta-line';
import { Notice } from '@/components/notice/notice';
import { ProgressBar } from '@/components/progress-bar/progress-bar';
import { Tag } from '@/components/tag/tag';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { ConsultDoor } from './consult-door';
import { PROJECT_STALE } from './need-stale';
import { ActivityPart, BudgetPart, KindsPart, NeedsPart, PartnersPart, StepsPart, WhoPart } from './project-parts';
import { dueWords, figuresWords, projectTag } from './project-words';

interface BodyProps {
  readonly project: NeedProjectView;
  readonly onDraftActivity: () => void;
  readonly onPropose: () => void;
}

/** One project: how far its needs are, the plan, and the ways to make it happen. */
export function ProjectBody({ project, onDraftActivity, onPropose }: BodyProps) {
  const nowMs = serverNowMs();
  return (
    <View>
      <Head project={project} nowMs={nowMs} />
      <ConsultDoor project={project} />
      <StepsPart project={project} nowMs={nowMs} />
      <WhoPart project={project} />
      <KindsPart project={project} />
      <BudgetPart project={project} />
      <PartnersPart project={project} />
      <ActivityPart project={project} onDraftActivity={onDraftActivity} onPropose={onPropose} />
      <NeedsPart project={project} />
    </View>
  );
}

function Head({ project, nowMs }: { project: NeedProjectView; nowMs: number }) {
  const { projectId, plan, state, category, figures, personCount, isMine, ownerName, note, may, isLate } = project;
  const tag = projectTag(state);
  const { waiting, taken, met } = figures;
  const due = dueWords(project, nowMs);
  const take = useApiCommand('needProject.take', { about: projectId, invalidates: PROJECT_STALE, onDone: () => toast('由您负责了') });
  return (
    <View>
      <View className="u-title u-break">{plan.title}</View>
      <View className="u-row u-wrap u-gap2 u-mt2"><Tag tone={tag.tone} icon={tag.icon}>{tag.words}</Tag><Tag>{WISH_CATEGORY_LABEL[category]}</Tag></View>
      {isLate && <View className="u-mt3"><Notice tone="warn">{due}。往下办，或者说一声不办了。</Notice></View>}
      {note !== '' && <View className="u-mt3"><Notice tone={state === 'done' ? 'good' : 'info'} title={state === 'done' ? '结果' : '为什么不办了'}>{note}</Notice></View>}
      <View className="u-story u-mt3 u-break">{plan.aim}</View>
      <View className="u-display u-mt4">{personCount} 位邻居</View>
      <View className="u-mt2"><ProgressBar value={taken + met} max={waiting + taken + met} label="有着落的心愿" /></View>
      <View className="u-sub u-mt2">{figuresWords(figures)}</View>
      <MetaLine className="u-cap u-mt1" parts={[isMine ? '您负责' : `${ownerName}负责`, isLate ? '' : due]} />
      <View className="u-links">
        {may.take && <Button kind="text" size="small" busy={take.isBusy} onClick={() => take.run({ projectId })}>接过来，我负责</Button>}
        {may.edit && state !== 'draft' && <Button kind="text" size="small" icon="edit" onClick={() => openPage('editNeedProject', { id: projectId })}>改计划</Button>}
        {may.edit && state === 'draft' && plan.firstDayMs !== null && <Button kind="text" size="small" icon="edit" onClick={() => openPage('editNeedProject', { id: projectId })}>再改一改</Button>}
      </View>
      {take.failure !== null && <View className="u-sub u-accent">{take.failure.message}</View>}
    </View>
  );
}
