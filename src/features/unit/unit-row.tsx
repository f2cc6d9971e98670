import { View } from '@tarojs/components';
import type { UnitView } from '@contract';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Tag } from '@/components/tag/tag';
import { unitLine, unitState } from './unit-words';

/** One of my units: its name, who it is, what is so with it. */
export function UnitRow({ unit, onOpen }: { unit: UnitView; onOpen: () => void }) {
  return (
    <Card onClick={onOpen}>
      <View className="u-row u-top u-gap3">
        <View className="u-grow">
          <View className="u-h3 u-break">{unit.name}</View>
          <View className="u-cap u-mt1">{unitLine(unit)}</View>
        </View>
        {unit.isContact ? <Tag tone="accent" icon="user">由您联系</Tag> : <Icon name="right" size={18} className="u-ink3" />}
      </View>
      <View className={`u-sub u-mt3 ${unit.isBarred || unit.state !== 'active' ? 'u-accent' : ''}`}>{unitState(unit)}</View>
    </Card>
  );
}
