//! The parts of one whole, rounded so that they add up to 100.

/// Percentages of these parts of a base, with this many decimals, by the largest remainder: each is rounded down, and what is missing to the
/// whole goes to those that lost most. What the parts leave of the base is rounded as one more part. `None` if they are not parts of it.
pub fn percentages(parts: &[i64], base: i64, decimals: u8) -> Option<Vec<f64>> {
    let rest = base.checked_sub(parts.iter().try_fold(0i64, |sum, part| sum.checked_add(*part))?)?;
    if base <= 0 || rest < 0 || parts.iter().any(|part| *part < 0) {
        return None;
    }
    let scale = 10i128.pow(u32::from(decimals));
    let whole = 100 * scale;
    let exact = |part: i64| i128::from(part) * whole;
    let all: Vec<i64> = parts.iter().copied().chain([rest]).collect();
    let mut rounded: Vec<i128> = all.iter().map(|part| exact(*part) / i128::from(base)).collect();
    let mut missing = whole - rounded.iter().sum::<i128>();
    let mut by_loss: Vec<usize> = (0..all.len()).collect();
    // of two that lost as much, the earlier is rounded up
    by_loss.sort_by_key(|at| (std::cmp::Reverse(exact(all[*at]) % i128::from(base)), *at));
    for at in by_loss {
        if missing == 0 {
            break;
        }
        rounded[at] += 1;
        missing -= 1;
    }
    Some(rounded[..parts.len()].iter().map(|part| *part as f64 / scale as f64).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_whole_add_up_to_a_hundred() {
        assert_eq!(percentages(&[455, 355, 190], 1000, 0), Some(vec![46.0, 35.0, 19.0]));
        assert_eq!(percentages(&[1, 1, 1], 3, 0), Some(vec![34.0, 33.0, 33.0]));
        assert_eq!(percentages(&[1, 1, 1], 3, 1), Some(vec![33.4, 33.3, 33.3]));
        // the rest of 999 is a part too
        assert_eq!(percentages(&[1], 1000, 0), Some(vec![0.0]));
        assert_eq!(percentages(&[5, 0], 5, 0), Some(vec![100.0, 0.0]));
        assert_eq!(
            [percentages(&[3], 2, 0), percentages(&[-1], 2, 0), percentages(&[0], 0, 0)],
            [None, None, None]
        );
        for base in 1..60 {
            for a in 0..=base {
                for b in 0..=base - a {
                    let parts = percentages(&[a, b, base - a - b], base, 0).unwrap();
                    assert_eq!(parts.iter().sum::<f64>(), 100.0, "{a} {b} of {base}");
                }
            }
        }
    }
}
