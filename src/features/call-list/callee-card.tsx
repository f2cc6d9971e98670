import { useState } from 'react';
import { View } from '@tarojs/components';
import { CALL_OUTCOMES, type CalleeView, type CallOutcome } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorState } from '@/components/error-state/error-state';
import { Icon } from '@/components/icon/icon';
import { Notice } from '@/components/notice/notice';
import { PhoneLine } from '@/components/phone-line/phone-line';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { formatDeadline } from '@/lib/format';
import { hangQuote } from '@/lib/hang-quote';
import { toast } from '@/lib/toast';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { calleeTag, doneText, lastCallText, OUTCOME_WORDS, SOURCE_WORDS, waitedText } from './callee-words';

/** Somebody to call: what waits for them, their number on a tap, and what came of it. */
export function CalleeCard({ callee, nowMs }: { callee: CalleeView; nowMs: number }) {
  const [isOpen, setOpen] = useState(false);
  const tag = calleeTag(callee);
  return (
    <Card>
      <View className="u-row u-between u-gap3">
        <View className="u-row u-gap2"><View className="u-h3">{callee.name}</View>{tag !== '' && <Tag tone="ochre">{tag}</Tag>}</View>
        <View className="u-cap">{waitedText(callee.sinceMs, nowMs)}</View>
      </View>
      <View className="u-mt2">
        {callee.lines.map((line) => (
          <View key={line.noticeId} className="u-mt2">
            <View className={`u-body ${hangQuote(line.title)}`}>{line.title}</View>
            {line.body !== '' && <View className="u-sub u-two">{line.body}</View>}
            <View className="u-cap u-accent">{formatDeadline(line.dueAtMs, nowMs)}</View>
          </View>
        ))}
      </View>
      {callee.last !== null && <View className="u-cap u-mt2">{lastCallText(callee, nowMs)}</View>}
      {callee.isToBeVisited && <View className="u-mt3"><Notice tone="warn">连着几次没人接，顺路去家里看一眼。</Notice></View>}
      {isOpen ? <Reach calleeId={callee.calleeId} /> : <View className="u-mt3"><Button kind="secondary" size="small" icon="phone" onClick={() => setOpen(true)}>看电话</Button></View>}
      <Outcome callee={callee} />
    </Card>
  );
}

function Reach({ calleeId }: { calleeId: string }) {
  const reach = useApiQuery('callList.reach', { calleeId });
  if (reach.isLoading) return <View className="u-mt3"><SkeletonList count={1} kind="row" /></View>;
  if (reach.data === undefined) return <View className="u-mt3"><ErrorState failure={reach.failure} onRetry={() => void reach.refresh()} /></View>;
  const { name, areaName, numbers } = reach.data;
  return (
    <View className="u-mt3">
      <View className="u-cap u-row u-gap1"><Icon name="eye" size={16} />这次看记下了：{name}</View>
      {numbers.length === 0
        ? <View className="u-sub u-mt2">没留电话。TA 在{areaName}，可以请楼组长带句话，或顺路去说一声。</View>
        : numbers.map(({ source, phone }) => <PhoneLine key={phone} title={SOURCE_WORDS[source]} phone={phone} />)}
    </View>
  );
}

function Outcome({ callee }: { callee: CalleeView }) {
  const [chosen, setChosen] = useState<CallOutcome | null>(null);
  const record = useApiCommand('callList.record', { about: `${callee.calleeId}:${callee.calls}`, invalidates: ['callList.page'], onDone: () => toast(doneText(chosen ?? 'answered')) });
  const say = (outcome: CallOutcome): void => {
    setChosen(outcome);
    void record.run({ calleeId: callee.calleeId, calls: callee.calls, outcome });
  };
  return (
    <View className="u-mt3">
      <View className="u-cap">打过了，怎么样？</View>
      <View className="cal-outcomes">
        {CALL_OUTCOMES.map((outcome) => <Button key={outcome} kind={outcome === 'answered' ? 'green-tint' : 'secondary'} size="small" busy={record.isBusy && chosen === outcome} busyText="正在记…" disabled={record.isBusy && chosen !== outcome} onClick={() => say(outcome)}>{OUTCOME_WORDS[outcome]}</Button>)}
      </View>
      {record.failure !== null && <View className="u-mt3"><Notice tone="accent">{record.failure.message}</Notice></View>}
    </View>
  );
}
