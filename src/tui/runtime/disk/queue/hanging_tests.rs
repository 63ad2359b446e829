//! A disk that does not answer: every call of the thread that reads and writes files waits.

use std::thread::ThreadId;

use super::*;
use crate::model::schema::TableId;
use crate::session::Change;
use crate::session::edit::Edit;
use crate::session::on_disk::CaseOnDisk;
use crate::store;
use crate::store::system::failing::{answer, hang};
use crate::tui::runtime::rescue::Kept;

/// The longest that a test waits for what comes after seconds.
const PATIENCE: Duration = Duration::from_secs(20);

struct Place {
    folder: tempfile::TempDir,
    disk: Disk,
    news: Receiver<News>,
    document: Document,
    thread: ThreadId,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let case = folder.path().join("case");
        store::create(&case, &store::tutorial()).unwrap();
        let (sender, news) = channel();
        let state = Some(folder.path().join("state"));
        let environment = Environment { state, who: "a test".to_owned(), ..Environment::default() };
        let mut disk = Disk::start(sender, &environment).unwrap();
        disk.submit(Effect::Load(case.clone()));
        let Ok(News::Event(Event::Loaded(_, Ok(loaded)))) = news.recv_timeout(PATIENCE) else { panic!("not loaded") };
        let thread = disk.thread.as_ref().unwrap().thread().id();
        let document = Document::open(case, *loaded);
        Self { folder, disk, news, document, thread }
    }

    fn edit(&mut self, amount: &str) {
        let cell = Edit::SetCell { table: TableId::Budgets, row: 0, column: "amount".into(), text: amount.to_owned() };
        self.document.apply(amount, vec![Change::Book(cell)]);
        self.disk.submit(Effect::Journal(std::mem::take(&mut self.document.pending)));
    }

    /// Draws frames until something is told of the disk.
    fn told(&mut self) -> Option<Kept> {
        let began = Instant::now();
        loop {
            let frame = Instant::now();
            self.disk.wait_for_journal(Duration::from_millis(100));
            if let Some(Event::Hangs(hangs)) = self.disk.watch(Some(&self.document)) {
                return hangs;
            }
            assert!(frame.elapsed() < Duration::from_secs(1), "a frame waits for the disk");
            while let Ok(news) = self.news.try_recv() {
                if let News::Event(Event::Hangs(hangs)) = news {
                    return hangs;
                }
            }
            assert!(began.elapsed() < PATIENCE, "nothing is told");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// The amount with what the next session is offered, and how many journals are left elsewhere then.
    fn offered(&self) -> String {
        let state = self.folder.path().join("state");
        let (mut opened, loaded) = CaseOnDisk::read(&self.document.path, "next", Some(&state), None).unwrap();
        assert!(loaded.elsewhere.is_none(), "the lock is free");
        let (mut book, mut own) = (loaded.book, loaded.own);
        let Some(found) = loaded.found else { return "nothing".to_owned() };
        for step in found.steps {
            drop(step.apply(&mut book, &mut own));
        }
        opened.decided(&found.name).unwrap();
        book.sheet(TableId::Budgets).cell(0, "amount").to_owned()
    }
}

#[test]
fn while_the_disk_does_not_answer_edits_are_kept_elsewhere_and_nobody_waits() {
    let mut place = Place::new();
    place.edit("7.25");
    place.disk.wait_for_journal(PATIENCE);
    hang(place.thread);
    place.edit("7.5");
    let Some(Ok(path)) = place.told() else { panic!("kept elsewhere") };
    assert!(path.starts_with(place.folder.path().join("state")), "{path:?}");
    place.edit("7.75");
    assert!(matches!(place.told(), Some(Ok(_))), "what is done later is kept as well");
    assert!(std::fs::read_to_string(&path).unwrap().contains("7.75"));
    let ended = Instant::now();
    let sentence = place.disk.end(Some(&place.document)).unwrap();
    assert!(sentence.contains(&*path.to_string_lossy()), "{sentence}");
    assert!(ended.elapsed() < Duration::from_secs(5), "it ends all the same");
    // The process ends there. What it had asked of the disk is done when that answers, and is offered no more.
    place.disk.rescuer = None;
    answer(place.thread);
    let gone = Instant::now();
    while place.document.path.join(store::LOCK_FILE).exists() && gone.elapsed() < PATIENCE {
        thread::sleep(Duration::from_millis(20));
    }
    // Both journals are closed a moment after the lock is.
    thread::sleep(Duration::from_millis(300));
    assert_eq!(place.offered(), "7.75");
    assert_eq!(place.offered(), "nothing");
}

#[test]
fn when_the_disk_answers_again_what_was_kept_elsewhere_goes() {
    let mut place = Place::new();
    hang(place.thread);
    place.edit("7.5");
    let Some(Ok(path)) = place.told() else { panic!("kept elsewhere") };
    assert!(path.is_file());
    answer(place.thread);
    assert!(place.told().is_none(), "it answers");
    assert_eq!(place.disk.end(Some(&place.document)), None);
    let gone = Instant::now();
    while path.exists() && gone.elapsed() < PATIENCE {
        thread::sleep(Duration::from_millis(20));
    }
    assert!(!path.exists());
    assert_eq!(place.offered(), "7.5", "the journal beside the case has it");
}
