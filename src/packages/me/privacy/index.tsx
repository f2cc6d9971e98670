import { Text } from '@tarojs/components';
import { Screen } from '@/components/screen/screen';

/** 隐私与数据. */
export default function PrivacyPage() {
  return (
    <Screen title="隐私与数据">
      <Text className="u-sub">隐私与数据</Text>
    </Screen>
  );
}
