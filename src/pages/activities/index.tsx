import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Drawing } from '@/components/drawing/drawing';
import { Screen } from '@/components/screen/screen';
import { openPage } from '@/lib/pages';

/** 活动: not in this version; says so, and what one can do today instead. */
export default function ActivitiesPage() {
  return (
    <Screen title="活动" back={false}>
      <View className="u-row u-middle u-mt8"><Drawing name="ramp" size={300} label="邻居们一起修了一条缓坡" /></View>
      <View className="u-title u-center u-mt6">一起办的事，还在准备</View>
      <View className="u-body u-ink2 u-center u-mt2">送餐班次、邻里集市、大家凑钱修坡道，这一版还没有。等准备好了，会放在这里。</View>
      <View className="u-body u-ink2 u-center u-mt2">现在就有邻居在等人搭把手。</View>
      <View className="u-row u-middle u-mt6"><Button block={false} onClick={() => void openPage('wishes')}>看看等人帮的心愿</Button></View>
    </Screen>
  );
}
