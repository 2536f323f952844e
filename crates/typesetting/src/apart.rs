//! Pages set by other processes, so that the memory of the typesetter is returned when there is no work.
//!
//! Typst keeps fonts, layouts and cached results in memory for as long as its process lives. A server therefore gives
//! its pages to the same program in another process ([`Processes`]), which runs [`serve`] and ends when it is idle.

use std::fmt::Display;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::engine::Engine;
use crate::job::Job;
use crate::problems::Problems;
use crate::wire::{self, Answer};

/// How long a process may work and wait.
#[derive(Clone, Copy, Debug)]
pub struct TimeLimits {
    /// The maximum time for one page. A process that takes longer is killed.
    pub page: Duration,
    /// A process that has had no work for so long is ended.
    pub idle: Duration,
}

/// The processes that set pages. None runs until the first page; each sets one page at a time.
///
/// There are as many processes as callers of [`Processes::write`] at the same time: the caller limits them.
pub struct Processes {
    program: PathBuf,
    args: Vec<String>,
    limits: TimeLimits,
    /// The processes without work. Some may have ended since.
    idle: Mutex<Vec<Process>>,
}

impl Processes {
    /// Pages will be set by `program`, which calls [`serve`] when it is started with `args`.
    pub fn new(program: impl Into<PathBuf>, args: &[&str], limits: TimeLimits) -> Processes {
        let args = args.iter().map(|arg| arg.to_string()).collect();
        Processes { program: program.into(), args, limits, idle: Mutex::default() }
    }

    /// Sets a page in another process. Waits until it is done.
    ///
    /// Errors: why the page cannot be set, as of [`Engine::write`]; or that the process cannot be started, ended before
    /// it answered, or took too long. The next page is then set by a new process.
    pub fn write(&self, job: &Job) -> Answer {
        let mut frame = vec![];
        wire::write_frame(&mut frame, &wire::of_job(job))
            .map_err(|error| Problems::one(format!("{}: {error}", job.named)))?;
        let frame = Arc::new(frame);
        let waiting = locked(&self.idle).pop();
        if let Some(process) = waiting {
            match self.give(process, &frame) {
                Ok(answer) => return answer,
                Err(Failure::TookTooLong(problems)) => return Err(problems),
                // perhaps it had ended before it was given the page, so a new process tries again
                Err(Failure::Ended(_)) => {}
            }
        }
        let process = Process::start(&self.program, &self.args, self.limits.idle)?;
        self.give(process, &frame)
            .unwrap_or_else(|(Failure::Ended(problems) | Failure::TookTooLong(problems))| Err(problems))
    }

    /// Gives a page to a process, and keeps the process for the next page if it answers.
    fn give(&self, process: Process, frame: &Arc<Vec<u8>>) -> Result<Answer, Failure> {
        let answer = process.ask(frame.clone(), self.limits.page)?;
        locked(&self.idle).push(process);
        Ok(answer)
    }
}

/// Why a process gave no answer. It is gone.
enum Failure {
    /// It ended, or wrote something that is not an answer.
    Ended(Problems),
    TookTooLong(Problems),
}

/// A page to be set, as a frame, and where to send the answer.
struct Task {
    frame: Arc<Vec<u8>>,
    answer: Sender<Result<Answer, Failure>>,
}

/// A process that sets pages. Its thread ends it when it is idle, and when this value is dropped.
struct Process {
    tasks: Sender<Task>,
    child: Arc<Mutex<Child>>,
}

