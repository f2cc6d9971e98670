import { ScrollView, View } from '@tarojs/components';
import { aria } from '@/lib/aria';
import { comingDays } from './activity-days';
import './activity.css';

/** Two weeks: who plans further ahead scrolls the list. */
const DAYS_SHOWN = 14;

/** The coming days in a row; a tap shows that day alone, a second one everything again. */
export function WeekRow({ chosen, nowMs, onChoose }: { chosen: string | null; nowMs: number; onChoose: (day: string | null) => void }) {
  return (
    <View className="act-week-edge">
      <ScrollView scrollX enhanced showScrollbar={false}>
        <View className="act-week">
          {comingDays(nowMs, DAYS_SHOWN).map(({ day, weekday, number }) => {
            const isOn = day === chosen;
            return (
              <View key={day} className={`act-week-day ${isOn ? 'act-week-day-on' : ''}`} onClick={() => onChoose(isOn ? null : day)} {...aria({ role: 'radio', checked: isOn })}>
                <View>{weekday}</View>
                <View className="act-week-number">{number}</View>
              </View>
            );
          })}
        </View>
      </ScrollView>
    </View>
  );
}
