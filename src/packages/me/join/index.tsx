import { Text } from '@tarojs/components';
import { Screen } from '@/components/screen/screen';

/** 加入社区. */
export default function JoinPage() {
  return (
    <Screen title="加入社区">
      <Text className="u-sub">加入社区</Text>
    </Screen>
  );
}
