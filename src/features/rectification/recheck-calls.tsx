import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { RECHECK_ANSWER_LABEL, RECHECK_ANSWERS, type RecheckAnswer, type RecheckCallView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { ChipWrap } from '@/components/chip-row/chip-row';
import { ErrorState } from '@/components/error-state/error-state';
import { Notice } from '@/components/notice/notice';
import { SectionHead } from '@/components/section-head/section-head';
import { toast } from '@/lib/toast';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { RECTIFICATION_STALE } from './rectification-stale';

interface RecheckCallsProps {
  readonly rectificationId: string;
  /** The card with somebody's number, opened for a reason. */
  readonly cardOf: (personId: string, onClose: () => void) => ReactNode;
}

/** Who rated through staff is asked by phone; nobody to ask, nothing shown. */
export function RecheckCalls({ rectificationId, cardOf }: RecheckCallsProps) {
  const calls = useApiQuery('recheck.calls', { rectificationId });
  if (calls.failure !== null && calls.data === undefined) return <ErrorState failure={calls.failure} onRetry={() => void calls.refresh()} />;
  if (calls.data === undefined || calls.data.length === 0) return null;
  return (
    <View>
      <SectionHead title="没有微信的，打电话问" note={`${calls.data.filter(({ answer }) => answer !== null).length} / ${calls.data.length}`} />
      <View className="u-stack">{calls.data.map((call) => <Call key={call.personId} rectificationId={rectificationId} call={call} cardOf={cardOf} />)}</View>
    </View>
  );
}

function Call({ rectificationId, call, cardOf }: RecheckCallsProps & { call: RecheckCallView }) {
  const [isCardOpen, setCardOpen] = useState(false);
  const [answer, setAnswer] = useState<RecheckAnswer | null>(null);
  const record = useApiCommand('recheck.record', { about: `${rectificationId}:${call.personId}`, invalidates: ['recheck.calls', ...RECTIFICATION_STALE], onDone: () => toast('记下了') });
  if (call.answer !== null) return <Card tone="sunk"><View className="u-row u-between"><View className="u-h3">{call.maskedName}</View><View className="u-mid">{RECHECK_ANSWER_LABEL[call.answer]}</View></View></Card>;
  return (
    <Card>
      <View className="u-row u-between u-gap3"><View className="u-h3">{call.maskedName}</View><Button kind="secondary" size="small" icon="phone" onClick={() => setCardOpen(!isCardOpen)}>{isCardOpen ? '收起' : '看电话'}</Button></View>
      {isCardOpen && <View className="u-mt3">{cardOf(call.personId, () => setCardOpen(false))}</View>}
      <View className="u-sub u-mt2">问 TA：后来碰到过、听说过，好些没有？</View>
      <View className="u-mt2"><ChipWrap>{RECHECK_ANSWERS.map((value) => <Chip key={value} on={answer === value} onClick={() => { record.clear(); setAnswer(value); }}>{RECHECK_ANSWER_LABEL[value]}</Chip>)}</ChipWrap></View>
      {record.failure !== null && <View className="u-mt3"><Notice tone="accent">{record.failure.message}</Notice></View>}
      <View className="u-mt3"><Button kind="green-tint" busy={record.isBusy} busyText="正在记…" disabled={answer === null} reason="先点 TA 怎么说" onClick={() => (answer === null ? undefined : record.run({ rectificationId, personId: call.personId, answer }))}>TA 是这么说的</Button></View>
    </Card>
  );
}
