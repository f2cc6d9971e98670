import { useState } from 'react';
import type { AreaView } from '@contract';
import { useDraft } from '@/lib/drafts';
import { PRIVACY_VERSION } from '@/lib/privacy';
import { queryClient } from '@/lib/query-client';
import { storeMe } from '@/lib/session';
import { useApiCommand } from '@/lib/use-api-command';
import { isJoinable } from './next-area';

interface JoinDraft {
  hasAgreed: boolean;
  /** Nodes chosen so far, from the district down. */
  path: readonly AreaView[];
  displayName: string;
}

export interface JoinForm extends JoinDraft {
  /** A community or grid was reached. */
  readonly isPlaced: boolean;
  readonly areaName: string;
  readonly nameError: string;
  /** Why the server said no, when it is not about the name. */
  readonly refusal: string;
  readonly isBusy: boolean;
  readonly agree: () => void;
  readonly place: (path: readonly AreaView[]) => void;
  readonly rename: (displayName: string) => void;
  readonly submit: () => void;
}

const EMPTY_DRAFT: JoinDraft = { hasAgreed: false, path: [], displayName: '' };
const NAME_MISSING = '写个称呼，比如“三楼李姐”';

/** The three steps of joining, kept on the phone until they succeed. `onJoined` runs once the community is entered. */
export function useJoinForm(onJoined: () => void): JoinForm {
  const draft = useDraft<JoinDraft>('join', EMPTY_DRAFT);
  const [isNameMissing, setNameMissing] = useState(false);
  const join = useApiCommand('member.join', {
    onDone: (me) => {
      storeMe(me);
      draft.clear();
      // Pages that were refused for want of a community ask again.
      void queryClient.invalidateQueries();
      onJoined();
    },
  });
  const { path, displayName } = draft.value;
  const last = path[path.length - 1];
  const fieldError = join.fields.displayName;
  return {
    ...draft.value,
    isPlaced: last !== undefined && isJoinable(last.level),
    areaName: last?.name ?? '',
    nameError: isNameMissing ? NAME_MISSING : (fieldError ?? ''),
    refusal: join.failure !== null && fieldError === undefined ? join.failure.message : '',
    isBusy: join.isBusy,
    agree: () => draft.change({ hasAgreed: true }),
    place: (next) => draft.change({ path: next }),
    rename: (name) => {
      setNameMissing(false);
      join.clear();
      draft.change({ displayName: name });
    },
    submit: () => {
      const name = displayName.trim();
      setNameMissing(name === '');
      if (name !== '' && last !== undefined) void join.run({ areaId: last.areaId, displayName: name, privacyVersion: PRIVACY_VERSION });
    },
  };
}
