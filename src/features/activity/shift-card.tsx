import { View } from '@tarojs/components';
import { ACTIVITY_KIND_LABEL, SIGN_UP_STATE_LABEL, type ShiftCardView, type SignUpState } from '@contract';
import { Card } from '@/components/card/card';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { Tag, type TagTone } from '@/components/tag/tag';
import { pictureOf } from '@/lib/picture-of';
import { serverNowMs } from '@/lib/server-clock';
import { audienceWord, clockSpan, isFull, seatText } from './activity-words';
import './activity.css';

const MINE_TONE: Partial<Readonly<Record<SignUpState, TagTone>>> = { joined: 'green', offered: 'accent', waiting: 'ochre', asked: 'ochre', absent: 'accent' };

/** What I have there, as a tag. */
export function MineTag({ state }: { state: SignUpState }) {
  return <Tag tone={MINE_TONE[state] ?? 'plain'} {...(state === 'joined' || state === 'attended' ? { icon: 'check' as const } : {})}>{SIGN_UP_STATE_LABEL[state]}</Tag>;
}

/** One time of an activity on a list. `day` stands before the clock where the list is not told by days. */
export function ShiftCard({ shift, day = '', onOpen }: { shift: ShiftCardView; day?: string; onOpen: () => void }) {
  const nowMs = serverNowMs();
  const isOpen = shift.state === 'open' && shift.startsAtMs > nowMs;
  return (
    <Card onClick={onOpen}>
      <View className="u-row u-top u-gap3">
        <PictureTile drawing={pictureOf(shift.pictureKey)} size={60} />
        <View className="u-grow">
          <View className="u-h3">{shift.title}</View>
          <View className="u-mid u-ink2 u-mt1">{day === '' ? '' : `${day} `}{clockSpan(shift, nowMs)}</View>
          <View className="u-cap u-mt1 u-break">{shift.placeText} · {shift.organiserName}</View>
        </View>
      </View>
      <View className="act-foot">
        <View className="u-row u-gap2">
          <Tag tone={shift.kind === 'volunteerService' ? 'green' : 'plain'}>{ACTIVITY_KIND_LABEL[shift.kind]}</Tag>
          {audienceWord(shift, nowMs) !== '' && <Tag tone="ochre" icon="users">{audienceWord(shift, nowMs)}</Tag>}
        </View>
        <View className="u-row u-gap2">
          {shift.mine !== null && <MineTag state={shift.mine} />}
          <View className={`u-bold ${isOpen && !isFull(shift) ? 'u-green' : 'u-ink2'}`}>{seatText(shift, nowMs)}</View>
        </View>
      </View>
      {shift.clashesWith.length > 0 && <View className="u-cap u-accent u-mt2">和您报的“{shift.clashesWith.join('”“')}”时间有重叠</View>}
    </Card>
  );
}
