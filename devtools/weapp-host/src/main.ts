import { boot } from './boot';
import type { WeappPackage } from './weapp-package';

async function start(): Promise<void> {
  const response = await fetch('package.json');
  if (!response.ok) throw new Error(await response.text());
  await boot((await response.json()) as WeappPackage, window.__weappConfig);
}

start().catch((error: unknown) => {
  const notice = document.createElement('pre');
  notice.className = 'host-failure';
  notice.textContent = error instanceof Error ? (error.stack ?? error.message) : String(error);
  document.body.append(notice);
  window.reportError(error);
});
