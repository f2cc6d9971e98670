import { View } from '@tarojs/components';
import { ROUND_KIND_LABEL, type RoundView } from '@contract';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { MetaLine } from '@/components/meta-line/meta-line';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { Tag } from '@/components/tag/tag';
import { serverNowMs } from '@/lib/server-clock';
import { roundFacts, roundTime } from './round-words';
import './round.css';

/** A round on a list. */
export function RoundCard({ round, onOpen }: { round: RoundView; onOpen: () => void }) {
  return (
    <Card onClick={onOpen}>
      <View className="u-row u-top u-gap3">
        <PictureTile drawing={round.kind === 'onSite' ? 'hand' : 'calendar'} />
        <View className="u-grow">
          <View className="u-h3">{round.title}</View>
          <MetaLine className="u-cap u-mt1" parts={roundFacts(round)} />
        </View>
      </View>
      {round.theme !== '' && <View className="u-sub u-mt3">{round.theme}</View>}
      <View className="rnd-foot">
        <View className="u-row u-gap1"><Icon name="clock" size={16} /><View>{roundTime(round, serverNowMs())}</View></View>
        {round.state === 'draft' && <Tag tone="ochre">在筹备</Tag>}
        {round.state === 'open' && <Tag tone="green" icon="check">{round.kind === 'onSite' ? '现场进行中' : '正在进行'}</Tag>}
      </View>
    </Card>
  );
}

/** The round that runs, as one line above the wall. */
export function RoundDoor({ round, onOpen }: { round: RoundView; onOpen: () => void }) {
  return (
    <View className="rnd-door" hoverClass="rnd-door-down" onClick={onOpen}>
      <Icon name={round.kind === 'onSite' ? 'group' : 'calendar'} size={20} />
      <View className="u-grow">
        <View className="u-mid u-bold u-one">{ROUND_KIND_LABEL[round.kind]} · {round.title}</View>
        <View className="u-cap">{round.wishCount} 个心愿 · {roundTime(round, serverNowMs())}</View>
      </View>
      <Icon name="right" size={16} />
    </View>
  );
}
