import { useState } from 'react';
import { View } from '@tarojs/components';
import type { RouteName, TaskView } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { openPage, type PageName } from '@/lib/pages';
import { useApiCommand } from '@/lib/use-api-command';
import { ExtendSheet } from './extend-sheet';
import { GiveBackSheet } from './give-back-sheet';
import { NoteSheet } from './note-sheet';
import { TASK_GUIDES } from './task-guide';
import './review.css';

/** Reads that the end of a task makes stale. */
const STALE: readonly RouteName[] = ['staff.queue', 'wish.get', 'wish.wall', 'home.overview'];

export interface LeadFollowUpProps {
  task: TaskView;
  onFinished: (words: string) => void;
}

/** The opened task when somebody must be called: what to do, then the acts that settle it. */
export function LeadFollowUp({ task, onFinished }: LeadFollowUpProps) {
  const guide = TASK_GUIDES[task.kind];
  const { wishId, claimId } = task;
  return (
    <View>
      <View className="u-h3">{task.title}</View>
      <View className="u-sub u-mt1">{task.reasonText}</View>
      <View className="rev-steps u-mt3">
        {guide.steps.map((step, index) => (
          <View key={step} className="rev-step">
            <View className="rev-step-number">{index + 1}</View>
            <View className="u-grow">{step}</View>
          </View>
        ))}
      </View>
      <View className="u-stack u-mt4">
        {guide.page !== null && <TaskPage task={task} page={guide.page} />}
        {guide.canConfirm && wishId !== null && claimId !== null && <ConfirmForThem wishId={wishId} claimId={claimId} onFinished={onFinished} />}
        {guide.canExtend === true && wishId !== null && claimId !== null && <ExtendSheet wishId={wishId} claimId={claimId} stale={STALE} onDone={onFinished} />}
        {guide.canFinish && <FinishWithNote task={task} onFinished={onFinished} />}
        {guide.canGiveBack && wishId !== null && claimId !== null && <GiveBackSheet wishId={wishId} claimId={claimId} stale={STALE} onDone={() => onFinished('放回墙上了，重新等人认领')} />}
      </View>
      {wishId !== null && <View className="u-center u-mt1"><Button kind="text" size="small" onClick={() => void openPage('wishDetail', { wishId })}>看这个心愿</Button></View>}
    </View>
  );
}

/** What needs a page of its own is decided there; the queue is fresh when one comes back. */
function TaskPage({ task, page }: { task: TaskView; page: PageName }) {
  const query = { wishId: task.wishId ?? undefined, claimId: task.claimId ?? undefined, id: task.subjectId ?? undefined };
  return <Button onClick={() => void openPage(page, query)}>{task.actionText}</Button>;
}

/** On the recipient's behalf, after a call; counts the same as their own tap. */
function ConfirmForThem({ wishId, claimId, onFinished }: { wishId: string; claimId: string; onFinished: (words: string) => void }) {
  const confirm = useApiCommand('claim.confirm', { about: claimId, invalidates: STALE, onDone: () => onFinished('替 TA 确认了，送的人会知道') });
  return (
    <View>
      <Button kind="green" busy={confirm.isBusy} busyText="正在确认…" onClick={() => void confirm.run({ wishId, claimId })}>收到了，替 TA 确认</Button>
      {confirm.failure !== null && <View className="u-mt3"><Notice tone="warn">{confirm.failure.message}</Notice></View>}
    </View>
  );
}

/** Closed by a sentence that stays with the task. */
function FinishWithNote({ task, onFinished }: LeadFollowUpProps) {
  const [isOpen, setOpen] = useState(false);
  const finish = useApiCommand('staff.finishTask', { about: task.taskId, invalidates: STALE, onDone: () => onFinished('记下了，这件办好了') });
  return (
    <View>
      <Button kind={TASK_GUIDES[task.kind].canExtend === true ? 'secondary' : undefined} onClick={() => setOpen(true)}>办好了，写一句</Button>
      <NoteSheet
        isOpen={isOpen}
        title="怎么办的？"
        hint="写一句留在台账里，同事接手时看得到。"
        templates={TASK_GUIDES[task.kind].noteTemplates}
        buttonText="办好了"
        emptyText="请写一句怎么办的"
        isBusy={finish.isBusy}
        error={finish.failure?.message ?? ''}
        onSend={(note) => void finish.run({ taskId: task.taskId, note })}
        onClose={() => setOpen(false)}
      />
    </View>
  );
}
