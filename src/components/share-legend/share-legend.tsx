import { View } from '@tarojs/components';
import { Fruit } from '@/components/share-dots/share-dots';
import './share-legend.css';

/** What the three fruits mean; the wall shows it until it was seen three times. */
export function ShareLegend() {
  return (
    <View className="ly-legend">
      <View className="ly-legend-item"><Fruit state="delivered" size={15} />办好了</View>
      <View className="ly-legend-item"><Fruit state="held" size={15} />有人认领</View>
      <View className="ly-legend-item"><Fruit state="open" size={15} />还空着</View>
    </View>
  );
}
