import { useState } from 'react';
import { View } from '@tarojs/components';
import type { BundledNeedView, NeedBundleView, NeedPlanView } from '@contract';
import { Button } from '@/components/button/button';
import { CheckRow } from '@/components/check-row/check-row';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { Sheet } from '@/components/sheet/sheet';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { toast } from '@/lib/toast';
import { useApiQuery } from '@/lib/use-api';
import { bundleTitle, needTitle, placesWords, sizeWords, unplacedWords, withSamePeople } from './plan-words';
import type { PlanCommands } from './use-plan-commands';

interface BundleSheetProps {
  readonly plan: NeedPlanView;
  /** Null: needs that are in no bundle. */
  readonly bundle: NeedBundleView | null;
  readonly nameOf: (areaId: string) => string;
  readonly commands: PlanCommands;
  readonly onClose: () => void;
}

/** One bundle opened: its needs, and what may be done with it by thumb. */
export function BundleSheet(props: BundleSheetProps) {
  const { plan, bundle, commands, onClose } = props;
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [target, setTarget] = useState<'merge' | 'move' | null>(null);
  const query = useApiQuery('needPlan.needs', { planId: plan.planId, bundleId: bundle?.bundleId ?? null });
  const needs = query.data?.items ?? [];
  const close = (): void => { commands.clear(); onClose(); };
  const pick = (wishIds: readonly string[]): void => { commands.clear(); setPicked(wishIds); };
  if (target !== null) return <TargetSheet {...props} picked={picked} needs={needs} kind={target} onBack={() => { commands.clear(); setTarget(null); }} />;
  const mayAdjust = plan.may.adjust && (bundle === null || bundle.mayAdjust);
  const action = mayAdjust ? <Actions {...props} picked={picked} onPickTarget={setTarget} /> : undefined;
  return (
    <Sheet isOpen title={bundle === null ? '没放进哪一组的' : bundleTitle(bundle)} onClose={close} {...(action === undefined ? {} : { action })}>
      {bundle === null ? plan.unplaced.map((line) => { const { title, note } = unplacedWords(line, plan.sizeMin); return <View key={`${line.category}-${line.reason}`} className="u-mt1"><View className="u-mid u-bold">{title}</View><View className="u-cap">{note}</View></View>; }) : <View className="u-sub">{sizeWords(bundle)}。不写是谁的。</View>}
      {plan.may.adjust && !mayAdjust && <View className="u-sub u-mt1">这一组没有您小区的邻居，由社区来调。</View>}
      {query.isLoading && <SkeletonList kind="row" count={4} />}
      {query.failure !== null && <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />}
      <PlaceChips needs={needs} picked={picked} canPick={mayAdjust} onPick={pick} />
      <NeedRows needs={needs} picked={picked} canPick={mayAdjust} onPick={pick} />
      {query.data !== undefined && query.data.total > needs.length && <View className="u-cap u-mt2">还有 {query.data.total - needs.length} 件没列出来，先挪走一些再看。</View>}
    </Sheet>
  );
}

interface PickProps {
  readonly needs: readonly BundledNeedView[];
  readonly picked: readonly string[];
  readonly canPick: boolean;
  readonly onPick: (wishIds: readonly string[]) => void;
}

/** All of one 小区 by one tap. */
function PlaceChips({ needs, picked, canPick, onPick }: PickProps) {
  const places = [...new Map(needs.map(({ areaId, areaName }) => [areaId, areaName]))];
  if (!canPick || places.length < 2) return null;
  const idsAt = (areaId: string): readonly string[] => needs.filter((need) => need.areaId === areaId).map(({ wishId }) => wishId);
  const toggle = (areaId: string): void => {
    const here = idsAt(areaId);
    const isAll = here.every((wishId) => picked.includes(wishId));
    onPick(isAll ? picked.filter((wishId) => !here.includes(wishId)) : [...new Set([...picked, ...here])]);
  };
  return <View className="u-mt3"><ChipRow>{places.map(([areaId, name]) => <Chip key={areaId} kind="filter" on={idsAt(areaId).every((wishId) => picked.includes(wishId))} onClick={() => toggle(areaId)}>{name}的</Chip>)}</ChipRow></View>;
}

