import { Text } from '@tarojs/components';
import { Screen } from '@/components/screen/screen';

/** 送到了. */
export default function DeliverClaimPage() {
  return (
    <Screen title="送到了">
      <Text className="u-sub">送到了</Text>
    </Screen>
  );
}
