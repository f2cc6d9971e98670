import { View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { aria } from '@/lib/aria';
import type { StaffWork } from './staff-work';
import './home.css';

/** 社区待办 on home: how many wait and how soon the first is due; a tap opens the queue. */
export function StaffDoor({ work, onOpen }: { work: StaffWork; onOpen: () => void }) {
  return (
    <Card>
      <View className="home-staff" {...aria({ role: 'button', label: `${work.title}，${work.due}` })} onClick={onOpen}>
        <Icon name="list" size={20} color="var(--green)" />
        <View className="u-grow">
          <View className="u-mid u-bold">{work.title}</View>
          <View className={`u-cap ${work.isLate ? 'u-accent' : ''}`}>{work.due}</View>
        </View>
        <Icon name="right" size={16} color="var(--ink-3)" />
      </View>
    </Card>
  );
}
