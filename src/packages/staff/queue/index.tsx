import { Text } from '@tarojs/components';
import { Screen } from '@/components/screen/screen';

/** 社区待办. */
export default function StaffQueuePage() {
  return (
    <Screen title="社区待办">
      <Text className="u-sub">社区待办</Text>
    </Screen>
  );
}
