import { View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Drawing } from '@/components/drawing/drawing';
import { Screen } from '@/components/screen/screen';
import { callPhone } from '@/lib/call-phone';
import { openPage, replacePage } from '@/lib/pages';
import type { ConfirmWords } from './confirm-words';
import { RatedNotice } from './rated-notice';
import type { ConfirmEnd } from './use-confirm';

/** What is so now, and what comes next. */
export function ConfirmEndScreen({ end, words, isMine, about }: { end: ConfirmEnd; words: ConfirmWords; isMine: boolean; about: { readonly wishId: string; readonly claimId: string } }) {
  const isTold = end.kind === 'told';
  return (
    <Screen title="" bottom={<BottomBar><Button onClick={() => replacePage('home')}>回首页</Button></BottomBar>}>
      <View className="u-row u-middle u-mt8"><Drawing name={isTold ? 'tea' : 'branch'} size={isTold ? 110 : 190} /></View>
      <View className="u-display u-center u-mt5">{isTold ? '社工知道了' : words.done}</View>
      <View className="u-body u-ink2 u-center u-mt2">
        {isTold ? '社工会先问送的人，再打电话给您，请留意来电。' : '帮忙的邻居已经知道了，谢谢您说这一声。'}
      </View>
      {end.kind === 'confirmed' && isMine && <RatedNotice ratingId={end.rating?.ratingId ?? null} />}
      {isTold && <View className="u-mt6"><Button kind="secondary" icon="phone" onClick={() => callPhone(end.dutyPhone)}>打社区电话 <View className="u-phrase">{end.dutyPhone}</View></Button></View>}
      {!isTold && isMine && <View className="u-mt6"><Button kind="secondary" onClick={() => void replacePage('sayThanks', about)}>跟帮忙的邻居说声谢谢</Button></View>}
      {!isTold && <View className="u-mt4"><Button kind="text" onClick={() => openPage('wishes')}>有空的话，看看谁等人帮</Button></View>}
    </Screen>
  );
}
