import { View } from '@tarojs/components';
import type { AfterStep } from '../after-steps';
import './post.css';

/** What happens next, line by line with its time. */
export function AfterList({ steps }: { steps: readonly AfterStep[] }) {
  return (
    <View>
      {steps.map((step) => (
        <View key={step.when} className="post-after">
          <View className="post-after-when">{step.when}</View>
          <View className="u-grow u-ink2">{step.what}</View>
        </View>
      ))}
    </View>
  );
}
