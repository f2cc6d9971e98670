import { Text } from '@tarojs/components';
import { Screen } from '@/components/screen/screen';

/** 我的积分. */
export default function PointsPage() {
  return (
    <Screen title="我的积分">
      <Text className="u-sub">我的积分</Text>
    </Screen>
  );
}
