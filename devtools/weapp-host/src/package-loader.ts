import type { WeappHandle } from './handle'
import type { LogicLayer } from './logic-layer'
import type { ScriptFiles, SubPackage, WeappPackage } from './weapp-package'

/** Fetches a sub-package when one of its pages is first opened, or earlier if app.json says so (preloadRule). */
export class PackageLoader {
  private readonly loading = new Map<string, Promise<void>>()

  constructor(
    private readonly pkg: WeappPackage,
    private readonly logic: LogicLayer,
    private readonly handle: WeappHandle,
  ) {}

  ownerOf(route: string): SubPackage | undefined {
    return this.pkg.subPackages.find(({ pages }) => pages.includes(route))
  }

  hasRoute(route: string): boolean {
    return this.pkg.app.pages.includes(route) || this.ownerOf(route) !== undefined
  }

  /** Resolves once the scripts a page needs are there. */
  ensure(route: string): Promise<void> {
    const owner = this.ownerOf(route)
    return owner ? this.fetchPackage(owner.root) : Promise.resolve()
  }

  preloadFor(route: string): void {
    for (const name of this.pkg.app.preloadRule?.[route]?.packages ?? []) {
      const owner = this.pkg.subPackages.find(({ root }) => root === name.replace(/^\/+|\/+$/g, ''))
      if (owner) void this.fetchPackage(owner.root)
    }
  }

  private fetchPackage(root: string): Promise<void> {
    const known = this.loading.get(root)
    if (known) return known
    const started = fetch(`packages/${root}`)
      .then((response) => {
        if (!response.ok) throw new Error(`sub-package ${root} could not be loaded (${response.status})`)
        return response.json() as Promise<ScriptFiles>
      })
      .then((scripts) => {
        this.logic.addScripts(scripts)
        this.handle.loadedPackages.push(root)
      })
    this.loading.set(root, started)
    return started
  }
}
