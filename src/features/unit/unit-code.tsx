import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { aria } from '@/lib/aria';
import './unit.css';

/** The code the contact reads out so that somebody can join; a long press copies it. */
export function UnitCode({ code, left }: { code: string; left: number }) {
  const copy = (): void => {
    void Taro.setClipboardData({ data: code }).catch(() => undefined);
  };
  return (
    <View className="unit-code" {...aria({ role: 'button', label: `单位编号 ${code.split('').join(' ')}，长按复制` })} onLongPress={copy}>
      <View className="u-row u-between"><View className="u-sub">单位编号</View><View className="u-cap">长按复制</View></View>
      <View className="unit-code-figure">{code.replace(/(.{4})(?=.)/g, '$1 ')}</View>
      <View className="u-cap">{left > 0 ? `念给同事、家人，TA 在“我的单位”里输入就能加入，还能加 ${left} 位。` : '后备已经满了。'}</View>
    </View>
  );
}
