import { View } from '@tarojs/components';
import type { PublicGiverView } from '@contract';
import { Avatar } from '@/components/avatar/avatar';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { HideReply } from './hide-reply';
import { ScoreBand } from './score-band';
import './rating-sum.css';

const KIND_WORDS: Readonly<Record<PublicGiverView['kind'], string>> = { merchant: '爱心商户', unit: '单位', member: '邻居', person: '邻居', project: '社区项目' };

/** A shop or unit as its neighbours may see it; nothing before five people rated. */
export function GiverRecord({ giver }: { giver: PublicGiverView }) {
  return (
    <View className="u-stack">
      <View className="u-row u-gap3">
        <Avatar name={giver.name} size={56} />
        <View className="u-grow">
          <View className="u-title u-break">{giver.name}</View>
          <View className="u-sub">{KIND_WORDS[giver.kind]}</View>
        </View>
      </View>
      <Card>
        {giver.score === null ? <View className="u-mid">评过的人还不到 {giver.peopleMin} 位，先不给分数。一两次好坏，说明不了什么。</View> : <ScoreBand score={giver.score} people={giver.people} />}
      </Card>
      {giver.isPraised && <Notice tone="good" title="邻居们谢谢这家">这家帮过的人，多半很满意。</Notice>}
      {giver.reply !== '' && (
        <Card tone="sunk">
          <View className="u-h3">{giver.name}回应</View>
          <View className="u-body u-mt2 u-break u-hang">“{giver.reply}”</View>
          {giver.hidesReplyOf !== null && <HideReply sumId={giver.hidesReplyOf} />}
        </Card>
      )}
      <View className="u-cap">一个人评几次也只算一份。不写谁评的，不排名次。</View>
    </View>
  );
}
