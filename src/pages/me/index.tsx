import { Text } from '@tarojs/components';
import { Screen } from '@/components/screen/screen';

/** 我的. */
export default function MePage() {
  return (
    <Screen title="我的" back={false}>
      <Text className="u-sub">我的</Text>
    </Screen>
  );
}
