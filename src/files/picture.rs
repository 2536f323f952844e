//! Pictures, made anew: what a camera or a program wrote into them, such as the place where they were taken, is not in the new one.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits};

use super::content::Content;

/// The longest side, in pixels.
const LONGEST_SIDE: u32 = 12_000;
/// The most pixels: a picture of a few kilobytes may say that it has billions.
const MOST_PIXELS: u64 = 50_000_000;
/// The most memory that a decoder may take, in bytes.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;
/// The longest description of colours, in bytes.
const LONGEST_PROFILE: usize = 1024 * 1024;
/// The quality of a JPEG, in percent.
const QUALITY: u8 = 90;

/// The same picture, the right way up and without anything beside its pixels; `None` if it cannot be read or is too large.
pub fn made_anew(bytes: &[u8], content: Content) -> Option<Vec<u8>> {
    let format = match content {
        Content::Png => ImageFormat::Png,
        Content::Jpeg => ImageFormat::Jpeg,
        Content::Webp => ImageFormat::WebP,
        _ => return None,
    };
    let (width, height) = ImageReader::with_format(Cursor::new(bytes), format).into_dimensions().ok()?;
    if u64::from(width) * u64::from(height) > MOST_PIXELS || width.max(height) > LONGEST_SIDE {
        return None;
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    // a camera writes beside the pixels how it was held
    let way_up = decoder.orientation().ok()?;
    // without it the colours of a telephone's pictures would be paler
    let colours = decoder.icc_profile().ok()?.filter(|profile| profile.len() <= LONGEST_PROFILE);
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(way_up);
    let mut out = Cursor::new(vec![]);
    match format {
        ImageFormat::Jpeg => {
            write(&picture_of_jpeg(picture), JpegEncoder::new_with_quality(&mut out, QUALITY), colours)?
        }
        ImageFormat::Png => write(&picture, PngEncoder::new(&mut out), colours)?,
        _ => write(&picture_of_webp(picture), WebPEncoder::new_lossless(&mut out), colours)?,
    }
    Some(out.into_inner())
}

fn write(picture: &DynamicImage, mut encoder: impl ImageEncoder, colours: Option<Vec<u8>>) -> Option<()> {
    if let Some(colours) = colours {
        encoder.set_icc_profile(colours).ok()?;
    }
    picture.write_with_encoder(encoder).ok()
}

/// A JPEG knows neither transparency nor more than 8 bits.
fn picture_of_jpeg(picture: DynamicImage) -> DynamicImage {
    match picture {
        DynamicImage::ImageLuma8(_) => picture,
        picture => picture.to_rgb8().into(),
    }
}

/// A WebP has colours of 8 bits.
fn picture_of_webp(picture: DynamicImage) -> DynamicImage {
    match picture.color().has_alpha() {
        true => picture.to_rgba8().into(),
        false => picture.to_rgb8().into(),
    }
}

#[cfg(test)]
mod tests {
    use image::{GenericImageView, RgbImage};

    use super::*;

    /// A field of a TIFF directory, as a camera writes it.
    fn field(tag: u16, kind: u16, count: u32, value: [u8; 4]) -> Vec<u8> {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value].concat()
    }

    /// What a camera writes beside the pixels: how it was held (turned to the right), and 40 degrees 25 minutes 1 second north.
    fn from_a_camera() -> Vec<u8> {
        let mut tiff = b"II*\0\x08\0\0\0".to_vec();
        tiff.extend(2_u16.to_le_bytes());
        tiff.extend(field(0x0112, 3, 1, [6, 0, 0, 0]));
        // the directory of the place begins after this one, at byte 38
        tiff.extend(field(0x8825, 4, 1, 38_u32.to_le_bytes()));
        tiff.extend(0_u32.to_le_bytes());
        tiff.extend(2_u16.to_le_bytes());
        tiff.extend(field(1, 2, 2, *b"N\0\0\0"));
        tiff.extend(field(2, 5, 3, 68_u32.to_le_bytes()));
        tiff.extend(0_u32.to_le_bytes());
        for number in PLACE {
            tiff.extend([number.to_le_bytes(), 1_u32.to_le_bytes()].concat());
        }
        tiff
    }

    const PLACE: [u32; 3] = [40, 25, 1];

    fn tells_the_place(bytes: &[u8]) -> bool {
        let place = PLACE.map(|number| [number.to_le_bytes(), 1_u32.to_le_bytes()].concat()).concat();
        bytes.windows(place.len()).any(|part| part == place)
            || bytes.windows(4).any(|part| part == b"Exif" || part == b"EXIF" || part == b"eXIf")
    }

    /// A picture of 3 by 2 pixels with all that.
    fn taken(format: ImageFormat) -> Vec<u8> {
        let mut out = Cursor::new(vec![]);
        let picture = DynamicImage::from(RgbImage::new(3, 2));
        match format {
            ImageFormat::Jpeg => written(&picture, JpegEncoder::new(&mut out)),
            ImageFormat::Png => written(&picture, PngEncoder::new(&mut out)),
            _ => written(&picture, WebPEncoder::new_lossless(&mut out)),
        }
        out.into_inner()
    }

    fn written(picture: &DynamicImage, mut encoder: impl ImageEncoder) {
        encoder.set_exif_metadata(from_a_camera()).unwrap();
        picture.write_with_encoder(encoder).unwrap();
    }

    #[test]
    fn a_picture_loses_its_place_and_stays_the_right_way_up() {
        for (format, content) in [
            (ImageFormat::Jpeg, Content::Jpeg),
            (ImageFormat::Png, Content::Png),
            (ImageFormat::WebP, Content::Webp),
        ] {
            let before = taken(format);
            assert!(tells_the_place(&before), "{format:?}");
            let after = made_anew(&before, content).expect("a picture");
            assert!(!tells_the_place(&after), "{format:?}");
            let picture = image::load_from_memory(&after).unwrap();
            assert_eq!(picture.dimensions(), (2, 3), "{format:?} was turned");
        }
    }

    #[test]
    fn a_picture_keeps_what_says_how_its_colours_look() {
        let mut out = Cursor::new(vec![]);
        let mut encoder = PngEncoder::new(&mut out);
        encoder.set_icc_profile(b"colours of a telephone".to_vec()).unwrap();
        DynamicImage::from(RgbImage::new(3, 2)).write_with_encoder(encoder).unwrap();
        let after = made_anew(&out.into_inner(), Content::Png).expect("a picture");
        let mut decoder =
            ImageReader::with_format(Cursor::new(after), ImageFormat::Png).into_decoder().unwrap();
        assert_eq!(decoder.icc_profile().unwrap().as_deref(), Some(&b"colours of a telephone"[..]));
    }

    #[test]
    fn a_small_file_that_says_it_is_a_huge_picture_is_refused() {
        let mut out = Cursor::new(vec![]);
        RgbImage::new(8_000, 8_000).write_to(&mut out, ImageFormat::Png).unwrap();
        let bomb = out.into_inner();
        assert!(bomb.len() < 1024 * 1024, "{} bytes", bomb.len());
        assert_eq!(made_anew(&bomb, Content::Png), None);
        let mut out = Cursor::new(vec![]);
        RgbImage::new(12_001, 1).write_to(&mut out, ImageFormat::Png).unwrap();
        assert_eq!(made_anew(&out.into_inner(), Content::Png), None);
        assert_eq!(made_anew(b"\x89PNG\r\n\x1a\nnothing more", Content::Png), None);
    }
}
