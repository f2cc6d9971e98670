import { useState } from 'react';
import { View } from '@tarojs/components';
import type { MeView, PersonView } from '@contract';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { FreezePerson } from '@/features/member/freeze-person';
import { MemberGate } from '@/features/member/member-gate';
import { PersonFinder } from '@/features/member/person-finder';
import { PersonRow } from '@/features/member/person-row';

/** 暂停认领: for social workers, who may stop somebody's claims but give no roles; staff do it on 身份管理. */
export default function StaffPausePage() {
  return (
    <Screen title="暂停认领">
      <MemberGate back="staffPause" roles={['administrator', 'staff', 'socialWorker']}>{(me) => <Pause me={me} />}</MemberGate>
    </Screen>
  );
}

const canNotRevoke = (): boolean => false;

function Pause({ me }: { me: MeView }) {
  const [found, setFound] = useState<PersonView | null>(null);
  return (
    <View className="u-mt2">
      <View className="u-sub">先打个电话问问缘由。停了以后，手上的照常送，到日子自己恢复；对方会看到原因。</View>
      <View className="u-mt4"><PersonFinder onFound={setFound} /></View>
      {found !== null && (
        <View className="u-mt4">
          <View className="mem-links"><PersonRow person={found} canRevoke={canNotRevoke} onChanged={setFound} /></View>
          {found.memberId === me.memberId ? <View className="u-mt3"><Notice tone="info">这是您自己的编号。自己的账号要由别的工作人员来办。</Notice></View> : <FreezePerson key={found.memberId} person={found} onChanged={setFound} />}
        </View>
      )}
    </View>
  );
}
