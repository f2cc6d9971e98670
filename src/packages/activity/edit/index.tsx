import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { View } from '@tarojs/components';
import type { ActivityDetailView, MeView, TeamView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { ActivityFields } from '@/features/activity/activity-fields';
import { checkActivityForm, formOfActivity, newActivityForm, organiserAreas, wordsOf } from '@/features/activity/activity-form';
import { MemberGate } from '@/features/member/member-gate';
import { AudienceChips, type TeamAudience } from '@/features/team/audience-chips';
import { activityDraftKey } from '@/lib/draft-keys';
import { useDraft } from '@/lib/drafts';
import type { FormErrors } from '@/lib/form-errors';
import { goBack, readQuery, replacePage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';

const ORGANISERS = ['administrator', 'staff', 'socialWorker', 'groupOwner'] as const;
const CHANGED = ['activity.get', 'activity.mine', 'activity.queue', 'activity.list', 'shift.get'] as const;

/** 起草活动: what it is first; its times afterwards. */
export default function EditActivityPage() {
  const { params } = useRouter();
  const activityId = readQuery(params, 'id') ?? '';
  const teamId = readQuery(params, 'teamId') ?? '';
  if (activityId !== '') return <MemberGate back="myActivities">{(me) => <EditActivity me={me} activityId={activityId} />}</MemberGate>;
  if (teamId !== '') return <MemberGate back="teams">{() => <TeamActivity teamId={teamId} />}</MemberGate>;
  return <MemberGate back="myActivities" roles={ORGANISERS}>{(me) => <NewActivity areas={placedAt(params) ?? organiserAreas(me)} from={readQuery(params, 'draft') ?? ''} />}</MemberGate>;
}

/** Where whoever leads here says it is to be; the server looks whether the organiser works there. */
function placedAt(params: Parameters<typeof readQuery>[0]): Areas | null {
  const [areaId, name] = [readQuery(params, 'areaId'), readQuery(params, 'areaName')];
  return areaId === undefined || name === undefined ? null : [{ areaId, name }];
}

/** For a team: where the team is; a help team's is always only its own. */
function TeamActivity({ teamId }: { teamId: string }) {
  const query = useApiQuery('team.get', { teamId });
  const team = query.data;
  if (team === undefined) return <Screen title="起草活动">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />}</Screen>;
  if (!team.canManage) return <Screen title="起草活动"><ErrorState title="要由队长或副队长来排" note="想办什么，跟队长说一声。" link={{ text: '看这支队伍', onClick: () => void replacePage('team', { id: teamId }) }} /></Screen>;
  return <NewActivity areas={[{ areaId: team.areaId, name: team.areaName }]} team={team} />;
}

/** The server's names of fields are those of the form behind `words.`. */
const shown = (errors: FormErrors, fields: FormErrors): FormErrors => ({ ...Object.fromEntries(Object.entries(fields).map(([path, sentence]) => [path.replace(/^words\./, '').replace(/\.\d+$/, ''), sentence])), ...errors });

type Areas = ReturnType<typeof organiserAreas>;

const nextNote = (team: TeamView | null): string => (team?.kind === 'help' ? '下一步排时间。只有组里的人看得到' : '下一步排时间。社区看过以后，邻居才看得到');

/** `from`: a project that wrote it already. */
function NewActivity({ areas, team = null, from = '' }: { areas: Areas; team?: TeamView | null; from?: string }) {
  const [audience, setAudience] = useState<TeamAudience>('teamFirst');
  const [empty] = useState(() => newActivityForm(areas[0]?.areaId ?? ''));
  const draft = useDraft(activityDraftKey(team?.teamId ?? from), empty);
  const [errors, setErrors] = useState<FormErrors>({});
  const create = useApiCommand('activity.create', { invalidates: CHANGED, onDone: ({ activityId }) => { draft.clear(); void replacePage('activity', { id: activityId }); } });
  if (areas.length === 0) return <Screen title="起草活动"><ErrorState title="您还没有负责的社区" note="活动要办在一个社区里。请社区给您开通那里的身份。" /></Screen>;
  const submit = (): void => {
    const found = checkActivityForm(draft.value);
    setErrors(found);
    if (Object.keys(found).length === 0) void create.run({ areaId: draft.value.areaId, words: wordsOf(draft.value), team: team === null ? null : { teamId: team.teamId, audience } });
  };
  const failure = Object.keys(errors).length > 0 ? { message: '还有几处要补，看看上面红色的字。' } : create.failure;
  return (
    <Screen title="起草活动" bottom={<BottomBar failure={failure} note={nextNote(team)}><Button busy={create.isBusy} busyText="正在记下…" onClick={submit}>下一步，排时间</Button></BottomBar>}>
      {team !== null && <View className="u-sub">{team.name}</View>}
      {team !== null && team.kind !== 'help' && <View className="u-mt3"><AudienceChips value={audience} onChange={setAudience} /></View>}
      <View className={team === null ? '' : 'u-mt5'}><ActivityFields value={draft.value} errors={shown(errors, create.fields)} areas={areas} onChange={(patch) => { setErrors({}); create.clear(); draft.change(patch); }} /></View>
    </Screen>
  );
}

function EditActivity({ me, activityId }: { me: MeView; activityId: string }) {
  const query = useApiQuery('activity.get', { activityId });
  if (query.data === undefined) return <Screen title="改活动">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />}</Screen>;
  if (!query.data.canEdit) return <Screen title="改活动"><ErrorState title="现在改不了" note="这个活动在审核、办完了，或者由别人在管。" link={{ text: '看这个活动', onClick: () => void replacePage('activity', { id: activityId }) }} /></Screen>;
  return <Edit me={me} activity={query.data} />;
}

function Edit({ me, activity }: { me: MeView; activity: ActivityDetailView }) {
  const [empty] = useState(() => formOfActivity(activity));
  const draft = useDraft(`activity.${activity.activityId}.${activity.updatedAtMs}`, empty);
  const [errors, setErrors] = useState<FormErrors>({});
  const update = useApiCommand('activity.update', { about: activity.activityId, invalidates: CHANGED, onDone: () => { draft.clear(); void goBack(); } });
  const save = (): void => {
    const found = checkActivityForm(draft.value);
    setErrors(found);
    if (Object.keys(found).length === 0) void update.run({ activityId: activity.activityId, words: wordsOf(draft.value) });
  };
  const failure = Object.keys(errors).length > 0 ? { message: '还有几处要补，看看上面红色的字。' } : update.failure;
  return (
    <Screen title="改活动" bottom={<BottomBar failure={failure}><Button busy={update.isBusy} busyText="正在存…" onClick={save}>存好</Button></BottomBar>}>
      <ActivityFields value={draft.value} errors={shown(errors, update.fields)} areas={organiserAreas(me).filter(({ areaId }) => areaId === activity.areaId)} onChange={(patch) => { setErrors({}); update.clear(); draft.change(patch); }} />
    </Screen>
  );
}
