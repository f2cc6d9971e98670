import { View } from '@tarojs/components';
import { useState } from 'react';
import { HANDOVER_CODE_DIGITS, type RedeemedView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Drawing } from '@/components/drawing/drawing';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { goBack, openPage } from '@/lib/pages';
import { canScan, scanCode } from '@/lib/scan-code';
import { useApiCommand } from '@/lib/use-api-command';
import { parseCodeText } from './code-text';
import './handover.css';

interface RedeemScreenProps {
  /** Null for whoever keeps the station and has not chosen anything: then only scanning tells which. */
  readonly wishId: string | null;
  readonly claimId: string | null;
  readonly title: string;
}

const STALE = ['wish.get', 'claim.mine', 'home.overview', 'points.mine', 'handover.arrivals'] as const;

/** The giver at the door, or whoever keeps the station, puts in what the other side shows. */
export function RedeemScreen({ wishId, claimId, title }: RedeemScreenProps) {
  const [digits, setDigits] = useState('');
  const [done, setDone] = useState<RedeemedView | null>(null);
  const [hint, setHint] = useState('');
  const redeem = useApiCommand('handover.redeem', { about: claimId ?? wishId ?? '', invalidates: STALE });
  const send = async (about: { wishId: string; claimId: string | null }, code: string): Promise<void> => {
    setHint('');
    const output = await redeem.run({ ...about, code });
    if (output !== null) setDone(output);
  };
  const scan = async (): Promise<void> => {
    const text = await scanCode();
    if (text === null) return;
    const scanned = parseCodeText(text);
    if (scanned === null) return setHint('这不是交接码，请扫对方“交接码”那一页的图。');
    setDigits(scanned.code);
    await send(scanned, scanned.code);
  };
  if (done !== null) return <RedeemedScreen done={done} />;
  const isWhole = digits.length === HANDOVER_CODE_DIGITS;
  const confirm = wishId === null ? undefined : (
    <BottomBar failure={redeem.fields.code === undefined ? redeem.failure : null}>
      <Button kind="green" busy={redeem.isBusy} busyText="正在核对…" disabled={!isWhole} reason="先填 6 个数" onClick={() => send({ wishId, claimId }, digits)}>码对上了，交给 TA</Button>
    </BottomBar>
  );
  return (
    <Screen title="核对交接码" bottom={confirm}>
      <View className="u-title">请对方打开“交接码”</View>
      <View className="u-sub u-mt1">{title === '' ? (canScan() ? '扫一下对方手机上的图，就知道是哪一件。' : '先挑好是哪一件，再填对方念的六个数。') : `“${title}”，对上了就算送到，不用再拍照。`}</View>
      {canScan() && <View className="u-mt5"><Button kind={wishId === null ? 'green' : 'secondary'} icon="camera" onClick={scan}>扫一下对方的码</Button></View>}
      {!canScan() && wishId === null && <NoScanner />}
      {wishId !== null && (
        <View className="u-mt5">
          <Field label="六个数" inputType="number" value={digits} maxLength={HANDOVER_CODE_DIGITS} placeholder="比如 482915" error={redeem.fields.code === undefined ? undefined : (redeem.failure?.message ?? '')} onChange={(value) => setDigits(value.replace(/\D/g, ''))} />
        </View>
      )}
      {wishId === null && redeem.failure !== null && <View className="u-mt4"><Notice tone="warn">{redeem.failure.message}</Notice></View>}
      {hint !== '' && <View className="u-mt4"><Notice tone="warn">{hint}</Notice></View>}
      <View className="u-mt5"><Notice icon="shield">输错 5 次，码就没用了，请对方再开一个。对方不在、开不了码，照样可以拍张照片说送到了。</Notice></View>
    </Screen>
  );
}

/** A browser can't scan: without a picture the claim must be chosen where it stands. */
function NoScanner() {
  return (
    <View className="u-mt5">
      <Notice tone="warn">这里扫不了码。在“我的认领”里点那一件，或到“驿站到货”里挑，都能填六个数。</Notice>
      <View className="u-mt4"><Button kind="green" onClick={() => openPage('myClaims')}>去我的认领</Button></View>
    </View>
  );
}

/** What is so now. */
function RedeemedScreen({ done }: { done: RedeemedView }) {
  return (
    <Screen title="" bottom={<BottomBar><Button onClick={() => goBack()}>好了</Button></BottomBar>}>
      <View className="u-row u-middle u-mt8"><Drawing name="branch" size={190} /></View>
      <View className="u-display u-center u-mt5">交到了</View>
      <View className="u-body u-ink2 u-center u-mt2">{`“${done.wishTitle}”${done.shares > 1 ? `的 ${done.shares} 份` : ''}当面交接好了，对方不用再点确认。`}</View>
    </Screen>
  );
}
