import { Text } from '@tarojs/components';
import { Screen } from '@/components/screen/screen';

/** 心愿墙. */
export default function WishesPage() {
  return (
    <Screen title="心愿墙" back={false}>
      <Text className="u-sub">心愿墙</Text>
    </Screen>
  );
}
