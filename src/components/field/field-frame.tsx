import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { aria } from '@/lib/aria';
import './field.css';

export interface FieldFrameProps {
  label?: string | undefined;
  /** Quiet words beside the label: 可不填. */
  hint?: ReactNode;
  /** What is wrong, in a sentence that also says what to do; empty or undefined when nothing is. */
  error?: string | undefined;
  children: ReactNode;
}

/** Label above, what is wrong below, anything between: inputs, chips, pickers. */
export function FieldFrame({ label, hint, error, children }: FieldFrameProps) {
  return (
    <View className="ly-field-frame">
      {(label !== undefined || hint !== undefined) && (
        <View className="ly-field-head">
          {label !== undefined && <View className="u-h3">{label}</View>}
          {hint !== undefined && <View className="u-cap">{hint}</View>}
        </View>
      )}
      {children}
      {error !== undefined && error !== '' && (
        <View className="ly-field-error" {...aria({ role: 'alert' })}>
          <Icon name="ask" size={18} />
          <View className="u-grow">{error}</View>
        </View>
      )}
    </View>
  );
}
