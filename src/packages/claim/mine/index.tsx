import { Text } from '@tarojs/components';
import { Screen } from '@/components/screen/screen';

/** 我的认领. */
export default function MyClaimsPage() {
  return (
    <Screen title="我的认领">
      <Text className="u-sub">我的认领</Text>
    </Screen>
  );
}
