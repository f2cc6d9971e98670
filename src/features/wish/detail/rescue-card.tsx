import { View } from '@tarojs/components';
import type { WishDetailView } from '@contract';
import { Button } from '@/components/button/button';
import { SectionHead } from '@/components/section-head/section-head';
import { formatDeadline, formatShortDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import './detail.css';

/** For the poster: which way was chosen when nobody claimed it, with dates; for staff also the door to choose. */
export function RescueCard({ wish, onChoose }: { wish: WishDetailView; onChoose: () => void }) {
  const { rescue } = wish;
  if (rescue === null) return null;
  const nowMs = serverNowMs();
  const last = rescue.choices.at(-1);
  const words = rescue.chooseByMs !== null ? `一周没人认领，社工${formatDeadline(rescue.chooseByMs, nowMs)}选一条路：拆小、用项目经费，或转给合适的单位。` : (rescue.referral?.text ?? last?.text ?? '');
  if (words === '') return null;
  const steps = rescue.referral?.steps ?? rescue.choices;
  return (
    <View className="detail-section">
      <SectionHead title={rescue.chooseByMs === null ? '社工帮着想的办法' : '社工在想办法'} />
      <View className="detail-rescue">
        <View className="u-body">{words}</View>
        {steps.length > 1 && <View className="u-hair" />}
        {steps.length > 1 && steps.map((step) => <View key={`${step.atMs}-${step.text}`} className="u-cap u-mt1">{formatShortDate(step.atMs, nowMs)} {step.text}</View>)}
        {rescue.canChoose && <View className="u-mt3"><Button kind="secondary" size="small" onClick={onChoose}>选一条路</Button></View>}
      </View>
    </View>
  );
}
