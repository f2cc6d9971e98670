import { ScrollView, View } from '@tarojs/components';
import type { ShiftCardView } from '@contract';
import { aria } from '@/lib/aria';
import { chinaDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { isFull, seatText, stripDay } from './activity-words';
import './activity.css';

interface DateStripProps {
  readonly dates: readonly ShiftCardView[];
  readonly chosenId: string;
  /** Suggested instead of the chosen one, which is full. */
  readonly likeId: string | null;
  readonly onChoose: (shiftId: string) => void;
}

/** The dates of an activity, side by side: day, number, places left. */
export function DateStrip({ dates, chosenId, likeId, onChoose }: DateStripProps) {
  const nowMs = serverNowMs();
  return (
    <ScrollView scrollX enhanced showScrollbar={false}>
      <View className="act-dates">
        {dates.map((shift) => {
          const isOn = shift.shiftId === chosenId;
          const marks = `${isOn ? 'act-date-on' : ''} ${shift.shiftId === likeId ? 'act-date-like' : ''}`;
          return (
            <View key={shift.shiftId} className={`act-date ${marks}`} hoverClass="act-date-down" onClick={() => onChoose(shift.shiftId)} {...aria({ role: 'radio', checked: isOn })}>
              <View>{stripDay(shift.startsAtMs, nowMs)}</View>
              <View className="act-date-number">{chinaDate(shift.startsAtMs).day}</View>
              <View className={`act-date-seats ${isFull(shift) ? 'act-date-full' : ''}`}>{seatText(shift, nowMs)}</View>
            </View>
          );
        })}
      </View>
    </ScrollView>
  );
}
