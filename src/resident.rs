//! Gives back what only the start of a server needed.

/// Unmaps the pages of the program's own file that are in memory. What is needed again is mapped again when it is used, mostly without
/// reading the disk, because the system keeps the file.
///
/// The start reads words, figures and tables with code that no request runs through, and the list of addresses that the loader changes:
/// half of the program as it was in memory then. Only on Linux; elsewhere nothing happens.
pub fn give_back_the_start() {
    #[cfg(target_os = "linux")]
    {
        let (Ok(own), Ok(maps)) =
            (std::fs::read_link("/proc/self/exe"), std::fs::read_to_string("/proc/self/maps"))
        else {
            return;
        };
        let own = own.to_string_lossy();
        for (from, length) in maps.lines().filter_map(|line| never_written(line, &own)) {
            // SAFETY: the range is mapped from the file of the program and was never writable: the system reads the same bytes again
            let given =
                unsafe { rustix::mm::madvise(from as *mut _, length, rustix::mm::Advice::LinuxDontNeed) };
            if let Err(error) = given {
                tracing::debug!(%error, "pages of the program stay in memory");
            }
        }
    }
}

/// The address and the length of a mapping of `own` that was never written: its code, and what stands before it in the file. A mapping
/// after the code may hold what the loader has written.
#[cfg(any(target_os = "linux", test))]
fn never_written(line: &str, own: &str) -> Option<(usize, usize)> {
    let mut fields = line.splitn(6, ' ');
    let (range, may, offset) = (fields.next()?, fields.next()?, fields.next()?);
    let is_own = fields.nth(2)?.trim_start() == own;
    let begins_the_file = offset.bytes().all(|digit| digit == b'0');
    let (from, to) = range.split_once('-')?;
    let (from, to) = (usize::from_str_radix(from, 16).ok()?, usize::from_str_radix(to, 16).ok()?);
    (is_own && (may == "r-xp" || (may == "r--p" && begins_the_file))).then_some((from, to.checked_sub(from)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_never_written_is_given_back() {
        let own = "/usr/bin/decapolis";
        let of = |line: &str| never_written(line, own);
        assert_eq!(
            of("55d0c0000000-55d0c0004000 r--p 00000000 08:01 77                         /usr/bin/decapolis"),
            Some((0x55d0_c000_0000, 0x4000))
        );
        assert_eq!(
            of("55d0c0004000-55d0c0005000 r-xp 00003000 08:01 77                         /usr/bin/decapolis"),
            Some((0x55d0_c000_4000, 0x1000))
        );
        for other in [
            "55d0c0005000-55d0c0006000 r--p 00004000 08:01 77                         /usr/bin/decapolis",
            "55d0c0006000-55d0c0007000 rw-p 00005000 08:01 77                         /usr/bin/decapolis",
            "7f0000000000-7f0000001000 r-xp 00000000 08:01 78                         /usr/lib/libc.so.6",
            "7f0000002000-7f0000003000 rw-p 00000000 00:00 0",
            "nonsense",
        ] {
            assert_eq!(of(other), None, "{other}");
        }
    }

    #[test]
    fn the_program_runs_on_after_its_start_is_given_back() {
        give_back_the_start();
        assert_eq!("still here".to_uppercase(), "STILL HERE");
    }
}
