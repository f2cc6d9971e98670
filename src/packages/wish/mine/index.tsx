import { Text } from '@tarojs/components';
import { Screen } from '@/components/screen/screen';

/** 我的心愿. */
export default function MyWishesPage() {
  return (
    <Screen title="我的心愿">
      <Text className="u-sub">我的心愿</Text>
    </Screen>
  );
}
