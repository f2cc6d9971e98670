import { View } from '@tarojs/components';
import type { ShareCounts } from './share-dots';

/** 还差 2 份; when none is open, that somebody has each of them, or that all arrived. */
export function ShareCount({ delivered, held, open }: ShareCounts) {
  if (open > 0) return <View className="u-mid u-strong u-accent u-nowrap">还差 {open} 份</View>;
  if (held > 0) return <View className="u-mid u-bold u-green u-nowrap">都有人接了</View>;
  return <View className="u-mid u-bold u-green u-nowrap">{delivered > 0 ? '都办好了' : ''}</View>;
}
