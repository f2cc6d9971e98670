import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { WISH_CATEGORIES, WISH_CATEGORY_LABEL, type MeView, type NeedPlanView, type WishCategory } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { Sheet } from '@/components/sheet/sheet';
import { SkeletonDetail, SkeletonList } from '@/components/skeleton/skeleton';
import { formatDate } from '@/lib/format';
import { openPage, replacePage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useLargeType } from '@/lib/settings';
import { toast } from '@/lib/toast';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { useListPage } from '@/lib/use-list-page';
import { BundleCard } from './bundle-card';
import { BundleMap } from './bundle-map';
import { BundleSheet } from './bundle-sheet';
import { PLAN_STALE, PROJECT_STALE } from './need-stale';
import { lastStepWords, planWords, unplacedWords } from './plan-words';
import { type PlannedCommunity, worksAsStaff } from './planned-community';
import { StartForm } from './start-form';
import { usePlanCommands } from './use-plan-commands';

const TITLE = '需求打包';
const READING_MS = 1_500;

/** The latest bundling of the reader's community, or one that a notice names. */
export function PlanScreen({ me, planId, community }: { me: MeView; planId: string; community: PlannedCommunity }) {
  const query = useApiQuery('needPlan.get', planId === '' ? { communityId: community.communityId } : { planId });
  useListPage({ refresh: query.refresh });
  const { refresh } = query;
  const plan = query.data?.plan ?? null;
  const isReading = plan?.state === 'reading';
  useEffect(() => {
    if (!isReading) return undefined;
    const timer = setInterval(() => void refresh(), READING_MS);
    return () => clearInterval(timer);
  }, [isReading, refresh]);
  if (query.data === undefined) return <Screen title={TITLE}>{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />}</Screen>;
  if (isReading) return <Screen title={TITLE}><Notice tone="info">正在读心愿、分组，几秒钟就好。</Notice><SkeletonList kind="row" count={4} /></Screen>;
  if (plan?.state === 'draft') return <Draft plan={plan} />;
  return <NoDraft me={me} community={community} last={plan} />;
}

/** Nothing is being adjusted: staff may begin, others see what there is. */
function NoDraft({ me, community, last }: { me: MeView; community: PlannedCommunity; last: NeedPlanView | null }) {
  const note = last?.state === 'confirmed' ? `${formatDate(last.startedAtMs, serverNowMs())}打的包定下来了，组都成了项目。` : undefined;
  if (worksAsStaff(me)) return <StartForm community={community} {...(note === undefined ? {} : { note })} />;
  return (
    <Screen title={TITLE}>
      <EmptyState scene="basket" title="眼下没有在调整的" note="社区打包以后，会请您一起看看怎么分更合适。" action={<Button kind="secondary" onClick={() => openPage('needProjects')}>看社区的项目</Button>} />
    </Screen>
  );
}

function Draft({ plan }: { plan: NeedPlanView }) {
  const [kind, setKind] = useState<WishCategory | null>(null);
  const [opened, setOpened] = useState<number | 'none' | null>(null);
  const isLarge = useLargeType();
  const commands = usePlanCommands(plan.planId);
  const nameOf = (areaId: string): string => plan.places.find((place) => place.areaId === areaId)?.name ?? plan.communityName;
  const kinds = WISH_CATEGORIES.filter((category) => plan.bundles.some((bundle) => bundle.category === category));
  const shown = plan.bundles.filter(({ category }) => kind === null || category === kind);
  const bundle = plan.bundles.find(({ bundleId }) => bundleId === opened) ?? null;
  return (
    <Screen title={TITLE} bottom={<PlanBar plan={plan} />}>
      <View className="u-h3">{planWords(plan)}</View>
      <View className="u-sub u-mt1">{plan.communityName}，每组 {plan.sizeMin}–{plan.sizeMax} 人。{plan.bundles.length > 0 && '点一组，能并、能拆、能挪；'}不写是谁。</View>
      <LastStep plan={plan} />
      {kinds.length > 1 && <View className="u-mt3"><ChipRow edge><Chip kind="filter" on={kind === null} onClick={() => setKind(null)}>全部</Chip>{kinds.map((category) => <Chip key={category} kind="filter" on={kind === category} onClick={() => setKind(category)}>{WISH_CATEGORY_LABEL[category]}</Chip>)}</ChipRow></View>}
      {!isLarge && shown.length > 0 && <View className="u-mt3"><BundleMap plan={plan} bundles={shown} onOpen={setOpened} /><View className="u-cap u-mt2">圆越大人越多。是画的图，只标到小区。</View></View>}
      {plan.bundles.length === 0 && <EmptyState scene="basket" title="还没有一组够人" note={`每组至少 ${plan.sizeMin} 人。现在的先列在下面，一件一件办；等心愿多了再打包。`} />}
      {shown.length > 0 && <SectionHead title="一组一组看" count={shown.length} />}
      <View className="u-stack">{shown.map((one) => <BundleCard key={one.bundleId} bundle={one} nameOf={nameOf} onOpen={() => setOpened(one.bundleId)} />)}</View>
      <Unplaced plan={plan} onOpen={() => setOpened('none')} />
      {opened === 'none' && <BundleSheet plan={plan} bundle={null} nameOf={nameOf} commands={commands} onClose={() => setOpened(null)} />}
      {bundle !== null && <BundleSheet key={bundle.bundleId} plan={plan} bundle={bundle} nameOf={nameOf} commands={commands} onClose={() => setOpened(null)} />}
    </Screen>
  );
}

