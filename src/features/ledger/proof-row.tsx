import { View } from '@tarojs/components';
import type { ProofView } from '@contract';
import { Card } from '@/components/card/card';
import { Tag } from '@/components/tag/tag';
import { formatClock } from '@/lib/format';
import { FINDING_TEXT, PROOF_TONE, proofLine, proofScope } from './proof-words';

const dayText = (day: string): string => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`;

/** One night: what came of it, what was gone through, and whatever does not agree. */
export function ProofRow({ proof }: { proof: ProofView }) {
  const { day, state, findings, startedAtMs, endedAtMs } = proof;
  return (
    <Card>
      <View className="u-row u-gap2">
        <View className="u-mid u-bold u-grow">{dayText(day)}</View>
        <Tag tone={PROOF_TONE[state]} icon={state === 'right' ? 'check' : state === 'wrong' ? 'flag' : 'clock'}>{state === 'right' ? '对上了' : state === 'wrong' ? '没对上' : state === 'running' ? '核对中' : '没看完'}</Tag>
      </View>
      <View className="u-body u-mt1">{proofLine(proof)}</View>
      <View className="u-sub u-mt1">{proofScope(proof)}</View>
      <View className="u-cap u-mt1">{formatClock(startedAtMs)} 开始{endedAtMs === null ? '' : `，${formatClock(endedAtMs)} 看完`}</View>
      {findings.map((finding) => (
        <View key={`${finding.subject}${finding.kind}`} className="u-mt3">
          <View className="u-sub u-bold">{FINDING_TEXT[finding.kind]}</View>
          <View className="u-cap u-break">{finding.subject}：应为 {finding.expected}，实为 {finding.found}</View>
        </View>
      ))}
    </Card>
  );
}
