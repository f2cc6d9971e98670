import { HANDOVER_LABEL, type ReviewView } from '@contract';
import { KeyValue } from '@/components/key-value/key-value';
import { formatDate, formatMoney } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';

/** The rest of what a neighbour will read, and the value that only staff see as a whole. */
export function ReviewFacts({ review }: { review: ReviewView }) {
  const { wish, estimatedValueFen } = review;
  const rows = [
    { label: '一份是', value: wish.shareNote === '' ? '见标题' : wish.shareNote },
    { label: '共几份', value: `${wish.shares.wanted} 份` },
    { label: '大约多少钱', value: estimatedValueFen === null ? '没写' : `${formatMoney(estimatedValueFen)}（整件）` },
    { label: '等到', value: formatDate(wish.windowEndMs, serverNowMs()) },
    { label: '怎么交接', value: wish.handoverText === '' ? HANDOVER_LABEL[wish.handover] : wish.handoverText },
    { label: '墙上写的地方', value: wish.placeText },
  ];
  return <KeyValue rows={rows} />;
}
