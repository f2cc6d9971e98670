import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { LinkedView, MeView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { LINKED_STALE } from '@/features/linked/check-linked';
import { EMPTY_LINKED_FORM, factsOf, formOf, LinkedFields, missingInLinked, type LinkedForm } from '@/features/linked/linked-fields';
import { MemberGate } from '@/features/member/member-gate';
import { useDraft } from '@/lib/drafts';
import { readQuery, replacePage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';

const STAFF_ROLES = ['administrator', 'staff', 'socialWorker'] as const;

/** Staff enter a campaign or put it right; another one checks it before anybody reads it. */
export default function EditLinkedPage() {
  const linkedId = readQuery(useRouter().params, 'id');
  return <MemberGate back="linkedList" roles={STAFF_ROLES}>{(me) => (linkedId === undefined ? <Enter me={me} /> : <Change linkedId={linkedId} />)}</MemberGate>;
}

function Enter({ me }: { me: MeView }) {
  const areaId = me.roles.find(({ role }) => STAFF_ROLES.some((one) => one === role))?.areaId ?? me.communityId;
  const draft = useDraft(`linked.new.${areaId}`, EMPTY_LINKED_FORM);
  const enter = useApiCommand('linked.enter', { invalidates: LINKED_STALE, onDone: ({ linkedId }) => { draft.clear(); void replacePage('linked', { id: linkedId }); } });
  const send = async (): Promise<void> => {
    const facts = factsOf(draft.value);
    if (facts !== null) await enter.run({ areaId, ...facts });
  };
  return <Form form={draft.value} command={enter} onChange={draft.change} onSend={send} />;
}

function Change({ linkedId }: { linkedId: string }) {
  const query = useApiQuery('linked.get', { linkedId });
  if (query.data === undefined) return <Screen title="公开募捐">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />}</Screen>;
  return <ChangeLoaded campaign={query.data} />;
}

function ChangeLoaded({ campaign }: { campaign: LinkedView }) {
  const { linkedId, version } = campaign;
  const draft = useDraft(`linked.${linkedId}.${String(version)}`, formOf(campaign, campaign.staffLink));
  const update = useApiCommand('linked.update', { about: `${linkedId}.${String(version)}`, invalidates: LINKED_STALE, onDone: () => { draft.clear(); void replacePage('linked', { id: linkedId }); } });
  const send = async (): Promise<void> => {
    const facts = factsOf(draft.value);
    if (facts !== null) await update.run({ linkedId, ...facts });
  };
  return <Form form={draft.value} command={update} onChange={draft.change} onSend={send} />;
}

interface FormProps {
  readonly form: LinkedForm;
  readonly command: { readonly isBusy: boolean; readonly failure: { readonly message: string } | null; readonly fields: Readonly<Record<string, string>> };
  readonly onChange: (patch: Partial<LinkedForm>) => void;
  readonly onSend: () => Promise<void>;
}

function Form({ form, command, onChange, onSend }: FormProps) {
  const missing = missingInLinked(form);
  const failure = Object.keys(command.fields).length > 0 ? { message: '看看上面红色的字。' } : command.failure;
  return (
    <Screen title="登记公开募捐" bottom={<BottomBar failure={failure} note="另一位同事核对以后，邻居才看得到"><Button busy={command.isBusy} busyText="正在交…" disabled={missing !== ''} reason={missing} onClick={onSend}>交给另一位核对</Button></BottomBar>}>
      <View className="u-stack">
        <Notice tone="info" icon="shield">只登记有公开募捐资格的慈善组织、已经备案、已经在指定平台上线的。生病求助的个人不能放在这里。</Notice>
        <LinkedFields form={form} errors={command.fields} onChange={onChange} />
      </View>
    </Screen>
  );
}
