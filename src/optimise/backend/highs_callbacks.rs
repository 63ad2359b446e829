//! HiGHS's callbacks: progress, every better solution as it is found, and stopping at once.
//!
//! The only file with `unsafe`. HiGHS is a C++ library; `highs` wraps it but has no callbacks, so that they are set
//! through its C interface (`highs_c_api.h`). What makes this sound:
//!
//! - The callback gets a pointer to [`Watch`], which lives on the stack of [`run`] for the whole of `Highs_run`; HiGHS
//!   keeps it only in the model, which is taken out of reach by stopping the callbacks before `run` returns.
//! - HiGHS calls back on the thread that called `Highs_run`, never while another callback runs: it asks for an interrupt
//!   only while no worker runs in parallel (`HighsMipSolverData::checkLimits`), so that `&mut Watch` is not shared.
//! - Nothing unwinds through C++: a panic in the observer is caught, stops the search, and goes on in `run`.
#![allow(unsafe_code)]

use std::any::Any;
use std::ffi::{c_char, c_int, c_void};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use highs::{HighsStatus, Model, SolvedModel};
use highs_sys::{
    Highs_resetGlobalScheduler, Highs_setCallback, Highs_startCallback, Highs_stopCallback, HighsCallbackDataIn,
    HighsCallbackDataOut, kHighsCallbackMipImprovingSolution, kHighsCallbackMipInterrupt, kHighsCallbackMipLogging,
};

/// What HiGHS tells while it runs. Infinite values are left as they are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Event<'a> {
    /// Seconds since the start.
    pub seconds: f64,
    /// Nodes so far.
    pub nodes: i64,
    /// The objective of the best solution.
    pub primal: f64,
    /// The bound.
    pub dual: f64,
    /// A better solution that was just found, by column.
    pub solution: Option<&'a [f64]>,
}

type Observer<'a> = &'a mut dyn FnMut(&Event) -> ControlFlow<()>;

struct Watch<'a> {
    observer: Observer<'a>,
    stopped: bool,
    panic: Option<Box<dyn Any + Send>>,
}

const CALLBACKS: [c_int; 3] =
    [kHighsCallbackMipImprovingSolution, kHighsCallbackMipLogging, kHighsCallbackMipInterrupt];

/// Runs HiGHS on a model. The observer may break the run off at any event.
pub(super) fn run(mut model: Model, observer: Observer) -> Result<SolvedModel, HighsStatus> {
    let mut watch = Watch { observer, stopped: false, panic: None };
    let data: *mut Watch = &raw mut watch;
    // SAFETY: the pointer to the model is valid as long as `model` lives; HiGHS only stores `data`, which outlives the
    // run below. The scheduler belongs to this thread and does nothing now: it is started anew with the threads asked.
    unsafe {
        Highs_resetGlobalScheduler(1);
        Highs_setCallback(model.as_mut_ptr(), Some(called_back), data.cast::<c_void>());
        for callback in CALLBACKS {
            Highs_startCallback(model.as_mut_ptr(), callback);
        }
    }
    let solved = model.try_solve();
    let solved = solved.map(|mut solved| {
        // SAFETY: the solved model owns the same HiGHS object, which is still valid. From here on it holds no callback.
        unsafe {
            for callback in CALLBACKS {
                Highs_stopCallback(solved.as_mut_ptr(), callback);
            }
            Highs_setCallback(solved.as_mut_ptr(), None, std::ptr::null_mut());
        }
        solved
    });
    match watch.panic.take() {
        Some(panic) => resume_unwind(panic),
        None => solved,
    }
}

/// What HiGHS calls.
///
/// # Safety
///
/// HiGHS passes the pointer that [`run`] gave it, and output and input data that are valid for the length of the call.
unsafe extern "C" fn called_back(
    kind: c_int,
    _message: *const c_char,
    out: *const HighsCallbackDataOut,
    input: *mut HighsCallbackDataIn,
    data: *mut c_void,
) {
    // SAFETY: see above; `run` holds no other reference to the watch while HiGHS runs.
    let (Some(watch), Some(out)) = (unsafe { data.cast::<Watch>().as_mut() }, unsafe { out.as_ref() }) else { return };
    let solution = (kind == kHighsCallbackMipImprovingSolution && !out.mip_solution.is_null())
        .then(|| usize::try_from(out.mip_solution_size).ok())
        .flatten()
        // SAFETY: HiGHS gives as many values as it says, valid for the length of the call.
        .map(|size| unsafe { std::slice::from_raw_parts(out.mip_solution.cast_const(), size) });
    let event = Event {
        seconds: out.running_time,
        nodes: out.mip_node_count,
        primal: out.mip_primal_bound,
        dual: out.mip_dual_bound,
        solution,
    };
    if !watch.stopped {
        match catch_unwind(AssertUnwindSafe(|| (watch.observer)(&event))) {
            Ok(flow) => watch.stopped = flow.is_break(),
            Err(panic) => {
                watch.stopped = true;
                watch.panic = Some(panic);
            }
        }
    }
    // HiGHS takes an interrupt only where it asks for one.
    // SAFETY: as above.
    if let (true, Some(input)) = (kind == kHighsCallbackMipInterrupt, unsafe { input.as_mut() }) {
        input.user_interrupt = c_int::from(watch.stopped);
    }
}
