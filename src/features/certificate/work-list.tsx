import { View } from '@tarojs/components';
import type { CertificateWork } from '@contract';
import { spanText, workText } from './certificate-words';

/** What was done, how often and how long, where it is told. */
export function WorkList({ works }: { works: readonly CertificateWork[] }) {
  return (
    <View className="cert-works">
      {works.map((work) => (
        <View key={`${work.title} ${work.placeText}`}>
          <View className="u-body u-break">{work.title}</View>
          <View className="u-sub">{workText(work)}</View>
          <View className="u-cap">{work.placeText === '' ? spanText(work.fromDay, work.toDay) : `${work.placeText} · ${spanText(work.fromDay, work.toDay)}`}</View>
        </View>
      ))}
    </View>
  );
}
