import { Text } from '@tarojs/components';
import { Screen } from '@/components/screen/screen';

/** 身份管理. */
export default function StaffRolesPage() {
  return (
    <Screen title="身份管理">
      <Text className="u-sub">身份管理</Text>
    </Screen>
  );
}
