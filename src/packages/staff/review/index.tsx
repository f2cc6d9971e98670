import { Text } from '@tarojs/components';
import { Screen } from '@/components/screen/screen';

/** 审核. */
export default function StaffReviewPage() {
  return (
    <Screen title="审核">
      <Text className="u-sub">审核</Text>
    </Screen>
  );
}
