import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/drawings';
import { aria } from '@/lib/aria';
import './chip.css';

export interface ChipProps {
  children: ReactNode;
  on?: boolean;
  /** A filter that is on turns to ink; a choice that is on gets a persimmon outline. */
  kind?: 'filter' | 'choice';
  icon?: IconName;
  trailingIcon?: IconName;
  /** Draws a cross: a tap takes it away. */
  removable?: boolean;
  disabled?: boolean;
  onClick?: () => void;
}

/** A small choice: drawn 40 px high inside a 44 px target (48 in 52 in large type). */
export function Chip({ children, on = false, kind = 'choice', icon, trailingIcon, removable = false, disabled = false, onClick }: ChipProps) {
  const state = on ? `ly-chip-${kind}` : '';
  return (
    <View
      className={`ly-chip ${disabled ? 'ly-chip-off' : ''}`}
      onClick={() => { if (!disabled) onClick?.(); }}
      {...aria({ role: kind === 'choice' ? 'radio' : 'button', checked: on, disabled })}
    >
      <View className={`ly-chip-face ${state}`}>
        {icon !== undefined && <Icon name={icon} size={17} />}
        <View className="ly-chip-words">{children}</View>
        {trailingIcon !== undefined && <Icon name={trailingIcon} size={15} />}
        {removable && <Icon name="close" size={15} />}
      </View>
    </View>
  );
}
