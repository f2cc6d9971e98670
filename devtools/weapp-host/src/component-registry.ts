import type { glassEasel } from 'glass-easel-miniprogram-adapter';
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type { DataBridge, DataOwner } from './data-bridge';
import { HostBackend } from './easel-backend';
import type { LogicLayer } from './logic-layer';
import { isEaselEvent, toPlainEvent } from './plain-event';
import { BUILT_IN_TAGS } from './tags';
import type { WeappPackage } from './weapp-package';

type CodeSpace = ReturnType<MiniProgramEnv['createCodeSpace']>
type AssociatedBackend = ReturnType<MiniProgramEnv['associateBackend']>
export type EaselRoot = ReturnType<AssociatedBackend['createRoot']>
type Callable = (this: unknown, ...args: unknown[]) => unknown
type Definition = Record<string, unknown>
type TemplateGroups = Record<string, unknown>

function receivingPlainEvents(handler: Callable): Callable {
  const wrapped: Callable = function handle(this: unknown, ...args) {
    if (isEaselEvent(args[0])) args[0] = toPlainEvent(args[0]);
    return handler.apply(this, args);
  };
  return Object.assign(wrapped, handler);
}

function wrapFunctions(members: Definition): Definition {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name, typeof value === 'function' ? receivingPlainEvents(value as Callable) : value]),
  );
}

function wrapDefinition(definition: Definition): Definition {
  const wrapped = wrapFunctions(definition);
  if (wrapped.methods) wrapped.methods = wrapFunctions(wrapped.methods as Definition);
  return wrapped;
}

/** Registers what Page(), Component() and Behavior() are given with WeChat's component framework, and makes page roots of it. */
export class ComponentRegistry {
  private readonly space: CodeSpace;
  private readonly backend: AssociatedBackend;
  private readonly registered = new Set<string>();

  constructor(
    private readonly pkg: WeappPackage,
    private readonly bridge: DataBridge,
    private readonly routeOf: (component: glassEasel.GeneralComponent) => string,
  ) {
    const env = new MiniProgramEnv();
    this.space = env.createCodeSpace('', true);
    for (const tag of BUILT_IN_TAGS) this.space.getComponentSpace().setGlobalUsingComponent(tag, `wx-${tag}`);
    this.backend = env.associateBackend(new HostBackend());
    const groups = new Function(`return ${pkg.templates}`)() as TemplateGroups;
    for (const [path, config] of Object.entries(pkg.configs)) if (groups[path]) this.addTemplate(path, config, groups);
  }

  private addTemplate(path: string, config: WeappPackage['configs'][string], groups: TemplateGroups): void {
    const usingComponents = { ...this.pkg.app.usingComponents, ...config.usingComponents };
    this.space.addComponentStaticConfig(path, { ...config, styleIsolation: 'shared', usingComponents } as Parameters<CodeSpace['addComponentStaticConfig']>[1]);
    const template = { groupList: groups, content: groups[path], fallbackListenerOnNativeNode: true };
    this.space.addCompiledTemplate(path, template as Parameters<CodeSpace['addCompiledTemplate']>[1]);
  }

  registerPage(path: string, definition: object): void {
    this.space.component(path).pageDefinition(wrapDefinition(definition as Definition)).register();
  }

  registerComponent(path: string, definition: object): void {
    const wrapped = wrapDefinition(definition as Definition);
    const isPage = this.isPage(path);
    if (!isPage) this.connectOnCreation(wrapped, path);
    if (isPage) wrapped.methods ??= {};
    this.space.component(path).definition(wrapped).register();
  }

  registerBehavior(definition: object): unknown {
    return this.space.behavior().definition(wrapDefinition(definition as Definition)).register();
  }

  private isPage(path: string): boolean {
    return this.pkg.app.pages.includes(path) || this.pkg.subPackages.some(({ pages }) => pages.includes(path));
  }

  /** A component's own setData crosses the layers like a page's and is counted beside it. */
  private connectOnCreation(definition: Definition, path: string): void {
    const lifetimes = (definition.lifetimes ?? {}) as Definition;
    const created = (lifetimes.created ?? definition.created) as Callable | undefined;
    const connect = (owner: DataOwner): void => this.bridge.connect(owner, () => `${this.routeOf(owner._$)}#${path.split('/').pop() ?? path}`);
    definition.lifetimes = {
      ...lifetimes,
      created(this: DataOwner) {
        connect(this);
        created?.call(this);
      },
    };
  }

  /** Runs the scripts of every component a page or component uses, then its own, each once. */
  ensureRegistered(path: string, logic: LogicLayer): void {
    if (this.registered.has(path)) return;
    this.registered.add(path);
    const using = { ...this.pkg.app.usingComponents, ...this.pkg.configs[path]?.usingComponents };
    for (const target of Object.values(using)) {
      const component = this.resolveComponent(path, target);
      if (logic.has(`${component}.js`)) this.ensureRegistered(component, logic);
    }
    logic.runFile(path);
  }

  private resolveComponent(from: string, target: string): string {
    if (target.startsWith('/')) return target.slice(1);
    const parts = from.split('/').slice(0, -1);
    for (const step of target.split('/')) {
      if (step === '..') parts.pop();
      else if (step !== '.') parts.push(step);
    }
    return parts.join('/');
  }

  /** Makes the component tree of a page, not yet in the document. */
  createRoot(path: string): EaselRoot {
    return this.backend.createRoot('wx-page', this.space, path);
  }
}
