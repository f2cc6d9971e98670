import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import './promise-path.css';

export interface PromiseStep {
  /** 现在, 周一 9:41 前. */
  title: string;
  /** What happens then: 留给您, 定好哪天送. */
  note: string;
  state: 'done' | 'half' | 'open';
}

export interface PromisePathProps {
  title?: string;
  steps: readonly PromiseStep[];
  /** What happens when the time runs out, in one or two sentences. */
  note?: string;
}

/** The 72 hours after a claim as a path: what is kept, by when to decide, by when to deliver. */
export function PromisePath({ title, steps, note }: PromisePathProps) {
  return (
    <Card tone="green">
      {title !== undefined && <View className="u-h3">{title}</View>}
      <View className="ly-path">
        {steps.map((step) => (
          <View key={`${step.title} ${step.note}`} className="ly-path-step">
            <View className="ly-path-rail"><View className={`ly-path-dot ly-path-${step.state}`} /></View>
            <View className="ly-path-title">{step.title}</View>
            <View className="ly-path-note">{step.note}</View>
          </View>
        ))}
      </View>
      {note !== undefined && <View className="ly-path-foot">{note}</View>}
    </Card>
  );
}
