import { View } from '@tarojs/components';
import type { GroupView } from '@contract';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { boundText, ownersLine } from './group-words';

/** One bound group on a list: its name, where it is for, who keeps it. */
export function GroupCard({ group, onOpen }: { group: GroupView; onOpen: () => void }) {
  return (
    <Card onClick={onOpen}>
      <View className="u-row u-top u-gap3">
        <View className="u-grow">
          <View className="u-h3 u-break">{group.name}</View>
          <View className="u-cap u-mt1">{group.areaName} · 群主 {ownersLine(group)}</View>
          {!group.isMine && <View className="u-cap u-mt1">{boundText(group)}</View>}
        </View>
        <Icon name="right" size={18} className="u-ink3" />
      </View>
    </Card>
  );
}
