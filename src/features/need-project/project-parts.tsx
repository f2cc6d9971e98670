import { useState } from 'react';
import { View } from '@tarojs/components';
import { ACTIVITY_KIND_LABEL, SUPPLY_PARTY_LABEL, type NeedProjectView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { KeyValue } from '@/components/key-value/key-value';
import { LinkRow } from '@/components/link-row/link-row';
import { PictureTile } from '@/components/picture-tile/picture-tile';
import { SectionHead } from '@/components/section-head/section-head';
import { Tag } from '@/components/tag/tag';
import { Timeline } from '@/components/timeline/timeline';
import { formatDate } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { pictureOf } from '@/lib/picture-of';
import { needStateWords, needTitle } from './plan-words';
import { budgetWords, NEED_KIND_LABEL } from './project-words';

interface PartProps {
  readonly project: NeedProjectView;
}

/** For whom, as counts; never who. */
export function WhoPart({ project: { places } }: PartProps) {
  return (
    <View>
      <SectionHead title="为了谁" note="只写人数" />
      <KeyValue figures rows={places.filter(({ needCount }) => needCount > 0).map(({ name, personCount, needCount }) => ({ label: name, value: `${personCount} 人，${needCount} 件` }))} />
    </View>
  );
}

/** What is asked for, by kind of thing. */
export function KindsPart({ project: { kinds } }: PartProps) {
  if (kinds.length === 0) return null;
  return (
    <View>
      <SectionHead title="盼什么" />
      <View className="u-stack">
        {kinds.map(({ pictureKey, example, needCount, sharesLeft }) => (
          <View key={pictureKey} className="u-row u-gap3"><PictureTile drawing={pictureOf(pictureKey)} size={52} /><View className="u-grow"><View className="u-mid u-bold">{needCount} 件，还差 {sharesLeft} 份</View><View className="u-cap u-one">比如：{example}</View></View></View>
        ))}
      </View>
    </View>
  );
}

const WEEK_MS = 7 * 86_400_000;

/** The steps by week; with a first day also by date. */
export function StepsPart({ project: { plan, startedAtMs }, nowMs }: PartProps & { readonly nowMs: number }) {
  const firstMs = startedAtMs ?? plan.firstDayMs;
  const steps = [...plan.steps].sort((one, other) => one.week - other.week);
  return (
    <View>
      <SectionHead title="怎么办" note={firstMs === null ? '还没定哪天开始' : `${formatDate(firstMs, nowMs)}开始`} />
      <Timeline steps={steps.map(({ text, week }, index) => {
        const fromMs = firstMs === null ? null : firstMs + (week - 1) * WEEK_MS;
        const isPast = startedAtMs !== null && fromMs !== null && nowMs >= fromMs + WEEK_MS;
        const isNow = startedAtMs !== null && fromMs !== null && nowMs >= fromMs && !isPast;
        return { key: String(index), dateText: `第 ${week} 周`, title: text, state: isPast ? 'past' : isNow ? 'now' : 'next' } as const;
      })} />
    </View>
  );
}

/** What it takes besides money. */
export function BudgetPart({ project: { plan } }: PartProps) {
  if (plan.budget.length === 0) return null;
  return (
    <View>
      <SectionHead title="要多少东西和人" note="不写钱" />
      <KeyValue figures rows={plan.budget.map((line) => ({ label: NEED_KIND_LABEL[line.kind], value: budgetWords(line) }))} />
    </View>
  );
}

/** Offers that take part, and others that would suit. */
export function PartnersPart({ project: { partners, may } }: PartProps) {
  return (
    <View>
      <SectionHead title="谁能一起" />
      {partners.length === 0 && <View className="u-sub">还没有登记这一类资源的。请商户、单位登记一份，或者写进社区互助。</View>}
      <View className="u-stack">
        {partners.map(({ supply, suits, why, isChosen }) => (
          <Card key={supply.supplyId} tone={isChosen ? 'green' : 'card'}>
            <View className="u-row u-between u-gap2"><View className="u-mid u-bold u-grow u-break">{supply.title}</View>{isChosen && <Tag tone="green" icon="check">一起办</Tag>}</View>
            <View className="u-sub u-mt1">{supply.partyName} · {SUPPLY_PARTY_LABEL[supply.partyKind]}，每周 {supply.capacityPerWeek} 次</View>
            <View className="u-cap u-mt1">{suits > 0 ? `合适其中 ${suits} 件：${why}` : '眼下没有合适的了'}</View>
          </Card>
        ))}
      </View>
      {may.edit && partners.length > 0 && <View className="u-cap u-mt2">请谁一起，在“改计划”里勾。</View>}
    </View>
  );
}

/** The first activity, and the ways to make the project happen. */
export function ActivityPart({ project, onDraftActivity, onPropose }: PartProps & { readonly onDraftActivity: () => void; readonly onPropose: () => void }) {
  const { plan, may } = project;
  return (
    <View>
      <SectionHead title="第一次活动" />
      <Card><View className="u-mid u-bold u-break">{plan.activity.title}</View><View className="u-cap u-mt1">{ACTIVITY_KIND_LABEL[plan.activity.kind]}</View><View className="u-body u-mt2 u-break">{plan.activity.story}</View></Card>
      <View className="u-stack u-mt3">
        {may.draftActivity && <LinkRow icon="calendar" note="写好的带过去，再改再发" onClick={onDraftActivity}>起草这次活动</LinkRow>}
        {may.propose && <LinkRow icon="users" note="等人帮的心愿带过去，缺的请邻居一起凑" onClick={onPropose}>发起社区互助</LinkRow>}
      </View>
    </View>
  );
}

const NEEDS_FOLDED = 6;

/** The needs one by one, as they stand now. */
export function NeedsPart({ project: { needs } }: PartProps) {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? needs : needs.slice(0, NEEDS_FOLDED);
  return (
    <View>
      <SectionHead title="里面的心愿" count={needs.length} />
      {shown.map((need) => {
        const isLink = need.title !== '';
        return <LinkRow key={need.wishId} note={need.areaName} right={<Tag tone={need.state === 'met' ? 'green' : need.state === 'taken' ? 'blue' : need.state === 'gone' ? 'plain' : 'accent'}>{needStateWords(need)}</Tag>} {...(isLink ? { onClick: () => void openPage('wishDetail', { wishId: need.wishId }) } : {})}>{needTitle(need)}</LinkRow>;
      })}
      {needs.length > NEEDS_FOLDED && <View className="u-links"><Button kind="text" size="small" onClick={() => setOpen(!isOpen)}>{isOpen ? '收起' : `看全部 ${needs.length} 件`}</Button></View>}
    </View>
  );
}
