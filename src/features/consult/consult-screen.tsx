import { View } from '@tarojs/components';
import { LIMITS, NEED_PROJECT_STATE_LABEL, type ConsultView, type ConsultWordView, type MeView } from '@contract';
import { Button } from '@/components/button/button';
import { LinkRow } from '@/components/link-row/link-row';
import { MetaLine } from '@/components/meta-line/meta-line';
import { Notice } from '@/components/notice/notice';
import { SectionHead } from '@/components/section-head/section-head';
import { Tag } from '@/components/tag/tag';
import { Timeline } from '@/components/timeline/timeline';
import { formatMoment } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { consultTag, forWhomWords, nextWords, peopleWords, untilWords } from './consult-words';
import { PointList } from './point-list';
import type { Saying } from './say-sheets';
import { SpeakFoot, WordCard } from './word-card';
import './consult.css';

interface BodyProps {
  readonly me: MeView;
  readonly consult: ConsultView;
  readonly picks: readonly number[];
  readonly onPick: (no: number) => void;
  readonly onSay: (saying: Saying) => void;
}

/** 一起商量: what the plan is, what matters most, what others said, and what came of it. */
export function ConsultBody({ me, consult, picks, onPick, onSay }: BodyProps) {
  const { points, may, peopleCount, decided } = consult;
  return (
    <View>
      <Head consult={consult} />
      {decided !== null && <Decided consult={consult} decided={decided} />}
      <SectionHead title={may.speak ? '哪几样最要紧？' : '大家选的'} note={may.speak ? `最多选 ${LIMITS.consultPicks} 样` : ''} />
      <PointList points={points} peopleCount={peopleCount} picks={may.speak ? picks : null} onPick={may.speak ? onPick : () => undefined} onObject={may.speak ? (point) => onSay({ kind: 'object', point }) : undefined} />
      {consult.countedAtMs !== null && <View className="u-cap u-mt2">数到 {formatMoment(consult.countedAtMs, serverNowMs())}</View>}
      <Additions consult={consult} onAdd={() => onSay({ kind: 'add' })} />
      <Objections consult={consult} />
      <Doors me={me} consult={consult} />
    </View>
  );
}

function Head({ consult }: { consult: ConsultView }) {
  const nowMs = serverNowMs();
  const tag = consultTag(consult.state);
  return (
    <View>
      <View className="u-title u-break">{consult.title}</View>
      <View className="u-row u-wrap u-gap2 u-mt2"><Tag tone={tag.tone} icon={tag.icon}>{tag.words}</Tag><View className="u-sub">{untilWords(consult, nowMs)}</View></View>
      <View className="u-story u-mt3 u-break">{consult.aim}</View>
      <MetaLine className="u-sub u-mt2" parts={[forWhomWords(consult), peopleWords(consult)]} />
      {consult.state !== 'answered' && <View className="u-mt3"><Notice tone={consult.may.speak ? 'good' : 'info'} icon={consult.may.speak ? 'users' : 'clock'}>{nextWords(consult, nowMs)}{consult.state === 'cancelled' && consult.project !== null ? consult.project.note : ''}</Notice></View>}
    </View>
  );
}

/** What the community made of it, the plan as it is now, and how far the project is. */
function Decided({ consult, decided }: { consult: ConsultView; decided: NonNullable<ConsultView['decided']> }) {
  const { project } = consult;
  return (
    <View className="u-mt4">
      <Notice tone="good" title="商量出结果了">{decided.note}</Notice>
      {project !== null && <View className="u-sub u-mt2 u-break">项目现在：{NEED_PROJECT_STATE_LABEL[project.state]}{project.note === '' ? '' : `。${project.note}`}</View>}
      <SectionHead title="现在这样办" />
      <Timeline steps={decided.steps.map(({ text, week, isNew }, index) => ({ key: String(index), dateText: `第 ${week} 周`, title: text, state: isNew ? 'now' : 'next', ...(isNew ? { note: '商量以后新加、改过的' } : {}) }))} />
      {decided.goneSteps.map((text) => <View key={text} className="u-sub u-mt1 u-break">不这样办了：<View className="consult-gone">{text}</View></View>)}
    </View>
  );
}

/** Mine first, then the most backed; never twice. */
const shownOf = (mine: readonly ConsultWordView[], others: readonly ConsultWordView[]): readonly ConsultWordView[] => [...mine, ...others.filter(({ wordId }) => !mine.some((own) => own.wordId === wordId))];

function Additions({ consult, onAdd }: { consult: ConsultView; onAdd: () => void }) {
  const { consultId, adds, counts, mine, may, points } = consult;
  const own = mine.words.filter(({ kind }) => kind === 'add');
  const shown = shownOf(own, adds);
  const canAdd = may.speak && own.length === 0;
  if (shown.length === 0 && !canAdd) return null;
  return (
    <View>
      <SectionHead title="还有人想加" {...(counts.adds > shown.length ? { more: `全部 ${counts.adds} 条`, onMore: () => void openPage('consultWords', { id: consultId, kind: 'add' }) } : {})} />
      {shown.length === 0 && <View className="u-sub">还没有。您觉得漏了什么，添一条。</View>}
      <View className="u-stack">{shown.map((word) => <WordCard key={word.wordId} word={word} points={points} foot={may.speak ? <SpeakFoot consultId={consultId} word={word} /> : undefined} />)}</View>
      {canAdd && <View className="u-mt3"><Button kind="secondary" icon="plus" onClick={onAdd}>我想添一条</Button></View>}
    </View>
  );
}

function Objections({ consult }: { consult: ConsultView }) {
  const { consultId, objections, counts, mine, may, points } = consult;
  const shown = shownOf(mine.words.filter(({ kind }) => kind === 'object'), objections);
  if (shown.length === 0) return null;
  return (
    <View>
      <SectionHead title="不同意见" {...(counts.objections > shown.length ? { more: `全部 ${counts.objections} 条`, onMore: () => void openPage('consultWords', { id: consultId, kind: 'object' }) } : {})} />
      <View className="u-stack">{shown.map((word) => <WordCard key={word.wordId} word={word} points={points} foot={may.speak && word.isMine ? <SpeakFoot consultId={consultId} word={word} /> : undefined} />)}</View>
    </View>
  );
}

/** Ways on for those who have them: into a group, to the answers, to other consultations. */
function Doors({ me, consult }: { me: MeView; consult: ConsultView }) {
  const { consultId, may } = consult;
  const isGroupOwner = me.roles.some(({ role }) => role === 'groupOwner');
  return (
    <View className="u-mt5">
      {may.judge && <LinkRow icon="edit" note={may.answer ? '每一条都要有个说法' : '看不同意见能不能公开'} onClick={() => void openPage('consultAnswer', { id: consultId })}>{may.answer ? '去答复' : '社区的人看这里'}</LinkRow>}
      {isGroupOwner && may.speak && <LinkRow icon="share" note="卡片、海报或一段文字" onClick={() => void openPage('myGroups')}>转到我的群</LinkRow>}
      <LinkRow icon="users" onClick={() => void openPage('consults')}>社区别的商量</LinkRow>
    </View>
  );
}
