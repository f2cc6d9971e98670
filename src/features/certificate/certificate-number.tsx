import { View } from '@tarojs/components';

/** The number in its groups: a line breaks between two of them, never within one. */
export function CertificateNumber({ number }: { number: string }) {
  const groups = number.split('-');
  return (
    <View className="cert-number">
      {groups.map((group, index) => <View key={`${index}-${group}`} className="cert-number-group">{index < groups.length - 1 ? `${group}-` : group}</View>)}
    </View>
  );
}
