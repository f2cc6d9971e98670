import { View } from '@tarojs/components';
import type { ApiContract } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Drawing } from '@/components/drawing/drawing';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { serverNowMs } from '@/lib/server-clock';
import { stepsAfterSending } from '../after-steps';
import { AfterList } from './after-list';

interface SentScreenProps {
  readonly sent: ApiContract['wish.submit']['output'];
  readonly onMine: () => void;
  readonly onHome: () => void;
}

/** The wish is with the community; what comes next, with the server's dates. */
export function SentScreen({ sent, onMine, onHome }: SentScreenProps) {
  return (
    <Screen title="" onBack={onHome} bottom={<BottomBar><Button onClick={onMine}>看看我的心愿</Button></BottomBar>}>
      <View className="u-row u-middle u-mt6"><Drawing name="branch" size={190} /></View>
      <View className="u-display u-center u-mt5">发给社区了</View>
      <View className="u-body u-ink2 u-center u-mt2">不用守着，每一步都会告诉您。</View>
      <View className="u-mt8"><SectionHead title="接下来" /><AfterList steps={stepsAfterSending(serverNowMs(), sent.reviewDueAtMs, sent.shownToHuman)} /></View>
      <View className="u-mt4"><Button kind="text" onClick={onHome}>回首页</Button></View>
    </Screen>
  );
}
