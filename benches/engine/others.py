#!/usr/bin/env python3
"""Other solvers on a model file, for the benchmark of the engine: `others.py SOLVER MODEL SECONDS THREADS`.

SOLVER is `scip` (package pyscipopt) or `cp-sat` (package ortools), MODEL a free MPS file that states a minimum. Prints one line
of JSON: what is proven, seconds of wall and of processor time (SECONDS limits the latter), nodes, the bound, and after how much
processor time which objective was found. A solver that is not installed prints `{"missing": …}`. The packages belong into an
environment of their own, outside the checkout; the program needs neither.
"""

import json
import os
import re
import resource
import sys
import tempfile
import threading
import time


# What else the machine does may make a solver wait: its wall time is limited to so many times its processor time.
PATIENCE = 10
# CP-SAT counts in whole steps of what is continuous. At a step of 1 it loses the best portfolio of some cases.
GRID = "mip_var_scaling:1000"


def processor():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def scip(model, seconds, threads):
    import pyscipopt

    found = []

    class Watch(pyscipopt.Eventhdlr):
        def eventinit(self):
            self.model.catchEvent(pyscipopt.SCIP_EVENTTYPE.BESTSOLFOUND, self)

        def eventexec(self, event):
            found.append((processor() - before, -self.model.getSolObjVal(self.model.getBestSol())))

    it = pyscipopt.Model()
    it.hideOutput()
    it.readProblem(model)
    it.setParam("timing/clocktype", 1)  # processor time
    it.setParam("limits/time", seconds)
    it.setParam("limits/gap", 0.0)
    it.setParam("parallel/maxnthreads", threads)
    it.includeEventhdlr(Watch(), "watch", "remembers when what was found")
    began, before = time.perf_counter(), processor()
    it.optimize()
    wall, used = time.perf_counter() - began, processor() - before
    if it.getNSols():
        found.append((used, -it.getObjVal()))
    return {
        "version": str(it.version()),
        "proven": it.getStatus() == "optimal",
        "impossible": it.getStatus() == "infeasible",
        "wall": wall,
        "processor": used,
        "nodes": it.getNTotalNodes(),
        "bound": -it.getDualbound(),
        "found": found,
    }


def interrupt(solver, seconds, done):
    """Stops a solver that has no limit on processor time of its own."""
    while not done.wait(0.05):
        if processor() > seconds:
            return solver.stop_search()


def cp_sat(model, seconds, threads):
    import ortools
    from ortools.linear_solver.python import model_builder

    it = model_builder.Model()
    it.import_from_mps_file(model)
    solver = model_builder.Solver("sat")
    solver.set_time_limit_in_seconds(PATIENCE * seconds)
    parameters = f"num_workers:{threads} {GRID} relative_gap_limit:0 absolute_gap_limit:1e-9 log_search_progress:true log_to_stdout:true"
    solver.set_solver_specific_parameters(parameters)
    solver.enable_output(True)
    # Its log tells when what was found; it goes to the standard output of the process.
    with tempfile.TemporaryFile() as log:
        kept = os.dup(1)
        sys.stdout.flush()
        os.dup2(log.fileno(), 1)
        began, before = time.perf_counter(), processor()
        done = threading.Event()
        threading.Thread(target=interrupt, args=(solver, seconds + before, done), daemon=True).start()
        status = solver.solve(it)
        done.set()
        wall, used = time.perf_counter() - began, processor() - before
        os.dup2(kept, 1)
        log.seek(0)
        text = log.read().decode("utf-8", "replace")
    # The log counts wall time.
    part = used / max(wall, 1e-9)
    found = [(part * float(at), -float(best)) for at, best in re.findall(r"^#\d+\s+([\d.]+)s best:(\S+)", text, re.M)]
    name = str(status).rsplit(".", 1)[-1].lower()
    if name in ("optimal", "feasible"):
        found.append((used, -solver.objective_value))
    branches = re.search(r"^branches: (\d+)", text, re.M)
    return {
        "version": ortools.__version__,
        "proven": name == "optimal",
        "impossible": name == "infeasible",
        "wall": wall,
        "processor": used,
        "nodes": int(branches.group(1)) if branches else 0,
        "bound": -solver.best_objective_bound if name in ("optimal", "feasible") else None,
        "found": found,
    }


def main(solver, model, seconds, threads):
    try:
        ask = {"scip": scip, "cp-sat": cp_sat}[solver]
        print(json.dumps(ask(model, float(seconds), int(threads))))
    except ImportError as why:
        print(json.dumps({"missing": str(why)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
