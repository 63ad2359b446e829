//! A planner's work on one case, without a terminal: what is open, what was done to it and can be undone, what is shown of it.
//!
//! A front end holds a [`Document`], changes it by [`Step`]s, and draws what is in it. Another front than the terminal, such as
//! a web page, would sit on the same.
//!
//! | module | holds |
//! | --- | --- |
//! | `edit` | a change of a workbook with its inverse; what differs between two workbooks; scenarios as rows |
//! | `history` | steps that can be undone and done again |
//! | `document` | the open case: its text, who may edit it, the scenario that is tried on |
//! | `snapshot` | what is read from a text, and measured without a solver |
//! | `recommendation`, `user_portfolio` | the best portfolio, and the planner's own |
//! | `placing` | the year and the split in which a pick breaks nothing |
//! | `comparison`, `second_case` | two sides to compare, and what can stand on them |
//! | `three_way_merge`, `file_merge`, `unsaved_edits`, `on_disk` | versions of a case; its journal; its files |
//! | `spreadsheet` | a case as a workbook for spreadsheets, and what comes back from there |
//! | `spoken` | all of it told in another language |
//! | `scenarios` | what each scenario does, what portfolios lose under it, the best under it |
//! | `pillars` | what each pillar carries of the recommended and of the own portfolio |
//! | `analyses` | runs of analyses: what was asked, what was found so far, what is out of date |
//! | `names` | what people call a cell and what is in it |
//! | `validation`, `settings`, `rows`, `bulk`, `rename`, `new_case` | what may be typed, and the edits that it comes to |
//! | `list_import` | a list from elsewhere on its way to a case |

pub mod analyses;
pub mod bulk;
pub mod comparison;
mod document;
pub mod edit;
pub mod file_merge;
mod history;
pub mod list_import;
pub mod names;
pub mod new_case;
pub mod on_disk;
pub mod picks_difference;
pub mod pillars;
pub mod placing;
mod recommendation;
pub mod rename;
pub mod rows;
mod scenario_overlay;
pub mod scenarios;
pub mod second_case;
pub mod settings;
mod snapshot;
pub mod spoken;
pub mod spreadsheet;
pub mod three_way_merge;
mod unsaved_edits;
mod user_portfolio;
pub mod validation;
mod wanted;

pub use crate::messages::count_of;
pub use document::{ByHand, Document, EditAccess, FollowUp, Kept, Taken};
pub use history::{Change, History, Step};
pub use recommendation::{AskedBy, Best, Follow, Purpose, Running, Shown, same_case};
pub use scenario_overlay::ScenarioOverlay;
pub use snapshot::{Snapshot, Worth};
pub use unsaved_edits::{KeptVersions, UnsavedEdits};
pub use user_portfolio::{Unread, UserPick, UserPortfolio, header, parse_shares};
