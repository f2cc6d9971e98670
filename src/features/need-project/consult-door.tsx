import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, type NeedProjectView } from '@contract';
import { Button } from '@/components/button/button';
import { LinkRow } from '@/components/link-row/link-row';
import { Sheet } from '@/components/sheet/sheet';
import { Stepper } from '@/components/stepper/stepper';
import { openPage } from '@/lib/pages';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { PROJECT_STALE } from './need-stale';

/** A week: everybody has been at their phone once. */
const DAYS_AT_FIRST = 7;

/** Neighbours are asked about the draft, or what they said. */
export function ConsultDoor({ project }: { project: NeedProjectView }) {
  const { projectId, consult, may, plan } = project;
  const [isAsked, setAsked] = useState(false);
  const [days, setDays] = useState(DAYS_AT_FIRST);
  const open = useApiCommand('consult.open', { about: projectId, invalidates: [...PROJECT_STALE, 'consult.list'], onDone: () => { setAsked(false); toast('已经请邻居来说了'); } });
  if (consult === null && !may.consult) return null;
  return (
    <View className="u-mt3">
      {consult !== null && <LinkRow icon="users" note={consult.isLive ? '商量完、答复了大家，计划才能定下来' : '看看大家说了什么、怎么答复的'} onClick={() => void openPage('consult', { id: consult.consultId })}>{consult.isLive ? '正在和邻居商量' : '和邻居商量过'}</LinkRow>}
      {may.consult && <Button kind="secondary" icon="users" onClick={() => setAsked(true)}>{consult === null ? '请邻居一起商量' : '再商量一次'}</Button>}
      <Sheet isOpen={isAsked} title="请邻居一起商量" onClose={() => setAsked(false)} action={<Button busy={open.isBusy} busyText="正在请…" onClick={() => open.run({ projectId, days })}>请大家来说</Button>}>
        <View className="u-body">现在的 {plan.steps.length} 步会编上号，请社区的邻居选最要紧的、添一条、提不同意见。里面有谁、是什么心愿，谁都看不到。</View>
        <View className="u-sub u-mt2">想改计划，先改好再请。结束以后，每一条都要您答复。</View>
        <View className="u-row u-between u-mt4"><View className="u-mid">商量几天</View><Stepper value={days} min={LIMITS.consultDaysMin} max={LIMITS.consultDaysMax} unit="天" label="商量几天" onChange={setDays} /></View>
        {open.failure !== null && <View className="u-sub u-accent u-mt3">{open.failure.message}</View>}
      </Sheet>
    </View>
  );
}
