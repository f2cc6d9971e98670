import { View } from '@tarojs/components';
import { useState } from 'react';
import { RECHECK_ANSWER_LABEL, RECHECK_ANSWERS, type RecheckAnswer, type RecheckView } from '@contract';
import { BigAnswer } from '@/components/big-answer/big-answer';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { formatDate } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import { Changes } from './changes';

/** One tap by whoever rated; never told to anybody. */
export function RecheckScreen({ view }: { view: RecheckView }) {
  const [answer, setAnswer] = useState<RecheckAnswer | null>(null);
  const say = useApiCommand('recheck.answer', { about: view.rectificationId, invalidates: ['recheck.get', 'home.overview', 'notice.inbox'] });
  const home = <View className="u-mt5"><Button kind="secondary" onClick={() => void openPage('home')}>回首页</Button></View>;
  if (view.answer !== null) return <View className="u-mt4"><Notice tone="good" title={`您说了：${RECHECK_ANSWER_LABEL[view.answer]}`}>谢谢您。不告诉对方是您说的。</Notice>{home}</View>;
  if (view.isOver) return <View className="u-mt4"><Notice tone="info" title="这次已经问完了">谢谢您。还有话说，可以打社区电话。</Notice>{home}</View>;
  return (
    <View>
      <View className="u-display u-mt2 u-break">{view.name}，好些没有？</View>
      <View className="u-sub u-mt2">有邻居说不太满意，对方写了怎么改。您后来碰到过、听说过的，点一下就好。不告诉对方是您说的。</View>
      {view.changes.length > 0 && <View className="u-stack u-mt4"><Changes changes={view.changes} /></View>}
      <View className="u-mt5"><BigAnswer label="好些没有" options={RECHECK_ANSWERS.map((value) => ({ value, title: RECHECK_ANSWER_LABEL[value] }))} value={answer} onChange={(value) => { say.clear(); setAnswer(value); }} /></View>
      {say.failure !== null && <View className="u-mt3"><Notice tone="warn">{say.failure.message}</Notice></View>}
      <View className="u-mt5"><Button busy={say.isBusy} disabled={answer === null} reason="先点一个" onClick={() => (answer === null ? undefined : say.run({ rectificationId: view.rectificationId, answer }))}>就这么说</Button></View>
      <View className="u-cap u-mt3">{formatDate(view.untilMs, serverNowMs())}前都可以说，只问这一次。不想说也没关系。</View>
    </View>
  );
}
