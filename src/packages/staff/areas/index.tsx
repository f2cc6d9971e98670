import { Text } from '@tarojs/components';
import { Screen } from '@/components/screen/screen';

/** 社区和网格. */
export default function StaffAreasPage() {
  return (
    <Screen title="社区和网格">
      <Text className="u-sub">社区和网格</Text>
    </Screen>
  );
}
