import { useState } from 'react';
import { View } from '@tarojs/components';
import { type DirectedView, LEFTOVER_KIND_LABEL } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { SectionHead } from '@/components/section-head/section-head';
import { Sheet } from '@/components/sheet/sheet';
import { WordsSheet } from '@/components/words-sheet/words-sheet';
import { formatDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { DIRECTED_STALE } from './directed-stale';
import { leftoverNext, leftoverWords } from './directed-words';

/** What is left, where it is to go and who was asked. */
export function LeftoverPart({ gift: { leftover, audience } }: { gift: DirectedView }) {
  if (leftover === null) return null;
  const nowMs = serverNowMs();
  return (
    <View>
      <SectionHead title="余款" note={`${formatDate(leftover.saidAtMs, nowMs)}提的`} />
      <Card>
        <View className="u-h3">{audience === 'giver' || leftover.kind !== 'giver' ? LEFTOVER_KIND_LABEL[leftover.kind] : '退给赠与人'}</View>
        <View className="u-mid u-mt2">{leftoverWords(leftover, audience === 'giver', nowMs)}</View>
        <View className="u-mid u-break u-mt2">为什么：{leftover.reason}</View>
        <View className="u-cap u-mt2">{leftoverNext(leftover, nowMs)}</View>
        {leftover.voucherNo !== '' && <View className="u-cap u-mt2">退款凭证 {leftover.voucherNo}</View>}
        {leftover.corrections.map(({ wasVoucherNo, reason, atMs }) => <View key={atMs} className="u-cap u-break u-mt1">{formatDate(atMs, nowMs)}改正：原来写成 {wasVoucherNo}。{reason}</View>)}
      </Card>
    </View>
  );
}

/** The giver says yes or no to exactly the proposal they read. */
export function LeftoverBar({ gift: { directedId, leftover } }: { gift: DirectedView }) {
  const [open, setOpen] = useState<'yes' | 'no' | null>(null);
  const answer = useApiCommand('directed.answerLeftover', { about: `${leftover?.leftoverId ?? ''}:${open ?? ''}`, invalidates: DIRECTED_STALE, onDone: () => { setOpen(null); toast('记下了，社区看得到'); } });
  if (leftover === null) return null;
  const send = (isYes: boolean, note: string): unknown => answer.run({ directedId, leftoverId: leftover.leftoverId, isYes, note });
  return (
    <>
      <BottomBar note="您点头才算，不点钱不动" aside={<Button kind="text" size="small" onClick={() => setOpen('no')}>不同意</Button>}><Button kind="green" onClick={() => setOpen('yes')}>就这样办</Button></BottomBar>
      <Sheet isOpen={open === 'yes'} title="余款这样办？" onClose={() => setOpen(null)} action={<Button kind="green" busy={answer.isBusy} busyText="正在记…" onClick={() => send(true, '')}>同意</Button>}>
        <View className="u-body">{leftoverWords(leftover, true, serverNowMs())}</View>
        {answer.failure !== null && <View className="u-sub u-accent u-mt3">{answer.failure.message}</View>}
      </Sheet>
      <WordsSheet isOpen={open === 'no'} title="不同意这样办？" note="钱先不动，社区再跟您商量别的办法。" placeholder="可不写，比如：还是退给我吧" isNeeded={false} actionText="不同意，告诉社区" busyText="正在告诉社区…" command={answer} onClose={() => setOpen(null)} onSend={(note) => send(false, note)} />
    </>
  );
}

/** The giver says that the rest came back. */
export function ReturnBar({ gift: { directedId, leftover } }: { gift: DirectedView }) {
  const confirm = useApiCommand('directed.confirmReturn', { about: directedId, invalidates: DIRECTED_STALE, onDone: () => toast('记好了，都办完了') });
  return <BottomBar failure={confirm.failure} note={leftover === null || leftover.voucherNo === '' ? undefined : `社区说退了，凭证 ${leftover.voucherNo}。收到了再点`}><Button kind="green" busy={confirm.isBusy} busyText="正在记…" onClick={() => confirm.run({ directedId })}>余款收到了</Button></BottomBar>;
}
