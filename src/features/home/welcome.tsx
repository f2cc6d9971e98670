import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Drawing } from '@/components/drawing/drawing';
import { Icon } from '@/components/icon/icon';
import type { IconName } from '@/drawings';
import './home.css';

const PROMISES: readonly { readonly icon: IconName; readonly text: string }[] = [
  { icon: 'wish', text: '有难处，说一句，邻居看得到' },
  { icon: 'users', text: '有空、有东西，随手帮一把' },
  { icon: 'lock', text: '不露姓名、门牌和电话' },
];

/** Who has not joined yet is greeted, told what this is, and given one button. `about` says what they came for. */
export function Welcome({ about, onJoin }: { about?: string; onJoin: () => void }) {
  return (
    <View className="home-welcome">
      <View className="home-welcome-scene"><Drawing name="branch" size={190} /></View>
      <View className="u-display">远亲不如近邻</View>
      <View className="u-body u-ink2 u-mt2">{about ?? '邻愿是咱们社区自己的心愿墙。'}</View>
      <View className="home-welcome-list">
        {PROMISES.map((promise) => (
          <View key={promise.text} className="u-row u-gap3">
            <Icon name={promise.icon} size={22} color="var(--green)" />
            <View className="u-body u-grow">{promise.text}</View>
          </View>
        ))}
      </View>
      <Button onClick={onJoin}>选我的社区，加入</Button>
      <View className="u-cap u-center u-mt3">只要一个称呼和所在小区，半分钟就好</View>
    </View>
  );
}
