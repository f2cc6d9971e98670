import { View } from '@tarojs/components';
import { CERTIFICATE_KIND_LABEL, SKILL_LABEL, type CertificateRowView } from '@contract';
import { Card } from '@/components/card/card';
import { Tag } from '@/components/tag/tag';
import { dayOf, dayText, spanText, sumText } from './certificate-words';

/** One of one's own in the list. */
export function CertificateRow({ certificate, onOpen }: { certificate: CertificateRowView; onOpen: () => void }) {
  return (
    <Card onClick={onOpen}>
      <View className="u-row u-between u-gap2 u-wrap">
        <View className="u-h3">{CERTIFICATE_KIND_LABEL[certificate.kind]}</View>
        {certificate.isRevoked && <Tag tone="plum" icon="close">已撤销</Tag>}
      </View>
      <View className="u-body u-mt1 u-break">{certificate.organiserName}</View>
      <View className="u-sub u-mt1">{certificate.skill === null ? sumText(certificate) : `学会“${SKILL_LABEL[certificate.skill]}”`}</View>
      <View className="u-cap u-mt1">{spanText(certificate.fromDay, certificate.toDay)}</View>
      <View className="u-cap">{dayText(dayOf(certificate.issuedAtMs))} 开具</View>
    </Card>
  );
}
