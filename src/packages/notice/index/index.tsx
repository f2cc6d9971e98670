import { Text } from '@tarojs/components';
import { Screen } from '@/components/screen/screen';

/** 消息. */
export default function NoticesPage() {
  return (
    <Screen title="消息">
      <Text className="u-sub">消息</Text>
    </Screen>
  );
}