/** Whoever took the last step, and the way back. */
function LastStep({ plan }: { plan: NeedPlanView }) {
  const undo = useApiCommand('needPlan.undo', { about: plan.planId, invalidates: PLAN_STALE, onDone: () => toast('退回去了') });
  if (plan.lastStep === null) return undo.failure === null ? null : <View className="u-mt3"><Notice tone="warn">{undo.failure.message}</Notice></View>;
  return (
    <View className="u-mt3">
      <Notice tone="info">{lastStepWords(plan.lastStep)}。{undo.failure === null ? '' : undo.failure.message}</Notice>
      {plan.may.undo && <View className="u-links"><Button kind="text" size="small" busy={undo.isBusy} onClick={() => undo.run({ planId: plan.planId, seenVersion: plan.version })}>退回这一步</Button></View>}
    </View>
  );
}

function Unplaced({ plan, onOpen }: { plan: NeedPlanView; onOpen: () => void }) {
  if (plan.unplaced.length === 0) return null;
  return (
    <View>
      <SectionHead title="没放进哪一组的" note="小名单" />
      {plan.unplaced.map((line) => { const { title, note } = unplacedWords(line, plan.sizeMin); return <LinkRow key={`${line.category}-${line.reason}`} note={note} onClick={onOpen}>{title}</LinkRow>; })}
    </View>
  );
}

/** 定下来: whoever confirms is the owner of the projects. Group owners see who does. */
function PlanBar({ plan }: { plan: NeedPlanView }) {
  const [isAsking, setAsking] = useState(false);
  const confirm = useApiCommand('needPlan.confirm', { about: plan.planId, invalidates: PROJECT_STALE, onDone: () => { toast('定下来了'); void replacePage('needProjects'); } });
  const drop = useApiCommand('needPlan.drop', { about: plan.planId, invalidates: PLAN_STALE, onDone: () => toast('放弃了，随时可以再打包') });
  if (!plan.may.drop) return <BottomBar note="调整好了，由社区工作人员定下来"><Button kind="secondary" onClick={() => openPage('needProjects')}>看社区的项目</Button></BottomBar>;
  const { planId, version: seenVersion } = plan;
  return (
    <>
      <BottomBar failure={drop.failure} aside={<Button kind="text" size="small" busy={drop.isBusy} onClick={() => drop.run({ planId })}>放弃</Button>}>
        <Button disabled={!plan.may.confirm} reason="还没有一组够人" onClick={() => setAsking(true)}>定下来，成 {plan.bundles.length} 个项目</Button>
      </BottomBar>
      <Sheet isOpen={isAsking} title={`定下来，成 ${plan.bundles.length} 个项目？`} onClose={() => { confirm.clear(); setAsking(false); }} action={<Button kind="green" busy={confirm.isBusy} busyText="正在建项目…" onClick={() => confirm.run({ planId, seenVersion })}>定下来</Button>}>
        <View className="u-body">每组成一个项目，先由您负责，同事可以接过去。每个项目都有一份写好的计划草稿，两周里看一看、改一改。定下来以后，组就不能再并再拆了。</View>
        {confirm.failure !== null && <View className="u-sub u-accent u-mt3">{confirm.failure.message}</View>}
      </Sheet>
    </>
  );
}
