import { View } from '@tarojs/components';
import type { TaskView } from '@contract';
import { Icon } from '@/components/icon/icon';
import { TitleWords } from '@/components/title-words/title-words';
import { aria } from '@/lib/aria';
import { TASK_GUIDES } from './task-guide';
import { timeLeft } from '@/lib/working-time';
import './review.css';

/** One waiting task: working time left, what it is, why it is here. A tap opens it above the others. */
export function QueueRow({ task, onOpen }: { task: TaskView; onOpen: () => void }) {
  const left = timeLeft(task.workingMinutesLeft);
  return (
    <View className="rev-row" {...aria({ role: 'button', label: `${task.title}，${left.sentence}` })} onClick={onOpen}>
      <View className={`rev-row-time ${left.tone === 'calm' ? '' : 'u-accent'}`}>
        <View className={left.tone === 'overdue' ? 'rev-row-late' : 'rev-row-figure'}>{left.tone === 'overdue' ? '超时' : left.figure}</View>
        <View className="rev-row-unit">{left.tone === 'overdue' ? `${left.figure} ${left.unit}` : left.unit}</View>
      </View>
      <View className="u-grow">
        <TitleWords text={task.title} className="u-bold rev-row-title" />
        <View className="u-cap u-mt1">{task.isUrgent ? '急 · ' : ''}{TASK_GUIDES[task.kind].label}{task.assigneeName === '' ? '' : ` · ${task.assigneeName}`} · {task.reasonText}</View>
      </View>
      <Icon name="right" size={18} color="var(--ink-3)" />
    </View>
  );
}
