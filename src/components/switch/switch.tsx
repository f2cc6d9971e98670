import { View } from '@tarojs/components';
import NutSwitch from '@nutui/nutui-react-taro/dist/es/packages/switch';
import '@nutui/nutui-react-taro/dist/es/packages/switch/style/css';
import { aria } from '@/lib/aria';
import './switch.css';

export interface SwitchProps {
  checked: boolean;
  label: string;
  /** A quieter second line: what follows from it. */
  note?: string;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** A row with words at the left and a switch at the right; the whole row can be tapped. */
export function Switch({ checked, label, note, disabled = false, onChange }: SwitchProps) {
  const toggle = (): void => {
    if (!disabled) onChange(!checked);
  };
  return (
    <View className={`ly-switch ${disabled ? 'ly-switch-off' : ''}`} onClick={toggle} {...aria({ role: 'switch', label, checked, disabled })}>
      <View className="u-grow">
        <View className="u-h3">{label}</View>
        {note !== undefined && <View className="u-cap">{note}</View>}
      </View>
      <View className="ly-switch-track"><NutSwitch checked={checked} disabled={disabled} /></View>
    </View>
  );
}
