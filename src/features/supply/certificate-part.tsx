import { useState } from 'react';
import { View } from '@tarojs/components';
import { TRADE_CERTIFICATE_LABEL, type SupplyView, type TradeCertificate } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { DateRow } from '@/components/picker-row/picker-row';
import { SectionHead } from '@/components/section-head/section-head';
import { Sheet } from '@/components/sheet/sheet';
import { WordsSheet } from '@/components/words-sheet/words-sheet';
import { dayValue, endOfDayValue } from '@/lib/day-value';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { SUPPLY_STALE } from './supply-stale';

/** For staff: each certificate that nobody has seen yet is looked at once. */
export function CertificatePart({ supply }: { supply: SupplyView }) {
  const unseen = supply.certificates.filter((certificate) => !supply.seenCertificates.includes(certificate));
  return (
    <View>
      <SectionHead title="请您看证书" count={unseen.length} />
      <View className="u-sub">看原件：是谁的、哪一行、有效到哪天。吃不准，到发证单位的网站查。</View>
      <View className="u-stack u-mt3">{unseen.map((certificate) => <Check key={certificate} supplyId={supply.supplyId} certificate={certificate} />)}</View>
    </View>
  );
}

interface CheckProps {
  readonly supplyId: string;
  readonly certificate: TradeCertificate;
}

function Check({ supplyId, certificate }: CheckProps) {
  const [open, setOpen] = useState<'seen' | 'struck' | null>(null);
  const name = `${TRADE_CERTIFICATE_LABEL[certificate]}证书`;
  const struck = useApiCommand('supply.checkCertificate', { about: `${supplyId}:${certificate}:struck`, invalidates: SUPPLY_STALE, onDone: () => { setOpen(null); toast('拿掉了，对方会收到您写的原因'); } });
  return (
    <Card>
      <View className="u-h3">{name}</View>
      <View className="u-row u-wrap u-gap2 u-mt3">
        <Button size="small" kind="green" icon="check" onClick={() => setOpen('seen')}>看过了，有效</Button>
        <Button size="small" kind="secondary" onClick={() => setOpen('struck')}>不是，或过期了</Button>
      </View>
      {open === 'seen' && <SeenSheet supplyId={supplyId} certificate={certificate} name={name} onClose={() => setOpen(null)} />}
      <WordsSheet isOpen={open === 'struck'} title={`不登记${name}？`} note="这份资源还在，只是不写这个证书。" placeholder="为什么，对方看得到" actionText="不登记，告诉对方" command={struck} field="finding.note" onClose={() => setOpen(null)} onSend={(note) => struck.run({ supplyId, certificate, finding: { kind: 'struck', note } })} />
    </Card>
  );
}

function SeenSheet({ supplyId, certificate, name, onClose }: CheckProps & { readonly name: string; readonly onClose: () => void }) {
  const [untilDay, setUntilDay] = useState('');
  const seen = useApiCommand('supply.checkCertificate', { about: `${supplyId}:${certificate}:seen`, invalidates: SUPPLY_STALE, onDone: () => { onClose(); toast('记下了，从现在起也推荐要这个证书的心愿'); } });
  const wrong = seen.fields.untilMs ?? seen.failure?.message;
  return (
    <Sheet isOpen title={`${name}有效到哪天？`} onClose={onClose} action={<Button kind="green" busy={seen.isBusy} busyText="正在记…" disabled={untilDay === ''} reason="先选有效期" onClick={() => seen.run({ supplyId, certificate, finding: { kind: 'seen', untilMs: endOfDayValue(untilDay) } })}>看过了</Button>}>
      <View className="u-body">照证书上写的填。到了那天，会请对方拿新的来看。</View>
      <View className="u-mt3"><DateRow label="有效到" value={untilDay} start={dayValue(serverNowMs())} {...(wrong === undefined ? {} : { error: wrong })} onPick={(day) => { seen.clear(); setUntilDay(day); }} /></View>
    </Sheet>
  );
}
