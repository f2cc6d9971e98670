import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, type ApiContract, type PersonCardView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { formatClock, formatDay } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';
import { spokenDigits } from './spoken-digits';

interface PanelProps {
  readonly card: PersonCardView;
  readonly onChanged: () => void;
}

/** TA 用上微信了: the code for who showed who they are, and the way back when it was the wrong one. */
export function TakeoverPanel({ card, onChanged }: PanelProps) {
  return card.isTakenOver ? <UndoPanel card={card} onChanged={onChanged} /> : <IssuePanel card={card} onChanged={onChanged} />;
}

function IssuePanel({ card, onChanged }: PanelProps) {
  const [proof, setProof] = useState('');
  const [issued, setIssued] = useState<ApiContract['person.issueTakeover']['output'] | null>(null);
  const issue = useApiCommand('person.issueTakeover', { about: card.personId });
  const give = async (): Promise<void> => {
    const output = await issue.run({ personId: card.personId, proof });
    if (output === null) return;
    setIssued(output);
    onChanged();
  };
  if (issued !== null) {
    return (
      <Card>
        <View className="u-h3">念给 TA 本人听，或当面给 TA 看</View>
        <View className="u-number u-center u-mt4">{spokenDigits(issued.code)}</View>
        <View className="u-sub u-center u-mt3">{formatClock(issued.expiresAtMs)} 前有效，能试 5 次，用一次就作废</View>
        <View className="u-cap u-center u-mt1">TA 打开“我的 → 接过我的记录”输进去</View>
      </Card>
    );
  }
  return (
    <Card>
      <View className="u-h3">TA 用上微信了？</View>
      <View className="u-sub u-mt1">当面看过证件，给 TA 一个编号。以前替 TA 办的，就都到 TA 自己的微信里。</View>
      <View className="u-mt3"><Field label="看了什么" value={proof} maxLength={LIMITS.noteCharacters} placeholder="比如：看了身份证" error={issue.fields.proof} onChange={setProof} /></View>
      {issue.failure !== null && <View className="u-mt3"><Notice tone="accent">{issue.failure.message}</Notice></View>}
      <View className="u-mt4"><Button kind="secondary" disabled={proof.trim() === ''} reason="先写看了什么证件" busy={issue.isBusy} onClick={give}>给 TA 一个编号</Button></View>
    </Card>
  );
}

function UndoPanel({ card, onChanged }: PanelProps) {
  const [reason, setReason] = useState('');
  const undo = useApiCommand('person.undoTakeover', { about: card.personId, invalidates: ['person.list'], onDone: onChanged });
  const { undoUntilMs, takenOverAtMs } = card.takeover;
  return (
    <Card>
      <View className="u-h3">TA 已经自己用上微信</View>
      {takenOverAtMs !== null && <View className="u-sub u-mt1">{formatDay(takenOverAtMs, serverNowMs())}接过去的。电话里照样可以替 TA 办。</View>}
      {undoUntilMs !== null && (
        <View className="u-mt3">
          <Field label="认错人了？" hint={`${formatDay(undoUntilMs, serverNowMs())}前能撤回`} value={reason} maxLength={LIMITS.noteCharacters} placeholder="写一句为什么" error={undo.fields.reason} onChange={setReason} />
          {undo.failure !== null && <View className="u-mt3"><Notice tone="accent">{undo.failure.message}</Notice></View>}
          <View className="u-mt3"><Button kind="text" size="small" disabled={reason.trim() === ''} busy={undo.isBusy} onClick={() => undo.run({ personId: card.personId, reason })}>撤回，记录交还社区</Button></View>
        </View>
      )}
    </Card>
  );
}
