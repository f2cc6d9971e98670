import { Text } from '@tarojs/components';
import { Screen } from '@/components/screen/screen';

/** 发心愿. */
export default function PostWishPage() {
  return (
    <Screen title="发心愿">
      <Text className="u-sub">发心愿</Text>
    </Screen>
  );
}
