import { View } from '@tarojs/components';
import { Notice } from '@/components/notice/notice';
import { chinaDate } from '@/lib/format';
import { useApiQuery } from '@/lib/use-api';

/** A warning where deadlines reach into a year whose holidays nobody has entered; nothing otherwise. */
export function CalendarNote({ untilMs }: { untilMs: number }) {
  const query = useApiQuery('calendar.get', { year: String(chinaDate(untilMs).year) });
  const warning = query.data?.warning ?? null;
  return warning === null ? null : <View className="u-mt3"><Notice tone="warn">{warning}</Notice></View>;
}
