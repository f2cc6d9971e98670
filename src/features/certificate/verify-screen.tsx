import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIMITS, type CertificateCheckView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { openPage } from '@/lib/pages';
import { canScan, scanCode } from '@/lib/scan-code';
import { useApiQuery } from '@/lib/use-api';
import { CertificatePaper } from './certificate-paper';
import { standingWords } from './certificate-words';
import './certificate.css';

/** 核对证明: for anybody, joined or not. What is typed or scanned goes to the server as it is; it knows what a number is. */
export function VerifyScreen({ initial }: { initial: string }) {
  const [typed, setTyped] = useState(initial);
  const [asked, setAsked] = useState(initial);
  const found = useApiQuery('certificate.verify', { number: asked }, { isEnabled: asked !== '' });
  const scan = async (): Promise<void> => {
    const text = await scanCode();
    if (text === null) return;
    setTyped(text);
    setAsked(text.slice(0, LIMITS.certificateNumberCharacters));
  };
  const ask = (): unknown => (typed.trim() === asked ? found.refresh() : setAsked(typed.trim()));
  return (
    <Screen title="核对证明" bottom={<BottomBar><Button busy={found.isLoading || found.isRefreshing} busyText="正在查…" disabled={typed.trim() === ''} reason="先输编号" onClick={ask}>查一查</Button></BottomBar>}>
      <View className="u-title">证明是真的吗？</View>
      <View className="u-sub u-mt1">输证明上的编号，看是谁开的、多少时长、有没有撤销。</View>
      {canScan() && <View className="u-mt4"><Button kind="secondary" icon="camera" onClick={scan}>扫证明上的图</Button></View>}
      <View className="u-mt4"><Field label="编号" value={typed} maxLength={LIMITS.certificateNumberCharacters} placeholder="24 位，横线和大小写都不用管" onChange={setTyped} /></View>
      {found.isLoading && <View className="u-mt5"><SkeletonList count={2} kind="row" /></View>}
      {asked !== '' && found.failure !== null && <View className="u-mt5"><Notice tone="warn">{found.failure.message}</Notice></View>}
      {asked !== '' && found.failure === null && found.data !== undefined && <Found check={found.data} />}
    </Screen>
  );
}

function Found({ check }: { check: CertificateCheckView }) {
  const { certificateId } = check;
  const standing = standingWords(check);
  return (
    <View className="u-mt5">
      <Notice tone={standing.tone} title={standing.title}>{standing.note}</Notice>
      <View className="u-mt3"><CertificatePaper facts={check} name={check.holderName} /></View>
      {!check.isNameShown && <View className="u-cap u-mt3">只显示姓。要看全名，请本人在证明那一页打开“核对的人看到全名”。</View>}
      {certificateId !== null && <Button kind="text" onClick={() => openPage('certificate', { id: certificateId })}>打开这张证明</Button>}
    </View>
  );
}
