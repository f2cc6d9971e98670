import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { KEPT_THINGS, NEVER_ASKED, PRIVACY_PROMISES } from './privacy-guide';
import './member.css';

/** The promises in three lines, for before somebody agrees. */
export function PrivacyPromises() {
  return (
    <View className="mem-card">
      {PRIVACY_PROMISES.map((promise) => (
        <View key={promise} className="mem-promise">
          <View className="mem-promise-mark"><Icon name="check" size={18} /></View>
          <View className="u-grow">{promise}</View>
        </View>
      ))}
    </View>
  );
}

/** The whole table: what is kept, why, for how long, who sees it. */
export function KeptTable() {
  return (
    <View className="mem-card mem-kept">
      {KEPT_THINGS.map((thing) => (
        <View key={thing.what} className="mem-kept-row">
          <View className="u-h3">{thing.what}</View>
          <KeptLine label="为什么" text={thing.why} />
          <KeptLine label="留多久" text={thing.howLong} />
          <KeptLine label="谁能看" text={thing.whoSees} />
        </View>
      ))}
      <View className="mem-kept-row u-sub">{NEVER_ASKED}</View>
    </View>
  );
}

function KeptLine({ label, text }: { label: string; text: string }) {
  return (
    <View className="mem-kept-line">
      <View className="mem-kept-label">{label}</View>
      <View className="u-grow">{text}</View>
    </View>
  );
}
