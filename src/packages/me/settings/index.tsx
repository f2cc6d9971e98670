import { Text } from '@tarojs/components';
import { Screen } from '@/components/screen/screen';

/** 设置. */
export default function SettingsPage() {
  return (
    <Screen title="设置">
      <Text className="u-sub">设置</Text>
    </Screen>
  );
}
