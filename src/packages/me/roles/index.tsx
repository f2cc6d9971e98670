import { Text } from '@tarojs/components';
import { Screen } from '@/components/screen/screen';

/** 我的身份. */
export default function MyRolesPage() {
  return (
    <Screen title="我的身份">
      <Text className="u-sub">我的身份</Text>
    </Screen>
  );
}