function NeedRows({ needs, picked, canPick, onPick }: PickProps) {
  const same = withSamePeople(needs, picked);
  return (
    <View className="u-mt2">
      {same !== null && <View className="u-links"><Button kind="text" size="small" onClick={() => onPick(same)}>连同这几位的另外 {same.length - picked.length} 件</Button></View>}
      {needs.map((need) => (
        <CheckRow key={need.wishId} checked={picked.includes(need.wishId)} disabled={!canPick} note={need.areaName} onChange={(isOn) => onPick(isOn ? [...picked, need.wishId] : picked.filter((wishId) => wishId !== need.wishId))}>{needTitle(need)}</CheckRow>
      ))}
    </View>
  );
}

interface ActionsProps extends BundleSheetProps {
  readonly picked: readonly string[];
  readonly onPickTarget: (kind: 'merge' | 'move') => void;
}

/** With something picked: move or split it off; with nothing: the whole bundle. */
function Actions({ plan, bundle, commands, picked, onPickTarget, onClose }: ActionsProps) {
  const { planId, version: seenVersion } = plan;
  const split = async (wishIds: readonly string[] | null): Promise<void> => {
    if (bundle !== null && (await commands.split({ planId, seenVersion, bundleId: bundle.bundleId, wishIds: wishIds === null ? null : [...wishIds] }))) { toast('拆成两组了'); onClose(); }
  };
  const failure = commands.failure === null ? null : <View className="u-sub u-accent">{commands.failure.message}</View>;
  if (picked.length > 0) {
    return (
      <View className="u-stack">
        {failure}
        <Button onClick={() => onPickTarget('move')}>挪这 {picked.length} 件到…</Button>
        {bundle !== null && <Button kind="secondary" busy={commands.isBusy} onClick={() => split(picked)}>拆成单独一组</Button>}
      </View>
    );
  }
  if (bundle === null) return <View className="u-sub">点几件，挪进一组。</View>;
  return (
    <View className="u-stack">
      {failure}
      <Button kind="secondary" onClick={() => onPickTarget('merge')}>和另一组并起来</Button>
      <Button kind="secondary" busy={commands.isBusy} onClick={() => split(null)}>按远近拆成两组</Button>
    </View>
  );
}

interface TargetSheetProps extends BundleSheetProps {
  readonly picked: readonly string[];
  readonly needs: readonly BundledNeedView[];
  readonly kind: 'merge' | 'move';
  readonly onBack: () => void;
}

/** Which bundle it goes to: those of the same kind. */
function TargetSheet({ plan, bundle, nameOf, commands, picked, needs, kind, onBack, onClose }: TargetSheetProps) {
  const { planId, version: seenVersion } = plan;
  const kinds = new Set(kind === 'merge' ? [bundle?.category] : needs.filter(({ wishId }) => picked.includes(wishId)).map(({ category }) => category));
  const targets = plan.bundles.filter((other) => other.bundleId !== bundle?.bundleId && kinds.has(other.category));
  const send = async (toBundleId: number): Promise<void> => {
    const isDone = kind === 'merge' && bundle !== null ? await commands.merge({ planId, seenVersion, bundleIds: [toBundleId, bundle.bundleId] }) : await commands.move({ planId, seenVersion, wishIds: [...picked], toBundleId });
    if (isDone) { toast(kind === 'merge' ? '并好了' : '挪好了'); onClose(); }
  };
  return (
    <Sheet isOpen title={kind === 'merge' ? '和哪一组并？' : `挪 ${picked.length} 件到哪一组？`} onClose={onBack}>
      {commands.failure !== null && <View className="u-sub u-accent">{commands.failure.message}</View>}
      {kinds.size > 1 && <View className="u-body">选的几件不是一类，一次挪一类。</View>}
      {kinds.size <= 1 && targets.length === 0 && <View className="u-body">没有同一类的另一组。</View>}
      {kinds.size <= 1 && targets.map((other) => <LinkRow key={other.bundleId} note={placesWords(other, nameOf)} onClick={() => send(other.bundleId)}>{bundleTitle(other)}，{other.personCount} 人</LinkRow>)}
    </Sheet>
  );
}
