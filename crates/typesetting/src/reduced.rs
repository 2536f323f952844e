//! A picture drawn larger than it is needed, and reduced to its size.

use tiny_skia::Pixmap;

/// The most pixels of the larger picture: 20 million take 80 MB. An A4 page at 150 pixels per inch, three times as
/// large, has 19.6 million.
const MOST_PIXELS: f64 = 20_000_000.0;

/// How many times larger, to the right and down, a picture of so many pixels is drawn: 3 if it fits, else 2 or 1.
pub fn reduction(pixels: f64) -> u32 {
    [3, 2].into_iter().find(|times| pixels * f64::from(times * times) <= MOST_PIXELS).unwrap_or(1)
}

/// The picture, so many times smaller: each pixel is the mean of those it replaces. `None` if nothing is left of it.
pub fn reduced(picture: &Pixmap, times: u32) -> Option<Pixmap> {
    let (wide, high) = ((picture.width() + times / 2) / times, (picture.height() + times / 2) / times);
    let mut small = Pixmap::new(wide, high)?;
    let (from, row) = (picture.data(), picture.width() as usize * 4);
    for (y, line) in small.data_mut().chunks_exact_mut(wide as usize * 4).enumerate() {
        for (x, pixel) in line.chunks_exact_mut(4).enumerate() {
            let (mut sums, mut all) = ([0u32; 4], 0u32);
            // the last pixels of a side may have fewer to take the mean of
            for down in
                (y * times as usize..(y + 1) * times as usize).take_while(|y| *y < picture.height() as usize)
            {
                let begins = down * row + x * times as usize * 4;
                let ends = (begins + times as usize * 4).min((down + 1) * row);
                for one in from[begins..ends].chunks_exact(4) {
                    all += 1;
                    sums.iter_mut().zip(one).for_each(|(sum, part)| *sum += u32::from(*part));
                }
            }
            pixel.iter_mut().zip(sums).for_each(|(part, sum)| *part = ((sum + all / 2) / all.max(1)) as u8);
        }
    }
    Some(small)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pixel_is_the_mean_of_those_it_replaces() {
        let mut picture = Pixmap::new(5, 3).unwrap();
        picture.data_mut().fill(255);
        picture.data_mut()[..4].fill(0);
        let small = reduced(&picture, 3).unwrap();
        assert_eq!((small.width(), small.height()), (2, 1));
        // one of nine is empty
        assert_eq!(&small.data()[..4], &[227; 4]);
        assert_eq!(&small.data()[4..], &[255; 4]);
    }

    #[test]
    fn a_large_picture_is_not_drawn_larger_than_memory_allows() {
        assert_eq!(reduction(1240.0 * 1754.0), 3);
        assert_eq!(reduction(2.0 * 1240.0 * 1754.0), 2);
        assert_eq!(reduction(30_000_000.0), 1);
    }
}
