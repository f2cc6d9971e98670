import { View } from '@tarojs/components';
import './figure.css';

export interface FigureProps {
  value: string | number;
  unit?: string;
  size?: 'figure' | 'number';
}

/** One number people look at, with its unit small beside it. */
export function Figure({ value, unit, size = 'figure' }: FigureProps) {
  return (
    <View className="ly-figure">
      <View className={size === 'figure' ? 'u-figure' : 'u-number'}>{value}</View>
      {unit !== undefined && <View className="ly-figure-unit">{unit}</View>}
    </View>
  );
}
