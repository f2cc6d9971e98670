import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/drawings';
import './tag.css';

export type TagTone = 'accent' | 'green' | 'ochre' | 'blue' | 'plum' | 'plain';

export interface TagProps {
  children: ReactNode;
  tone?: TagTone;
  icon?: IconName;
}

/** A word on a tint. The icon says again what the colour says. */
export function Tag({ children, tone = 'plain', icon }: TagProps) {
  return (
    <View className={`ly-tag ly-tag-${tone}`}>
      {icon !== undefined && <Icon name={icon} size={14} />}
      <View>{children}</View>
    </View>
  );
}
