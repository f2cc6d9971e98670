import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, REFERRAL_OUTCOME_LABEL, REFERRAL_OUTCOMES, type ReferralOutcome, type ReferralView } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { useDraft } from '@/lib/drafts';
import { useApiCommand } from '@/lib/use-api-command';
import { ReferForm } from './refer-form';
import { RESCUE_STALE } from './rescue-form';

interface ActsProps {
  readonly referral: ReferralView;
  readonly onDone: (words: string) => void;
}

/** For the side it was sent to: take it, or say soon that one cannot. */
export function AnswerActs({ referral, onDone }: ActsProps) {
  const { wishId } = referral;
  const [isDeclining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const accept = useApiCommand('referral.accept', { about: wishId, invalidates: RESCUE_STALE, onDone: () => onDone('接下了，对方和发心愿的人都知道了') });
  const decline = useApiCommand('referral.decline', { about: wishId, invalidates: RESCUE_STALE, onDone: () => onDone('退回去了，谢谢您早点说') });
  return (
    <View>
      {accept.failure !== null && <View className="u-mb3"><Notice tone="warn">{accept.failure.message}</Notice></View>}
      <Button busy={accept.isBusy} busyText="正在接…" onClick={() => void accept.run({ wishId })}>我们接下</Button>
      <View className="u-center u-mt2"><Button kind="text" size="small" onClick={() => setDeclining(true)}>接不了，退回去</Button></View>
      <Sheet isOpen={isDeclining} title="为什么接不了？" onClose={() => setDeclining(false)} action={<Button busy={decline.isBusy} busyText="正在退回…" disabled={reason.trim() === ''} reason="写一句原因" onClick={() => void decline.run({ wishId, reason })}>退回去</Button>}>
        <View className="u-sub">不怪谁；早点说，对方好另想办法。</View>
        <View className="u-mt3"><Field kind="textarea" value={reason} maxLength={LIMITS.noteCharacters} showCount placeholder="比如：这个月的名额用完了" error={decline.failure?.message} onChange={setReason} /></View>
      </Sheet>
    </View>
  );
}

const OUTCOME_NOTE: Readonly<Record<ReferralOutcome, string>> = {
  helped: '心愿办好了，发的人会看到这句话',
  impossible: '心愿就此结束，请写清为什么、还能找谁',
  backToWall: '重新放到墙上等邻居，7 天没人接再想办法',
};

/** For the owner's side: how it went, or once more to somebody else. */
export function OwnerActs({ referral, fromAreaId, onDone }: ActsProps & { readonly fromAreaId: string }) {
  const { wishId } = referral;
  const draft = useDraft(`referral.finish.${wishId}`, { outcome: 'helped' as ReferralOutcome, note: '' });
  const [isReferring, setReferring] = useState(false);
  const finish = useApiCommand('referral.finish', { about: wishId, invalidates: RESCUE_STALE });
  const outcomes = REFERRAL_OUTCOMES.filter((outcome) => outcome !== 'backToWall' || referral.canReturnToWall);
  const { outcome, note } = draft.value;
  const send = async (): Promise<void> => {
    if ((await finish.run({ wishId, outcome, note })) === null) return;
    draft.clear();
    onDone('记下了，发心愿的人会知道');
  };
  return (
    <View>
      <FieldFrame label="办得怎么样"><ChipWrap>{outcomes.map((one) => <Chip key={one} on={one === outcome} onClick={() => draft.change({ outcome: one })}>{REFERRAL_OUTCOME_LABEL[one]}</Chip>)}</ChipWrap></FieldFrame>
      <View className="u-sub u-mt2">{OUTCOME_NOTE[outcome]}。</View>
      <View className="u-mt3"><Field kind="textarea" value={note} maxLength={LIMITS.noteCharacters} showCount placeholder="写一句，发心愿的人看得到" error={finish.fields.note} onChange={(text) => draft.change({ note: text })} /></View>
      {finish.failure !== null && Object.keys(finish.fields).length === 0 && <View className="u-mt3"><Notice tone="warn">{finish.failure.message}</Notice></View>}
      <View className="u-mt4"><Button busy={finish.isBusy} busyText="正在记…" disabled={note.trim() === ''} reason="先写一句" onClick={send}>说给发心愿的人</Button></View>
      {referral.canReferOn
        ? <View className="u-center u-mt2"><Button kind="text" size="small" onClick={() => setReferring(!isReferring)}>{isReferring ? '先不转了' : '再转一次（最后一次）'}</Button></View>
        : <View className="u-cap u-center u-mt3">已经转过两次，由{referral.ownerName}负责到底。</View>}
      {isReferring && <ReferForm wishId={wishId} fromAreaId={fromAreaId} route="referral.refer" onDone={onDone} />}
    </View>
  );
}
