import { useState } from 'react';
import Taro from '@tarojs/taro';
import { Image, View } from '@tarojs/components';
import { POSTING_LEVEL_LABEL, type ObjectionView, type PostingLevel, type PublicityView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { LinkRow } from '@/components/link-row/link-row';
import { Notice } from '@/components/notice/notice';
import { SectionHead } from '@/components/section-head/section-head';
import { Tag } from '@/components/tag/tag';
import { formatDeadline, formatMoment } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { AnswerSheet } from './answer-sheet';
import { PostingSheet } from './posting-sheet';
import './publicity.css';

const say = (words: string): void => void Taro.showToast({ title: words, icon: 'none' });

/** What staff of the area do on a publicity: answer objections, say where the paper hangs. */
export function StaffPart({ view }: { view: PublicityView }) {
  const [answering, setAnswering] = useState<ObjectionView | null>(null);
  const [level, setLevel] = useState<PostingLevel | null>(null);
  const open = view.objections.filter((objection) => objection.isUpheld === null);
  const photos = view.postings.flatMap((posting) => (posting.photoUrl === null ? [] : [posting.photoUrl]));
  return (
    <View>
      {view.objections.length > 0 && <SectionHead title="邻居的异议" {...(open.length > 0 ? { count: open.length } : {})} note="只有工作人员看得到" />}
      {open.length > 0 && !view.canAnswer && <Notice tone="info">公示是您发起的，请另一位同事来核实答复。</Notice>}
      <View className="u-stack u-mt2">
        {view.objections.map((objection) => <ObjectionCard key={objection.objectionId} objection={objection} canAnswer={view.canAnswer} onAnswer={() => setAnswering(objection)} />)}
      </View>
      {view.postableLevels.length > 0 && (
        <View>
          <SectionHead title="我来记纸质公示" />
          <Card className="pub-links">
            {view.postableLevels.map((each) => {
              const posting = view.postings.find((one) => one.level === each);
              return <LinkRow key={each} icon="pin" note={posting === undefined || posting.postedAtMs === null ? '还没贴' : `贴在${posting.place}，点开可改`} onClick={() => setLevel(each)}>{POSTING_LEVEL_LABEL[each]}</LinkRow>;
            })}
          </Card>
        </View>
      )}
      {photos.length > 0 && <View className="u-row u-gap2 u-wrap u-mt3">{photos.map((url) => <Image key={url} className="pub-photo" src={url} mode="aspectFill" onClick={() => void Taro.previewImage({ urls: photos, current: url })} />)}</View>}
      <AnswerSheet publicityId={view.publicityId} objection={answering} onClose={() => setAnswering(null)} onDone={(words) => { setAnswering(null); say(words); }} />
      <PostingSheet key={level ?? 'none'} publicityId={view.publicityId} level={level} standingPlace={view.postings.find((one) => one.level === level)?.place ?? ''} onClose={() => setLevel(null)} onDone={(words) => { setLevel(null); say(words); }} />
    </View>
  );
}

function ObjectionCard({ objection, canAnswer, onAnswer }: { objection: ObjectionView; canAnswer: boolean; onAnswer: () => void }) {
  const nowMs = serverNowMs();
  return (
    <Card>
      <View className="u-row u-between u-gap3">
        <View className="u-h3">{objection.byName}</View>
        {objection.isUpheld === null ? <Tag tone="accent" icon="clock">{formatDeadline(objection.dueAtMs, nowMs)}</Tag> : <Tag tone={objection.isUpheld ? 'plum' : 'green'} icon="check">{objection.isUpheld ? '属实' : '不属实'}</Tag>}
      </View>
      <View className="u-body u-mt1 u-break u-preline">{objection.text}</View>
      <View className="u-cap u-mt1">{formatMoment(objection.objectedAtMs, nowMs)} 提的</View>
      {objection.answerText !== '' && <View className="u-sub u-mt2">答复：{objection.answerText}</View>}
      {objection.isUpheld === null && canAnswer && <View className="u-mt3"><Button kind="tint" size="small" onClick={onAnswer}>写核实的结果</Button></View>}
    </Card>
  );
}
