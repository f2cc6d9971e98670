import { View } from '@tarojs/components';
import './meta-line.css';

/** Short facts in a line, with a dot between them: one that does not fit goes to the next line as a whole, without the dot. Empty ones are left out. */
export function MetaLine({ parts, className = '' }: { parts: readonly string[]; className?: string }) {
  return (
    <View className={`ly-meta ${className}`}>
      <View className="ly-meta-row">
        {parts.filter((part) => part !== '').map((part) => (
          <View key={part} className="ly-meta-part"><View className="ly-meta-dot">·</View>{part}</View>
        ))}
      </View>
    </View>
  );
}
