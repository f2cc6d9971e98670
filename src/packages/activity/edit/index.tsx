import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { ActivityDetailView, MeView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { ActivityFields } from '@/features/activity/activity-fields';
import { checkActivityForm, formOfActivity, newActivityForm, organiserAreas, wordsOf } from '@/features/activity/activity-form';
import { MemberGate } from '@/features/member/member-gate';
import { useDraft } from '@/lib/drafts';
import type { FormErrors } from '@/lib/form-errors';
import { goBack, readQuery, replacePage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';

const ORGANISERS = ['administrator', 'staff', 'socialWorker', 'groupOwner'] as const;
const CHANGED = ['activity.get', 'activity.mine', 'activity.queue', 'activity.list', 'shift.get'] as const;

/** 起草活动: what it is first; its times afterwards. */
export default function EditActivityPage() {
  const activityId = readQuery(useRouter().params, 'id') ?? '';
  return <MemberGate back="myActivities" roles={ORGANISERS}>{(me) => (activityId === '' ? <NewActivity me={me} /> : <EditActivity me={me} activityId={activityId} />)}</MemberGate>;
}

/** The server's names of fields are those of the form behind `words.`. */
const shown = (errors: FormErrors, fields: FormErrors): FormErrors => ({ ...Object.fromEntries(Object.entries(fields).map(([path, sentence]) => [path.replace(/^words\./, '').replace(/\.\d+$/, ''), sentence])), ...errors });

function NewActivity({ me }: { me: MeView }) {
  const areas = organiserAreas(me);
  const [empty] = useState(() => newActivityForm(areas[0]?.areaId ?? ''));
  const draft = useDraft('activity.new', empty);
  const [errors, setErrors] = useState<FormErrors>({});
  const create = useApiCommand('activity.create', { invalidates: CHANGED, onDone: ({ activityId }) => { draft.clear(); void replacePage('activity', { id: activityId }); } });
  if (areas.length === 0) return <Screen title="起草活动"><ErrorState title="您还没有负责的社区" note="活动要办在一个社区里。请社区给您开通那里的身份。" /></Screen>;
  const submit = (): void => {
    const found = checkActivityForm(draft.value);
    setErrors(found);
    if (Object.keys(found).length === 0) void create.run({ areaId: draft.value.areaId, words: wordsOf(draft.value) });
  };
  const failure = Object.keys(errors).length > 0 ? { message: '还有几处要补，看看上面红色的字。' } : create.failure;
  return (
    <Screen title="起草活动" bottom={<BottomBar failure={failure} note="下一步排时间。社区看过以后，邻居才看得到"><Button busy={create.isBusy} busyText="正在记下…" onClick={submit}>下一步，排时间</Button></BottomBar>}>
      <ActivityFields value={draft.value} errors={shown(errors, create.fields)} areas={areas} onChange={(patch) => { setErrors({}); create.clear(); draft.change(patch); }} />
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
