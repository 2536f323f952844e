// Places for invented cities: on land, in boxes away from the coasts, and far from every real place of the register.

/** south, north, west, east */
const BOXES = {
  'region-africa': [[9, 14, -9, 8], [-14, -8, 14, 23], [-26, -18, 18, 30], [15, 27, -4, 14], [4, 9, 18, 30], [6, 12, 35, 42], [-14, -9, 31, 38.5], [28, 32, 3, 8]],
  'region-asia-pacific': [[28, 37, 98, 113], [17, 25, 74, 82], [40, 49, 62, 76], [30, 35, 52, 59], [38, 40, 33, 42], [14, 19, 100.5, 104.5], [-28, -20, 122, 146], [42, 47, 90, 115], [20, 24, 95, 99], [24, 30, 42, 47], [0.2, 1.6, 111, 115]],
  'region-europe': [[47.5, 52.5, 10, 24], [39.5, 42, -6, -1], [45.5, 49, 1, 6], [52, 58, 28, 44], [61, 65, 24, 28], [43.5, 47, 21, 26], [59.5, 62.5, 10, 14]],
  'region-latin-america': [[-30, -22, -63, -54], [-18, -9, -52, -42], [-37, -31, -67, -60], [2, 7, -73, -66], [-6, -1, -72, -60], [-20, -14, -66, -60], [7, 9, -70, -63]],
  'region-north-america': [[36, 47, -105, -92], [50, 56, -115, -100], [22, 28, -106, -100], [33, 37, -98, -84], [47, 50, -80, -70], [40, 45, -119, -109]],
};
const FROM_REAL = 32;
const APART = 40;

export class Land {
  constructor(random, realPlaces) {
    this.random = random;
    this.real = realPlaces;
    this.taken = [];
    this.turn = {};
  }
  /** Takes the boxes of a region in turn, so that its cities are spread out. */
  take(region) {
    const boxes = BOXES[region];
    for (;;) {
      const turn = (this.turn[region] ?? -1) + 1;
      this.turn[region] = turn;
      const [south, north, west, east] = boxes[turn % boxes.length];
      const here = { latitude: round(south + this.random.next() * (north - south)), longitude: round(west + this.random.next() * (east - west)) };
      if (this.real.some((place) => kilometres(here, place) < FROM_REAL)) continue;
      if (this.taken.some((place) => kilometres(here, place) < APART)) continue;
      this.taken.push(here);
      return here;
    }
  }
}

function round(degrees) {
  return Math.round(degrees * 10000) / 10000;
}

export function kilometres(a, b) {
  const rad = Math.PI / 180;
  const dLat = (b.latitude - a.latitude) * rad;
  const dLon = (b.longitude - a.longitude) * rad;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(dLon / 2) ** 2;
  return 12742 * Math.asin(Math.sqrt(h));
}
