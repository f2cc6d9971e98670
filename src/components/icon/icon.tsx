import { View } from '@tarojs/components';
import type { IconName } from '@/drawings';
import { aria } from '@/lib/aria';
import './icon.css';

export interface IconProps {
  name: IconName;
  /** Side in px at normal type; grows with large type. Default 20. */
  size?: number;
  /** Any CSS colour; by default the colour of the words around it. */
  color?: string;
  className?: string;
}

/** A line icon in the colour of the words beside it. Decorative: the words say the same. */
export function Icon({ name, size = 20, color, className = '' }: IconProps) {
  return (
    <View
      className={`icon icon-${name} ${className}`}
      {...aria({ hidden: true })}
      style={{ '--icon-size': `${size}px`, ...(color === undefined ? {} : { backgroundColor: color }) } as Record<string, string>}
    />
  );
}
