import type { WeappHandle } from './handle';
import type { LogicLayer } from './logic-layer';
import type { ScriptFiles, SubPackage, WeappPackage } from './weapp-package';

/** Fetches a sub-package when one of its pages is first opened, or earlier if app.json says so (preloadRule). */
export class PackageLoader {
  private readonly loading = new Map<string, Promise<void>>();

  constructor(
    private readonly pkg: WeappPackage,
    private readonly logic: LogicLayer,
    private readonly handle: WeappHandle,
    /** Runs app.js once. An independent sub-package runs without it, until a page elsewhere is opened. */
    private readonly startApp: () => void,
  ) {}

  ownerOf(route: string): SubPackage | undefined {
    return this.pkg.subPackages.find(({ pages }) => pages.includes(route));
  }

  hasRoute(route: string): boolean {
    return this.pkg.app.pages.includes(route) || this.ownerOf(route) !== undefined;
  }

  /** Resolves once what a page needs is there: the program itself has started and its package is loaded. */
  async ensure(route: string): Promise<void> {
    const owner = this.ownerOf(route);
    if (!owner?.independent) this.startApp();
    if (owner) await this.fetchPackage(owner.root);
  }

  preloadFor(route: string): void {
    for (const name of this.pkg.app.preloadRule?.[route]?.packages ?? []) {
      const owner = this.pkg.subPackages.find(({ root }) => root === name.replace(/^\/+|\/+$/g, ''));
      if (owner) void this.fetchPackage(owner.root);
    }
  }

  private fetchPackage(root: string): Promise<void> {
    const known = this.loading.get(root);
    if (known) return known;
    const started = fetch(`packages/${root}`)
      .then((response) => {
        if (!response.ok) throw new Error(`sub-package ${root} could not be loaded (${response.status})`);
        return response.json() as Promise<ScriptFiles>;
      })
      .then((scripts) => {
        this.logic.addScripts(scripts);
        this.handle.loadedPackages.push(root);
      });
    this.loading.set(root, started);
    return started;
  }
}
