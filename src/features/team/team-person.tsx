import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { TeamPersonView } from '@contract';
import { Avatar } from '@/components/avatar/avatar';
import { personLine } from './team-words';
import './team.css';

/** People of a team in one card, with what can be done about each. */
export function TeamPeople({ people, actsOf }: { people: readonly TeamPersonView[]; actsOf?: (person: TeamPersonView) => ReactNode }) {
  return (
    <View className="team-people">
      {people.map((person, index) => (
        // Strangers read no ids; the order of a team's people is its own.
        <View key={person.memberId ?? `${person.name}-${index}`} className="team-person">
          <Avatar name={person.name} size={40} />
          <View className="u-grow">
            <View className="u-mid u-bold u-break">{person.name}{person.isMe ? '（您）' : ''}</View>
            <View className="u-cap">{personLine(person)}</View>
          </View>
          {actsOf?.(person)}
        </View>
      ))}
    </View>
  );
}
