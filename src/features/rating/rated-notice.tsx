import { View } from '@tarojs/components';
import { Notice } from '@/components/notice/notice';
import { formatDate } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';

/** What a rating brought, as the books say; null when the question was left open. */
export function RatedNotice({ ratingId }: { ratingId: string | null }) {
  // The newest stands on the first page. What it brought is told by the books, after caps and the community's own rules.
  const mine = useApiQuery('rating.mine', {}, { isEnabled: ratingId !== null }).data?.items.find((each) => each.ratingId === ratingId);
  if (ratingId === null) return <View className="u-mt5"><Notice>感受想起来再说，在“我的心愿”里找得到。</Notice></View>;
  if (mine === undefined) return <View className="u-mt5"><Notice tone="good">评价收到了，谢谢您。</Notice></View>;
  if (mine.points > 0 && mine.pointsDueAtMs !== null) return <View className="u-mt5"><Notice tone="good">认真说感受，记 {mine.points} 分，{formatDate(mine.pointsDueAtMs, serverNowMs())}到账。</Notice></View>;
  const [why] = mine.reasons;
  return why === undefined ? null : <View className="u-mt5"><Notice action={{ text: '去看看', onClick: () => void openPage('myRatings') }}>评价收到了，这次没有积分：{why}。</Notice></View>;
}
