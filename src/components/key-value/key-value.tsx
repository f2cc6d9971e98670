import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/drawings';
import './key-value.css';

export interface Fact {
  /** The main words: 放 3 号楼驿站. With an icon they stand in bold; without one this is the name at the left. */
  label: string;
  value: ReactNode;
  icon?: IconName;
}

/** Facts one below the other, parted by hairlines. With `figures` names take what room there is and short numbers stand at the right. */
export function KeyValue({ rows, figures = false }: { rows: readonly Fact[]; figures?: boolean }) {
  return (
    <View className="ly-facts">
      {rows.map((row) => (
        <View key={row.label} className="ly-fact">
          {row.icon === undefined ? (
            <>
              <View className={figures ? 'u-grow' : 'ly-fact-name'}>{row.label}</View>
              <View className={figures ? 'ly-fact-figure' : 'u-grow'}>{row.value}</View>
            </>
          ) : (
            <>
              <Icon name={row.icon} size={20} className="ly-fact-icon" />
              <View className="u-grow">
                <View className="u-mid u-bold">{row.label}</View>
                <View className="u-cap">{row.value}</View>
              </View>
            </>
          )}
        </View>
      ))}
    </View>
  );
}
