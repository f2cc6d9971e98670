import { View } from '@tarojs/components';
import { useState } from 'react';
import { type ClaimView, helpWords, type MeView, type WishDetailView } from '@contract';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { PromisePath } from '@/components/promise-path/promise-path';
import { Sheet } from '@/components/sheet/sheet';
import { SharePicker } from '@/components/share-picker/share-picker';
import { formatDeadline, formatMoney } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { askForMessages } from '@/lib/subscribe';
import { useApiCommand } from '@/lib/use-api-command';
import { claimPromise, holdUntilMs } from './claim-promise';
import { GiverChoice, useGiverChoice } from './giver-choice';

interface ClaimSheetProps {
  readonly wish: WishDetailView;
  readonly me: MeView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Opens the page that plans the claim just made. */
  readonly onPlan: (claim: ClaimView) => void;
}

/** 认几份？ and what that promises, with real dates; afterwards what comes next. */
export function ClaimSheet({ wish, me, isOpen, onClose, onPlan }: ClaimSheetProps) {
  const [held, setHeld] = useState<ClaimView | null>(null);
  const close = () => {
    setHeld(null);
    onClose();
  };
  if (held !== null) return <HeldSheet claim={held} isOpen={isOpen} onClose={close} onPlan={onPlan} />;
  return <ChooseSheet wish={wish} me={me} isOpen={isOpen} onClose={close} onHeld={setHeld} />;
}

const promiseSteps = (steps: ReturnType<typeof claimPromise>) =>
  steps.map((step, index) => ({ title: step.when, note: step.what, state: (['done', 'half', 'open'] as const)[index] ?? 'open' }));

/** 72 hours in the rule's own words; a wish that ends sooner is kept until then. */
function holdTitle(nowMs: number, windowEndMs: number, holdHours: number): string {
  const untilMs = holdUntilMs(nowMs, windowEndMs, holdHours);
  return untilMs === windowEndMs ? '认领后，先为您留着' : `认领后，先为您留 ${holdHours} 小时`;
}

function ChooseSheet({ wish, me, isOpen, onClose, onHeld }: Omit<ClaimSheetProps, 'onPlan'> & { onHeld: (claim: ClaimView) => void }) {
  const [chosen, setChosen] = useState(1);
  const giver = useGiverChoice(me, wish.tradeCertificate !== null);
  const command = useApiCommand('wish.claim', { about: wish.wishId, invalidates: ['wish.get', 'wish.wall', 'claim.mine', 'home.overview', 'wish.mine'] });
  const left = wish.shares.left;
  const shares = Math.min(chosen, Math.max(left, 1));

  const claim = async (): Promise<void> => {
    await askForMessages(['claimReminder', 'deliveryConfirmed']);
    const output = await command.run({ wishId: wish.wishId, shares, as: wish.isErrand ? { kind: 'self' } : giver.as });
    if (output !== null) onHeld(output);
  };

  const many = wish.shares.wanted > 1;
  return (
    <Sheet
      isOpen={isOpen}
      title={many ? '认几份？' : wish.isErrand ? '这一程交给您？' : '这件交给您？'}
      onClose={onClose}
      action={<Button busy={command.isBusy} busyText="正在给您留…" disabled={left === 0} reason="已经都有人认了" onClick={claim}>{many ? `认领 ${shares} 份` : wish.isErrand ? '我来捎' : '认领，我来办'}</Button>}
    >
      {many && left > 0 && (
        <SharePicker
          delivered={wish.shares.delivered} held={wish.shares.held} open={left}
          chosen={shares} max={left} onChange={setChosen}
          {...(wish.shareNote === '' ? {} : { unit: wish.shareNote })}
          {...(wish.valuePerShareFen === null ? {} : { price: `约 ${formatMoney(wish.valuePerShareFen * shares)}` })}
        />
      )}
      {giver.options.length > 1 && !wish.isErrand && <View className="u-mt4"><GiverChoice choice={giver} /></View>}
      <View className="u-mt4">
        <PromisePath
          title={holdTitle(serverNowMs(), wish.windowEndMs, me.rules.holdHours)}
          steps={promiseSteps(claimPromise(serverNowMs(), wish.windowEndMs, me.rules, helpWords(wish)))}
          note="到点还没定，就让给下一位，之前会提醒您。办不了随时能还回去，不算您的错。"
        />
      </View>
      {command.failure !== null && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
    </Sheet>
  );
}

function HeldSheet({ claim, isOpen, onClose, onPlan }: { claim: ClaimView } & Pick<ClaimSheetProps, 'isOpen' | 'onClose' | 'onPlan'>) {
  const nowMs = serverNowMs();
  return (
    <Sheet isOpen={isOpen} title="留给您了" onClose={onClose} action={<Button onClick={() => { onClose(); onPlan(claim); }}>现在就定{helpWords(claim).when}</Button>}>
      <View className="u-body">“{claim.wishTitle}”{claim.shares > 1 ? `的 ${claim.shares} 份` : ''}先留给您，对方已经知道有人来帮了。</View>
      <View className="u-mt4">
        <PromisePath
          title="接下来"
          steps={[
            { title: '刚才', note: '留给您了', state: 'done' },
            { title: formatDeadline(claim.holdUntilMs, nowMs), note: `定好${helpWords(claim).when}`, state: 'half' },
            { title: `${helpWords(claim).by}那天`, note: '拍张照，说一声', state: 'open' },
          ]}
          note="现在没想好也行，在“我的”里的“我的认领”随时能定。"
        />
      </View>
    </Sheet>
  );
}
