import { useState } from 'react';
import Taro from '@tarojs/taro';
import { Image, View } from '@tarojs/components';
import { DIFFICULTY_CHECK_LABEL, LIMITS, type DifficultySecretsView } from '@contract';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { KeyValue } from '@/components/key-value/key-value';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { callPhone } from '@/lib/call-phone';
import { formatDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { TextSheet } from './text-sheet';
import './difficulty.css';

/** What is sealed, behind a reason that is written down before anything is opened. */
export function CaseSecrets({ caseId }: { caseId: string }) {
  const [reason, setReason] = useState('');
  const [isAsking, setAsking] = useState(false);
  return (
    <View>
      <SectionHead title="姓名、住处和情况" />
      {reason === '' ? (
        <View className="dif-secret">
          <View className="u-sub">这些是加密的。写一句为什么看，再打开；谁看过、为什么看，都留着记录。</View>
          <View className="u-mt3"><Button kind="secondary" icon="lock" onClick={() => setAsking(true)}>写明原因，打开</Button></View>
        </View>
      ) : (
        <Opened caseId={caseId} reason={reason} />
      )}
      <TextSheet isOpen={isAsking} title="为什么要看？" hint="比如：明天上门、核对记录。" placeholder="写一句" maxLength={LIMITS.noteCharacters} buttonText="打开" isBusy={false} error="" onSend={(text) => { setReason(text); setAsking(false); }} onClose={() => setAsking(false)} />
    </View>
  );
}

function Opened({ caseId, reason }: { caseId: string; reason: string }) {
  const query = useApiQuery('difficulty.open', { caseId, reason });
  if (query.isLoading) return <SkeletonList count={1} kind="row" />;
  if (query.data === undefined) return <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  return <Secrets secrets={query.data} />;
}

function Secrets({ secrets }: { secrets: DifficultySecretsView }) {
  const nowMs = serverNowMs();
  const photos = [...(secrets.consentUrl === null ? [] : [secrets.consentUrl]), ...secrets.checks.flatMap((check) => check.photoUrls)];
  const rows = [
    { label: '姓名', value: secrets.name },
    { label: '住处', value: secrets.address },
    { label: '情况', value: secrets.circumstances },
    ...(secrets.guardianName === '' ? [] : [{ label: '监护人', value: secrets.guardianName }]),
    ...secrets.checks.map((check) => ({ label: DIFFICULTY_CHECK_LABEL[check.kind], value: `${check.note}${check.participants.length > 0 ? `（${check.participants.join('、')}）` : ''}` })),
    ...secrets.visits.map((visit) => ({ label: formatDate(visit.atMs, nowMs), value: `${visit.byName}：${visit.note}` })),
  ];
  return (
    <View className="dif-card u-break">
      <KeyValue rows={rows} />
      {photos.length > 0 && <View className="u-row u-gap2 u-wrap u-mt2">{photos.map((url) => <Image key={url} className="dif-photo" src={url} mode="aspectFill" onClick={() => void Taro.previewImage({ urls: photos, current: url })} />)}</View>}
      {secrets.phone !== '' && <Button kind="text" size="small" icon="phone" onClick={() => void callPhone(secrets.phone)}>打给 TA {secrets.phone}</Button>}
    </View>
  );
}
