import { View } from '@tarojs/components';
import type { RatingSumView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { useApiCommand } from '@/lib/use-api-command';

/** Neighbours are content for sure: thanks, which others see only if the party wants it. */
export function PraiseCard({ sum }: { sum: RatingSumView }) {
  const show = useApiCommand('ratingSum.showPraise', { about: `${sum.sumId}:${sum.praise?.isShown === true ? 'hide' : 'show'}`, invalidates: ['ratingSum.mine', 'ratingSum.ofGiver'] });
  if (sum.praise === null) return null;
  const { isShown } = sum.praise;
  return (
    <Card tone="green">
      <View className="u-h3">邻居们很满意，谢谢您</View>
      <View className="u-mid u-mt2">{isShown ? '这声谢谢放在您的名字旁边，邻居们看得到。' : '愿意的话，把这声谢谢放在您的名字旁边。不排名次，随时可以收回。'}</View>
      {show.failure !== null && <View className="u-mt3"><Notice tone="warn">{show.failure.message}</Notice></View>}
      <View className="u-mt3"><Button kind="secondary" busy={show.isBusy} onClick={() => show.run({ sumId: sum.sumId, shows: !isShown })}>{isShown ? '先收回来' : '让大家看到'}</Button></View>
    </Card>
  );
}
