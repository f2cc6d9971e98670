import { useState } from 'react';
import { View } from '@tarojs/components';
import type { CampaignView, CampaignWordsInput } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SkeletonDetail } from '@/components/skeleton/skeleton';
import { withKnownUses } from '@/lib/budget-uses';
import { campaignDraftKey } from '@/lib/draft-keys';
import { type Draft, keepDraft, useDraft } from '@/lib/drafts';
import { type FormErrors, withoutPrefix } from '@/lib/form-errors';
import { goBack, replacePage } from '@/lib/pages';
import { showFirstWrong } from '@/lib/show-first-wrong';
import { useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { useBudgetUses } from '@/lib/use-budget-uses';
import { CampaignFields } from './campaign-fields';
import { type CampaignForm, checkCampaignForm, formOfCampaign, newCampaignForm } from './campaign-form';
import { CAMPAIGN_STALE } from './campaign-stale';

/** Photos of papers are nowhere else to be had again, so the form stays on the phone after it was sent. */
const editKey = (campaignId: string): string => `mutual.edit.${campaignId}`;

/** 提一件事: one page, kept on the phone until it is sent. */
export function NewCampaignScreen({ wishId, from = '' }: { wishId: string; /** A project that wrote it already. */ from?: string }) {
  const [empty] = useState(() => newCampaignForm(wishId));
  const draft = useDraft<CampaignForm>(campaignDraftKey(wishId === '' ? from : wishId), empty);
  const propose = useApiCommand('mutual.propose', {
    about: wishId === '' ? from : wishId,
    invalidates: CAMPAIGN_STALE,
    onDone: ({ campaignId }) => {
      keepDraft(editKey(campaignId), draft.value);
      draft.clear();
      void replacePage('campaign', { id: campaignId });
    },
  });
  return <Editor title="提一件事" draft={draft} command={propose} onSend={(words) => propose.run(words)} actionText="存好，看看样子" note={draft.savedAtMs === null ? '写到一半也会留在手机里' : '草稿在手机里了'} />;
}

/** 改内容: before it is handed in, or when staff asked for more. */
export function EditCampaignScreen({ campaignId }: { campaignId: string }) {
  const query = useApiQuery('mutual.get', { campaignId });
  const campaign = query.data;
  if (campaign === undefined) return <Screen title="改内容">{query.failure === null ? <SkeletonDetail /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '返回', onClick: () => void goBack() }} />}</Screen>;
  if (campaign.audience === 'outsider' || !campaign.may.edit) return <Screen title="改内容"><ErrorState title="现在改不了" note="已经交给社区了，或者不是您提的。" link={{ text: '看这件事', onClick: () => void replacePage('campaign', { id: campaignId }) }} /></Screen>;
  return <Edit campaign={campaign} />;
}

function Edit({ campaign }: { campaign: CampaignView }) {
  const { campaignId } = campaign;
  const [stored] = useState(() => formOfCampaign(campaign));
  const draft = useDraft<CampaignForm>(editKey(campaignId), stored);
  const update = useApiCommand('mutual.update', { about: campaignId, invalidates: CAMPAIGN_STALE, onDone: () => void goBack() });
  const lacksPhotos = draft.savedAtMs === null && (campaign.photoUrls.length > 0 || campaign.ownersVote !== null || campaign.propertyConsent !== null);
  return (
    <Editor
      title="改内容"
      draft={draft}
      command={update}
      onSend={(words) => update.run({ campaignId, words })}
      actionText="存好"
      {...(campaign.note === '' ? {} : { asked: campaign.note })}
      {...(lacksPhotos ? { note: '照片不在这台手机里，请再拍一次' } : {})}
    />
  );
}

interface EditorProps {
  readonly title: string;
  readonly draft: Draft<CampaignForm>;
  readonly command: { readonly isBusy: boolean; readonly failure: { readonly message: string } | null; readonly fields: FormErrors; readonly clear: () => void };
  readonly onSend: (words: CampaignWordsInput) => unknown;
  readonly actionText: string;
  /** What staff asked for. */
  readonly asked?: string;
  readonly note?: string;
}

const isSending = (form: CampaignForm): boolean => [...form.photos, ...form.votePapers, ...form.consentPapers].some(({ fileId }) => fileId === null);

function Editor({ title, draft, command, onSend, actionText, asked, note }: EditorProps) {
  const [errors, setErrors] = useState<FormErrors>({});
  const [hint, setHint] = useState<string | null>(null);
  const uses = useBudgetUses();
  const send = (): void => {
    const checked = checkCampaignForm(withKnownUses(draft.value, uses));
    setErrors(checked.errors ?? {});
    setHint(checked.errors !== null ? '还有几处要补，看看红色的字。' : isSending(draft.value) ? '有照片还没传完。等一下，或者点照片重传。' : null);
    if (checked.errors !== null) showFirstWrong();
    if (checked.words !== null && !isSending(draft.value)) onSend(checked.words);
  };
  const change: Draft<CampaignForm>['change'] = (patch) => {
    setErrors({});
    setHint(null);
    command.clear();
    draft.change(patch);
  };
  return (
    <Screen title={title} bottom={<BottomBar failure={hint === null ? command.failure : { message: hint }} {...(note === undefined ? {} : { note })}><Button busy={command.isBusy} busyText="正在存…" onClick={send}>{actionText}</Button></BottomBar>}>
      {asked !== undefined && <Notice tone="warn" title="社区请您补一补">{asked}</Notice>}
      <View className="u-mt3"><CampaignFields value={draft.value} errors={{ ...withoutPrefix(command.fields, 'words'), ...errors }} uses={uses} onChange={change} /></View>
    </Screen>
  );
}
