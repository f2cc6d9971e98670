import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';

/** The part of a failed call this needs; `ApiFailure` of src/lib fits. */
export interface ShownFailure {
  readonly kind: 'offline' | 'refused' | 'broken';
  readonly message: string;
  readonly isRetryable: boolean;
}

export interface ErrorStateProps {
  failure?: ShownFailure | null;
  /** Instead of the usual words for this kind of failure. */
  title?: string;
  note?: string;
  /** What is kept on this phone, in a sentence. */
  kept?: string;
  onRetry?: () => unknown;
  link?: { text: string; onClick: () => void };
}

const TITLES: Readonly<Record<ShownFailure['kind'], string>> = {
  offline: '网断了，没取到',
  refused: '这里看不了',
  broken: '没取到，不怪您',
};

/** Something went wrong: what happened, what is kept, what to do. A refusal that retrying cannot change offers no retry. */
export function ErrorState({ failure, title, note, kept, onRetry, link }: ErrorStateProps) {
  const kind = failure?.kind ?? 'broken';
  // Off line the title has said what happened; what is kept and what to do is all that is left to say.
  const told = kind === 'offline' ? '连上网再试一次就好。' : failure?.message;
  const words = [note ?? told ?? '过一会儿再试试。', kept === undefined ? undefined : `${kept}。`].filter((sentence) => sentence !== undefined).join('');
  const canRetry = onRetry !== undefined && (failure === undefined || failure === null || failure.isRetryable);
  return (
    <EmptyState
      scene={kind === 'refused' ? 'basket' : 'offline'}
      title={title ?? TITLES[kind]}
      note={words}
      action={canRetry ? <Button icon="refresh" onClick={onRetry}>再试一次</Button> : undefined}
      {...(link === undefined ? {} : { link })}
    />
  );
}