impl Process {
    fn start(program: &Path, args: &[String], idle: Duration) -> Result<Process, Problems> {
        let cannot = |error: &dyn Display| {
            Problems::one(format!("the process that sets pages cannot be started: {error}"))
        };
        let mut command = Command::new(program);
        // a group of its own, so that an interrupt in the terminal does not reach it before the server has finished
        command.args(args).env_clear().process_group(0);
        // the error output is shared, for the message of a panic
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::inherit());
        let mut child =
            command.spawn().map_err(|error| cannot(&format!("{}: {error}", program.display())))?;
        let (input, output) = (child.stdin.take(), child.stdout.take().map(BufReader::new));
        let child = Arc::new(Mutex::new(child));
        let keeper = Keeper { child: child.clone(), input, output };
        let (tasks, given) = channel();
        let thread = thread::Builder::new().name("typesetting".into());
        thread.spawn(move || keeper.run(&given, idle)).map_err(|error| cannot(&error))?;
        Ok(Process { tasks, child })
    }

    fn ask(&self, frame: Arc<Vec<u8>>, limit: Duration) -> Result<Answer, Failure> {
        let ended = || Failure::Ended(Problems::one("the process that sets pages has ended".into()));
        let (answer, answered) = channel();
        self.tasks.send(Task { frame, answer }).map_err(|_| ended())?;
        match answered.recv_timeout(limit) {
            Ok(result) => result,
            Err(RecvTimeoutError::Disconnected) => Err(ended()),
            Err(RecvTimeoutError::Timeout) => {
                // its thread sees the end of its output, and ends too
                let _ = locked(&self.child).kill();
                Err(Failure::TookTooLong(Problems::one(format!(
                    "the page was not set within {} s",
                    limit.as_secs_f64()
                ))))
            }
        }
    }
}

/// The thread of a process: writes its input and reads its output. The process is killed when this is dropped.
struct Keeper {
    child: Arc<Mutex<Child>>,
    input: Option<ChildStdin>,
    output: Option<BufReader<ChildStdout>>,
}

impl Keeper {
    /// Passes tasks on until none comes for `idle`, none can come any more, or the process fails.
    fn run(mut self, tasks: &Receiver<Task>, idle: Duration) {
        while let Ok(task) = tasks.recv_timeout(idle) {
            let result = self.pass_on(&task.frame).map_err(|error| Failure::Ended(self.why(&error)));
            let failed = result.is_err();
            // nobody waits for the answer if it took too long
            let _ = task.answer.send(result);
            if failed {
                break;
            }
        }
    }

    fn pass_on(&mut self, frame: &[u8]) -> io::Result<Answer> {
        let (Some(input), Some(output)) = (&mut self.input, &mut self.output) else {
            return Err(io::ErrorKind::BrokenPipe.into());
        };
        input.write_all(frame)?;
        let content = wire::read_frame(output)?.ok_or(io::ErrorKind::UnexpectedEof)?;
        wire::to_answer(content).ok_or_else(|| io::ErrorKind::InvalidData.into())
    }

    /// Why there is no answer.
    fn why(&self, error: &io::Error) -> Problems {
        if error.kind() == io::ErrorKind::InvalidData {
            return Problems::one("the process that sets pages wrote something that is not an answer".into());
        }
        // it has closed a pipe, so it is about to end
        for _ in 0..50 {
            if let Ok(Some(status)) = locked(&self.child).try_wait() {
                return Problems::one(format!(
                    "the process that sets pages ended before it answered: {status}"
                ));
            }
            thread::sleep(Duration::from_millis(10));
        }
        Problems::one(format!("the process that sets pages cannot be reached: {error}"))
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        let mut child = locked(&self.child);
        let _ = child.kill();
        let _ = child.wait();
    }
}

