import { Input, View } from '@tarojs/components';
import { Icon } from '@/components/icon/icon';
import { aria } from '@/lib/aria';
import '@/components/field/field.css';
import './search-field.css';

export interface SearchFieldProps {
  value: string;
  placeholder?: string;
  maxLength?: number;
  onChange: (value: string) => void;
  /** The keyboard's search key. */
  onSearch?: () => void;
}

const LIMIT = 30;

/** A search line; the cross empties it. */
export function SearchField({ value, placeholder = '找心愿', maxLength = LIMIT, onChange, onSearch }: SearchFieldProps) {
  return (
    <View className="ly-search">
      <Icon name="search" size={20} />
      <Input
        className="ly-field-input ly-search-input"
        value={value}
        placeholder={placeholder}
        placeholderClass="ly-field-placeholder"
        confirmType="search"
        maxlength={maxLength}
        onInput={(event) => onChange(event.detail.value)}
        onConfirm={() => onSearch?.()}
        {...aria({ label: placeholder })}
      />
      {value !== '' && (
        <View className="ly-search-clear" onClick={() => onChange('')} {...aria({ role: 'button', label: '清空' })}>
          <Icon name="close" size={18} />
        </View>
      )}
    </View>
  );
}
