import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { aria } from '@/lib/aria';
import './check-row.css';

/** The round tick. */
export function CheckMark({ checked }: { checked: boolean }) {
  return (
    <View className={`ly-check ${checked ? 'ly-check-on' : ''}`}>
      {checked && <Icon name="check" size={17} />}
    </View>
  );
}

export interface CheckRowProps {
  checked: boolean;
  children: ReactNode;
  note?: string;
  /** `radio` for one of several; looks the same, is told differently. */
  kind?: 'check' | 'radio';
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** A tick with words; the whole row can be tapped. */
export function CheckRow({ checked, children, note, kind = 'check', disabled = false, onChange }: CheckRowProps) {
  return (
    <View
      className={`ly-check-row ${disabled ? 'ly-check-row-off' : ''}`}
      onClick={() => { if (!disabled) onChange(!checked); }}
      {...aria({ role: kind === 'radio' ? 'radio' : 'checkbox', checked, disabled })}
    >
      <CheckMark checked={checked} />
      <View className="u-grow">
        <View>{children}</View>
        {note !== undefined && <View className="u-cap">{note}</View>}
      </View>
    </View>
  );
}
