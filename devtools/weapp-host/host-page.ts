import type { HostConfig } from './src/weapp-package';

/** The one HTML page of the host: a bare phone; the runtime draws everything else. Addresses are relative, so it mounts under any prefix. */
export function hostPage(config: HostConfig, hasChineseFont: boolean): string {
  const settings = JSON.stringify(config).replace(/</g, '\\u003c');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,maximum-scale=1,viewport-fit=cover">
<title>邻愿</title>
<link rel="icon" href="data:,">
${hasChineseFont ? '<link rel="stylesheet" href="chinese.css">' : ''}
<link rel="stylesheet" href="host.css">
</head>
<body>
<script>window.__weappConfig = ${settings}</script>
<script src="host.js"></script>
</body>
</html>`;
}
