import { Image, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { CERTIFICATE_KIND_LABEL, SKILL_LABEL, type CertificateFacts } from '@contract';
import { KeyValue } from '@/components/key-value/key-value';
import { svgUri } from '@/drawings';
import { aria } from '@/lib/aria';
import { formatMinutes } from '@/lib/format';
import { qrSvg } from '@/lib/qr-svg';
import { CertificateNumber } from './certificate-number';
import { dayOf, dayText, spanText } from './certificate-words';
import { WorkList } from './work-list';
import './certificate.css';

interface PaperProps {
  readonly facts: CertificateFacts;
  readonly name: ReactNode;
  /** What the code says; absent for whoever only checks it. */
  readonly codeText?: string;
}

/** A certificate as one reads it on a phone: the same words as on the picture, as large as one likes. */
export function CertificatePaper({ facts, name, codeText }: PaperProps) {
  return (
    <View className="cert-paper">
      <View className="u-title cert-name">{CERTIFICATE_KIND_LABEL[facts.kind]}</View>
      <View className="u-mt4">
        <KeyValue
          rows={[
            { label: '姓名', value: name },
            ...(facts.skill === null ? [] : [{ label: '学会', value: SKILL_LABEL[facts.skill] }]),
            { label: '组织', value: facts.organiserName },
            { label: '时间', value: spanText(facts.fromDay, facts.toDay) },
            { label: '时长', value: `${formatMinutes(facts.minutes)}（${facts.times} 次）` },
            { label: '内容', value: <WorkList works={facts.works} /> },
            { label: '开具', value: dayText(dayOf(facts.issuedAtMs)) },
            { label: '核实', value: facts.contactPhone },
          ]}
        />
      </View>
      {codeText !== undefined && <View className="cert-qr" {...aria({ role: 'img', label: '证明编号的图' })}><Image className="cert-qr-image" src={svgUri(qrSvg(codeText))} mode="scaleToFill" /></View>}
      <CertificateNumber number={facts.number} />
    </View>
  );
}
