import { View } from '@tarojs/components';
import { aria } from '@/lib/aria';
import { copyText } from '@/lib/copy-text';
import { spokenCode } from './spoken-code';
import './member.css';

/** The eight characters a person reads out; a long press copies them. WeChat itself says that it copied. */
export function CodeCard({ code, note }: { code: string; note: string }) {
  const copy = (): void => {
    void copyText(code);
  };
  return (
    <View className="mem-code" {...aria({ role: 'button', label: `我的编号 ${code.split('').join(' ')}，长按复制` })} onLongPress={copy}>
      <View className="u-row u-between">
        <View className="u-sub">我的编号</View>
        <View className="u-cap">长按复制</View>
      </View>
      <View className="mem-code-figure">{spokenCode(code)}</View>
      <View className="u-cap">{note}</View>
    </View>
  );
}
