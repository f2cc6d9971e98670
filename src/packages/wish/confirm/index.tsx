import { Text } from '@tarojs/components';
import { Screen } from '@/components/screen/screen';

/** 说一声，打个分. */
export default function ConfirmWishPage() {
  return (
    <Screen title="说一声，打个分">
      <Text className="u-sub">说一声，打个分</Text>
    </Screen>
  );
}
