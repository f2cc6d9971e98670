import { useState } from 'react';
import { View } from '@tarojs/components';
import type { TaskView } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { openPage } from '@/lib/pages';
import { useApiCommand } from '@/lib/use-api-command';
import { NoteSheet } from './note-sheet';
import { TASK_GUIDES } from './task-guide';
import './review.css';

const STALE = ['staff.queue', 'wish.get', 'home.overview'] as const;

/** The opened task when somebody must be called: what to do, confirm on a recipient's behalf, and a sentence at the end. */
export function LeadFollowUp({ task, onFinished }: { task: TaskView; onFinished: (words: string) => void }) {
  const guide = TASK_GUIDES[task.kind];
  const [isOpen, setOpen] = useState(false);
  const finish = useApiCommand('staff.finishTask', { about: task.taskId, invalidates: STALE, onDone: () => onFinished('记下了，这件办好了') });
  const confirm = useApiCommand('claim.confirm', { about: task.claimId ?? task.wishId, invalidates: STALE, onDone: () => onFinished('替 TA 确认了，送的人会知道') });
  const { claimId } = task;
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
      {confirm.failure !== null && <View className="u-mt3"><Notice tone="warn">{confirm.failure.message}</Notice></View>}
      <View className="u-stack u-mt4">
        {guide.canConfirm && claimId !== null && (
          <Button kind="green" busy={confirm.isBusy} busyText="正在确认…" onClick={() => void confirm.run({ wishId: task.wishId, claimId })}>收到了，替 TA 确认</Button>
        )}
        <Button kind={guide.canConfirm ? 'secondary' : 'primary'} onClick={() => setOpen(true)}>办好了，写一句</Button>
      </View>
      <View className="u-center u-mt1"><Button kind="text" size="small" onClick={() => void openPage('wishDetail', { wishId: task.wishId })}>看这个心愿</Button></View>
      <NoteSheet
        isOpen={isOpen}
        title="怎么办的？"
        hint="写一句留在台账里，同事接手时看得到。"
        templates={guide.noteTemplates}
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
