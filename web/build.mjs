// Builds web/dist: the style sheet, the fonts, and the land of the world map. Run: npm ci && npm run build
import { build } from 'esbuild'
import { geoEqualEarth, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

const here = fileURLToPath(new URL('.', import.meta.url))
const dist = join(here, 'dist')
const packages = join(here, 'node_modules')

// These five constants are also in crates/drawing/src/map.rs; a test there uses the same known points as below.
const SCALE = 180
const CENTRE = [452, 237]
const CENTRAL_MERIDIAN = 11
const WIDTH = 912
const HEIGHT = 424
const KNOWN = [
  { lat: 0, lon: 11, x: 452, y: 237 },
  { lat: 19.43, lon: -99.13, x: 162.06, y: 166.86 },
  { lat: -33.87, lon: 151.21, x: 800.35, y: 356.65 },
]

const FONTS = {
  'source-sans-3-latin.woff2': '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  'source-sans-3-latin-ext.woff2': '@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2',
  'noto-sans-arabic.woff2': '@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2',
  // Static fonts for print: the typesetter reads neither woff2 nor variable fonts. The dots of Noto Sans Arabic are
  // glyphs of their own, so text copied from a PDF would have these letters twice.
  'source-sans-3-400.ttf': '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'source-sans-3-700.ttf': '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  'ibm-plex-sans-arabic-400.ttf': '@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf',
  'ibm-plex-sans-arabic-700.ttf': '@expo-google-fonts/ibm-plex-sans-arabic/700Bold/IBMPlexSansArabic_700Bold.ttf',
  'noto-sans-sc-400.ttf': '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'ibm-plex-sans-arabic-licence.txt': '@expo-google-fonts/ibm-plex-sans-arabic/LICENSE_FONT',
  'noto-sans-sc-licence.txt': '@expo-google-fonts/noto-sans-sc/LICENSE_FONT',
  'source-sans-3-licence.txt': '@fontsource-variable/source-sans-3/LICENSE',
  'noto-sans-arabic-licence.txt': '@fontsource-variable/noto-sans-arabic/LICENSE',
}

async function style() {
  const folder = join(here, 'styles')
  const sheets = (await readdir(folder)).filter(name => name.endsWith('.css')).sort()
  const contents = sheets.map(name => `@import "./${name}";`).join('\n')
  await build({
    stdin: { contents, resolveDir: folder, loader: 'css' },
    bundle: true,
    minify: true,
    external: ['fonts/*'],
    target: ['chrome105', 'firefox110', 'safari16'],
    outfile: join(dist, 'site.css'),
    logLevel: 'warning',
  })
}

/** Builds the scripts of the studio and of the office. Their pages work without them too. */
async function scripts() {
  await build({
    entryPoints: { studio: join(here, 'scripts/studio.mjs'), office: join(here, 'scripts/office.mjs') },
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome105', 'firefox110', 'safari16'],
    outdir: dist,
    logLevel: 'warning',
  })
}

async function fonts() {
  await mkdir(join(dist, 'fonts'), { recursive: true })
  for (const [name, source] of Object.entries(FONTS)) await copyFile(join(packages, source), join(dist, 'fonts', name))
}

/** The land without borders and without Antarctica, as one path of relative steps with one decimal. */
async function land() {
  const projection = geoEqualEarth().rotate([-CENTRAL_MERIDIAN, 0]).scale(SCALE).translate(CENTRE).precision(0.1)
  for (const { lat, lon, x, y } of KNOWN) {
    const [px, py] = projection([lon, lat])
    if (Math.hypot(px - x, py - y) > 0.05) throw new Error(`${lat}, ${lon} lies at ${px}, ${py}; the drawing crate expects ${x}, ${y}`)
  }
  const world = JSON.parse(await readFile(join(packages, 'world-atlas/land-110m.json'), 'utf8'))
  const { geometry } = feature(world, world.objects.land).features[0]
  geometry.coordinates = geometry.coordinates.filter(polygon => polygon[0].some(([, lat]) => lat > -58))
  const outline = geoPath(projection)(geometry)
  return outline.split('Z').filter(Boolean).map(ring).join('')
}

function ring(text) {
  const points = text.slice(1).split('L').map(point => point.split(',').map(value => Math.round(Number(value) * 10)))
  const wide = Math.max(...points.map(p => p[0])) - Math.min(...points.map(p => p[0]))
  const high = Math.max(...points.map(p => p[1])) - Math.min(...points.map(p => p[1]))
  // An islet smaller than a dot on the map only adds size.
  if (wide < 30 && high < 30) return ''
  let [x, y] = points[0]
  let path = `M${x / 10} ${y / 10}l`
  let first = true
  for (const [nx, ny] of points.slice(1)) {
    if (nx === x && ny === y) continue
    const [dx, dy] = [short(nx - x), short(ny - y)]
    path += (first || dx.startsWith('-') ? '' : ' ') + dx + (dy.startsWith('-') ? '' : ' ') + dy
    ;[x, y, first] = [nx, ny, false]
  }
  return path + 'z'
}

const short = tenths => String(tenths / 10).replace(/^(-?)0\./, '$1.')

await rm(dist, { recursive: true, force: true })
await mkdir(dist, { recursive: true })
await Promise.all([style(), scripts(), fonts(), copyFile(join(here, 'icon.svg'), join(dist, 'icon.svg'))])
const outline = await land()
await writeFile(join(dist, 'land.txt'), outline)
console.log(`site.css ${(await readFile(join(dist, 'site.css'))).length} bytes, land.txt ${outline.length} bytes for ${WIDTH} by ${HEIGHT}`)
