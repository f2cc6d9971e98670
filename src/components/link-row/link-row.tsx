import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/drawings';
import { aria } from '@/lib/aria';
import { useLockedTap } from '@/lib/use-locked-tap';
import './link-row.css';

export interface LinkRowProps {
  children: ReactNode;
  /** A quieter second line. */
  note?: ReactNode;
  icon?: IconName;
  /** Stands before the arrow: a count, a tag. */
  right?: ReactNode;
  onClick?: () => unknown;
}

/** A row that leads somewhere; rows in one card are parted by hairlines. */
export function LinkRow({ children, note, icon, right, onClick }: LinkRowProps) {
  const { tap } = useLockedTap(onClick, false);
  return (
    <View className="ly-link-row" hoverClass="ly-link-row-down" onClick={tap} {...aria({ role: 'button' })}>
      {icon !== undefined && <Icon name={icon} size={22} className="u-ink2" />}
      <View className="u-grow">
        <View className="u-body">{children}</View>
        {note !== undefined && <View className="u-cap">{note}</View>}
      </View>
      {right !== undefined && <View className="ly-link-row-right">{right}</View>}
      <Icon name="right" size={18} className="u-ink3" />
    </View>
  );
}
