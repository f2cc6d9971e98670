import { Text } from '@tarojs/components';
import { Screen } from '@/components/screen/screen';

/** 心愿详情. */
export default function WishDetailPage() {
  return (
    <Screen title="心愿详情">
      <Text className="u-sub">心愿详情</Text>
    </Screen>
  );
}
