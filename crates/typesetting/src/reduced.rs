//! A picture drawn larger than it is needed, and reduced to its size.

use tiny_skia::Pixmap;

/// The most pixels of the larger picture: 20 million take 80 MB. An A4 page at 150 pixels per inch, twice as large, has
/// 8.7 million.
const MOST_PIXELS: f64 = 20_000_000.0;

/// How many times larger, to the right and down, a picture of so many pixels is drawn: 2 if it fits, else 1.
pub fn reduction(pixels: f64) -> u32 {
    if pixels * 4.0 <= MOST_PIXELS { 2 } else { 1 }
}

/// The picture, so many times smaller: each pixel is the mean of those it replaces. `None` if nothing is left of it.
pub fn reduced(picture: &Pixmap, times: u32) -> Option<Pixmap> {
    let times = times as usize;
    let (wide, high) = (picture.width() as usize, picture.height() as usize);
    let (small_wide, small_high) = ((wide + times / 2) / times, (high + times / 2) / times);
    let mut small = Pixmap::new(small_wide as u32, small_high as u32)?;
    let (from, to) = (picture.data(), small.data_mut());
    for y in 0..small_high {
        // the last pixels of a side may have fewer to take the mean of
        let down = y * times..((y + 1) * times).min(high);
        for x in 0..small_wide {
            let across = x * times..((x + 1) * times).min(wide);
            let mut sums = [0u32; 4];
            for row in down.clone() {
                let line = &from[(row * wide + across.start) * 4..(row * wide + across.end) * 4];
                for pixel in line.chunks_exact(4) {
                    for part in 0..4 {
                        sums[part] += u32::from(pixel[part]);
                    }
                }
            }
            let all = (down.len() * across.len()) as u32;
            let at = (y * small_wide + x) * 4;
            for part in 0..4 {
                to[at + part] = ((sums[part] + all / 2) / all.max(1)) as u8;
            }
        }
    }
    Some(small)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pixel_is_the_mean_of_those_it_replaces() {
        let mut picture = Pixmap::new(5, 4).unwrap();
        picture.data_mut().fill(255);
        picture.data_mut()[..4].fill(0);
        let small = reduced(&picture, 2).unwrap();
        assert_eq!((small.width(), small.height()), (3, 2));
        // one of four is empty
        assert_eq!(&small.data()[..4], &[191; 4]);
        assert!(small.data()[4..].iter().all(|part| *part == 255));
    }

    #[test]
    fn a_large_picture_is_not_drawn_larger_than_memory_allows() {
        assert_eq!(reduction(2.0 * 1240.0 * 1754.0), 2);
        assert_eq!(reduction(30_000_000.0), 1);
    }
}
