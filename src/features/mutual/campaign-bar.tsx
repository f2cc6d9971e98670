import { useState } from 'react';
import type { CampaignView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { IconButton } from '@/components/icon-button/icon-button';
import { openPage } from '@/lib/pages';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { CAMPAIGN_STALE } from './campaign-stale';
import { WordsSheet } from '@/components/words-sheet/words-sheet';

/** The one act of the page: staff decide, whoever proposed it goes on writing, everybody else gives. */
export function CampaignBar({ campaign }: { campaign: CampaignView }) {
  const { may } = campaign;
  if (may.decide) return <DecideBar campaign={campaign} />;
  if (may.submit || may.edit) return <DraftBar campaign={campaign} />;
  return <GiveBar campaign={campaign} />;
}

const isClosed = ({ state }: CampaignView): boolean => state !== 'open' && state !== 'counting' && state !== 'succeeded';

function GiveBar({ campaign }: { campaign: CampaignView }) {
  const { campaignId, may, minimumFen, state } = campaign;
  const share = <IconButton icon="share" label="转给群" showLabel openType="share" />;
  if (isClosed(campaign)) return null;
  if (minimumFen === null) return <BottomBar><Button kind="secondary" icon="share" openType="share">转给群</Button></BottomBar>;
  if (may.give) return <BottomBar aside={share}><Button kind="green" onClick={() => openPage('giveCampaign', { id: campaignId })}>出一份</Button></BottomBar>;
  if (state !== 'open' || may.giveRefusal === null) return <BottomBar><Button kind="secondary" icon="share" openType="share">转给群</Button></BottomBar>;
  return <BottomBar aside={share} note={may.giveRefusal}><Button kind="green" disabled reason="现在不收钱">出一份</Button></BottomBar>;
}

function DraftBar({ campaign }: { campaign: CampaignView }) {
  const { campaignId, may } = campaign;
  const submit = useApiCommand('mutual.submit', { about: campaignId, invalidates: CAMPAIGN_STALE, onDone: () => toast('交给社区了，一般一个工作日里有回音') });
  const edit = may.edit ? <Button kind="text" size="small" icon="edit" onClick={() => openPage('editCampaign', { id: campaignId })}>改内容</Button> : undefined;
  if (!may.submit) return <BottomBar><Button kind="secondary" icon="edit" onClick={() => openPage('editCampaign', { id: campaignId })}>改内容</Button></BottomBar>;
  return <BottomBar failure={submit.failure} aside={edit}><Button busy={submit.isBusy} busyText="正在交…" onClick={() => submit.run({ campaignId })}>写好了，交给社区看</Button></BottomBar>;
}

function DecideBar({ campaign }: { campaign: CampaignView }) {
  const { campaignId } = campaign;
  const [asked, setAsked] = useState<'ask' | 'refuse' | null>(null);
  const approve = useApiCommand('mutual.decide', { about: `${campaignId}:approve`, invalidates: CAMPAIGN_STALE, onDone: ({ state }) => toast(state === 'publicity' ? '通过了，先公示' : '通过了，邻居看得到了') });
  const say = useApiCommand('mutual.decide', { about: `${campaignId}:${asked ?? ''}`, invalidates: CAMPAIGN_STALE, onDone: () => { toast('写的话 TA 看得到了'); setAsked(null); } });
  const send = (note: string): unknown => asked !== null && say.run({ campaignId, decision: { kind: asked, note } });
  return (
    <>
      <BottomBar failure={approve.failure} note="四件事、预算和凭据都看过，再通过" aside={<><Button kind="text" size="small" onClick={() => setAsked('ask')}>请 TA 补</Button><Button kind="text" size="small" onClick={() => setAsked('refuse')}>不通过</Button></>}>
        <Button kind="green" busy={approve.isBusy} busyText="正在通过…" onClick={() => approve.run({ campaignId, decision: { kind: 'approve' } })}>通过</Button>
      </BottomBar>
      <WordsSheet isOpen={asked !== null} title={asked === 'refuse' ? '为什么不通过？' : '请 TA 补什么？'} placeholder={asked === 'refuse' ? '比如：这是物业该修的，已经转给物业' : '比如：请把三家报价的照片传上来'} actionText={asked === 'refuse' ? '不通过，告诉 TA' : '退回去补'} busyText="正在告诉 TA…" command={say} field="decision.note" onClose={() => setAsked(null)} onSend={send} />
    </>
  );
}
