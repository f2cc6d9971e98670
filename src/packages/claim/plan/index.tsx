import { Text } from '@tarojs/components';
import { Screen } from '@/components/screen/screen';

/** 定时间. */
export default function PlanClaimPage() {
  return (
    <Screen title="定时间">
      <Text className="u-sub">定时间</Text>
    </Screen>
  );
}
