import { View } from '@tarojs/components';
import type { ShiftDetailView } from '@contract';
import { Avatar } from '@/components/avatar/avatar';
import { serverNowMs } from '@/lib/server-clock';
import { dateSpan } from './activity-words';
import './activity.css';

const AVATAR_PX = 58;
/** More rows of faces say nothing more. */
const FACES_SHOWN = 8;

/** Who comes: the lead first, neighbours by one character and a star, free places as empty rings. */
export function ShiftSeats({ shift }: { shift: ShiftDetailView }) {
  const taken = shift.capacity - shift.seatsLeft;
  const faces = shift.people.slice(0, FACES_SHOWN);
  const more = shift.comingCount - faces.length;
  const free = more > 0 ? 0 : Math.min(shift.seatsLeft, FACES_SHOWN - faces.length);
  return (
    <View className="act-panel">
      <View className="u-row u-between u-wrap u-gap2">
        <View className="u-h3">{dateSpan(shift, serverNowMs())}</View>
        <View className={`u-bold ${shift.seatsLeft === 0 ? 'u-accent' : 'u-green'}`}>{taken} / {shift.capacity}</View>
      </View>
      {faces.length + free > 0 && (
        <View className="act-seats">
          {faces.map((person, index) => (
            <View key={index} className="act-seat"><Avatar name={person.name} size={AVATAR_PX} /><View>{person.isLead ? '领队' : person.name}</View></View>
          ))}
          {Array.from({ length: free }, (_unused, index) => <View key={`free-${index}`} className="act-seat"><View className="act-seat-free" /><View>空着</View></View>)}
        </View>
      )}
      {more > 0 && <View className="u-cap u-mt3">还有 {more} 位邻居一起来</View>}
      {shift.waitingCount > 0 && <View className="u-cap u-mt3">{shift.waitingCount} 位在排候补</View>}
    </View>
  );
}
