import { useState } from 'react';
import { View } from '@tarojs/components';
import type { MySignUpView } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { SIGN_UP_READS } from './sign-up-sheet';

const CODE_DIGITS = 6;
/** People come a little early. */
const EARLY_MS = 60 * 60_000;

/** 到了，签到: the six digits on the lead's screen; only a help, the lead's roster is the proof. */
export function CheckIn({ mine }: { mine: MySignUpView }) {
  const [isOpen, setOpen] = useState(false);
  const [code, setCode] = useState('');
  const command = useApiCommand('shift.checkIn', { about: mine.signUpId, invalidates: SIGN_UP_READS, onDone: () => { setOpen(false); toast('签到了，领队那边看得到'); } });
  const nowMs = serverNowMs();
  if (nowMs < mine.startsAtMs - EARLY_MS || nowMs > mine.endsAtMs || mine.fromMs !== null) return null;
  const isWhole = code.length === CODE_DIGITS;
  return (
    <View className="u-mt3">
      <Button kind="green-tint" icon="check" onClick={() => setOpen(true)}>到了，签到</Button>
      <Sheet isOpen={isOpen} title="输入签到码" onClose={() => setOpen(false)} action={<Button kind="green" busy={command.isBusy} busyText="正在签到…" disabled={!isWhole} reason="还差几位" onClick={() => command.run({ shiftId: mine.shiftId, code })}>签到</Button>}>
        <View className="u-sub">六位数字，在领队的手机上。没看到也没关系，跟领队说一声就行，以领队的名单为准。</View>
        <View className="u-mt3"><Field inputType="number" value={code} placeholder="六位数字" maxLength={CODE_DIGITS} showCount={false} error={command.fields.code ?? command.failure?.message} onChange={(text) => { setCode(text.replace(/\D/g, '')); command.clear(); }} /></View>
      </Sheet>
    </View>
  );
}
