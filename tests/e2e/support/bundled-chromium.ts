import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export interface BundledChromium {
  executablePath: string
  env: Record<string, string>
}

/** The package's own test of "is this a bare machine" reads this variable; its libraries are unpacked only then. */
const BARE_MACHINE = { AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }

/** Sets variables of this process while `work` runs, and puts the old values back. */
async function withEnvironment<Result>(variables: Record<string, string>, work: () => Promise<Result>): Promise<Result> {
  const names = [...Object.keys(variables), 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']
  const before = new Map(names.map((name) => [name, process.env[name]]))
  Object.assign(process.env, variables)
  try {
    return await work()
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

async function unpackInto(folder: string): Promise<void> {
  fs.mkdirSync(folder, { recursive: true })
  await withEnvironment({ ...BARE_MACHINE, TMPDIR: folder }, async () => {
    const { default: chromium } = await import('@sparticuz/chromium')
    await chromium.executablePath()
  })
}

/**
 * The browser inside the npm package @sparticuz/chromium, unpacked once into the temporary folder with the system libraries it
 * brings. It is unpacked beside and renamed, so that a run that was killed leaves no half browser behind.
 */
export async function unpackBundledChromium(): Promise<BundledChromium> {
  const { version } = JSON.parse(fs.readFileSync(path.join(process.cwd(), 'node_modules/@sparticuz/chromium/package.json'), 'utf8')) as { version: string }
  const folder = path.join(os.tmpdir(), `linyuan-chromium-${version}-${process.arch}`)
  if (!fs.existsSync(folder)) {
    const partial = `${folder}.${process.pid}`
    await unpackInto(partial)
    try {
      fs.renameSync(partial, folder)
    } catch {
      // Another process was quicker; its copy is as good.
      fs.rmSync(partial, { recursive: true, force: true })
    }
  }
  const libraries = [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  const fonts: Record<string, string> = fs.existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: path.join(folder, 'fonts') }
  return { executablePath: path.join(folder, 'chromium'), env: { LD_LIBRARY_PATH: libraries, ...fonts } }
}
