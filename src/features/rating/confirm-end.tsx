import { View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Drawing } from '@/components/drawing/drawing';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { callPhone } from '@/lib/call-phone';
import { formatDate } from '@/lib/format';
import { openPage, replacePage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import type { ConfirmWords } from './confirm-words';
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
      {end.kind === 'confirmed' && isMine && <RatedNotice rating={end.rating} />}
      {isTold && <View className="u-mt6"><Button kind="secondary" icon="phone" onClick={() => callPhone(end.dutyPhone)}>打社区电话 <View className="u-phrase">{end.dutyPhone}</View></Button></View>}
      {!isTold && isMine && <View className="u-mt6"><Button kind="secondary" onClick={() => void replacePage('sayThanks', about)}>跟帮忙的邻居说声谢谢</Button></View>}
      {!isTold && <View className="u-mt4"><Button kind="text" onClick={() => openPage('wishes')}>有空的话，看看谁等人帮</Button></View>}
    </Screen>
  );
}

function RatedNotice({ rating }: { rating: Extract<ConfirmEnd, { kind: 'confirmed' }>['rating'] }) {
  // The newest stands on the first page. What it brought is told by the books, after caps and the community's own rules.
  const mine = useApiQuery('rating.mine', {}, { isEnabled: rating !== null }).data?.items.find(({ ratingId }) => ratingId === rating?.ratingId);
  if (rating === null) return <View className="u-mt5"><Notice>感受想起来再说，在“我的心愿”里找得到。</Notice></View>;
  if (mine === undefined) return <View className="u-mt5"><Notice tone="good">评价收到了，谢谢您。</Notice></View>;
  if (mine.points > 0 && mine.pointsDueAtMs !== null) return <View className="u-mt5"><Notice tone="good">认真说感受，记 {mine.points} 分，{formatDate(mine.pointsDueAtMs, serverNowMs())}到账。</Notice></View>;
  const [why] = mine.reasons;
  return why === undefined ? null : <View className="u-mt5"><Notice action={{ text: '去看看', onClick: () => void openPage('myRatings') }}>评价收到了，这次没有积分：{why}。</Notice></View>;
}
