import { Text } from '@tarojs/components';
import { Screen } from '@/components/screen/screen';

/** 活动. */
export default function ActivitiesPage() {
  return (
    <Screen title="活动" back={false}>
      <Text className="u-sub">活动</Text>
    </Screen>
  );
}
