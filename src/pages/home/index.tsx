import { Text } from '@tarojs/components';
import { Screen } from '@/components/screen/screen';

/** 首页. */
export default function HomePage() {
  return (
    <Screen title="首页" back={false}>
      <Text className="u-sub">首页</Text>
    </Screen>
  );
}
