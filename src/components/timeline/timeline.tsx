import { View } from '@tarojs/components';
import './timeline.css';

export interface TimelineStep {
  key: string;
  /** 11/19, 今天; may be empty. */
  dateText: string;
  title: string;
  note?: string;
  state: 'past' | 'now' | 'next';
}

/** Where a thing stands: dates at the left, done above, the present with a halo, what comes next dashed. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  return (
    <View className="ly-timeline">
      {steps.map((step) => (
        <View key={step.key} className={`ly-step ly-step-${step.state}`}>
          <View className="ly-step-date">{step.dateText}</View>
          <View className="ly-step-rail"><View className="ly-step-dot" /></View>
          <View className="ly-step-words">
            <View>{step.title}</View>
            {step.note !== undefined && <View className="ly-step-note">{step.note}</View>}
          </View>
        </View>
      ))}
    </View>
  );
}
