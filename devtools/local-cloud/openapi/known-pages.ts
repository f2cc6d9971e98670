/** The pages of the mini-program as it was built last: codes and messages may lead only there. */
import { readFileSync, statSync } from 'node:fs';

interface AppConfiguration {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

const pagesOf = ({ pages, subPackages = [] }: AppConfiguration): readonly string[] => [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root.replace(/\/$/, '')}/${page}`))];

export class KnownPages {
  private readAtMs = -1;
  private pages: readonly string[] | undefined;

  /** `appJson`: the app.json of the build. Where there is none, or it cannot be read, every page counts as known. */
  constructor(private readonly appJson: string) {}

  has(page: string): boolean {
    return this.current()?.includes(page) ?? true;
  }

  /** The first page: where a code without `page` leads. */
  get home(): string {
    return this.current()?.[0] ?? 'pages/home/index';
  }

  private current(): readonly string[] | undefined {
    const changedAtMs = statSync(this.appJson, { throwIfNoEntry: false })?.mtimeMs ?? -1;
    if (changedAtMs === this.readAtMs) return this.pages;
    this.readAtMs = changedAtMs;
    this.pages = changedAtMs < 0 ? undefined : this.read();
    return this.pages;
  }

  private read(): readonly string[] | undefined {
    try {
      return pagesOf(JSON.parse(readFileSync(this.appJson, 'utf8')) as AppConfiguration);
    } catch {
      // A build that is being written right now.
      return undefined;
    }
  }
}
