import { type ReactNode, useState } from 'react';
import type { NeedProjectView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { WordsSheet } from '@/components/words-sheet/words-sheet';
import { openPage } from '@/lib/pages';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { PROJECT_STALE } from './need-stale';

export const hasProjectBar = ({ may }: NeedProjectView): boolean => may.edit;

/** The one act that comes next, and the way out. */
export function ProjectBar({ project }: { project: NeedProjectView }) {
  const { projectId, may, plan, state } = project;
  const [asked, setAsked] = useState<'finish' | 'cancel' | null>(null);
  const options = { about: projectId, invalidates: PROJECT_STALE };
  const settle = useApiCommand('needProject.plan', { ...options, onDone: () => toast('定下来了') });
  const run = useApiCommand('needProject.run', { ...options, onDone: () => toast('开始了') });
  const finish = useApiCommand('needProject.finish', { ...options, onDone: () => { setAsked(null); toast('收尾了，辛苦'); } });
  const cancel = useApiCommand('needProject.cancel', { ...options, onDone: () => { setAsked(null); toast('不办了，心愿可以重新打包'); } });
  const edit = <Button kind={may.plan || may.run || may.finish ? 'secondary' : 'primary'} icon="edit" onClick={() => openPage('editNeedProject', { id: projectId })}>改计划</Button>;
  const next = (): ReactNode => {
    if (may.plan && plan.firstDayMs === null) return <Button icon="edit" onClick={() => openPage('editNeedProject', { id: projectId })}>改计划，写上哪天开始</Button>;
    if (may.plan) return <Button kind="green" busy={settle.isBusy} onClick={() => settle.run({ projectId })}>计划定下来</Button>;
    if (may.run) return <Button kind="green" busy={run.isBusy} onClick={() => run.run({ projectId })}>开始办</Button>;
    if (may.finish) return <Button kind="green" onClick={() => setAsked('finish')}>办好了，写结果</Button>;
    return edit;
  };
  return (
    <>
      <BottomBar failure={settle.failure ?? run.failure} aside={may.cancel ? <Button kind="text" size="small" onClick={() => setAsked('cancel')}>不办了</Button> : undefined}>{next()}</BottomBar>
      <WordsSheet isOpen={asked === 'finish'} title="办成什么样了？" note="写给以后看的人：办了几家，大家满不满意。不写是谁。" placeholder="比如：二十三家都送到了，回访都说合用" actionText="写好了，收尾" command={finish} onClose={() => setAsked(null)} onSend={(note) => finish.run({ projectId, note })} />
      <WordsSheet isOpen={asked === 'cancel'} title="为什么不办了？" note={state === 'running' ? '里面还没着落的心愿都还在墙上，可以重新打包。' : '心愿都还在墙上，可以重新打包。'} placeholder="比如：并到别的项目里一起办" actionText="不办了" command={cancel} onClose={() => setAsked(null)} onSend={(note) => cancel.run({ projectId, note })} />
    </>
  );
}
