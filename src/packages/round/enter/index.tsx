import { useState } from 'react';
import { View } from '@tarojs/components';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Drawing } from '@/components/drawing/drawing';
import { Field } from '@/components/field/field';
import { Screen } from '@/components/screen/screen';
import { MemberGate } from '@/features/member/member-gate';
import { type ApiFailure, toApiFailure } from '@/lib/api-failure';
import { callApi } from '@/lib/call-api';
import { replacePage } from '@/lib/pages';
import '@/features/round/round.css';

const CODE_CHARACTERS = 6;
const plain = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase();

/** 现场认领: six characters from the hall's screen open the event. */
export default function EnterRoundPage() {
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const code = plain(text);
  const isReady = code.length === CODE_CHARACTERS;

  const enter = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const { roundId } = await callApi('round.enter', { code });
      await replacePage('round', { id: roundId });
    } catch (thrown) {
      setFailure(toApiFailure(thrown));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Screen title="现场认领" bottom={<BottomBar failure={failure}><Button busy={isBusy} busyText="正在进来…" disabled={!isReady} reason="还差几位" onClick={enter}>进来看看</Button></BottomBar>}>
      <MemberGate back="rounds">
        {() => (
          <View className="rnd-enter">
            <View className="rnd-enter-drawing"><Drawing name="branch" size={150} /></View>
            <View className="u-title u-mt3">看一眼大屏幕</View>
            <View className="u-sub u-mt2">上面有六位字母和数字，大小写都行</View>
            <View className="rnd-enter-field"><Field value={text} placeholder="比如 K7M 2QX" maxLength={8} showCount={false} onChange={(value) => { setText(value); setFailure(null); }} {...(failure?.fields?.code === undefined ? {} : { error: failure.fields.code })} /></View>
          </View>
        )}
      </MemberGate>
    </Screen>
  );
}
