import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CertificateChoicesView, CertificateOrganiserView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { CheckRow } from '@/components/check-row/check-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Switch } from '@/components/switch/switch';
import { openPage, replacePage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { dayOf, spanOf, sumText, type SpanChoice } from './certificate-words';
import { SpanPicker, type Span } from './span-picker';
import { WorkList } from './work-list';
import './certificate.css';

/** 开一张证明: whose records, which days; the sum is seen before anything is issued. */
export function MakeCertificate() {
  const choices = useApiQuery('certificate.choices', {});
  if (choices.data !== undefined && choices.data.organisers.length > 0) return <MakeForm choices={choices.data} />;
  return (
    <Screen title="开一张证明">
      {choices.isLoading && <SkeletonList count={3} kind="row" />}
      {choices.failure !== null && choices.data === undefined && <ErrorState failure={choices.failure} onRetry={() => void choices.refresh()} />}
      {choices.data !== undefined && <EmptyState scene="branch" title="还没有记下的时长" note="去做一次志愿服务，领队记好名单以后，就能在这里开证明。自己补记的不算在内。" action={<Button onClick={() => openPage('activities')}>看看有什么活动</Button>} />}
    </Screen>
  );
}

function MakeForm({ choices }: { choices: CertificateChoicesView }) {
  const [index, setIndex] = useState(0);
  const organiser = choices.organisers[index] ?? choices.organisers[0];
  const [isNameShown, setNameShown] = useState(false);
  return organiser === undefined ? null : (
    <SpanForm key={organiser.organiserId} choices={choices} organiser={organiser} isNameShown={isNameShown} onName={setNameShown} onOrganiser={setIndex} />
  );
}

interface SpanFormProps {
  readonly choices: CertificateChoicesView;
  readonly organiser: CertificateOrganiserView;
  readonly isNameShown: boolean;
  readonly onName: (isNameShown: boolean) => void;
  readonly onOrganiser: (index: number) => void;
}

function SpanForm({ choices, organiser, isNameShown, onName, onOrganiser }: SpanFormProps) {
  const nowMs = serverNowMs();
  const [choice, setChoice] = useState<SpanChoice>('all');
  const [span, setSpan] = useState<Span>(spanOf('all', organiser, nowMs));
  const isBackwards = span.fromDay > span.toDay;
  const input = { organiserId: organiser.organiserId, fromDay: span.fromDay, toDay: span.toDay };
  const sum = useApiQuery('certificate.preview', input, { isEnabled: !isBackwards });
  const request = useApiCommand('certificate.request', { about: JSON.stringify(input), invalidates: ['certificate.mine'] });
  const choose = (next: SpanChoice): void => {
    setChoice(next);
    if (next !== 'own') setSpan(spanOf(next, organiser, nowMs));
  };
  const issue = async (): Promise<void> => {
    const certificate = await request.run({ ...input, isNameShown });
    if (certificate !== null) await replacePage('certificate', { id: certificate.certificateId });
  };
  const canIssue = !isBackwards && sum.data !== undefined && sum.failure === null;
  return (
    <Screen title="开一张证明" bottom={<BottomBar failure={request.failure}><Button busy={request.isBusy} busyText="正在开…" disabled={!canIssue} reason="先看看时长" onClick={issue}>就开这一张</Button></BottomBar>}>
      <SectionHead title="谁组织的" />
      <Card>
        {choices.organisers.map((one, place) => (
          <CheckRow key={one.organiserId} kind="radio" checked={one.organiserId === organiser.organiserId} note={`记了 ${sumText(one)}`} onChange={() => onOrganiser(place)}>{one.organiserName}</CheckRow>
        ))}
      </Card>
      <View className="u-cap u-mt2">谁记录，谁证明：一张证明只写一家记下的时长。</View>
      <SectionHead title="哪一段日子" />
      <SpanPicker choice={choice} span={span} firstDay={organiser.fromDay} today={dayOf(nowMs)} error={isBackwards ? '结束的日子要在开始以后' : undefined} onChoose={choose} onSpan={setSpan} />
      <SectionHead title="证明上会写" />
      {sum.isLoading && !isBackwards && <SkeletonList count={1} kind="row" />}
      {sum.failure !== null && !isBackwards && <Notice tone="warn">{sum.failure.message}</Notice>}
      {canIssue && (
        <Card>
          <View className="u-h2">{choices.holderName}</View>
          <View className="u-body u-mt1">{sumText(sum.data)}</View>
          <View className="u-mt3"><WorkList works={sum.data.works} /></View>
        </Card>
      )}
      <View className="u-mt4"><Switch checked={isNameShown} label="核对的人看到全名" note={isNameShown ? '学校、单位拿编号来核对，看得到您的全名' : '拿编号来核对，只看到姓，像“王*”'} onChange={onName} /></View>
      <View className="u-cap u-mt3">名字不对，先到“我的 › 字大小、关怀模式、称呼”里改好再开。证件号不存在这里，要用时自己填在打印的证明上。</View>
    </Screen>
  );
}
