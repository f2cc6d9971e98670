import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CallListView } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { PhoneLine } from '@/components/phone-line/phone-line';
import { SectionHead } from '@/components/section-head/section-head';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';

/** From two days before on a lead may telephone. */
const AHEAD_MS = 48 * 3_600_000;

/** Whom no message reached: the lead calls them. The numbers come only when asked for, and each look is noted. */
export function CallList({ shiftId, startsAtMs }: { shiftId: string; startsAtMs: number }) {
  const [list, setList] = useState<CallListView | null>(null);
  const command = useApiCommand('shift.callList', { about: shiftId, onDone: setList });
  if (startsAtMs - serverNowMs() > AHEAD_MS) return null;
  return (
    <View>
      <SectionHead title="要打电话提醒的" />
      {list === null && <View className="u-sub">微信提醒到不了的人，打个电话说一声。看号码会留下记录。</View>}
      {list === null && <View className="u-mt3"><Button kind="secondary" size="small" icon="phone" busy={command.isBusy} busyText="正在找…" onClick={() => command.run({ shiftId })}>看看要打给谁</Button></View>}
      {command.failure !== null && <View className="u-mt3"><Notice tone="accent">{command.failure.message}</Notice></View>}
      {list !== null && list.people.length === 0 && <View className="u-sub">都收得到提醒，不用打。</View>}
      {list !== null && <View className="u-stack">{list.people.map(({ signUpId, name, phone }) => <PhoneLine key={signUpId} title={name} phone={phone} without={{ note: '没留电话，可以请社区帮忙', phone: list.dutyPhone }} />)}</View>}
    </View>
  );
}
