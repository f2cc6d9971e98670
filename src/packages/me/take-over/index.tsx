import { useState } from 'react';
import { View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { MemberGate } from '@/features/member/member-gate';
import { isWholeCode, TakeOverField } from '@/features/person/take-over-form';
import { replacePage } from '@/lib/pages';
import { queryClient } from '@/lib/query-client';
import { useApiCommand } from '@/lib/use-api-command';

/** 接过我的记录: whoever was helped by phone and has WeChat now takes over what staff kept for them. */
export default function TakeOverPage() {
  const [code, setCode] = useState('');
  const [areaName, setAreaName] = useState<string | null>(null);
  const take = useApiCommand('person.takeOver', {
    onDone: (output) => {
      setAreaName(output.areaName);
      void queryClient.invalidateQueries();
    },
  });
  if (areaName !== null) {
    return (
      <Screen title="接过我的记录">
        <EmptyState scene="branch" title="接过来了" note={`${areaName}以前在电话里帮您办的，都在“我的心愿”和消息里。`} action={<Button onClick={() => void replacePage('myWishes')}>看看我的心愿</Button>} />
      </Screen>
    );
  }
  const bar = <BottomBar failure={take.failure}><Button disabled={!isWholeCode(code)} reason="先输完 10 位数字" busy={take.isBusy} busyText="正在接…" onClick={() => take.run({ code })}>接过来</Button></BottomBar>;
  return (
    <Screen title="接过我的记录" bottom={bar}>
      <MemberGate back="takeOver">
        {() => (
          <View>
            <View className="u-display u-preline">以前打电话办的，{'\n'}接到自己手机里</View>
            <View className="u-sub u-mt3">带上证件到社区，工作人员看过，会念给您一个编号。</View>
            <View className="u-mt5"><TakeOverField code={code} error={take.fields.code} onChange={(digits) => { take.clear(); setCode(digits); }} /></View>
            <View className="u-mt4"><Notice icon="shield">编号只念给您本人，30 分钟里有效。别告诉别人。</Notice></View>
          </View>
        )}
      </MemberGate>
    </Screen>
  );
}
