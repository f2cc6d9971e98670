import { View } from '@tarojs/components';
import './title-words.css';

/** A title in its two sense-groups: when it does not fit one line it breaks after the first ，. */
export function TitleWords({ text, className = '' }: { text: string; className?: string }) {
  const cut = text.indexOf('，') + 1;
  const head = cut > 0 && cut < text.length ? text.slice(0, cut) : text;
  const tail = text.slice(head.length);
  return (
    <View className={`ly-title-words ${className}`}>
      <View className="ly-title-part">{head}</View>
      {tail !== '' && <View className="ly-title-part">{tail}</View>}
    </View>
  );
}
