import { View } from '@tarojs/components';
import type { TaskView } from '@contract';
import { Tag } from '@/components/tag/tag';
import { formatDeadline } from '@/lib/format';
import { TASK_GUIDES } from './task-guide';
import { TimeRing } from './time-ring';
import { clockShare, timeLeft } from '@/lib/working-time';
import './review.css';

/** A whole ring is the review's clock of 24 working hours (MeView.rules), in minutes; other clocks are shown on the same scale. */
export function LeadHead({ task, reviewWorkingHours, nowMs }: { task: TaskView; reviewWorkingHours: number; nowMs: number }) {
  const left = timeLeft(task.workingMinutesLeft);
  return (
    <View className="u-row u-wrap u-gap3">
      <TimeRing share={clockShare(task.workingMinutesLeft, reviewWorkingHours * 60)} tone={left.tone} />
      <View className="rev-lead-words">
        <View className={`u-h3 ${left.tone === 'calm' ? '' : 'u-accent'}`}>{left.sentence}</View>
        <View className="u-cap">上班时间，{formatDeadline(task.dueAtMs, nowMs)}{task.assigneeName !== '' && <>，<View className="u-phrase">请{task.assigneeName}来办</View></>}</View>
      </View>
      <Tag tone={left.tone === 'calm' ? 'plain' : 'accent'}>{TASK_GUIDES[task.kind].label}</Tag>
    </View>
  );
}
