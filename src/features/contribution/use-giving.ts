import { useRef, useState } from 'react';
import type { ContributionView } from '@contract';
import { type ApiFailure, isDefinitive, toApiFailure } from '@/lib/api-failure';
import { callApi } from '@/lib/call-api';
import { type Draft, useDraft } from '@/lib/drafts';
import { parseYuan } from '@/lib/format';
import { makeOperationId } from '@/lib/operation-id';
import { pay, type PayOutcome } from '@/lib/pay';
import { giftKey, type GiveForm, NEW_GIFT } from './give-form';
import type { GiveTarget } from './give-target';

type GivingTo = Pick<GiveTarget, 'lane' | 'targetId'>;

export interface Giving {
  readonly draft: Draft<GiveForm>;
  readonly isBusy: boolean;
  readonly failure: ApiFailure | null;
  readonly clear: () => void;
  /**
   * Opens the order and then WeChat's cashier. After a lost network or a closed program the same order goes on: its
   * operation id is on the phone until its fate is known. Null when no order came of it (see `failure`).
   */
  readonly give: () => Promise<{ readonly contribution: ContributionView; readonly outcome: PayOutcome } | null>;
}

/** Opens the order: each lane has its own route. */
function order({ lane, targetId }: GivingTo, { amountText, isAnonymous }: GiveForm, operationId: string): Promise<ContributionView> {
  const amountFen = parseYuan(amountText) ?? 0;
  return lane === 'directed' ? callApi('directed.pay', { directedId: targetId, amountFen }, operationId) : callApi('mutual.give', { campaignId: targetId, amountFen, isAnonymous }, operationId);
}

/** Giving money from this phone. */
export function useGiving(to: GivingTo): Giving {
  const draft = useDraft<GiveForm>(giftKey(to.targetId), NEW_GIFT);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const isRunning = useRef(false);

  const give = async (): ReturnType<Giving['give']> => {
    if (isRunning.current || parseYuan(draft.value.amountText) === null) return null;
    isRunning.current = true;
    setBusy(true);
    setFailure(null);
    const operationId = draft.value.operationId === '' ? makeOperationId() : draft.value.operationId;
    draft.change({ operationId });
    try {
      const contribution = await order(to, draft.value, operationId);
      draft.change({ contributionId: contribution.contributionId });
      return { contribution, outcome: contribution.payment === null ? 'unsure' : await pay(contribution.payment) };
    } catch (thrown) {
      const failed = toApiFailure(thrown);
      if (isDefinitive(failed)) draft.change({ operationId: '', contributionId: '' });
      setFailure(failed);
      return null;
    } finally {
      isRunning.current = false;
      setBusy(false);
    }
  };

  return { draft, isBusy, failure, clear: () => setFailure(null), give };
}
