import { View } from '@tarojs/components';
import type { TeamCardView } from '@contract';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Tag } from '@/components/tag/tag';
import { placeTag, teamLine } from './team-words';

/** One team on a list: its name, what it does, how I stand to it. */
export function TeamCard({ team, onOpen }: { team: TeamCardView; onOpen: () => void }) {
  const tag = placeTag(team);
  return (
    <Card onClick={onOpen}>
      <View className="u-row u-top u-gap3">
        <View className="u-grow">
          <View className="u-h3 u-break">{team.name}</View>
          <View className="u-cap u-mt1">{teamLine(team)}</View>
        </View>
        {tag === null ? <Icon name="right" size={18} className="u-ink3" /> : <Tag tone={tag.tone}>{tag.text}</Tag>}
      </View>
      {team.purpose !== '' && <View className="u-mid u-ink2 u-mt3 u-break">{team.purpose}</View>}
    </Card>
  );
}
