import { View } from '@tarojs/components';
import { formatShortDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import './rescue.css';

/** What happened, each line with its day. */
export function Lines({ steps }: { steps: readonly { readonly atMs: number; readonly text: string }[] }) {
  return (
    <View>
      {steps.map((step) => (
        <View key={`${step.atMs}-${step.text}`} className="res-line">
          <View className="res-line-date">{formatShortDate(step.atMs, serverNowMs())}</View>
          <View className="u-grow u-sub">{step.text}</View>
        </View>
      ))}
    </View>
  );
}
