import { useState } from 'react';
import type { ReactNode } from 'react';
import { Input, Textarea, View } from '@tarojs/components';
import { aria } from '@/lib/aria';
import { FieldFrame } from './field-frame';
import './field.css';

export interface FieldProps {
  label?: string;
  hint?: ReactNode;
  kind?: 'input' | 'textarea';
  inputType?: 'text' | 'number' | 'digit' | 'idcard';
  value: string;
  placeholder?: string;
  /** Characters; the field takes no more. */
  maxLength?: number;
  /** Shows how many are written of how many. Default: textareas with a limit. */
  showCount?: boolean;
  error?: string | undefined;
  disabled?: boolean;
  password?: boolean;
  autoFocus?: boolean;
  onChange: (value: string) => void;
  onBlur?: () => void;
  /** Stands inside the frame below the words: camera, microphone. */
  foot?: ReactNode;
}

const UNLIMITED = -1;
/** Keeps the keyboard from covering the line being written, in px. */
const ABOVE_KEYBOARD_PX = 80;

/** One line or several, with its label, its count and what is wrong beside it. */
export function Field(props: FieldProps) {
  const { label, hint, kind = 'input', value, maxLength, error, disabled = false, foot } = props;
  const { showCount = kind === 'textarea' && maxLength !== undefined } = props;
  const [focused, setFocused] = useState(false);
  const isWrong = error !== undefined && error !== '';
  const look = isWrong ? 'ly-field-wrong' : focused ? 'ly-field-focus' : '';
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      <View className={`ly-field ${look} ${disabled ? 'ly-field-off' : ''}`}>
        <FieldInput {...props} onFocusChange={setFocused} />
        {showCount && maxLength !== undefined && <View className="ly-field-count">{value.length}/{maxLength}</View>}
        {foot !== undefined && <View className="ly-field-foot">{foot}</View>}
      </View>
    </FieldFrame>
  );
}

function FieldInput(props: FieldProps & { onFocusChange: (focused: boolean) => void }) {
  const { label, kind = 'input', inputType = 'text', value, placeholder, maxLength, disabled = false, password = false, autoFocus = false } = props;
  const { onChange, onBlur, onFocusChange } = props;
  const blur = (): void => {
    onFocusChange(false);
    onBlur?.();
  };
  const common = {
    value,
    placeholder: placeholder ?? '',
    placeholderClass: 'ly-field-placeholder',
    placeholderTextColor: '#766a5e',
    maxlength: maxLength ?? UNLIMITED,
    disabled,
    focus: autoFocus,
    cursorSpacing: ABOVE_KEYBOARD_PX,
    onFocus: () => onFocusChange(true),
    onBlur: blur,
    ...aria({ label: label ?? placeholder ?? '' }),
  };
  if (kind === 'textarea') {
    return <Textarea {...common} className="ly-field-area" autoHeight disableDefaultPadding showConfirmBar={false} onInput={(event) => onChange(event.detail.value)} />;
  }
  return <Input {...common} className="ly-field-input" type={inputType} password={password} onInput={(event) => onChange(event.detail.value)} />;
}