/// The value, also after a panic of another thread: nothing here is left half changed.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What the other process does: sets the pages that come in, one after the other, until the input ends.
///
/// Returns the exit code: 0 after a clean end, 1 if the input or the output broke.
pub fn serve(engine: Result<&Engine, &Problems>, input: impl Read, output: impl Write) -> i32 {
    let (mut input, mut output) = (BufReader::new(input), BufWriter::new(output));
    loop {
        let job = match wire::read_frame(&mut input) {
            Ok(None) => return 0,
            Ok(Some(content)) => wire::to_job(&content),
            Err(_) => return 1,
        };
        let Some(job) = job else { return 1 };
        let answer = match engine {
            Ok(engine) => engine.write(&job),
            Err(problems) => Err(problems.clone()),
        };
        if wire::write_frame(&mut output, &wire::of_answer(&answer)).is_err() {
            return 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Files;
    use crate::job::Output;

    const LIMITS: TimeLimits = TimeLimits { page: Duration::from_secs(20), idle: Duration::from_secs(20) };

    /// A job whose length is the same for every template of five letters.
    fn job(template: &str) -> Job {
        assert_eq!(template.len(), 5);
        Job {
            template: template.into(),
            named: "page.typ".into(),
            files: Files::default(),
            data: "page.json".into(),
            attempts: vec![b"{}".to_vec()],
            day: (2020, 12, 31),
            output: Output::Svg,
        }
    }

    /// A shell that answers with its process number, or does what the template says.
    fn shell(limits: TimeLimits) -> Processes {
        let length = 4 + wire::of_job(&job("works")).len();
        let script = format!(
            r#"while job=$(head -c {length} | tr -d '\000'); do
                 case "$job" in
                   *works*) printf '\011\000\000\000\000%08d' $$ ;;
                   *fails*) printf '\014\000\000\000\001\001\000\000\000\003\000\000\000why' ;;
                   *chats*) echo "This is no answer." ;;
                   *hangs*) exec sleep 60 ;;
                   *stops*) exit 3 ;;
                   *) exit 0 ;;
                 esac
               done"#
        );
        Processes::new("/bin/sh", &["-c", &script], limits)
    }

    fn number(answer: Answer) -> String {
        String::from_utf8(answer.unwrap()).unwrap().trim_start_matches('0').to_string()
    }

    fn problem(answer: Answer) -> String {
        answer.unwrap_err().to_string()
    }

    fn is_running(process: &str) -> bool {
        Command::new("kill").args(["-0", process]).stderr(Stdio::null()).status().unwrap().success()
    }

    #[track_caller]
    fn ends(process: &str) {
        for _ in 0..500 {
            if !is_running(process) {
                return;
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("process {process} does not end");
    }

    #[test]
    fn one_process_sets_page_after_page_and_ends_when_it_is_idle() {
        let processes = shell(TimeLimits { idle: Duration::from_millis(500), ..LIMITS });
        let first = number(processes.write(&job("works")));
        assert_eq!(problem(processes.write(&job("fails"))), "why");
        assert_eq!(number(processes.write(&job("works"))), first);
        ends(&first);
        assert_ne!(number(processes.write(&job("works"))), first, "the next page starts another");
    }

    #[test]
    fn a_process_that_fails_is_replaced() {
        let processes = shell(TimeLimits { page: Duration::from_secs(3), ..LIMITS });
        for (template, says) in
            [("stops", "exit status: 3"), ("chats", "not an answer"), ("hangs", "not set within 3 s")]
        {
            for before in [false, true] {
                let first = before.then(|| number(processes.write(&job("works"))));
                let said = problem(processes.write(&job(template)));
                assert!(said.contains(says), "{template}: {said}");
                first.iter().for_each(|first| ends(first));
                assert!(locked(&processes.idle).is_empty());
            }
        }
        number(processes.write(&job("works")));
    }

    #[test]
    fn a_process_that_was_ended_by_somebody_else_is_replaced_without_an_error() {
        let processes = shell(LIMITS);
        let first = number(processes.write(&job("works")));
        assert!(Command::new("kill").args(["-9", &first]).status().unwrap().success());
        assert_ne!(number(processes.write(&job("works"))), first);
    }

    #[test]
    fn processes_end_with_the_value_that_started_them() {
        let processes = shell(LIMITS);
        let first = number(processes.write(&job("works")));
        assert!(is_running(&first));
        drop(processes);
        ends(&first);
    }

    #[test]
    fn pages_that_are_wanted_at_the_same_time_are_set_at_the_same_time() {
        let processes = shell(TimeLimits { page: Duration::from_secs(3), ..LIMITS });
        thread::scope(|scope| {
            let hangs = scope.spawn(|| problem(processes.write(&job("hangs"))));
            for _ in 0..3 {
                number(processes.write(&job("works")));
            }
            assert!(!hangs.is_finished());
            assert!(hangs.join().unwrap().contains("not set within"));
        });
    }

    #[test]
    fn a_program_that_cannot_set_pages_is_an_error() {
        let said = problem(Processes::new("/nowhere/decapolis", &[], LIMITS).write(&job("works")));
        assert!(said.contains("cannot be started") && said.contains("/nowhere/decapolis"), "{said}");
        let said = problem(Processes::new("/bin/true", &[], LIMITS).write(&job("works")));
        assert!(said.contains("exit status: 0"), "{said}");
    }
}
