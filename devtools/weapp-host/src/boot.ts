import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { openCapsuleMenu, relaunchAt } from './api/share';
import { Phone } from './chrome/phone';
import { ComponentRegistry } from './component-registry';
import { DataBridge } from './data-bridge';
import { patchGlassEasel } from './easel-patches';
import { defineBuiltIns } from './elements/define';
import { installGestures } from './gestures';
import { createHandle, describeError, type WeappHandle } from './handle';
import type { Host, PhoneSettings } from './host';
import { LogicLayer } from './logic-layer';
import { PackageLoader } from './package-loader';
import { parseUrl } from './page';
import { PageStack } from './page-stack';
import { PersonStore } from './person-store';
import { Privacy } from './privacy';
import { TempFiles } from './temp-files';
import type { HostConfig, WeappPackage } from './weapp-package';
import { createWx } from './wx-object';

/** What App() was given; WeChat calls these three and hands the object out through getApp(). */
interface AppInstance extends Record<string, unknown> {
  onLaunch?(options: object): void
  onShow?(options: object): void
  onHide?(): void
  onPageNotFound?(event: object): void
}

function readSettings(pkg: WeappPackage): PhoneSettings {
  const search = new URLSearchParams(window.location.search);
  const start = search.get('start') || pkg.app.entryPagePath || pkg.app.pages[0] || '';
  const { path, query } = parseUrl(start.replace(/^\//, ''));
  return {
    person: search.get('as') ?? '',
    fontSizePx: Number(search.get('font')) || 16,
    group: search.get('group') ?? '',
    hasChatOutside: search.get('chat') === 'outside',
    launch: { path, query, scene: Number(search.get('scene')) || 1001, referrerInfo: {} },
  };
}

/** Style sheets: the program's own and its components' are always on, a page's only while that page is on top. */
function addStyleSheets(pkg: WeappPackage): void {
  const pages = new Set([...pkg.app.pages, ...pkg.subPackages.flatMap((sub) => sub.pages)]);
  const paths = Object.keys(pkg.styles).sort((first, second) => Number(second === 'app') - Number(first === 'app'));
  for (const path of paths) {
    if (path !== 'app' && !pages.has(path) && !pkg.configs[path]?.component) continue;
    const sheet = document.createElement('style');
    sheet.textContent = pkg.styles[path] ?? '';
    if (pages.has(path)) {
      sheet.dataset.page = path;
      sheet.media = 'not all';
    }
    document.head.append(sheet);
  }
}

function watchFramework(handle: WeappHandle): void {
  glassEasel.globalOptions.throwGlobalError = false;
  glassEasel.addGlobalErrorListener((error) => {
    handle.errors.push(describeError(error));
    return false;
  });
}

/** The parts of the host need each other; they are made in order and tied here, once. */
function assemble(pkg: WeappPackage, config: HostConfig, settings: PhoneSettings, handle: WeappHandle) {
  const bridge = new DataBridge(handle);
  const state: { app: AppInstance | null; hasStarted: boolean } = { app: null, hasStarted: false };
  const phone = new Phone(pkg.app, {
    back: () => void pages.back(1).catch(() => undefined),
    home: () => void pages.launch(pkg.app.tabBar?.list[0]?.pagePath ?? pkg.app.pages[0] ?? ''),
    openMenu: () => void openCapsuleMenu(host),
    leave: () => handle.hide(),
    switchTab: (route) => {
      const item = pkg.app.tabBar?.list.find(({ pagePath }) => pagePath === route);
      const index = phone.tabBar.indexOf(route);
      void pages.navigate('switchTab', `/${route}`).then((page) => item && page.instance.onTabItemTap?.({ index, pagePath: route, text: item.text }));
    },
  });
  const routeOf = (component: glassEasel.GeneralComponent): string => {
    let current: glassEasel.GeneralComponent = component;
    while (current.ownerShadowRoot) current = (current.ownerShadowRoot as glassEasel.ShadowRoot).getHostNode();
    return current.is;
  };
  const registry = new ComponentRegistry(pkg, bridge, routeOf);
  const globals = {
    App: (definition: object) => void (state.app = { ...definition }),
    getApp: () => state.app,
    getCurrentPages: () => pages.pages.map(({ instance }) => instance),
    Page: (definition: object) => registry.registerPage(logic.current, definition),
    Component: (definition: object) => registry.registerComponent(logic.current, definition),
    Behavior: (definition: object) => registry.registerBehavior(definition),
  };
  const lateWx: { target: object } = { target: {} };
  const wx = new Proxy({}, {
    get: (_, name) => Reflect.get(lateWx.target, name) as unknown,
    set: (_, name, value) => Reflect.set(lateWx.target, name, value),
    has: (_, name) => Reflect.has(lateWx.target, name),
    ownKeys: () => Reflect.ownKeys(lateWx.target),
    getOwnPropertyDescriptor: (_, name) => {
      const descriptor = Reflect.getOwnPropertyDescriptor(lateWx.target, name);
      return descriptor && { ...descriptor, configurable: true };
    },
  });
  const logic = new LogicLayer({ wx, ...globals }, handle);
  const startApp = (): void => {
    if (state.hasStarted) return;
    state.hasStarted = true;
    logic.runFile('app');
    state.app?.onLaunch?.(settings.launch);
    state.app?.onShow?.(settings.launch);
  };
  const loader = new PackageLoader(pkg, logic, handle, startApp);
  const pages: PageStack = new PageStack({ pkg, phone, registry, logic, loader, bridge });
  const prefix = `weapp:${config.appId}:${settings.person}:`;
  const store = new PersonStore(`${prefix}storage:`);
  const privacy = new Privacy(new PersonStore(`${prefix}consent:`));
  const host: Host = { config, settings, pkg, handle, phone, pages, store, files: new TempFiles(), privacy };
  const created = createWx(host);
  lateWx.target = created.wx;
  return { host, logic, loader, pages, state, startApp, listeners: created.listeners };
}

/** Fills in the hooks that need a running program. */
function connectHandle(parts: ReturnType<typeof assemble>): void {
  const { host, pages, state, listeners } = parts;
  const { handle, store } = host;
  handle.routes = () => pages.pages.map(({ route }) => route);
  handle.pageData = () => JSON.parse(JSON.stringify(pages.top.instance.data)) as unknown;
  handle.clearStorage = () => store.clear();
  handle.hide = () => {
    pages.top.instance.onHide?.();
    state.app?.onHide?.();
    listeners.emit('AppHide', {});
  };
  handle.show = () => {
    state.app?.onShow?.(host.settings.launch);
    listeners.emit('AppShow', host.settings.launch);
    pages.top.instance.onShow?.();
  };
}

/** Starts the program as WeChat does: app.js, onLaunch, onShow, the first page. */
export async function boot(pkg: WeappPackage, config: HostConfig): Promise<void> {
  const handle = createHandle();
  window.__weapp = handle;
  handle.compileWarnings = pkg.warnings;
  watchFramework(handle);
  patchGlassEasel();
  addStyleSheets(pkg);
  const parts = assemble(pkg, config, readSettings(pkg), handle);
  const { host, logic, loader, pages, state, startApp } = parts;
  defineBuiltIns(host);
  installGestures(host.phone.views);
  connectHandle(parts);
  logic.addScripts(pkg.scripts);
  const { launch } = host.settings;
  if (!loader.hasRoute(launch.path)) {
    startApp();
    parts.listeners.emit('PageNotFound', { path: launch.path, query: launch.query, isEntryPage: true });
    state.app?.onPageNotFound?.({ path: launch.path, query: launch.query, isEntryPage: true });
    if (!pages.topOrUndefined) relaunchHome(pkg);
    return;
  }
  const query = Object.entries(launch.query).map(([key, value]) => `${key}=${value}`).join('&');
  await pages.launch(query ? `${launch.path}?${query}` : launch.path);
  window.requestAnimationFrame(() => window.setTimeout(() => (handle.ready = true), 20));
}

function relaunchHome(pkg: WeappPackage): void {
  relaunchAt(pkg.app.entryPagePath ?? pkg.app.pages[0] ?? '', 1001);
}
