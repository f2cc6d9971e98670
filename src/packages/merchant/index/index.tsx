import { Text } from '@tarojs/components';
import { Screen } from '@/components/screen/screen';

/** 商户工作台. */
export default function MerchantPage() {
  return (
    <Screen title="商户工作台">
      <Text className="u-sub">商户工作台</Text>
    </Screen>
  );
}
