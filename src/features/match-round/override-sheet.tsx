import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, type MatchOverrideInput, type MatchRowView } from '@contract';
import { Button } from '@/components/button/button';
import { CheckRow } from '@/components/check-row/check-row';
import { ErrorState } from '@/components/error-state/error-state';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { toast } from '@/lib/toast';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { partyWords, ROUND_STALE } from './match-round-words';

type Choice = Pick<MatchOverrideInput, 'kind' | 'supplyId'>;

/** Another giver for a wish, or not this one, with the reason: it counts when the round is solved again. */
export function OverrideSheet({ roundId, row: { wishId, page, given, title }, onClose }: { roundId: string; row: MatchRowView; onClose: () => void }) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const [reason, setReason] = useState('');
  const query = useApiQuery('matchRound.candidates', { roundId, page, wishId });
  const override = useApiCommand('matchRound.override', { about: `${roundId}/${wishId}`, invalidates: ROUND_STALE, onDone: () => { onClose(); toast('记下了，再配一次就算进去'); } });
  const givenIds = given.map(({ supplyId }) => supplyId);
  const others = (query.data ?? []).filter(({ supplyId }) => !givenIds.includes(supplyId));
  const missing = choice === null ? '先选一样' : reason.trim() === '' ? '先写一句为什么' : '';
  const pick = (next: Choice): void => { override.clear(); setChoice(next); };
  const isOn = ({ kind, supplyId }: Choice): boolean => choice?.kind === kind && choice.supplyId === supplyId;
  const send = (): void => { if (choice !== null) void override.run({ roundId, page, wishId, ...choice, reason: reason.trim() }); };
  return (
    <Sheet isOpen title={given.length === 0 ? '指定一家' : '换一家'} onClose={onClose} action={<Button busy={override.isBusy} busyText="正在记…" disabled={missing !== ''} reason={missing} onClick={send}>记下这处改动</Button>}>
      <View className="u-sub u-break">{title}</View>
      {query.data === undefined && (query.failure === null ? <SkeletonList kind="wish" count={1} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />)}
      {given.map(({ supplyId, partyName, partyKind }) => {
        const option: Choice = { kind: 'forbid', supplyId };
        return <CheckRow key={supplyId} kind="radio" checked={isOn(option)} note="别家合适就给别家" onChange={() => pick(option)}>不给{partyWords(partyName, partyKind)}</CheckRow>;
      })}
      {others.map(({ supplyId, partyName, partyKind, supplyTitle, why }) => {
        const option: Choice = { kind: given.length === 0 ? 'force' : 'swap', supplyId };
        return <CheckRow key={supplyId} kind="radio" checked={isOn(option)} note={`${supplyTitle}：${why}`} onChange={() => pick(option)}>定给{partyWords(partyName, partyKind)}</CheckRow>;
      })}
      {query.data !== undefined && others.length === 0 && <View className="u-sub u-mt3">没有别的合适的。规矩不合的（资质、时间、范围）指定不了。</View>}
      <View className="u-mt3"><Field label="为什么" kind="textarea" value={reason} placeholder="同事看得到" maxLength={LIMITS.noteCharacters} error={override.fields.reason} onChange={(text) => { override.clear(); setReason(text); }} /></View>
      {override.failure !== null && Object.keys(override.fields).length === 0 && <View className="u-sub u-accent u-mt3">{override.failure.message}</View>}
    </Sheet>
  );
}
