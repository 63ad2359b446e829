# What the program says, in English. For planners and ministers' advisers: short sentences, the point first, names instead of
# ids, one word for one thing. Counts choose their plural; other numbers come in written.

## Words


## analyse

alternatives-piece-number-holds = piece { $number } holds results of another piece
alternatives-next-best-portfolio = one of the next best portfolios is missing
alternatives-there-no-portfolio = there is no best portfolio to stay close to
alternatives-next-best-portfolio-2 = a next best portfolio
alternatives-least-spending = least spending
alternatives-most-spending = most spending
alternatives-least-power = least power
alternatives-most-power = most power
alternatives-best-portfolio = the best portfolio
alternatives-most-different-portfolio = the most different portfolio
alternatives-alternative-number = alternative { $rank }
alternatives-range-of = { $range } of { $domain }
axis-gain-weights-ministry = gain by the priorities of { $ministry }
axis-case-has-no = The case has no { $kind } `{ $name }`. It has { $known }.
axis-there-no-measure = There is no measure `{ $name }`. { $measures }
axis-rise-power-domain = rise of power in { $domain }
axis-there-no-measure-kind = There is no measure of the kind `{ $kind }`. { $measures }
axis-risk-free-gain = risk-free gain
break-even-break-even-said = a break-even point of { $factor } lies outside the range that was searched
break-even-break-even = a break-even point
budget-frontier-percent-budget-too = { $percent } % of the present budget is too much to compute with. Give a lower percentage.
budget-frontier-budgets-from-from = The budgets from { $from } to { $to } are too close together for this many points. Ask for fewer.
budget-frontier-total-budget-at = total budget { $total }
budget-frontier-stretch-from-stretch = the range from { $first } to { $last } does not belong to piece { $piece }
budget-frontier-case-has-no = The case has no budget, so there is no frontier by budget. Give it a budget first.
budget-frontier-frontier-needs-range = Set `to` above `from`, and both to 0 or more: the frontier needs a range of budgets.
budget-frontier-more-money-nothing = a larger budget allows no portfolio, although a smaller one does
budget-frontier-highest-budget = the highest budget
budget-frontier-smaller-budget = a smaller budget
compare-no-rung = no influence
cooperate-id-alone-factor = { $id } alone with { $factor } times its money
cooperate-equivalent-budget-said = an equivalent budget lies where the program did not look
cooperate-all-together = all together
cooperate-ministry-alone = { $ministry } alone
cooperate-coalition = coalition { $number }
explain-explanation-case-has = The explanation of why no portfolio is possible cannot be split into parts.
explain-best-portfolio-said = the best portfolio appears in two different versions
explain-what-stops-candidate = the reason that stops the candidate is not the real one
forced-flip-candidate-candidate-does = candidate { $candidate } does not belong to piece { $piece }
forced-flip-id-said-best = whether { $id } is in the best portfolio is recorded wrongly
forced-flip-candidate-forced-other = a candidate forced the other way
forced-flip-in = { $candidate } forced in
forced-flip-out = { $candidate } forced out
importance-rule-at-does = rule { $rule } does not belong to its piece
importance-funding-budget = funding with { $budget }
importance-without-rule-nothing = no portfolio is possible without a rule, although one is possible with it
importance-order-funding-does = the order of funding does not begin with the best portfolio
importance-best-rule = the best portfolio with a rule
importance-rules = { $rules } rules
pareto-best-name-at = best { $name } at { $value }
pareto-best-name = best { $name }
pareto-nothing-said-possible = there is a portfolio, although none should be possible
pareto-point-has-no = a point has no portfolio
pareto-value-point-neither = the value of a point matches neither measure
pareto-point-better-than = a point is better than the end of the front
repairs-best-repaired-case = the best portfolio after a fix
robust-world-at-does = world { $world } does not belong to piece { $piece }
robust-there-no-world = there is no world { $world }
robust-best-case-said = the best portfolio of the case appears in two different versions
saved-what-said-word = { $figure } should be { $right }, not { $said }
saved-what-has-value = { $figure } has the value { $value }, above its bound of { $bound }
saved-portfolio-picks-candidate =
    a portfolio contains candidate { $candidate }, but the case has only { $candidates ->
        [one] 1 candidate
       *[other] { $candidates } candidates
    }
saved-id-does-not = { $id } does not have one share for each ministry
saved-id-picked-twice = { $id } is chosen twice
saved-portfolio-breaks-rule = a portfolio breaks a rule: { $sentence }
saved-bound-said-bound = the bound of { $bound } is wrong: a portfolio reaches { $value }
saved-answer-without-portfolio = an answer has no portfolio, but it has the figures of one
saved-portfolio-none-was = a portfolio does not answer the question
saved-objective-portfolio = the objective of a portfolio
saved-gain-portfolio = the gain of a portfolio
saved-bill-portfolio = the bill of a portfolio
saved-value-portfolio = the value of a portfolio
scenarios-has-names = it has { $names }
scenarios-case-has-no = The case has no scenario `{ $name }`: { $known }.
scenarios-scenario-name-cannot = The scenario `{ $name }` cannot be applied: { $error }
scenarios-scenario-name-makes = The scenario `{ $name }` causes an error in the case: { $message }
scenarios-has-none = it has none
spec-which-scenarios = Which scenarios count: all, or their names, with commas between them.
spec-which-scenarios-or-none = Which scenarios count: all, none, or their names, with commas between them.
spec-no-scenario-called = No scenario is called "{ $text }".
spec-which-portfolio = Which portfolio: the recommended one, your own, or a proposal.
stress-there-no-scenario = there is no scenario { $number }
stress-what-scenario-scenario = the effect of the scenario { $scenario } on the portfolio is wrong
stress-there-no-portfolio = There is no portfolio to test under the scenarios.
stress-best-portfolio-case = the best portfolio of the case
stress-scenario = scenario { $name }
sweep-text-no-part = `{ $text }` is not a part of a sweep; write K/N with K from 1 to N, such as 2/8
sweep-they-say-there =
    they are split into { $pieces ->
        [one] 1 piece
       *[other] { $pieces } pieces
    } instead of { $expected }
sweep-piece-number-none =
    there is no piece { $number }, because there { $expected ->
        [one] is only 1 piece
       *[other] are only { $expected } pieces
    }
sweep-piece-saturating-add = piece { $piece } of { $pieces } appears twice
sweep-piece-saturating-add-pieces = piece { $piece } of { $pieces } is missing
sweep-parts-start-from = the parts start from different results, so they do not belong together
sweep-there-nothing-merge = there is nothing to merge
uncertain-text-no-range = `{ $text }` is not a range for the voice of a ministry. Write a ministry and two percentages, such as defence:30-70.
uncertain-case-has-no = The case has no ministry `{ $id }`. It has { $known }.
uncertain-text-no-percentage = `{ $text }` is not a percentage from 0 to 100. Write one, or `ranking`.
values-name-not-number = The value of { $name } is not a number that the program can use.
values-name-not-percentage = The value of { $name } is not a percentage.
values-whole-number-from = a whole number from { $low } to { $high }
values-whole-number-from-low = a whole number from { $low } to { $high }, or `all`
values-percentage-from-most = a percentage from 0 to { $most }
values-one-known = one of { $known }
values-did-you-mean = {" "}Did you mean { $near }?
values-case-has-no = The case has no candidate `{ $text }`.{ $near }
values-percentage-more = a percentage, 0 or more
values-whole-number = a whole number
why-impossible-whether-anything-possible = whether any portfolio is possible
axis-measures-gain-objective-points = The measures are gain, objective, points, cost, risk-free, own:MINISTRY and power:DOMAIN.
explain-forced-out = it is forced out
explain-forced = it is forced in

## analyse/robust

judging-smallest-maximum-regret = the smallest maximum regret
voice-stretch-voice-goes = the range of the voice from { $stretch } to { $to } is out of place
voice-what-possible-said = a portfolio is possible at one voice and not at another, although no rule depends on the voice
voice-portfolio-voice-not = the figures of the portfolio at one voice are wrong
voice-portfolio-voice = the portfolio at one voice
voice-voice = voice { $voice }
worlds-case = the case

## check

budgets-budget-year-lies = The budget for { $year } lies outside the horizon { $first_year }-{ $last_year } and is not used.
budgets-ministry-id-has = There is no money for { $id } in any year of the horizon.
budgets-change-year-horizon = Change the year, or the horizon in case.toml, or delete the row.
budgets-add-its-budgets = Add its budgets if it should pay for anything.
candidates-candidate-id-moves = The candidate { $id } has no effect: it moves no service, brings no points, and nothing needs it.
candidates-at-least-least = at least { $least } %
candidates-at-most-most = at most { $most } %
candidates-shares-id-cannot = The shares of { $id } cannot add up to 100: together the ministries pay { $sum }.
candidates-its-window-ends = its window ends in { $start_to }, before it begins in { $start_from }
candidates-its-window-start = its window { $start_from }-{ $start_to } lies outside the horizon
candidates-let-start-between = Let it start between { $first } and { $last }.
candidates-costs-money-years =
    it costs money for { $years ->
        [one] 1 year
       *[other] { $years } years
    }, and its last cost would come after { $last }
candidates-let-start-latest = Let it start in { $latest } at the latest, or lengthen the horizon.
candidates-candidate-id-can = The candidate { $id } can never start: { $why }.
candidates-message-locked = { $message } It is locked in.
candidates-candidate-id-force = The candidate { $id } is in force from { $in_force } at the earliest, after the horizon ends: its effects never count.
candidates-window-start-from = The window { $start_from }-{ $start_to } of { $id } reaches outside the horizon { $first }-{ $last }; only the years inside count.
candidates-candidate-id-has = The candidate { $id } has a reason but is not locked.
candidates-effect-id-id = The effect of { $candidate } on { $service } adds no control and grants no rung.
candidates-legal-risk = The candidate { $id } is a golden share, which a court may strike down.
candidates-legal-risk-fix = Have it examined; give instrument another word if it is none.
candidates-effect-worn-off = The effect of { $candidate } on { $service } has worn off by the end of { $last }, whenever it starts.
candidates-effect-worn-off-fix = Raise lasts, let it start later, or set objective.timing to average.
candidates-effect-id-id-adds = The effect of { $candidate } on { $service } adds { $control_gain } percentage points; control never exceeds 100.
candidates-let-start-start = Set start_to to start_from or later.
candidates-no-gains = No candidate brings anything yet: none has a gain, a right or points.
candidates-fill-in-gains = Fill in control_gain or grants in effects.csv, or points in candidates.csv.
candidates-add-its-effects = Add its effects to effects.csv, or give it points.
candidates-shorten-lead-time = Shorten lead_time, let it start earlier, or lengthen the horizon.
candidates-nothing-needs-done = Nothing needs to be done.
candidates-say-why-column = Say why in the column reason: someone will ask.
candidates-set-status-locked = Set status to locked_in or locked_out, or move the text to note.
candidates-write-control-gain = Write a control_gain, name a rung in grants, or delete the row.
candidates-check-number-percentage = Check the number: control is counted in percentage points.
cycles-candidates-require-each = The candidates require each other in a circle, { $names }, and cannot all start in the same year: none can ever be chosen.
cycles-candidates-require-each-other = The candidates require each other in a circle, { $names }: they can only be chosen together, all starting in the same year.
digits-what-cannot-computed =
    { $figure } cannot be computed exactly: it would need { $before ->
        [one] 1 digit
       *[other] { $before } digits
    } before the decimal point and { $places } after it, and the program has 28 in all.
digits-write-at-least =
    Write at least { $places ->
        [one] 1 digit
       *[other] { $places } digits
    } fewer after the decimal point in the numbers that are multiplied here, or use a larger unit.
digits-control-id = The control of { $id }
digits-power-domain-id = The power in the domain { $id }
digits-spending = The spending
forced-required-id-which = {" "}(required by { $id }, which is locked in)
forced-candidate-id-locked = The candidate { $id } is locked out, but { $locked }, which is locked in, requires it.
forced-candidate-id-can = The candidate { $id } can never start, but { $locked }, which is locked in, requires it.
forced-take-one-two = Remove one of the two locks, or the relation.
forced-let-start-within = Let it start within the horizon, or remove the lock or the relation.
holders-none-but-home = Nobody but the home bloc holds a stake in { $id }, so that its votes say nothing about power.
holders-add-others = Add the other holders to holders.csv, or write ladder here.
holders-too-many = { $holders } others hold a stake in { $id }; power is computed for at most { $most }.
holders-join-smallest = Put holders who vote together into one row, or write ladder here.
holders-too-fine = The stakes in { $id } have so many digits that their coalitions cannot be counted.
holders-two-decimals = Write the stakes with at most two decimals.
purchases-unknown = Nothing of { $service } can be bought from { $holder }, who holds nothing of it.
purchases-unknown-fix = Write a holder of the service as holders.csv names it, or leave the cell empty: then all others sell alike.
purchases-home = In { $service } { $holder } votes with the country: what is bought from it changes nothing.
purchases-home-fix = Write another holder, or leave the cell empty: then all others sell alike.
purchases-nothing = Nothing of { $service } is bought from { $holder }: the control_gain is 0.
purchases-nothing-fix = Write in control_gain how much is bought, or clear buys_from.
purchases-too-much = More of { $service } is bought from { $holder } than it has: { $gain } points of { $stake }.
purchases-too-much-fix = Buy at most { $stake }, or leave buys_from empty: then all others sell alike.
purchases-on-ladder = The power of { $service } follows the ladder: who sells counts for takeovers alone.
purchases-on-ladder-fix = Nothing, if that was meant; else write banzhaf or shapley as the power of the service.
purchases-together = Together { $candidates } buy { $sum } points of { $service } from { $holder }, who has { $stake }. What goes beyond comes from all others alike.
purchases-together-fix = Buy less, or say in relations.csv that they exclude each other.
purchases-too-many = More than { $most } candidates buy from holders of { $service } by name; their combinations are too many.
purchases-too-many-fix = Leave buys_from empty where it matters least: then all others sell alike.
purchases-too-fine = After these purchases the stakes in { $id } have so many digits that their coalitions cannot be counted.
purchases-too-fine-fix = Write control, drift, stakes and gains with fewer decimals, or leave buys_from empty.
holders-no-percent = A stake or the quota of { $id } is not a percentage.
holders-quota-100 = Nobody can have more than 100 % of the votes, so that nobody ever decides in { $id }.
holders-lower-quota = Write the share of the votes that must be exceeded: 50 for a majority.
holders-no-home = No holder in { $id } is marked home, but the country's control of it is { $control }.
holders-mark-home = Write home in the column bloc of whoever votes with the country, or set control to 0.
holders-stakes-id-add = The stakes in { $id } add up to { $sum }, not to 100.
holders-stakes-home-bloc = The stakes of the home bloc in { $id } add up to { $home }, but its control is { $control }.
holders-add-holders-missing = Add the missing holders, or correct the stakes.
holders-correct-bloc-stake = Correct bloc and stake here, or control in services.csv.
ownership-too-many = More than { $most } rows about owners; of more, who controls whom is not worked out.
ownership-too-many-fix = Leave out owners who can never decide, such as those of less than one percent.
ownership-home = the country
ownership-itself = The company { $id } is listed as an owner of itself; its own shares carry no votes.
ownership-itself-fix = Remove the row, and give its stake to nobody.
ownership-above-100 = The stakes in { $id } add up to { $sum }, more than 100.
ownership-above-100-fix = Correct the stakes; what nobody is known to hold may be left out.
ownership-holds-nothing = The company { $id } has owners here, but holds no stake in any service or company.
ownership-holds-nothing-fix = Write the company as holders.csv or another row of this table calls it, or remove its rows.
ownership-two-rights = In { $id } all of { $who } are to decide, and they are not one party.
ownership-one-right = Leave yes in the column controls of one of them.
ownership-right-and-votes = In { $id } { $who } is to decide, but { $other } has more than half of its votes. The right counts.
ownership-right-and-votes-fix = Remove yes from controls if the votes decide, or correct the stakes.
ownership-home-of-other = The company { $id } is marked home, but { $other } controls it. The mark counts.
ownership-home-of-other-fix = Remove home from the column bloc, or mark whoever controls it.
ownership-circle = The company { $id } and others that it controls rule each other in a circle, so that nobody stands at the top.
ownership-circle-fix = Write yes in controls for whoever decides there, or correct the stakes.
dependence-itself = The service { $id } depends on itself.
dependence-itself-fix = Remove it from its own depends_on.
dependence-circle = The services depend on each other in a circle: { $names }. If one stops, all stop.
dependence-circle-fix = Remove the one that could do without the other.
limits-limit-scope-has = The limit of { $scope } has neither min nor max.
limits-spending-scope-at = The spending on { $scope } must be at least { $min } and at most { $max }, which is not possible.
limits-no-candidate-belongs = No candidate belongs to { $scope }.
limits-spending-scope-at-least = The spending on { $scope } must be at least { $min }, but all budgets for it add up to only { $budget }.
limits-spending-scope-at-least-what = The spending on { $scope } must be at least { $min }, but everything that could be chosen costs only { $most }.
limits-least-spending-list = The minimum spending on { $list } adds up to { $sum }{ $unit }, more than the { $most }{ $unit } of { $all }.
limits-together-ministries-may = Together the ministries may pay at most { $sum } %, so nobody would pay the rest.
limits-fill-one-them = Fill one of them in, or delete the row.
limits-lower-min-raise = Lower min or raise max.
limits-check-word-delete = Check the spelling, or delete the row.
limits-lower-min-raise-budgets = Lower min, or raise the budgets.
limits-lower-min-add = Lower min, or add candidates.
limits-lower-some-them = Lower some of them.
limits-raise-some-them = Raise some of them until they add up to 100 % or more.
reach-floor-id-id = The floor { $rung } of { $service } cannot be reached: even with everything in force, its control is { $control } % and its power { $power }, but { $needed_power } is needed.
reach-number-domains-at =
    At least { $domains_at_target ->
        [one] 1 domain
       *[other] { $domains_at_target } domains
    } must reach the target, but even with everything in force { $reached ->
        [0] none does.
        [one] only 1 does.
       *[other] only { $reached } do.
    }
reach-lower-floor-add = Lower the floor, or add candidates that move the service.
reach-ask-fewer-domains = Require fewer domains, lower targets in domains.csv, or add candidates.
relations-among-members-list = Named more than once among the members: { $list }. Each member counts once.
relations-relation-kind-needs = A relation of the kind { $kind } needs at least two members, but this one has only one.
relations-cell-column-means = Relations of the kind { $kind } do not use the cell { $column }.
relations-name-each-member = Name each member once.
relations-name-others-too = Name the others too, separated by spaces.
relations-clear-check-kind = Clear it, or check the kind.
scenarios-change-scenario-name = A change in the scenario { $name } cannot be made. { $error }
scenarios-scenario-name-leaves = With the scenario { $name } the case cannot be computed: { $file }, { $column }: { $message }
scenarios-correct-row-delete = Correct the row, or delete it; until then the scenario cannot be run.
settings-program-does-not = The program does not know the setting { $key }, so it is not used.
settings-did-you-mean = Did you mean { $near }?
settings-rung-id-begins = The rung { $rung } begins at { $at_least } %, which is not above the { $below_at_least } % of { $rung_below } before it.
settings-rung-id-has = The rung { $rung } has power { $power }, less than the { $power_below } of { $rung_below } below it.
settings-number-domains-at =
    At least { $wanted ->
        [one] 1 domain
       *[other] { $wanted } domains
    } must reach the target, but there { $domains ->
        [one] is only { $domains }.
       *[other] are only { $domains }.
    }
settings-nothing-needs-done = Nothing needs to be done; it is kept.
settings-put-rungs-order = Put the rungs in the order of at_least, each above the one before it.
settings-let-power-stay = Let power stay the same or rise from rung to rung.
settings-case-has-no = The case has no rung, so no service ever has power.
settings-add-rung-id = Add a [[rung]] with id, at_least and power to case.toml.
settings-voices-all-ministries = The voices of all ministries are 0, so the domains have no joint weights.
settings-give-at-least = Give at least one ministry a voice above 0.
settings-ask-at-most = Require at most as many domains as there are.
tables-column-name-stands = The column { $name } appears more than once in the header; only the first one counts.
tables-column-visible-names = The column { $column } does not name a ministry of case.toml, so it is not used.
tables-program-does-not =
    The program does not use { $count ->
        [one] the column
       *[other] the columns
    } { $list }; the contents are kept.
tables-row-has-filled =
    The row has { $filled ->
        [one] 1 cell
       *[other] { $filled } cells
    }, but the header has only { $columns }: the last ones belong to no column.
tables-row-has-cells =
    The row has { $cells ->
        [one] 1 cell
       *[other] { $cells } cells
    }, but the header has { $columns }: the missing ones count as empty.
tables-column-at-has = Column { $number } has values but no name, so it is not used.
tables-rename-delete-other = Rename or delete the other one.
tables-rename-column-add = Rename the column, or add the ministry to case.toml.
tables-table-candidates-has = The table candidates has no cost column, so every candidate would be free.
tables-call-column-costs = Name the cost column cost_1. If there is none, add it, and write 0 where a candidate costs nothing.
tables-put-text-has = Put any text with a comma in double quotes, or remove the extra cells.
tables-check-no-comma = Check whether a comma is missing, and add commas at the end of the row.
tables-give-column-name = Give the column a name in the header.
weights-weights-all-domains = The weights of all domains are 0 for { $id }.
weights-give-at-least = Give at least one domain a value above 0 in the column { $column }.
weights-weights-all-services = The weights of all services of the domain { $id } are 0.
weights-domain-id-has = The domain { $id } has a weight for { $ministries }, but no service: its power is always 0.
weights-give-at-least-one = Give at least one of them a weight above 0.
weights-add-service-services = Add a service to it in services.csv, or set its weights to 0.
candidates-lower-smallest-shares-until = Lower the smallest shares until they add up to 100 or less.
candidates-raise-largest-shares-until = Raise the largest shares until they can add up to 100.
candidates-locked-in-without-reason = The candidate { $id } is locked in without a reason.
candidates-locked-out-without-reason = The candidate { $id } is locked out without a reason.
cycles-check-which-them-really = Check which of them really needs the other, and delete one of the relations.

## cli

analyses-text-default = {" "}({ $text } by default)
analyses-ministries-needs-case = --by ministries needs a case with two ministries; this one has { $count }.
analyses-these-parts-command = These parts come from a command that cannot be split.
analyses-against-what = What the frontier is drawn against
analyses-two-measures-against = Draw two measures against each other, instead of --by
analyses-only-this-scenario = Only this scenario; can be given several times
analyses-leave-all-scenarios = Leave all scenarios out
analyses-takes-two-measures = --of takes two measures, such as --of gain,cost.
analyses-name-two-measures = Name two measures with --of, such as --of own:defence,own:economic_affairs.
analyses-there-no-such = There is no such analysis.
analyses-explanation-case-has = The explanation of why no portfolio is possible cannot be split into parts.
analyses-must-be = it must be { $what }
analyses-help-by = By { $value }: { $help }
analyses-help-else = Else: { $help }
analysis-ctrl-cannot-listened = The program cannot react to Ctrl-C: { $error }.
analysis-done-total-done = { $done } of { $total } done
analysis-text-best-best = { $text }: best { $best }, bound { $bound }
analysis-stopped-ctrl-what = { $by ->
        [term] Stopped from outside.
       *[other] Stopped by Ctrl-C.
    } The results so far follow.
analysis-given-up = { $count ->
        [one] One question was given up
       *[other] { $count } questions were given up
    } before the proof: each has { $seconds } s, --time-limit gives it longer, and Ctrl-\ skips the one being asked.
compare-no-scenario-name = There is no scenario { $name }.
compare-best = the best
compare-comparison-has-no = A comparison cannot be split into parts.
compare-there-nothing-compare = There is nothing to compare the case with.
compare-name-portfolio-another = Name a portfolio, another case or a scenario of the case.
failure-target-could-not = { $target } could not be written: { $why }.
failure-path-cannot-read = { $path } cannot be read: { $why }.
failure-folder-does-not = it or its folder does not exist
failure-permission-denied = permission denied
failure-standard-output = standard output
failure-part-was-changed = A part was changed after it was written, or another program wrote it. Run every part again.
failure-error = error: { $message }
failure-hint = hint: { $hint }
guests-path-cannot-read = { $path } cannot be read: { $error }.
guests-path-not-toml = { $path } is not valid TOML: { $error }
guests-kind-no-program = { $kind }: there is no program at { $value }. Write its full path.
guests-kind-write-path = { $kind }: write the path of the program in quotes.
guests-key-no-solver = { $key } is not a known solver. Known solvers: { $solvers }.
import-no-case-can = The file cannot be made into a case.{ $findings }
import-made-folder-edit = Made { $folder }. Edit it with: beslismacht { $typed }
load-all-budgets-scaled = all budgets scaled to a total of { $total }
load-shown-no-portfolio =
    { $path } is not a portfolio of this case.
    { $findings }
load-path-one-table = { $path } is one table, so it needs a budget.
load-path-has-errors =
    { $path } has { $errors ->
        [one] an error
       *[other] { $errors } errors
    } and cannot be computed.
load-did-you-mean = Did you mean { $path }?
load-errors-more =
    {""}
    {"  "}… and { $errors } more
load-give-budget-folder = Give --budget B, or the folder of a case.
load-rows-set-aside =
    { $rows ->
        [one] 1 row is
       *[other] { $rows } rows are
    } set aside and not in the case ({ $places }).
load-set-aside = set aside: { $places }
load-warnings =
    warning: { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }; beslismacht check { $path } shows what.
load-beslismacht-check = beslismacht check { $path } lists all findings.
load-warning = warning: { $warning }
man-there-no-command = There is no command { $name }.
man-manual-page-could = The manual page could not be made: { $error }.
merge-there-nothing-merge = There is nothing to merge.
merge-these-parts-no = These parts do not belong to any command of this program. Run every part again.
optimise-path-was-left =
    {""}
    { $path } was left unchanged.
optimise-path-was-not =
    {""}
    { $path } was not written.
optimise-solver-not-found = { $solver } was not found. Install it so that `{ $program }` is on the PATH, or name it in the settings: `beslismacht solvers` says where it looks.
optimise-refused = The answer of { $solver } was refused { $times } times, so nothing can be shown: { $why }. Numbers that differ by many orders of magnitude in one case can cause this; state money in a larger unit, or choose another solver.
optimise-wrongly-infeasible = { $solver } says that no portfolio is possible, but one is known that keeps all rules. This is a fault of the solver.
output-path-cannot-written = { $path } cannot be written: { $why }.
output-terminal-cannot-show = A terminal cannot show { $id }.
output-what-named-two = Both results would be written to { $path }.
output-name-file-out = Name a file with --out.
output-name-another-file = Name another file.
output-name-file-each = Name a file for each.
output-is-folder = it is a folder
parts-part-part-was = The files of the case have changed since part { $part } was made. Run every part again.
parts-shown-not-complete = { $path } is not complete: its run was stopped. Run it again.
parts-shown-answers-another = { $path } answers a different question: `{ $arguments }`, not `{ $first_arguments }`.
parts-shown-was-made = { $path } was made from other files or by another version of the program.
parts-part-part-there = Part { $part } appears twice; the second is { $path }.
parts-shown-no-part = { $path } is not a part that can be merged: it contains `{ $argument }`.
parts-part-gap-what = Part { $part }/{ $parts } is missing.
parts-run-part-again = Run the part again.
parts-parts-different-splits = The parts come from different splits, such as 1/4 and 2/8. Merge the parts of one split.
progress-conflict = { $stage }: { $rules } rules so far cannot hold together, { $seconds } s
progress-stage-best-best = { $stage }: best { $best }, bound { $bound }, gap { $gap }, { $nodes } nodes, { $seconds } s
progress-stopped-ctrl = { $by ->
        [term] Stopped from outside.
       *[other] Stopped by Ctrl-C.
    }
proof-no-proof-can = No proof can be written, because only the engine writes proofs and it cannot solve this case: { $why }.
proof-no-proof-was = No proof was written, because the engine's proof does not hold: { $why }.
proof-proven-leaves-leaves =
    Proven: { $leaves ->
        [one] 1 leaf
       *[other] { $leaves } leaves
    } and { $settled ->
        [one] 1 settled decision
       *[other] { $settled } settled decisions
    } checked.
proof-leave-proof-away = Leave out --proof: another solver then proves the answer.
proof-no-proof-was-written = No proof was written: the search was stopped before it finished.
proof-no-proof-was-written-engine = No proof was written: the engine was stopped before it finished.
proof-no-proof-was-written-engine-solver = No proof was written: the engine and the solver that answered do not agree.
reference-what-several-commands =
    #### What several commands share
    {""}
    { $header }
reference-command-file-answers =
    | command | file | answers |
    | --- | --- | --- |
    {""}
reference-one-of-values = {" "}One of { $values }.
reference-shared =
    
    Shared: { $names }.
    {""}
    {""}
screen-there-neither-command = { $typed } is neither a command nor a folder.
screen-did-you-mean = Did you mean the command { $near }?
screen-cases-under-portfolios =
    Cases under portfolios/; beslismacht CASE prints the recommended portfolio:
    {""}
screen-there-no-terminal = There is no terminal to open, and no case under portfolios/ to list.
screen-beslismacht-case-prints = beslismacht CASE prints the recommended portfolio of a case; beslismacht new DIR makes an empty one.
solvers-not-found-program = not found (`{ $program }` is not on the PATH)
solvers-kind-does-not = { $kind } does not answer: { $why } ({ $path })
solvers-settings-wrong = Error in the settings: { $wrong }
solvers-solver-elsewhere-named =
    {""}
    To use a solver elsewhere, name it in { $path }, in the table [solvers]: highs = "/opt/highs/bin/highs".
solvers-engine-built-answers =
    engine   built in, answers first
    {""}
solvers-microlp-built-small =
    microlp  built in, for small cases
    {""}
solvers-tools-guest-brings =
    {""}
    `.tools/guest` installs HiGHS in seconds.
    {""}
verify-not-proven-path = NOT PROVEN: { $path }, line { $line }: { $why }.
verify-leaves-leaves-settled =
    { $leaves ->
        [one] 1 leaf
       *[other] { $leaves } leaves
    } and { $settled ->
        [one] 1 settled decision
       *[other] { $settled } settled decisions
    } checked
verify-proven-no-portfolio =
    PROVEN: no portfolio has an objective above { $exact } ({ $checked }). The proof is of the objective alone: it says nothing of the bill, or of how much of a plan changes.
    {""}
verify-proven-no-portfolio-possible =
    PROVEN: no portfolio is possible ({ $checked }).
    {""}
args-must-not-negative = it must not be negative
args-must-not-percentage = it is no percentage: write the number itself, such as 1250.5
args-must-number-decimal-point = it must be a number with a decimal point, such as 1250.5
args-budget-0-more = a budget is 0 or more
args-must-whole-number-megabytes = it must be a whole number of megabytes, such as 2000
args-must-number-seconds-0 = it must be a number of seconds, 0 or more, such as 30 or 0.5
args-must-be-at-most = it must be at most { $most }
args-must-be-at-most-seconds = it must be at most { $most } seconds

## job

job-program-made-mistake = An error in the program stopped this work: { $message }. Your edits are safe.

## measure

story-force-only-from = is in force only from the end of { $in_force }, after the horizon
story-brings-what-index =
    brings { $points ->
        [one] 1 point
       *[other] { $points } points
    } directly
story-costs-what-index =
    costs { $points ->
        [one] 1 point
       *[other] { $points } points
    } directly
story-from-start-force = from { $start }, in force at the end of { $in_force }
story-and-it = {" "}It { $does }.
story-ministry-pays-all = { $ministry } pays all of it, { $paid }
story-nobody-pays-its = nobody pays its { $bill }
story-adds-gain-points =
    adds { $gain ->
        [one] 1 percentage point
       *[other] { $gain } percentage points
    } of control over { $service }
story-bought-from = {", bought from "}{ $holder }
story-confers-rights-rung = grants the rights of { $rung } over { $service }
story-worn-off = moves { $service } until the end of { $until } and has worn off since
story-adds-nothing-service = adds nothing to { $service }
story-adds-which-stays = { $adds }, which stays at { $rung }
story-from-called-called = from { $before } to { $after }
story-adds-which-lifts = { $adds }, which raises it { $climb }
story-adds-which-lifts-climb = { $adds }, which raises it { $climb } ({ $others } would achieve this anyway)
story-adds-which-lifts-climb-together = { $adds }, which raises it { $climb } together with some of { $others }
story-adds-which-lifts-climb-together-called = { $adds }, which raises it { $climb } together with { $others }
story-adds-which-climbs = { $adds }, which would rise { $climb } even without it
story-moves-no-service = moves no service
story-costs-public-nothing = it costs the public nothing

## model

cell-use-small-letters = Use lower-case letters, digits, _ and -, and begin with a letter or a digit: { $better }.
cell-id-text-not = The id "{ $text }" is not valid.
cell-write-at-most = Write at most { $most_decimals } digits after the point.
cell-write-at-most-most = Write at most { $most_decimals } digits after the point, such as { $rounded }.
cell-number-text-has = The number { $text } has more than { $most_decimals } digits after the point.
cell-number-text-too = The number { $text } is too large to compute with.
cell-use-larger-unit = Use a larger unit of money, or check the number: it must be between -{ $most } and { $most }.
cell-text-not-number = "{ $text }" is not a number.
cell-number-text-has-decimal = The number "{ $text }" has a decimal comma.
cell-write-decimal-point = Write a decimal point: { $replace }.
cell-text-sum-calculation = "{ $text }" is a calculation, not a number.
cell-write-what-comes = Write the result: { $result }.
cell-number-text-has-marks = The number "{ $text }" has thousands separators.
cell-write-digits-decimal = Write only digits and a decimal point: { $number }.
cell-text-not-plain = "{ $text }" is not a plain number.
cell-between-min-max = between { $min } and { $max }
cell-min-more = { $min } or more
cell-at-most-most = at most { $most }
cell-fraction-write-hundredth = This is a fraction: write { $fraction } for { $percent } %.
cell-write-number-range = Write a number that is { $range }.
cell-number-text-must = The number { $text } must be { $range }.
cell-number-text-must-whole = The number { $text } must be a whole number.
cell-write-whole-number = Write a whole number, such as { $round }.
cell-text-not-year = "{ $text }" is not a year.
cell-text-not-share = "{ $text }" is not a share of the bill.
cell-range-text-ends = The range { $text } ends below its start.
cell-write-smaller-percent = Write the smaller percent first: { $max }-{ $min }.
cell-change-text-does = The change "{ $text }" does not say what to do.
cell-begin-such-text = Begin with =, +, - or *, such as ={ $text }. Spreadsheets make a plain number of that; they leave words: set { $text }, add { $text }, times 0.9.
cell-text-not-one = "{ $text }" is not one of the allowed words.
cell-write-one-list = Write one of: { $list }.
cell-use-small-letters-digits = Use lower-case letters, digits, _ and -, and begin with a letter or a digit.
cell-leave-out-percent = Leave out the percent sign.
cell-write-number-full = Write the number in full, without an exponent.
cell-write-digits-decimal-point = Write only digits and a decimal point, without a unit, such as 12.5.
cell-more = 0 or more
cell-write-number-decimal = Write a number with a decimal point, such as 12.5.
cell-write-year-four = Write a year with four digits, such as 2027.
cell-write-whole-percent = Write a whole percent from 0 to 100, or a range such as 20-60, without a percent sign.
guess-did-you-mean = Did you mean { $name }? { $otherwise }
heading-columns-column-shown = The columns { $column } and "{ $written }" mean the same thing, and only one of them can count.
heading-column-shown-what = The column "{ $written }" { $likeness } { $column }, but under this name it is not used.
heading-rename-column-header = Rename it to { $column } in the header; if it means something else, give it another name.
heading-delete-one-two = Delete one of the two; if one means something else, give it another name.
quotes-cell-holds-line = The cell has a line break, followed by what looks like a row (line { $inside }); it does not count as a row.
quotes-double-quote-stands = The cell has a stray double quote, so its text is taken as written: { $written }.
quotes-double-quote-opens = A double quote opens here and is never closed, so the rest of the file counts as one cell.
scale-budgets-cannot-scaled = The budgets cannot be scaled to { $total }, because all of them are 0. Fill in budgets.csv first.
scale-budgets-cannot-scaled-total = The budgets cannot be scaled to { $total }: that is too large.
settings-case-toml-cannot = case.toml cannot be read: { $message }.
settings-case-toml-has = case.toml has no { $table }.
heading-not-written = is another spelling of
heading-most-likely-means = most likely means
heading-nearly-called = looks like
quotes-close-quote-double-quote = Close the quote; a double quote inside a quoted cell is written twice.
quotes-close-quote-where-text = Close the quote where the text ends; if the line break is meant, leave it.
quotes-put-whole-text-double = Put the whole text in double quotes, and write a double quote inside it twice; or take the quote out.

## model/apply

cells-none-rows-table = No row of { $table } has a { $column } to change.
cells-column-name-table = The column { $name } of { $table } does not name a ministry. { $remedy }
cells-has-known = It has: { $known }.
cells-table-table-has = The table { $table } has no column { $name }. { $remedy }
cells-change-does-not = The change does not say which row of { $table } to change. { $form }
cells-id-not-row = "{ $id }" is not a row of { $table }. { $form }
cells-id-not-key = "{ $id }" is not a key of { $table }. { $form }
cells-give-one-all = Give the { $what }, or * for all.
cells-give-keys-either = Give { $keys }; either part may be *.
cells-table-table-has-no =
    The table { $table } has no row { $id }. It has { $rows ->
        [one] 1 row.
       *[other] { $rows } rows.
    }
cells-table-table-has-no-row = The table { $table } has no row { $id }. { $remedy }
cells-there-no-ministry = There is no ministry { $ministry }. { $remedy }
cells-key-id-names = The key { $id } does not name a year. { $trouble }
cells-its-rows-go = Give the number of a row, from 1, or * for all.
cells-use-id-ministry = Use the id of a ministry of case.toml.
apply-text-sets-nothing = "{ $text }" sets nothing: it has no =. { $form }
apply-text-could-mean = "{ $text }" could mean to set or to add. Write { $target }+={ $sum } to add, or { $target }={ $sum } to set.
apply-text-has-no = "{ $text }" has no ] after the id. { $form }
apply-text-does-not = "{ $text }" does not say which row of { $table } to change. Write { $table }.{ $column }[id]=value; [*] means all rows.
apply-text-does-not-name = "{ $text }" does not name a column. { $form }
apply-text-does-not-say = "{ $text }" does not say what to set. { $form }
apply-there-no-table = There is no table { $table }. { $remedy }
apply-scenarios-csv-row = scenarios.csv, row { $row }: the change cannot be read; `check` says what is wrong with it.
apply-there-no-scenario = There is no scenario { $scenario }. { $remedy }
apply-scenarios-csv-row-row = scenarios.csv, row { $row }
apply-name-file-case = Name a file of the case without .csv, or case for case.toml.
apply-name-scenario-scenarios = Name a scenario of scenarios.csv.
number-what-cannot-become = { $cell } cannot become "{ $new }". { $trouble }
number-what-not-number = { $cell } is not a number, so you cannot add to it or multiply it. Use = to set it.
number-what-range-shares = { $cell } is a range of shares, which can only be set. Use =, such as =20-60.
number-what-has-no = { $cell } has no number to change. Use = to set one.
number-what-cannot-changed = { $cell } cannot be changed. { $trouble }
number-what-would-become = { $cell } would become too large to compute with. Change it by less.
setting-case-toml-has = case.toml has no rows, so the id { $id } does not belong here. Put the whole key, such as ministry.{ $id }.voice, in column.
setting-case-toml-cannot = case.toml cannot be changed, because it cannot be read: { $message }.
setting-there-no-setting = There is no setting { $key }. { $remedy }
setting-use-id-kind = Use the id of a { $kind } of case.toml.
setting-there-no-kind = There is no { $kind } { $id }. { $remedy }
setting-setting-key = The setting { $key }
setting-what-needs-number = { $setting } needs a number.
setting-what-all-which = { $setting } is "all", which can only be set. Use =, such as =0.5.
setting-name-setting-case = Name a setting of case.toml, such as objective.risk.
apply-write-table-column-id = Write table.column[id]=value, such as budgets.amount[defence:2029]=120, or a setting of case.toml, such as objective.risk=full.

## model/compile

budgets-budget-id-when = The budget of { $id } for { $when }
candidates-column-name-names = The column { $name } does not name a year after the start.
candidates-number-cost-columns = Number the cost columns from cost_1 to at most cost_{ $most_years }.
candidates-effect-id-id-2 = The effect of { $candidate } on { $service }
places-holder-id-id = The holder { $holder } of { $service }
places-owner-id-id = The owner { $owner } of { $company }
reader-add-column-name = Add the column { $name } to the header.
reader-add-file = Add the file with at least its header: { $header }.
reader-rename-column-visible = Rename the column { $written } to { $name }.
reader-table-table-has = The table { $table } has no column { $name }.
reader-cell-field-empty = The cell { $field } is empty{ $why }.
reader-fill-help = Fill it in. { $help }
reader-what-stands-here = { $what_stands } appears a second time; line { $line } already has it, and only that row counts.
reader-use-id-what = Use the id of a { $kind } of this case, or add the { $kind }.
reader-there-no-what = There is no { $kind } { $id }.
reader-give-id-its = Give it an id of its own, or delete one of the two rows.
reader-row-has-no = Empty row: ignored until you fill it in.
reader-fill-delete = Fill it in or delete it.
reader-file-empty = The file { $file } is empty.
reader-file-missing = The file { $file } is missing.
reader-write-header = Write at least its header: { $header }.
rules-but-word-needs = , but { $word } needs a number
rules-but-word-moves = , but a { $word } moves a service
settings-file-cannot-read = The file cannot be read from here on: { $message }.
settings-text-text = the text "{ $text }"
settings-write-wanted-without = Write { $wanted }, without quotes.
settings-number-number = the number { $number }
settings-write-wanted-quotes = Write { $wanted } in quotes: "{ $number }".
settings-setting-key-not = The setting { $key } is { $value }, not { $wanted }.
settings-setting-key-missing = The setting { $key } is missing in case.toml.
settings-add-next = Add it: { $next } = …
settings-setting-key-cannot = The setting { $key } cannot be "{ $text }".
settings-case-written-format = The case is written in format { $number }; this program reads format 1.
settings-horizon-ends-last = The horizon ends in { $last }, before it begins in { $first }.
settings-horizon-from-first = The horizon from { $first } to { $last } has { $years } years; at most { $most_years } are possible.
settings-kind-id-stands = The { $kind } { $id } appears a second time in case.toml; only the first counts.
settings-setting-key-says = The setting { $key } is neither a fraction nor "all".
settings-lines-case-toml = The lines of case.toml end in a way that only very old programs use.
settings-save-plain-text = Save it as plain text in UTF-8; until then none of its settings counts.
settings-fix-line-until = Fix the line; until then none of its settings counts.
settings-write-format-use = Write format = 1, or use a newer version of the program.
settings-let-last-year = Set last_year to first_year or later.
settings-let-last-year-earlier = Set last_year to an earlier year.
settings-give-id-its = Give it an id of its own, or delete one of the two.
settings-case-has-no-ministry = The case has no ministry: nobody can pay.
settings-add-ministry-id = Add a [[ministry]] with an id to case.toml.
settings-write-fraction-from = Write a fraction from 0 to 1, such as 0.25, or "all" in quotes.

## optimise/dd

layout-one-its-services = one service can be changed in too many different ways ({ $candidates } candidates)
problem-its-size-rows = { $size } rows and diagrams do not fit into the memory limit

## optimise/iis

conflict-all-facts = what the candidates are like: when each may start, and who may pay for it
way-out-budget = { $amount } to the budget of { $ministry } in { $year }
way-out-in-all = {" "}({ $sum } in all)
way-out-give-up = give up the rule that { $rules }
way-out-add = add { $raises }{ $sum }
way-out-or = { $one }; or { $other }
relax-carry-over-part = let { $ministry } carry over { $percent } % of its budget of a year to the next ({ $rule })
relax-carry-over-all = let { $ministry } carry over all that is left of a year ({ $rule })
relax-add-budget-ministry = add { $amount } to the budget of { $ministry } in { $year }
relax-move-limit-rule = change the limit to { $to } ({ $rule })
relax-lower-floor-service = lower the floor of { $service } to { $rung } ({ $rule })
relax-lower-takeover-floor = let a takeover of { $service } cost no more than { $amount } ({ $rule })
relax-ask-count-rule = change the number to { $count } ({ $rule })
relax-give-up-rule = give up the rule that { $rule }
relax-withheld = loosen or give up { $rule }
correction-sets-left-out = rules left out
correction-sets-conflict = rules that conflict
correction-sets-loosened = a rule loosened

## optimise/instance

build-its-horizon-longer = the horizon is longer than 60 years
instance-its-numbers-too = the numbers of the case are too far apart to be computed as integers

## optimise/lexicographic

attempts-answer-was-refused = The program refused an answer and asked the solver again: { $refusal }.
lexicographic-which-rules-conflict = The conflicting rules are not known. { $why }
lexicographic-lowest-bill-among = It is not proven that no equally good portfolio costs less: the solver's answers were refused.
lexicographic-search-lowest-bill = No equally good portfolio with a lower bill was found.
lexicographic-no-portfolio-possible = it says that no portfolio is possible, but one is known
refusal-breaks-rules = the portfolio breaks rules: { $rules }
refusal-wrong-value = the solver said that the portfolio is worth { $said }, but it is worth { $worth }
refusal-wrong-bound = the solver said that nothing is better than { $bound }, but the portfolio is worth { $worth }
refusal-no-value = the solver did not say what the portfolio is worth
refusal-not-proven = the solver said that the portfolio is proven, but its bound { $bound } does not meet { $worth }
refusal-nothing-given = the solver said that the portfolio is proven, but gave no bound or no portfolio
refusal-too-low = the portfolio is worth { $worth }, less than the { $asked } that was asked
refusal-left-out = the portfolio is one that was to be left out
solver-does-not-fit = { $solver } cannot take on this case: { $why }.
solver-too-large = { $solver } cannot take on this case: { $why }. A solver outside this program may: see --solver, and the command solvers for those that were found.
solver-failed = { $solver } failed: { $error }.
solver-failed-because = { $solver } failed: { $what }
stage-best = finding the best portfolio
stage-cheapest = finding the cheapest of the best
stage-closest = finding the one that changes the plan least
stage-conflict = finding the rules that conflict
stage-repair = finding the cheapest repair

## optimise/milp

doubt-what-ministry-may = part of what { $ministry } may spend in { $year }
doubt-rule-rule = part of the rule that { $rule }
doubt-solver-cannot-tell = { $solver } is not precise enough for numbers of such different size: { $largest } and { $smallest } are both { $whose }. Round to multiples of { $multiple } or leave out the smallest, and the answer can be proven.
doubt-solver-cannot-tell-gains = { $solver } is not precise enough for gains that total { $sum }: it cannot tell them apart to the millionth. Divide all gains by { $divisor }, and the answer can be proven.
doubt-solver-cannot-tell-numbers = { $solver } is not precise enough for numbers of such different size: { $largest } and { $smallest } are both part of what is compared. Round to multiples of { $multiple } or leave out the smallest.
doubt-what-asked-objective = part of what is required of the objective
doubt-one-sum = part of one sum
export-objective-gain-points = The objective is gain plus direct points, in index points, with its sign reversed so that it is minimised.
export-maximize-objective-columns =
    Maximize
    {" "}objective:{ $columns }
export-subject =
    {""}
    Subject To
    {""}
fallback-second-took-over = { $second } took over, because the answers of { $first } were refused: { $why }.
fallback-second-took-over-because = { $second } took over, because { $failed }.
microlp-its-program-rows = the model ({ $rows } rows and { $columns } columns) does not fit into its memory
microlp-its-thread-ended = its computation ended unexpectedly
microlp-whole-number-too = a whole number is too large for it

## optimise/milp/guest

guest-no-folder-its = no folder could be created for its files: { $error }
guest-no-output = it has no output
guest-its-files-could = its files could not be written: { $error }
guest-path-could-not = { $path } could not be started: { $error }
guest-does-not-say = it does not state its version
guest-says-found-best = it says that it found the best, but wrote no solution
guest-solution-wrote-down = its solution is not text, or is too large
guest-its-solution-names = its solution names a variable that the model does not have
guest-its-solution-holds = its solution holds a value that is not a number
guest-printed-too-much = it printed more than { $megabytes } MB and was ended
guest-said-nothing = it said nothing for { $seconds } s and was ended
guest-wrote-too-much = it wrote more than { $megabytes } MB and was ended
guest-closed-output = it closed its output and was ended
guest-crashed-by-signal = it crashed (signal { $signal }); it may take { $memory } MB of memory at most
guest-not-started = it could not be started
guest-ended-by-signal = it was ended by signal { $signal }
guest-ended-with-code = it ended with code { $code }
guest-crashed = it crashed; it may take { $memory } MB of memory at most
guest-last-words = { $what }; its last words: { $words }
guest-without-answer = it ended without an answer

## optimise/proof

bound-multipliers-line-too = the multipliers of a line are too large
decision-this-kind-decision = this kind of decision cannot be settled
graph-group-services-has = a group of services has too many states to check
graph-gain-too-large = a gain is too large
graph-sum-gains-too = a sum of gains is too large
graph-service-no-group = a service is in no group
graph-weight-too-large = a weight is too large
model-share-has-more = a share has more than 12 decimal places
parts-number-case-too = a number of the case is too large
parts-product-has-more = a product has more than 12 decimal places
parts-number-case-has = a number of the case has more than 12 decimal places
verify-format-not-format = the format is not { $format }
verify-cannot-read-error = this line cannot be read: { $error }
verify-longer-than-longest = this line is longer than { $longest } bytes
verify-not-json-error = this line is not JSON: { $error }
verify-id-needs-share = { $id } needs a share for each ministry
verify-portfolio-breaks-rule = the portfolio breaks a rule: { $sentence }
verify-portfolio-worth-objective = the portfolio has an objective of { $objective }, not { $claimed }
verify-service-id-two = the service { $id } is in two diagrams
verify-service-id-no = the service { $id } is in no diagram
verify-candidate-id-unknown = the candidate { $id } is unknown
verify-home-id-not = the home of { $id } is not a diagram
verify-value-not-year = { $value } is not a year
verify-there-no-row = there is no row { $name }
verify-multiplier-name-negative = the multiplier of { $name } is negative
verify-decision-kind-has = a decision { $kind } must have { $fields } parts
verify-domain-value-unknown = the domain { $value } is unknown
verify-decision-kind-unknown = a decision { $kind } is unknown
verify-proof-another-case = the proof is for another case
verify-objective-too-large = an objective is too large
verify-diagram-has-no = a diagram has no services
verify-opposite-settled-decision = the opposite of a settled decision may still allow a better portfolio
verify-opposite-settled-decision-not = the opposite of a settled decision is not proven impossible
verify-better-portfolio-hidden = a better portfolio is hidden here
verify-share-not-well = a share is not well formed
verify-split-has-two = a split has two decisions
verify-two-decisions-do = the two decisions do not cover everything
verify-proof-empty = the proof is empty
verify-tree-complete-but = the tree is complete, but the proof goes on
verify-portfolio-missing = the portfolio is missing
verify-shares-pick-missing = the shares of an investment are missing
verify-share-not-whole = a share is not a whole percent
verify-objective-missing = the objective is missing
verify-objective-not-plain = the objective is not a plain decimal
verify-diagrams-missing = the diagrams are missing
verify-diagram-not-list = a diagram is not a list of services
verify-service-unknown = a service is unknown
verify-homes-missing = the homes are missing
verify-proof-ends-before = the proof ends before every part is covered
verify-too-many-subtrees = too many parts of the tree are still open
verify-bound-this-leaf = the bound of this leaf is higher than the best portfolio
verify-this-leaf-not = this leaf is not proven impossible
verify-neither-split-fix = this line is neither a split, a fix nor a leaf
verify-decisions-missing = the decisions are missing
verify-multipliers-missing = the multipliers are missing
verify-multipliers-not-table = the multipliers are not a table
verify-multiplier-not-number = a multiplier is not a number
verify-multiplier-not-plain = a multiplier is not a plain decimal
verify-not-everything-decided = not everything is decided at this leaf
verify-decision-has-no = a decision has no kind
verify-start-unknown = a start is unknown
verify-line = line { $line }: { $why }

## optimise/solvers

choice-engine-was-asked = The engine was asked for but cannot solve this case: { $why }. A general solver took over.
choice-kind-was-asked = { $kind } was asked for.
choice-engine-was-asked-2 = The engine was asked for.
choice-highs-natural-formulation = HiGHS on the natural formulation was asked for.
choice-microlp-was-asked = microlp was asked for.
fallback-second-took-over-because-answer = { $second } took over, because an answer of the engine was refused.
fallback-second-took-over-because-engine = { $second } took over, because the engine cannot solve this case: { $why }.
fallback-second-took-over-because-engine-gave = { $second } took over, because the engine gave up after { $nodes ->
        [one] 1 node
       *[other] { $nodes } nodes
    }.
fallback-second-was-asked = The engine gave up after { $nodes ->
        [one] 1 node
       *[other] { $nodes } nodes
    }. { $second } tried to continue, but failed: { $error }.
general-name-slow-case = { $name } is slow on a case of this size. Run `.tools/guest` to install HiGHS in seconds; `beslismacht solvers` lists the solvers that were found.
second-opinion-second-answered-instead = { $second } answered instead, because { $why }.
second-opinion-answers-name-were = the answers of { $name } were refused: { $why }
second-opinion-name-says-no = { $name } says that no portfolio is possible, although there is one
choice-engine-fastest-cases-kind = The engine is the fastest on cases of this kind.

## report

asks-ministries-pay-joint =
    Ministries pay { $joint } of { $picks ->
        [one] 1 pick
       *[other] { $picks } picks
    } together: { $bill } of { $whole } ({ $share }). Others (Europe, other ministries, companies) bring { $others } beside the public bill.
asks-no-pillar-named = no pillar named
asks-public-bill = public bill
asks-brought-others = paid by others
evaluation-portfolio-file = the portfolio { $file }
evaluation-breaks-broken-case =
    It breaks { $rules ->
        [one] 1 rule
       *[other] { $rules } rules
    } of the case.
evaluation-none-above-bound = {" "}No portfolio is above { $bound }.
evaluation-this-one-distance = this one is { $distance } points below it
evaluation-kind-keeps-every = { $kind } that keeps every rule has { $objective } points: { $place }.{ $end }
evaluation-against-best = Against the best
evaluation-keeps-every-rule = It keeps every rule of the case.
evaluation-no-portfolio-keeps = No portfolio keeps all rules, so there is no best to compare with.
evaluation-this-one-good = this one is as good
evaluation-this-one-above = this one is { $distance } points above it
evaluation-no-portfolio-keeps-every = No portfolio that keeps every rule was found to compare with.
evaluation-every-rule = Every rule
evaluation-rules-breaks = Rules that it breaks
findings-no-findings-case = No findings: the case can be computed.
portfolio-cheapest-repair-repair = Cheapest fix: { $repair }
portfolio-what-one-more = What one more { $unit } would bring
portfolio-these-prices-solvers = This is an estimate that also counts parts of investments. It shows where money is short. It does not promise what the next { $unit } will bring.
portfolio-these-rules-cannot = These rules cannot hold together
portfolio-portfolio = The portfolio
portfolio-smaller-set-these = Fewer of these rules may already conflict: the search for a smaller set was stopped.
portfolio-index-points = index points
reference-whole-years-range = whole number of years{ $range }
reference-whole-number-range = whole number{ $range }
reference-one-list = one of { $list }
reference-id-usually-list = an id, usually { $list }
reference-id-file = id of `{ $file }`
reference-ids-file-spaces = ids of `{ $file }`, separated by spaces
reference-at-least-min = , at least { $min }
reference-at-most-max = , at most { $max }
reference-case-toml-needed =
    #### `case.toml` (needed)
    {""}
    | key | holds | default | meaning |
    | --- | --- | --- | --- |
    {""}
reference-calendar-year = calendar year
reference-whole-percent = whole percent, `40` or `20-60`
reference-id-ministry = id of a ministry
reference-id-rung = id of a rung
reference-id-holder = id of a holder of the service
reference-money-all-public = money, or `30%` of all public spending
reference-id-scope-speaks = the id that `scope` refers to
reference-row-named-key = {" "}A row is named by `{ $key }`.
reference-rows-go-their = {" "}Rows are numbered from 1.
reference-column-holds-default =
    {""}
    {""}
    | column | holds | default | meaning |
    | --- | --- | --- | --- |
    {""}
reference-change = `=v`, `+v`, `-v` or `*v`
sections-locked-in = Locked in: { $reason }
sections-portfolio-domain = The portfolio by domain
sections-spending-beside-budgets = Spending against budgets
sections-nothing-chosen = Nothing is chosen.
sections-spending-ministry-year = Spending by ministry and year
sections-money-adds-up = Budget and what was carried in, less what is spent, is carried out or lapses. What the last year carries out is left for after the plan.
sections-power-domain-at = Power by domain, at the end of the horizon
sections-services-whose-power = Services whose power the portfolio changes
sections-index-at-end = The index at the end of each year
words-picked-cost-public =
    { $picks } of { $candidates ->
        [one] 1 candidate
       *[other] { $candidates } candidates
    }, for { $bill } of public money in { $years }, { $picks ->
        [one] brings
       *[other] bring
    } { $points } points.
words-picked-cost-public-money =
    { $picks } of { $candidates ->
        [one] 1 candidate
       *[other] { $candidates } candidates
    }, for { $bill } of public money in { $years }, { $picks ->
        [one] raises
       *[other] raise
    } the decision-power index from { $before } to { $after } of 100: a gain of { $gain } points.
words-no-portfolio-was = No portfolio was found. { $standing }
words-name-says-no = { $name } says that no other portfolio within the rules is better; this program has not proven it.
words-this-proven-no = This is proven: no other portfolio within the rules is better. { $stopped }
words-stopped-no-portfolio = { $stopped } No portfolio is above { $bound }.
words-solver-says-so = { $solver } says so; this program has not proven it.
words-stopped-not-proven = { $stopped } Not proven: a better portfolio may exist, but none above { $bound } ({ $gap } points more).
words-stopped-not-proven-best = { $stopped } Not proven: a better portfolio may exist.
words-percentage-points = percentage points
words-power = of power (0-1)
words-no-portfolio-possible = No portfolio is possible: no choice keeps all rules of the case.
words-solver-has-proven = The solver has proven it.
plan-the-plan = the plan
plan-unchanged = Nothing of { $plan } changes.
plan-changes = Against { $plan }: { $what }.
plan-come = in: { $names }
plan-go = out: { $names }
plan-moved = in another year: { $names }
plan-paid = paid otherwise: { $names }
plan-proven = Proven: no portfolio that is as good and as cheap changes fewer picks; none of those moves fewer starts, and none of those changes fewer shares.
plan-open = Not proven: a portfolio that is as good and as cheap may change less.
plan-shares-open = Proven: no portfolio that is as good and as cheap changes fewer picks, and none of those moves fewer starts. Not proven: one of those may change fewer shares.
plan-kept-shares-open = Proven: nothing that reaches that changes fewer picks, nothing with so few is better or as good and cheaper, and none of those moves fewer starts. Not proven: one of those may change fewer shares.
plan-kept = It reaches { $reached } % of the best ({ $best } index points), where { $asked } % is enough.
plan-kept-proven = Proven: nothing that reaches that changes fewer picks, and nothing with so few is better or as good and cheaper. None of those moves fewer starts, and none of those changes fewer shares.
plan-kept-open = Not proven: fewer changes may be enough, or as many may bring more.
plan-more-possible = With more changes, up to { $best } index points are possible.
plan-more-possible-unproven = With more changes, up to { $bound } index points may be possible; that is not proven.
making-search-closest = The search was stopped before it was settled what changes the plan least.
asks-three-asks-innovating-government = The three asks: innovating government, cooperating ecosystem, Economy and Defence interwoven
asks-in-money = { $head } ({ $unit })
evaluation-best-portfolio-proven = The best portfolio (proven)
evaluation-best-portfolio-found-not = The best portfolio found (not proven)
evaluation-gives =
    { $picks } of { $candidates ->
        [one] 1 candidate
       *[other] { $candidates } candidates
    }, for { $bill } of public money, { $picks ->
        [one] brings
       *[other] bring
    } an objective of { $points } points.
evaluation-gives-index =
    { $picks } of { $candidates ->
        [one] 1 candidate
       *[other] { $candidates } candidates
    }, for { $bill } of public money, { $picks ->
        [one] brings
       *[other] bring
    } an objective of { $points } points: the index rises from { $before } to { $after } of 100.
evaluation-years =
    { $years ->
        [one] 1 year
       *[other] { $years } years
    }
findings-case-cannot-computed-until = { $counts }: the case cannot be computed until the errors are fixed.
findings-case-can-computed = { $counts }: the case can be computed.
findings-counts =
    { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    }, { $notes ->
        [one] 1 note
       *[other] { $notes } notes
    }
findings-findings = findings
findings-place-column = { $place } column { $column }
making-search-lowest-bill-among = The search for the lowest bill among the best was stopped: an equally good portfolio may cost less.
making-search-stopped-time-limit = The search was stopped by the time limit.
making-search-stopped-memory-limit = The search was stopped by the memory limit.
making-search-stopped-gap-asked = The search was stopped at the requested gap.
making-search-cancelled = The search was cancelled.
making-solver-cannot-tell-numbers = The solver is not precise enough for numbers of such different size; the explanation says what would help.
portfolio-recommended-portfolio = the recommended portfolio
portfolio-no-portfolio-possible = no portfolio is possible
portfolio-no-portfolio-found = no portfolio was found
portfolio-every-rule-every-figure = {" "}Every rule and every figure of this note was recomputed in exact decimals after the solver had answered.
portfolio-proof = Proof
sections-from-0-no-say = From 0 (no say) to 1 (decides).
sections-each-ministry-pays-gains = What each ministry pays and gains by its own priorities
sections-picks-bill =
    { $picks ->
        [one] 1 pick
       *[other] { $picks } picks
    }, { $bill }.
sections-portfolio = Portfolio
words-optimal-proven = optimal (proven)
words-feasible-not-proven = feasible (not proven)
words-infeasible-proven = infeasible (proven)
words-unknown-stopped-before-portfolio = unknown (stopped before a portfolio was found)
words-with-direct-points = {" "}With { $points } direct points the objective is { $objective }.

## report/analyses

stopped-parts-missing =
    The analysis was stopped: { $missing ->
        [one] 1 of its parts is
       *[other] { $missing } of its parts are
    } missing.
stopped-candidates-rules-missing =
    The analysis was stopped: { $missing ->
        [one] 1 candidate or rule is
       *[other] { $missing } candidates and rules are
    } missing.
stopped-funding-steps-missing =
    The analysis was stopped: { $missing ->
        [one] 1 step of the order of funding is
       *[other] { $missing } steps of the order of funding are
    } missing.
stopped-scenarios-missing =
    The analysis was stopped: { $missing ->
        [one] 1 scenario is
       *[other] { $missing } scenarios are
    } missing.
stopped-worlds-missing =
    The analysis was stopped: { $missing ->
        [one] 1 world is
       *[other] { $missing } worlds are
    } missing.
alternatives-other-portfolios-what = Other portfolios, and the choices left open within { $within } % of the best
alternatives-best-objective-best = The best objective is { $best } points; every portfolio with at least { $near } is within { $within } % of it.
alternatives-these-count-all = These { $count } are the only other portfolios of the requested kind (proven).
alternatives-next-count-follow = The next { $count } are listed; there may be more.
alternatives-not-proven-open = not proven: { $open }
alternatives-best-not-proven = The best portfolio is not proven: one of the others may be better, and it is not certain which ones count as near the best.
alternatives-analysis-was-stopped-there = The analysis was stopped: there may be more alternatives.
alternatives-there-no-other = There is no other portfolio of the requested kind.
alternatives-this-only-other = This is the only other portfolio of the requested kind (proven).
alternatives-next-one-follows = The next one is listed; there may be more.
alternatives-best-next-best = The best and the next best
alternatives-trifles = So do those that only add or leave out candidates that are worth less than { $percent } % of the gain each.
spread-title = A spread: the best, and others that differ as much as can be
spread-differing = a portfolio that differs in at least { $by } candidates
spread-proven = Any two differ in at least { $least } candidates, and no spread of so many near the best differs more: proven.
spread-not-proven = The spread is not proven to be the widest: any two differ in at least { $least } candidates, and no spread of so many differs in more than { $most }.
spread-not-as-said = the spread is not what it is said to be
spread-member = Portfolio { $number } of the spread
spread-more-less = more { $more }, less { $less }
spread-more = more { $more }
spread-less = less { $less }
spread-same-money = other candidates in the same domains
alternatives-portfolios-differ-only = Portfolios that differ only in start years or in who pays count as one.
alternatives-most-different-portfolio-near = The most different portfolio that is near the best
alternatives-changes-candidates-one = `changes`: how many candidates are in only one of the two portfolios; its bound is the highest number possible.
alternatives-how-far-each = How far each domain can go
alternatives-power-its-rise = Power: how much it rises by the end of the horizon, on a scale of 0 to 100. Values that are not proven are the furthest found; more may be possible.
alternatives-objective-alternatives = Objective of the alternatives
alternatives-objective-index-points = objective, index points
budget-frontier-analysis-was-stopped =
    The analysis was stopped: { $missing } of { $budgets ->
        [one] 1 budget
       *[other] { $budgets } budgets
    } { $missing ->
        [one] is
       *[other] are
    } missing. What is shown for the others holds.
budget-frontier-between-total-budgets =
    Between total budgets of { $low } and { $high }, the best portfolio { $changes ->
        [0] stays the same
        [one] changes at least once
       *[other] changes at least { $changes } times
    } (tested in steps of { $width }).
budget-frontier-between-total-budgets-low =
    Between total budgets of { $low } and { $high }, { $seen } of { $budgets ->
        [one] 1 answer
       *[other] { $budgets } answers
    } { $seen ->
        [one] is
       *[other] are
    } known (in steps of { $width }).
budget-frontier-no-portfolio-possible = No portfolio is possible at any total budget from { $low } to { $high }.
budget-frontier-main-knee-at = The main knee is at { $knee } ({ $share } of the present budget), with an objective of { $objective } points: beyond it, money brings much less.
budget-frontier-total-budget-none = With a total budget of { $impossible } ({ $impossible_share } of the present one) or less, no portfolio keeps every rule; from { $possible } ({ $possible_share }), one does.
budget-frontier-present-budget-objective = With the present budget, the objective is { $objective } points. The next step is at { $next } ({ $more } more) and brings { $gain } points more.
budget-frontier-points-per-unit = points per { $unit }
budget-frontier-knee-at-step = knee at { $budget }
budget-frontier-total-budget-unit = total budget{ $unit }
budget-frontier-your-own-portfolio = Your own portfolio has { $objective } points, but breaks rules even with { $high }, so it is not on the curve.
budget-frontier-which-best-possible = , which could bring { $best }
budget-frontier-your-own-portfolio-has = Your own portfolio has { $objective } points and needs a total budget of at least { $need }{ $possible }.
budget-frontier-knees-not-marked = Knees are not marked: that needs the results for every budget.
budget-frontier-gain-against-total = Gain against the total budget
budget-frontier-objective-against-total = Objective against the total budget
budget-frontier-cases-budget = the case's budget
budget-frontier-each-row-best = Each row is the best portfolio from its budget up to that of the next row. `fits from`: the lowest total budget that pays for it. `points per …`: how much the objective rises over the row above for each unit of money between the two. A knee is where more money begins to bring less than half of what it brought before.
budget-frontier-every-budget = Every budget
chance-draws-draws-seed = { $draws } draws, seed { $seed }, standard error { $error }
chance-objective-over-random = The objective over the random draws
chance-weights-costs-gains = Weights, costs, gains and success are drawn at random. `error`: the standard error of the mean. `keeps rules`: the share of draws in which the portfolio can be paid and keeps all rules.
chance-objective-when-candidates = The objective when candidates succeed or fail by chance
chance-planned-chance-at = `as planned`: the chance of reaching at least the planned objective.
chance-chance-each-rung = The chance of each rung
chance-chance-exactly-this = For every service that the portfolio changes: the chance that it holds exactly this rung at the end of the horizon.
chance-exact-outcomes =
    exact, { $outcomes ->
        [one] 1 outcome
       *[other] { $outcomes } outcomes
    }
compare-column-not-proven = { $column } is not proven to be the best: the search was stopped.
compare-column-nothing-was = No portfolio was found for { $column } before the search was stopped.
compare-no-portfolio-possible = No portfolio is possible in { $column }.
compare-all-all-not =
    { $shared ->
        [one] 1 pick is
       *[other] { $shared } picks are
    } in all { $portfolios } portfolios; { $others ->
        [one] 1 pick is
       *[other] { $others } picks are
    } only in some.
compare-money-not-same = Bills and spending cannot be compared, because the cases use different units of money: { $units }.
compare-has-more-points = { $name } has { $points } points more than { $first }{ $bill }.
compare-bill-cost-higher = , with a bill that is { $cost } higher
compare-bill-cost-lower = , with a bill that is { $cost } lower
compare-paid-by = paid by { $name }
compare-gain-of = gain by { $name }
compare-side-side = Side by side
compare-has-same-objective = { $name } has the same objective as { $first }{ $bill }.
compare-has-less-points = { $name } has { $points } points less than { $first }{ $bill }.
compare-same-bill = , with the same bill
compare-spending-year-domain = Spending by year and by domain
compare-picks-differ-their = Investments that differ, with their start years
compare-picks-all-share = Investments in all portfolios, with their start years
compare-services-stand-different = Services on different rungs
cooperate-side-side-ministries = Side by side, the ministries reach { $apart } joint points; together, they reach { $together }. Cooperation is worth { $gain } points.
cooperate-side-side-they =
    Side by side, they break { $rules ->
        [one] 1 rule
       *[other] { $rules } rules
    } of the case.
cooperate-money-by-ministry = { $money } by { $ministry }
cooperate-fair-division-joint = A fair division of the joint points (Shapley): { $parts }.
cooperate-there-no-shapley = There is no Shapley value: it needs every coalition, and more than { $most } ministries form too many.
cooperate-these-proportions-joint = Divided in these proportions, the joint bill would be paid as follows: { $parts }.
cooperate-more-than-what = That is more than its budgets have left after its part of the bill ({ $left }). The rest must come from elsewhere, or the bill must be shared differently.
cooperate-ministry-has-no = { $ministry } has no money of its own, so what cooperation is worth to it cannot be stated in money.
cooperate-ministry-could-not = { $ministry } could not reach alone what it has together, even with 8 times its budget. To it, cooperation is worth more than 7 times its budget.
cooperate-ministry-pays = { $ministry } pays { $money }
cooperate-ministry-receives = { $ministry } receives { $money }
cooperate-its-own-weights = Worse off together than alone, by its own priorities: { $ministries }.
cooperate-shapley-value-what = `Shapley value`: each ministry's fair part of the points that all budgets reach without the case's requirements. `fair part of the bill`: the bill divided in proportion to the Shapley values. `worth in money`: how much more budget a ministry would need to reach alone what it has together; empty if 8 times its budget is not enough.{ $rule }
cooperate-what-cooperation-worth = What cooperation is worth in money is not known: the search was stopped.
cooperate-what-cooperation-worth-2 = What cooperation is worth
cooperate-together-no-portfolio = Together, no portfolio keeps all rules of the case, so there is nothing to divide. `explain` says why.
cooperate-one-ministry-there = With one ministry, there is nobody to cooperate with and nothing to pay.
cooperate-what-each-has = No payment is needed: each ministry already has its fair part.
cooperate-its-own-weights-no = By its own priorities, no ministry is worse off together than alone.
cooperate-share-surplus-evenly = To share the surplus evenly, { $who }.
cooperate-even-out = To even that out, { $who }.
cooperate-joint-objective = joint objective
cooperate-alone-side-side = Alone, side by side, together
cooperate-alone-ministry-chooses = Alone, a ministry chooses by its own priorities among what it may pay in full; the case's requirements do not bind it there.
cooperate-who-pays-what = Who pays for what, together
cooperate-also-chosen-alone-who = `also chosen alone by`: the ministries that would choose it with their own money alone.
cooperate-rules-case-each = Rules of the case that each way breaks
cooperate-demands-bind-ministries = Requirements bind the ministries together: no ministry has to meet them alone.
cooperate-fair-division = A fair division
cooperate-what-each-coalitions = What each coalition's money reaches
cooperate-joint-points-without = Joint points, without the case's requirements.
cooperate-joint-objective-2 = Joint objective
cooperate-joint-objective-index = joint objective, index points
explain-can-start-start = can start in { $start }
explain-can-start-start-end = can start from { $start } to { $end }
explain-can-be-left-out = Leaving it out would cost no points: it can be left out.
explain-can-be-swapped = Leaving it out would cost no points: it can be swapped.
explain-itself-brings = {" "}By itself it brings { $points } points.
explain-together-adds-gain = Together with { $others } it adds { $gain } percentage points of control to { $service }.
explain-because-locked-reason = It is in because it is locked in{ $reason }.
explain-out-because-locked = It is out because it is locked out{ $reason }.
explain-without-objective-falls = Leaving it out would cost { $loss ->
        [one] 1 point
       *[other] { $loss } points
    }.
explain-without-objective-would = Leaving it out would bring { $loss ->
        [one] 1 point
       *[other] { $loss } points
    }.
explain-forced-costs-loss = Including it would cost { $loss ->
        [one] 1 point
       *[other] { $loss } points
    }.
explain-forced-in-open = The best portfolio with it forced in is not proven: the search was stopped.
explain-forced-out-open = The best portfolio with it forced out is not proven: the search was stopped.
explain-objective-would-rise = Including it would bring { $loss ->
        [one] 1 point
       *[other] { $loss } points
    }.
explain-nothing-stops-from = It could simply be added to the best portfolio (start { $start }): only the bill would change.
explain-nothing-stops-from-being = It could simply be added to the best portfolio (start { $start }): the objective would change by { $gain ->
        [one] 1 point
       *[other] { $gain } points
    }.
explain-added-best-portfolio = Added to the best portfolio from { $start }, it would break: { $broken }
explain-stays-up-to = It stays in up to { $percent } % of its cost ({ $bill }).
explain-would-come-at = It would come in at { $percent } % of its cost ({ $bill }).
explain-stays-always = It stays in even at 10 times its cost.
explain-would-come-if = It would come in with more than { $percent } % of its gains.
explain-more-than-factor = With more than { $percent } % of all budgets ({ $total } in total), it could be included at no loss against today's best portfolio.
explain-no-portfolio-possible = No portfolio is possible at all; `explain` without a candidate says why.
explain-best-portfolio-not = The best portfolio is not proven: the search was stopped.
explain-not-all-turning = Not all break-even points were found: the search was stopped.
explain-cannot-start-within = cannot start within the horizon
explain-best-portfolio = It is in the best portfolio.
explain-not-best-portfolio-2 = It is not in the best portfolio.
explain-not-in-best-found = It is not in the best portfolio found.
explain-without-no-portfolio = Without it no portfolio is possible: it is irreplaceable.
explain-without-both = Without it, the best portfolio adds { $comes } and drops { $goes }.
explain-without-comes = Without it, the best portfolio adds { $comes }.
explain-without-goes = Without it, the best portfolio drops { $goes }.
explain-no-portfolio-possible-2 = With it no portfolio is possible.
explain-objective-stays-same = Including it would cost no points: it could be in as well.
explain-would-come-only = It would come in only if it cost (next to) nothing.
explain-would-not-come = It would not come in even for free.
explain-would-not-come-even = It would not come in even with 10 times its gains.
explain-even-times-all = Even with 3 times all budgets, it could not be included at no loss.
explain-what-moves = What it changes
explain-before-nothing-chosen = At the end of the horizon. Before: with nothing chosen; after: with the best portfolio that includes it.
explain-costs-public = { $candidate } costs the public { $bill } and { $when }.{ $points }
explain-could-up-to = It could be in up to { $percent } % of its cost ({ $bill }).
explain-could-always = It could be in even at 10 times its cost.
explain-for-reason = {" "}({ $reason })
explain-in-best-found = It is in the best portfolio found.
explain-why = Why { $candidate }?
explain-with-both = With it, the best portfolio adds { $comes } and drops { $goes }.
explain-with-comes = With it, the best portfolio adds { $comes }.
explain-with-goes = With it, the best portfolio drops { $goes }.
importance-best-portfolio-has =
    The best portfolio has { $candidates ->
        [one] 1 candidate
       *[other] { $candidates } candidates
    }, an objective of { $objective } points and a bill of { $cost }.
importance-hardest-replace-without = { $candidate } is the hardest to replace: leaving it out would cost { $loss ->
        [one] 1 point
       *[other] { $loss } points
    }.
importance-irreplaceable-without-any = Irreplaceable (no portfolio is possible if one of these is left out): { $candidates }.
importance-best-portfolio-not = The best portfolio is not proven, so replacement costs and prices are not proven either: they come from the best found.
importance-what-each-candidate = What each candidate and each rule is worth
importance-replacement-cost-what = `replacement cost`: the points lost when this candidate alone is forced out (if it is in) or in (if it is out). Negative only if that undoes a lock.
importance-replacement-cost = replacement cost
importance-candidates-each-forced = Each candidate, forced out or in
importance-rules-each-left = Each rule, left out
importance-price-what-objective = `price`: the points gained without this one rule. For a budget: if that ministry had as much in that year as could ever be used.
importance-what-cut-first = What to cut first
importance-each-smaller-budget = Each smaller budget keeps only investments of the larger one above it. `free choice`: the best objective for that budget where every investment may be chosen.
importance-replacement-cost-2 = Replacement cost
importance-objective-lost-without = objective lost without it, index points
impossible-loose-may-larger =
    { $repairs ->
        [one] 1 repair
       *[other] { $repairs } repairs
    } may be larger than needed: the search was stopped.
impossible-best-portfolio-unproven =
    The best portfolio of { $cases ->
        [one] 1 repaired case
       *[other] { $cases } repaired cases
    } is not proven: the search was stopped.
impossible-no-portfolio-possible =
    No portfolio is possible: { $rules ->
        [one] 1 rule
       *[other] { $rules } rules
    } cannot hold together.
impossible-no-portfolio-possible-because = No portfolio is possible, because of one rule alone: { $only }.
impossible-little-can-repair = The smallest change that helps: { $repair }
impossible-repairs-below-cheapest = The cheapest fix below: { $changes }; { $price }.
impossible-loosening-most-rules = Loosening up to { $most_rules } rules is not enough.
impossible-these-all-ways = These are all fixes that loosen at most { $most_rules } rules (proven).
impossible-these-found-loosen = These { $found } fixes loosen the fewest rules; there may be more.
impossible-extra-budget-unit = extra budget{ $unit }
impossible-which-rules-conflict = The conflicting rules are not known: the search was stopped.
impossible-whether-portfolio-possible = It is not known whether a portfolio is possible: the search was stopped.
impossible-smaller-set-rules = Fewer rules may already conflict: time ran out for one of the checks.
impossible-there-may-other = There may be other fixes: the search was stopped.
impossible-whether-portfolio-possible-2 = Is a portfolio possible?
impossible-why-no-portfolio = Why no portfolio is possible
impossible-portfolio-keeps-all = A portfolio that keeps all rules is possible, so there is no conflict to explain.
impossible-no-portfolio-possible-2 = No portfolio is possible.
impossible-costs-no-money = it costs no money
impossible-costs-money = it costs { $money }
impossible-this-one-loosens = This fix loosens the fewest rules; there may be more.
impossible-rules-cannot-hold = Rules that cannot hold together
impossible-without-any-one = Drop any one of them, and the others can hold together.
impossible-extra-budget = extra budget
impossible-what-would-make = What would make it possible, in order of price
impossible-least-extra-budget = Least extra budget first, then highest objective. Every change is as small as possible (money and percentages to 0.01), and a fix needs all of its changes. `status` is that of the best portfolio after the fix.
impossible-extra-budget-each = Extra budget of each fix
pareto-front-not-complete =
    The front is not complete: the search was stopped. { $proven } of { $points ->
        [one] 1 point
       *[other] { $points } points
    } shown { $proven ->
        [one] is
       *[other] are
    } proven to be on it; there may be more. The marks apply to what was found.
pareto-pairs-pairs-values = These { $pairs } pairs of values are spread over the front: no portfolio beats any of them in both values. Others may lie between them; the marks apply to the pairs shown.
pareto-pairs-pairs-values-beaten = No portfolio beats any of these { $pairs } pairs of values in both values. A weighted sum would find { $unsupported ->
        [0] all of them
       *[other] all but { $unsupported } of them
    }.
pareto-pairs-found-so-far =
    { $pairs ->
        [one] 1 pair of values was
       *[other] { $pairs } pairs of values were
    } found so far.
pareto-nearest-ideal = Nearest to the ideal: { $values }.
pareto-equal-sacrifice = Of equal sacrifice: { $values }.
pareto-no-point-front = No point of the front has been found yet.
pareto-one-portfolio-has = One portfolio has the best of both: the front is a single point.
pareto-front = The front
pareto-comes-goes-out = `comes in` and `goes out` compare with the row above; in the first row, all investments come in. `objective` also counts direct points; a gain by a ministry's priorities does not.
pareto-how-much-front = How much of the front includes each candidate
pareto-core-index = core index
pareto-core-every-portfolio = Core: in every portfolio of the front, whatever the voices; never: in none.
pareto-against = { $up } against { $across }
pareto-pair = { $up } { $up_value }, { $across } { $across_value }
pareto-own = Your own portfolio: { $values }.
pareto-own-breaks =
    Your own portfolio: { $values }; it breaks { $rules ->
        [one] 1 rule
       *[other] { $rules } rules
    }.
robust-smallest-maximum-regret = The smallest maximum regret is not proven: it may be lower than what was found, but not below { $bound }.
robust-name-portfolio = The { $name } portfolio
robust-core-indices-count = For these worlds, core indices count the best portfolio found.
robust-recommended-portfolio-not = The recommended portfolio is not proven to be the best of the case.
robust-analysis-was-stopped = The analysis was stopped before it reached the voice.
robust-not-all-stretches = Not all ranges of the voice are proven.
robust-smallest-maximum-regret-not = The smallest maximum regret is not known: the search was stopped before it found a portfolio.
robust-smallest-maximum-regret-not-known = The smallest maximum regret is not known: it needs the proven best of the case and of every scenario.
robust-how-choice-holds = How well the choice holds when the numbers are uncertain
robust-no-portfolio-possible = No portfolio is possible in any of the worlds.
robust-no-world-has = No portfolio has been found for any world yet.
robust-recommended-portfolio-also = Of all portfolios that keep the case's rules, the recommended one also has the smallest maximum regret (proven).
robust-no-portfolio-keeps = No portfolio that keeps the case's rules has a smaller maximum regret (proven).
robust-no-portfolio-keeps-rules = No portfolio keeps the case's rules, so none has a smallest maximum regret.
robust-your-own-portfolio = Your own portfolio
robust-portfolio-smallest-maximum = The portfolio with the smallest maximum regret
robust-regret-each-world = Regret in each world
robust-regret-index-points = regret, index points (– where rules are broken or the best is not known)
robust-breaks-rules =
    ; it breaks rules in { $broken } of { $worlds ->
        [one] 1 world
       *[other] { $worlds } worlds
    }
robust-core-borderline-exterior = Core, swing and never
robust-core-index-part = `core index`: the share of the worlds (the case, its scenarios, random draws) whose best portfolio includes the candidate. If several portfolios are equally good, the one that would be recommended counts.
robust-its-regret = its regret
robust-its-index = its index
robust-worlds-regrets = Worlds and regrets
robust-regret-empty-where = A regret is empty if the portfolio breaks rules in that world or the best is not proven. The best objective and what the portfolios have are gains over doing nothing in that world: they also grow where all without them is worse. `its index`: the index with the portfolio in that world.
robust-regret-over-scenarios = { $subject } has a largest regret of { $regret } points over the case and the scenarios, by the objective alone{ $world }{ $rules }.
robust-regret-in-case = { $subject } has a largest regret of { $regret } points in the case, by the objective alone{ $world }{ $rules }.
robust-over-voice-2 = Over the voice
robust-each-row-best = Each row is the best portfolio for every voice in its range.
robust-judged-portfolios = The judged portfolios
robust-largest-regret-over = `largest regret`: over the case and the scenarios, by the objective alone, even if rules are broken. `where it keeps rules`: the largest over the worlds whose rules it keeps, random draws included.
robust-core-index = Core index
robust-part-worlds = share of the worlds
takeover-title = What an outside buyer has to win
takeover-not-so = What is said of takeovers does not follow from the case.
takeover-unknown = Too many holders, or stakes with too many digits, to look through: { $services }.
takeover-not-proven = A worse attack may be possible: the search did not rule it out.
takeover-no-table = No service with a table of holders was looked through.
takeover-fill = Nothing can be said about takeovers until the table of holders says who holds what.
takeover-open = An outside buyer could win control of { $before } of the { $services } services with holders if nothing is chosen, and of { $after } with the portfolio.
takeover-none-for-money = No service can be taken for money: the holders whom a buyer needs have no price in the table of holders.
values-all = all
values-any-amount = any amount
takeover-any-money = Whatever it costs
takeover-with = With { $money }
takeover-worst = { $budget }, an attacker could destroy at most { $before } index points if nothing is chosen, and { $after } with the portfolio, for { $price }.
takeover-worst-before = { $budget }, an attacker could destroy at most { $before } index points if nothing is chosen, for { $price }, and none with the portfolio.
takeover-cheapest = The cheapest to take with the portfolio is { $service }: for { $price }.
takeover-take = To take control
takeover-take-note = A buyer needs more votes than the quota. `fewest`: how many holders are enough, the largest ones. `price`: the cheapest stakes that are enough; empty where the holders needed have no price. `lost`: the index points at the end of the last year that go with the service; what rights give stays.
takeover-block = To block the country
takeover-block-note = Enough votes that the country cannot reach the quota even together with everybody else.
takeover-exposed = Who is exposed to whom
takeover-exposed-note = Votes with the portfolio at the end of the last year. Whoever controls decides alone; whoever blocks keeps everybody else from deciding.
takeover-portfolio = The portfolio
takeover-attacks = The worst attack
takeover-attacks-note = Which services an attacker takes who wants to destroy the most index points with the money that they have. No choice of services is worse. Who has no price sells nothing, so that a loss of 0 may only mean that prices are missing.
takeover-measures = Buy, protect, prohibit
takeover-measures-note = Each candidate alone, from its first possible start. Buying makes taking and blocking dearer and adds power. A right keeps its power whoever owns the service. A prohibition stops a takeover and adds no power; blocking stays open. None of the three helps when a foreign order stops the service: only an own alternative does.
takeover-lost = Lost with each service that can be taken
takeover-objective-lost = objective lost, index points
fortify-title = How dear takeovers can be made
fortify-not-so = What is said of fortifying does not follow from the case.
fortify-higher-floor = the portfolio of a higher floor
fortify-asking-floor = the best portfolio with no takeover for { $floor } or less
fortify-asking-service = whether { $service } can be made dearer
fortify-asking-less = portfolios that leave less to win
fortify-none-counts = No service has a takeover price that can be raised.
fortify-impossible = No portfolio keeps all rules, so that no takeover can be made dearer.
fortify-now = With the best portfolio the cheapest takeover is that of { $services }, for { $price }.
fortify-nobody-now = With the best portfolio nobody can buy control of any of the services looked at, whatever they pay.
fortify-nobody-then = Takeovers can be made impossible: there is a portfolio with which nobody can buy control of any of the services looked at. The best of these has { $objective } index points, { $lost } less.
fortify-no-dearer = No portfolio makes the cheapest takeover cost more.
fortify-highest = The most that the cheapest takeover can be made to cost is { $price }. The best portfolio for that has { $objective } index points, { $lost } less.
fortify-so-far = The cheapest takeover can be made to cost { $price }, perhaps more. The best portfolio for that has { $objective } index points, { $lost } less.
fortify-stuck = Whatever becomes of the other services, no portfolio makes it dearer to take { $services }. With a takeover_floor of 0 there, this analysis shows how dear the others can be made.
fortify-no-price = No stake has a price, so that nothing can be said of { $services }.
fortify-not-for-sale = Holders without whom nobody has control do not sell, as far as the prices go: { $services }. Winning them otherwise is not looked at.
fortify-lifted = Left out, because their takeover_floor is 0: { $services }.
fortify-by-name = Left out, because their price depends on from whom the country buys: { $services }.
fortify-highest-open = A dearer cheapest takeover may be possible: the search did not rule it out.
fortify-least-open = Less may be left to win: the search did not rule it out.
fortify-wins = { $budget }, an attacker wins { $won } index points from the best portfolio: { $services }.
fortify-wins-nothing = { $budget }, an attacker can take nothing from the best portfolio.
fortify-wins-always = { $budget }, an attacker wins { $won } index points from the best portfolio: { $services }. No portfolio leaves less.
fortify-wins-less = { $budget }, an attacker wins { $won } index points from the best portfolio: { $services }. Another portfolio leaves { $least } and has { $lost } index points less itself.
fortify-floors = How dear the cheapest takeover can be made
fortify-floors-note = Each row is the best portfolio in which no service can be taken for less than `cheapest takeover`; empty: nobody can take any. `lost`, `comes in` and `goes out` are against the best portfolio. Prices are those at the end of the last year.
fortify-services = What each service costs to take
fortify-services-note = `price before`: with nothing chosen. `price, best`: with the best portfolio. `price, dearest`: with the one that makes the cheapest takeover cost most; whether the service can be taken and from whom are of that one. A price is empty where control is not for sale. `no dearer`: no portfolio makes it dearer, whatever becomes of the others.
fortify-attacks = What is left to win
fortify-attacks-note = Each row is the best portfolio of those that leave less to win than the row above. `won`: what the services count for that the worst attack takes, in index points at full power. `lost`, `comes in` and `goes out` are against the best portfolio.
fortify-chart = What a dearer cheapest takeover takes
fortify-chart-across = the cheapest takeover costs at least, { $unit }
fortify-for-no-money = No takeover for any money
fortify-for-money = No takeover for less than { $price }
fortify-leaving = Leaving { $won } points to win
events-title = Takeover, denial, outage
events-not-so = What is said of events does not follow from the case.
events-not-reached = What the events reach was not worked out.
events-no-law = No service answers to the law of another country, so that no foreign order can stop one.
events-worst-law = An order under { $law } law stops { $before } services if nothing is chosen, and { $after } with the portfolio: { $tasks }.
events-tasks-of = { $percent } % of what { $ministry } weighs
events-no-chain = No service says which others it depends on, so that each stands alone.
events-worst-outage =
    If { $service } fails, { $before ->
        [one] 1 other service fails
       *[other] { $before } others fail
    } with it if nothing is chosen, and { $after } with the portfolio.
events-weakest = With every service counted by its weakest layer, the index is { $before } if nothing is chosen and { $after } with the portfolio; the services themselves would give { $whole }.
events-next = The next money moves most at { $layer }: { $candidate } adds { $adds } points by the weakest layers, for { $cost }.
events-services = What can happen to each service, and its weakest layer
events-services-note = All with the portfolio, at the end of the last year. `takeover`: whether holders can be won who decide together; empty without a table of holders. `stopped by law of`: the laws whose orders stop it, also through what it depends on. `stopped by its outage`: how many services stop when it fails, itself included. `weakest layer`: of the service and all that it depends on, the one with the least power.
events-laws = Denial: what an order under a foreign law stops
events-laws-note = A service stops when its jurisdiction names the law and no own alternative of it is in force, or when a service stops that it depends on. Stakes do not help. The columns of a ministry say how much of what it weighs stops, in percent.
events-tasks-before = { $ministry }, % before
events-tasks-after = { $ministry }, % after
events-stops = Which services a foreign order stops
events-stops-note = `through`: what it depends on, down to the service that the order stops.
events-outages = Outage: what stops with one service
events-outages-note = Control stays where it is. Each service that others depend on fails alone; one whose spare is in force goes on.
events-layers = Which layer the next money should move
events-layers-note = `holds back`: services whose weakest layer it is. `held back`: the points that the index by the weakest layers would gain if this layer had all power. The candidate is added to the portfolio alone, at its first possible start, whatever the budgets say; `for money`: the points for each unit of its bill. The first row brings most for its money.
events-alternatives = What keeps services going
events-alternatives-note = Each candidate that prevents a denial or an outage. `keeps going`: the services that go on because of it alone. An alternative replaces its own service: what that depends on has to have its own.
events-services-stop = services that stop with the portfolio
words-unknown = What the case does not know
words-unknown-note = What notes of services and candidates say after `unknown:`.
changes-title = What changes to the plan bring
changes-fewest-of-best = the best that changes the plan least
changes-with-so-many = the best with at most { $count ->
    [one] 1 change
   *[other] { $count } changes
 }
changes-plan-with =
    { $count ->
        [one] The plan with 1 change
       *[other] The plan with { $count } changes
    }
changes-count =
    { $count ->
        [one] 1 change
       *[other] { $count } changes
    }
changes-name-the-plan = There is no plan to start from: put candidates into your own portfolio, or choose a proposal in the options (on the command line: --own with a file or the name of a proposal).
changes-leaving-costs = With the plan's candidates as they are the best is { $objective } index points: { $less } less than the best of all.
changes-leaving-impossible = The plan's candidates cannot stay as they are: no years and shares keep all rules.
changes-leaving-unknown = Whether the plan's candidates can stay as they are is not known yet.
changes-plan-breaks =
    { $broken ->
        [one] As it stands, with its years and shares, the plan breaks 1 rule.
       *[other] As it stands, with its years and shares, the plan breaks { $broken } rules.
    }
changes-to-the-best =
    { $count ->
        [0] The plan's candidates are those of a best portfolio.
        [one] 1 change reaches the best, { $best } index points.
       *[other] { $count } changes reach the best, { $best } index points; fewer do not.
    }
changes-most-by = Change { $count } brings the most: { $gain } index points more than with one change less.
changes-steps = The best portfolio for each number of changes
changes-note = A change is a candidate that comes in or goes out; years and shares may be others. `more`: than with one change less.
changes-objective-by-changes = Objective by number of changes
pillars-each-its-part = the best portfolio in which every pillar carries its part
pillars-title = What each pillar carries
pillars-none = No candidate names a pillar.
pillars-most-money = Most of the money goes to { $pillar }: { $percent } % of the bill of the best portfolio.
pillars-even-costs = If every pillar has to carry at least { $least } % of the bill, the best portfolio has { $objective } points, { $less } less.
pillars-even-impossible = No portfolio lets every pillar carry at least { $least } % of the bill.
pillars-even-unknown = Whether every pillar can carry at least { $least } % of the bill is not known yet.
pillars-not-reached = The best portfolio in which every pillar carries its part was not looked for.
pillars-carry = The pillars of the best portfolio
pillars-even = The best portfolio in which every pillar carries its part
pillars-best-portfolio = The best portfolio
pillars-portfolios = The portfolios
pillars-of-bill = percent of the bill
pillars-note = `lost without`: the points that the portfolio loses without the pillar's picks. `by itself`: the points of its picks alone. What pillars reach together is lost without each of them and reached by none of them alone. The last two columns are about the portfolio in which every pillar carries its part.
pillars-ways = Of the bill of the best portfolio, { $orders } are orders with the State as the first customer; others add { $others }; without it every ministry loses at least { $for_all } points by its own weights.
pillars-short = Even if no other pillar has to, so much cannot be carried by { $pillars }.
pillars-most = The most that every pillar can carry is { $percent } %: the best portfolio then has { $objective } points.
pillars-most-none = Not even 1 % of the bill can be carried by every pillar.
pillars-most-unsure = A better portfolio may exist in which every pillar carries as much as it can.
pillars-with-percent = The best portfolio in which every pillar carries { $percent } %
pillars-do = What the pillars do
pillars-do-note = `orders`: the bill of orders with the State as the first customer (instrument `launching_customer`). `from others`: what others pay beside the bill; `leverage`: that for each unit of public money. `lost by` a ministry: what its index loses without these picks, by its own weights; `lost by all`: the least of these, which both policies gain together.
pillars-picks = The picks of each pillar
pillars-picks-note = The year in which each starts in the best portfolio, in the one in which every pillar carries its part, and in your own; empty where it is not in it.
pillars-partners = What the ministries have of each other
pillars-partners-note = `gain by its own priorities`: what the portfolio gives the ministry by its own weights. `lost alone`: what it loses of that where the others pay nothing, so that only the picks are left that it pays alone.
pillars-no-portfolio = No portfolio yet. ‹optimise› looks for the best one; on the screen of the candidates ‹candidates/toggle-own› puts one into your own.
pillars-heading = Pillar; points lost without it
pillars-heading-ways = What it does; points without
pillars-head-leverage = leverage
pillars-all-picks = all picks
pillars-all-picks-before = all picks, before the edit
pillars-all-picks-own = all picks of your own
pillars-way-order = order as first customer
pillars-way-others = paid by others too
pillars-way-interwoven = weighed by more ministries
pillars-column-even = { $percent } %
pillars-column-even-help = The year in which it starts in the portfolio in which every pillar carries { $percent } % of the money.
pillars-column-lost = The points that the portfolio loses without this pick alone.
pillars-column-others = What others pay beside the public bill.
pillars-column-does = what it does
pillars-column-does-help = Whether it is an order of the State as first customer, is paid by others too, moves a service that more than one ministry weighs.
pillars-no-orders = No order as first customer;
pillars-orders-are = Orders as first customer { $orders } ({ $percent } %);
pillars-no-others = others add nothing.
pillars-others-add = others add { $others }, leverage { $leverage }.
pillars-loses = { $name } { $lost } of { $gain }
pillars-without-others = Lost without the { $ministries ->
    [2] other
   *[other] others
}: { $losses }.
pillars-own-without-others = Your own: { $losses }.
pillars-one-ministry = There is no second ministry to pay along.
pillars-no-names = No candidate names a pillar; the column of the candidates is for that.
pillars-looking = Looking for the best with equal parts, { $seconds } s: best so far { $best }, at most { $bound }.
pillars-waiting = The search for equal parts begins when the analysis under way has ended.
pillars-how-to-look = ‹pillars/run› looks for the best portfolio in which every pillar carries { $least } % of the money.
pillars-even-with = With { $percent } % each
pillars-even-is = { $with }: { $objective } points, { $less } less; { $enter } in, { $leave } out (‹pillars/sentences› names them).
pillars-at-most = { $least } % each is impossible; at most { $percent } %
pillars-even-open = It is not proven.
pillars-even-stale = Before the last edit: { $told } ‹pillars/run› looks again.
pillars-cut-ways = By what each pick does; a pick can do several things.
pillars-cut-named = By the pillar that the case names.
pillars-pick = { $name } ({ $year }, { $money } { $unit })
pillars-come-in = Comes in ({ $count }):
pillars-go-out = Goes out ({ $count }):
pillars-figures-mean = Points: what the portfolio loses without the pillar's picks. What pillars reach together is lost without each of them, so that these do not add up. Below a ministry: what it loses of them by its own weights. Leverage: what others pay for each unit of public money. Without the money of the others, only the picks are left that a ministry pays alone.
pillars-none-to-take = There is no such portfolio yet: ‹run› looks for it.
pillars-all-same = Every pick is in all portfolios that are shown.
pillars-lost-of = lost by { $ministry }
pillars-money = Money by pillar, { $money_unit }
pillars-orders = first orders
pillars-other-public = other public money
pillars-others = from others
pillars-bar = { $cost } + { $others }; { $lost } points lost without
stress-worst-portfolio-scenario =
    The worst scenario for the portfolio is { $scenario }: with it the index is { $index }, which is { $lost ->
        [one] 1 point
       *[other] { $lost } points
    } lower than in the case, and { $services ->
        [one] 1 service stands
       *[other] { $services } services stand
    } lower.
stress-gain-grows =
    In { $scenarios ->
        [one] 1 scenario
       *[other] { $scenarios } scenarios
    } its gain over doing nothing grows while the index falls: without it, all would be worse still.
stress-broken-hits-breaks =
    It breaks rules in { $broken } of { $scenarios ->
        [one] 1 scenario
       *[other] { $scenarios } scenarios
    }.
stress-portfolio-under-each = The portfolio under each scenario
stress-case-has-no = The case has no scenarios.
stress-no-scenario-answered = No scenario has been computed yet.
stress-no-scenario-does = The index with the portfolio falls in no scenario.
stress-regret-what-best = `index there`: the index with the tested portfolio in that scenario; `index lost`: how much lower that is than in the case. `gain there` is the gain over doing nothing in that scenario, and `gain lost` how much smaller that is than in the case. `regret`: how much more the best portfolio has in that scenario; shown only if the tested portfolio keeps the scenario's rules. The last columns list the candidates that the best portfolio adds to it, and those that it drops.
stress-services-stand-lower = Services that fall
stress-rules-portfolio-breaks = Broken rules
stress-lost-each-scenario = Index lost in each scenario
stress-grid = The scenarios: which services stand lower in each
stress-grid-power-lost = power lost
stress-index-lost = index points lower than in the case, with the portfolio
stress-scenarios = Scenarios
words-spending-over-time = Spending over time
words-answers-not-proven =
    { $count ->
        [one] 1 answer is
       *[other] { $count } answers are
    } not proven: the search was stopped. The column bound says what cannot be exceeded.
words-found-so-far =
    { $count ->
        [one] 1 is
       *[other] { $count } are
    } found so far: the search for more was not finished.
words-spent-unit = spent{ $unit }
alternatives-no-portfolio-possible = No portfolio is possible.
alternatives-no-portfolio-found-before = No portfolio was found before the search was stopped.
importance-no-portfolio-possible-prices = No portfolio is possible. The prices show which rule, left out on its own, would make one possible.
importance-no-portfolio-found-before = No portfolio was found before the search was stopped.
cooperate-nobody-worse-off-than = With that, nobody is worse off than alone: no ministry pays more than cooperation is worth to it.
cooperate-surplus-money-negative-no = The surplus in money is negative: no payment can leave both ministries as well off as alone.
cooperate-somebody-pays-more-than = With that, at least one ministry pays more than cooperation is worth to it.
cooperate-whether-leaves-everybody-well = Whether that leaves every ministry at least as well off as alone is not known.
cooperate-receives-payment-gives-both = {" "}`receives`: the payment that gives each ministry half of what cooperation is worth to both; negative: it pays.
cooperate-receives-pays-above-fair = {" "}`receives`: what it now pays above its fair part of the bill. Negative: it pays the rest of that part, but no more than cooperation is worth to it.
cooperate-points-to-ministry = { $points } to { $ministry }
cooperate-pooled-more = With all budgets pooled and the case's requirements set aside: { $whole } joint points, { $more } more than with them. A fair division of these (Shapley): { $parts }.
cooperate-pooled-less = With all budgets pooled and the case's requirements set aside: { $whole } joint points, { $less } less than with them. A fair division of these (Shapley): { $parts }.
robust-over-worlds =
    { $worlds ->
        [one] 1 world
       *[other] { $worlds } worlds
    }
robust-over-some-worlds =
    { $answered } of { $worlds ->
        [one] 1 world
       *[other] { $worlds } worlds
    } ({ $without } without a best portfolio)
robust-over-candidates =
    Over { $over }, of { $candidates ->
        [one] 1 candidate
       *[other] { $candidates } candidates
    }: { $core } core (in every best portfolio), { $borderline } swing (in some), and { $exterior } never (in none).
robust-in-world = {" "}(in { $world })
compare-no-named-unit = { $portfolio } in no named unit
compare-in-money = In { $unit }.
compare-in-unit = { $portfolio } in { $unit }
compare-metrics = Metrics
compare-objective = Objective
compare-spent-in-year = in { $year }
compare-spent-on-domain = on { $domain }
budget-frontier-unit-money = unit of money
budget-frontier-steps = Steps
importance-up-cost-public-bill = {" "}`in up to a cost of`: the highest public bill at which a best portfolio still includes it, to within 1 % of its bill; `always`: even at 10 times its cost; `never`: not even for free.

## report/document

table-kept-rest-more = { $kept }, and { $rest } more
table-title-money-money = { $title }, money in { $money }

## report/formats

csv-there-no-table = There is no table `{ $name }`.
csv-tables-known = The tables are { $known }.
csv-there-no-table-write = There is no table to write.
csv-other-formats-say = Write another format, such as .md: it says why.
markdown-inputs-read-from =
    ## Inputs
    {""}
    Read from { $path }.
    {""}
    { $table }
    {""}
markdown-changed-this-run =
    Changed for this run only; the tables of the case stay as they are:
    {""}
    {""}
formats-cannot-export-ending = Cannot export .{ $ending }.
formats-ending-says-what = The ending of the file name decides what is written: { $formats }.
formats-format-endings-what =
    | format | endings | what is written | what is left out |
    | --- | --- | --- | --- |
    {""}
formats-formats = Formats: { $formats }.
formats-nothing = Nothing.
text-this-run-only = for this run only: { $change }
text-inputs-path-sha = Inputs in { $path } (SHA-256)
text-long-lists-shortened-here = Long lists are shortened here; the other formats show them in full.

## rules

told-candidate-number-candidate = candidate number { $candidate } is not in the case
told-candidate-may-chosen = { $candidate } may be chosen only once
told-at-least-domains =
    at least { $domains ->
        [one] 1 domain
       *[other] { $domains } domains
    } must reach the target by the end of { $last_year }
told-name-has-no = { $name } cannot start in any year: its window is { $start_from } to { $start_to }, and its last cost may come no later than { $last_year }
told-name-may-start = { $name } may start only in { $start }
told-name-may-start-only = { $name } may start only in { $start } to { $end }
told-shares-bill-name = the shares of the bill of { $name } must add up to 100 %
told-shares-bill-name-must = the shares of the bill of { $name } must add up to 100 %, where { $list }
told-ministry-may-spend = { $ministry } may spend at most { $budget } in { $year }{ $carried }
told-ministry-may-spend-years = { $ministry } may spend at most { $amounts } in the years { $from } to { $to }{ $carried }
told-carries-nothing = { $ministry } may carry no money over to the next year
told-carries-at-most = { $ministry } may carry over at most { $percent } % of the budget of a year to the next
told-ministry-at-least = { $ministry } must pay at least { $amount } over the whole horizon
told-ministry-at-most = { $ministry } may pay at most { $amount } over the whole horizon
told-what-all-public = { $percent } % of all public spending
told-domain-map = the domain { $domain }
told-instrument-instrument = the instrument { $instrument }
told-pillar-pillar = the pillar { $pillar }
told-service-must-hold = { $service } must hold at least the power of { $name } ({ $power }) at the end of { $last_year }
told-takeover-must-cost = taking over { $service } must cost at least { $amount } at the end of { $last_year }
told-this-holds-spare = this holds with { $amount } to spare
told-this-broken = this is broken by { $amount }
told-shown-points-control =
    { $points ->
        [one] 1 percentage point
       *[other] { $points } percentage points
    } of control
told-shown-power = { $power } of power
told-shown-index-points =
    { $points ->
        [one] 1 point
       *[other] { $points } points
    }
told-this-asks-nothing = this does not apply, because the candidate itself is not chosen
told-nobody-takes-it = this holds: nobody can take it over
told-this-binds-nothing = this binds: there is nothing to spare
told-this-holds = this holds
told-this-broken-2 = this is broken
told-this-broken-not = this is broken: it is not chosen
told-this-broken-chosen = this is broken: it is chosen
told-locked-must-chosen = is locked in: it must be chosen
told-locked-out-must = is locked out: it must not be chosen
words-names-rest-more = { $names } and { $rest } more
told-besides-carries-over = , plus what it carries over
told-pays-share = { $ministry } pays { $percent } %
told-pays-shares = { $ministry } pays { $least } to { $most } %
told-years =
    { $years ->
        [one] 1 year
       *[other] { $years } years
    }
told-domains =
    { $domains ->
        [one] 1 domain
       *[other] { $domains } domains
    }
told-candidates =
    { $candidates ->
        [one] 1 candidate
       *[other] { $candidates } candidates
    }
told-spending-at-least = public spending on { $scope } must be at least { $amount } over the whole horizon
told-spending-at-most = public spending on { $scope } may be at most { $amount } over the whole horizon

## rules/relations

at-least-at-least-relation = at least { $count } of { $list } must be chosen
at-least-at-least-least =
    At least { $least } must be chosen, but there { $members ->
        [one] is only 1 member.
       *[other] are only { $members } members.
    }
at-least-at-least-least-chosen =
    At least { $least } must be chosen, but { $left ->
        [0] none can be: all of them are locked out or can never start.
       *[other] only { $left } can be: the others are locked out or can never start.
    }
at-least-lower-count-name = Lower count, or name more members.
at-least-at-least-always = The rule has no effect: at least 0 is always true.
at-least-delete-row-raise = Delete the row, or raise count.
at-least-take-locks-away = Remove locks, or lower count.
at-most-at-most-relation = at most { $count } of { $list } may be chosen
at-most-at-most-most = The rule has no effect: at most { $most } of { $members } members is always true.
at-most-at-most-most-may = At most { $most } may be chosen, but these must be: { $few }.
at-most-delete-row-lower = Delete the row, or lower count.
at-most-take-locks-away = Remove locks, or raise count.
excludes-at-most-one = at most one of { $list } may be chosen
excludes-these-exclude-each = These exclude each other, but all must be chosen: { $few }.
excludes-take-all-but = Remove all locks but one, or the relation.
requires-candidate-id-can = The candidate { $id } can never be chosen: it requires candidates that are locked out ({ $few }).
requires-candidate-id-starts = The candidate { $candidate } starts in { $latest } at the latest, but it requires { $required }, which starts in { $start } at the earliest.
requires-lock-out-well = Lock it out as well, or remove the other lock.
synergy-list-together-add =
    { $list } together add { $control_gain ->
        [one] 1 percentage point
       *[other] { $control_gain } percentage points
    } of control over { $service }
synergy-synergy-never-comes = The synergy can never take effect, because members are locked out: { $few }.
synergy-synergy-adds-no = The synergy adds no control.
synergy-write-control-gain = Write a control_gain above 0, or delete the row.
requires-widen-one-two-windows = Widen one of the two windows: what is required must start no later.
requires-which-starts-no-later = which starts no later
requires-none-which-starts-later = none of which starts later
requires-requires = { $candidate } requires { $others }, { $later }

## session

bulk-rest-not-number = `{ $rest }` is not a number.
bulk-no-cell-column = No cell of `{ $column }` here holds a number; =v sets one.
bulk-write-multiply-add = Write *1.1 to multiply, +2 or -2 to add, =v to set.
bulk-cost-sum-several = The cost is the sum of several years: only a factor such as *1.1 can change all of them.
bulk-changes-nothing-here = That changes nothing here.
comparison-name-case-was = { $name }, in the case as it was when you kept it
comparison-best-case-name = the best portfolio of the case { $name }
comparison-own-portfolio-kept = the own portfolio stored with the case { $name }
comparison-portfolio-name-case = the portfolio { $name } in the case as it is now
comparison-nothing-chosen = nothing chosen
comparison-best-case-now = the best portfolio of the case as it is now
comparison-your-own-now = your own portfolio as it is now
comparison-country-if-nothing = the country if nothing is done
new-case-new-case-number = New case, { $number } of 4: { $title }
new-case-defence-economy = defence economy
new-case-folder-name-small = Name the folder with lower-case letters, digits, - and _, such as my-plan.
new-case-two-years-which = Give the first year and then the last, such as 2027-2034.
new-case-at-least-one = Give at least one id, in lower-case letters, digits, - and _.
rows-each-row-needs = Each row needs its own { $column }; edit one row at a time.
scenario-overlay-would-count-rows = That would need { $count } rows in scenarios.csv, which is too many.
scenario-overlay-under-scenario-name = While the scenario { $name } is on, you can change only cells and settings. { $why } ‹try-on› turns the scenario off.
settings-text-no-carry = `{ $text }` is not a carry-over. Write { $all }, or a fraction from 0 to 1.
settings-carry-all = everything
settings-left-out-default = {" "}Default: { $default }.
three-way-merge-place-base-here = {" "} { $place }: { $base } to { $here } here
three-way-merge-place-base-disk = {" "} { $place }: { $base } to { $disk } on disk
three-way-merge-place-base-here-here = ! { $place }: { $base } to { $here } here, to { $disk } on disk
three-way-merge-same-cells-another = the same cells, in another order or layout
three-way-merge-same-settings-other = the same settings, with other comments or another layout
three-way-merge-what-was-changed = changes on disk merged
user-portfolio-they-add-up = The shares must add up to 100; these add up to { $sum }.
user-portfolio-ministries-whole-percents =
    Give { $ministries ->
        [one] 1 whole percentage
       *[other] { $ministries } whole percentages
    }, one for each ministry.
validation-no-ministry-text = There is no ministry `{ $text }`. The settings list the ministries.
validation-no-rung-text = There is no rung `{ $text }`. The settings list the rungs.
validation-no-choice = "{ $text }" is none of the choices: { $list }.
validation-no-holder = `{ $text }` holds nothing in any service. The table of holders lists who does.
validation-text-cannot-stand = `{ $text }` does not fit the column { $column }. { $problem }
validation-there-no-id = There is no `{ $id }` in { $file }.
validation-this-needs-value = This needs a value.
validation-from = {" "}From 0 to 1.
new-case-name-new-folder-under = The name of the new folder under portfolios/. A case is one folder of CSV files that any spreadsheet opens.
new-case-reports-call-case = What reports call the case.
new-case-first-last-year-plan = The first and the last year of the plan, such as 2027-2034. The case counts money, starts and effects by year.
new-case-ids-ministries-pay-separated = The ids of the ministries that pay, separated by spaces. Each has its own budget, voice and domain weights.

## A new case: its title, ministries and ladder, and the comments in case.toml

blank-title = A new case
blank-defence = Ministry of Defence
blank-economic-affairs = Ministry of Economic Affairs
blank-about = What the case is about. The tables beside this file hold the rest:
blank-risk = "expected": an effect counts times its success; "full": as if everything succeeds
blank-timing = "final": power at the end of last_year; "average": mean over all years
blank-targets = at least this many domains reach their target
blank-ministries =
    The funders. A voice is a ministry's part in the joint domain weights; carry_over says what of a year's
    budget may move to the next: a fraction such as 0.25, or "all".
blank-ladder = The control ladder: from this much control (in %, inclusive), this much power (0 to 1).
blank-seat = Seat at the table
blank-seat-confers = right of inquiry, and to ask for a general meeting
blank-blocking = Blocking minority
blank-blocking-confers = blocks resolutions that need two thirds
blank-majority = Majority
blank-majority-confers = decides ordinary resolutions and appoints the board
blank-full = Full control
blank-full-confers = decides what needs two thirds

## session/document

access-what-disk-taken = version on disk taken over
document-label-taken-back = { $label }, undone
overlay-scenario-name-can = The scenario { $name } can no longer be applied, so it is off: { $error }

## session/edit

difference-row-id-table = The row { $id } of { $table } { $change }.
difference-more-more = and { $more } more
scenarios-scenarios-csv-row = scenarios.csv, row { $row }: { $error }
scenarios-scenario-name-scenarios = the scenario { $name } of scenarios.csv: { $lines }

## session/on_disk

case-one-row-own = One row of { $own_file } cannot be read. It stays in the file but is not in your own portfolio.
case-count-rows-own = { $count } rows of { $own_file } cannot be read. They stay in the file but are not in your own portfolio.
case-unsaved-edits-cannot = Unsaved edits cannot be kept for a later session, neither beside the case nor elsewhere: { $why } Save often: unsaved edits are lost when the program ends.
case-error-nothing-lost = { $error } Nothing is lost: the edits are still here.
case-sentence-nothing-was = { $sentence } Nothing was written.
case-own-file-cannot = { $own_file } cannot be read, so your own portfolio will not overwrite it: { $why } Move the file away or fix it.
case-files-they-were = the files as they were when the edits were made
case-not-utf = it is not in UTF-8.
case-has-no-columns = it needs the columns candidate and start, separated by commas.
portfolios-portfolio-was-kept = A kept portfolio was ignored. { $error }
portfolios-folder-link-another = { $folder } is a link to another folder, so nothing is read from it or kept in it.

## session/scenarios

cell-there-no-table = There is no table { $table }. ‹complete› completes a table's name.
cell-changes-count =
    This changes { $cells ->
        [one] 1 cell
       *[other] { $cells } cells
    }.
cell-settings-case-toml = The settings of the case.
cell-another-cell-this = Another cell of this row is wrong: { $why }
cell-row-cannot-done = This change cannot be applied yet: { $why }
cell-there-no-setting = There is no setting { $column }. ‹complete› completes a setting's name.
cell-table-table-has = The table { $table } has no column { $column }. ‹complete› completes a column's name.
cell-scenario-cannot-change = A scenario cannot change scenarios.
line-case-under-would = With this change, the case would have errors. { $message } { $remedy }
line-cells-cells-id = { $cells } cells; { $id }: { $before } to { $after }
line-default-now-because = { $default } now, by default
line-new-budget = A new budget.
line-nothing-called = Nothing in the case is called "{ $text }". Type other words of what changes.
line-changes-nothing-cell = This changes nothing: the cell already has that value.
line-empty-now = empty now
line-several-rows = several rows
line-every-row = every row
scenarios-scenarios-done-count = scenarios { $done } of { $count }
standing-case-under-has = Under this scenario, the case has errors. { $message } { $remedy }
line-sets = sets it
line-adds = adds to it
line-takes-from = takes from it
line-multiplies = multiplies it
scenarios-best-portfolio-each-column = the best portfolio of each column
scenarios-recommended-portfolio-case-every = the recommended portfolio of the case in every column
scenarios-your-own-portfolio-every = your own portfolio in every column

## store

dialect-semicolons = semicolons between the cells
dialect-tabs = tabs between the cells
dialect-marks = { $mark } between the cells
dialect-decimal-commas = decimal commas
dialect-signs = thousands separators, signs of currencies or of percent
dialect-old-lines = line ends of very old programs
dialect-read = Read with { $how }.
dialect-nothing = Nothing needs to be done: what you change is written in the same way.
dialect-header-below = The header seems to be on line { $line }.
dialect-delete-above = Delete what stands above line { $line }.
cell-was-made-date = A spreadsheet has made a day of a range such as 5-10. Write it as 5..10: spreadsheets leave that as it is.
cell-was-made-formula = A spreadsheet took the change for a formula. Write it with a word: set 30, add 2, subtract 2, times 0.9.
tables-header-again = The row says what the header says, so it is no row of the table.
tables-delete-row = Delete the row.
tables-total-row = The row is called "{ $name }": it most likely adds up others, and counts beside them.
tables-delete-row-or-rename = Delete the row; if it is none that adds up, give it another name.
store-other-kind = It is { $kind } and no table. Save the list as CSV or as a workbook (.xlsx) first.
typed-two-numbers = "{ $text }" can be two numbers: { $point } with a decimal point, { $comma } with a decimal comma. Write the one that is meant.
typed-choose = "{ $text }" can be two numbers. Choose one below.
typed-by-point = with a decimal point
typed-by-comma = with a decimal comma
prompt-new-word = { $word } is a new word here: accept it once more to use it.
typed-read-as = Read as { $text }
typed-paste-title = Two ways to read the numbers
typed-paste-choose = Nothing that was pasted tells what the mark in "{ $example }" means. Read with decimal points it is { $point }, with decimal commas { $comma }.
dialect-currencies = Amounts are in several currencies, such as { $cells }: they cannot be added up.
dialect-one-currency = Convert them into the currency of the case.
dialect-doubt = Nothing in the file tells what the mark in "{ $example }" means. The column { $column } comes to { $point } with decimal points, and to { $comma } with decimal commas.
dialect-doubt-point = It was read with decimal points. If it has decimal commas, add --decimal comma, or write the numbers without separators of thousands.
dialect-doubt-comma = It was read with decimal commas. If it has decimal points, add --decimal point, or write one number so that it leaves no doubt, such as 0,5.
decode-file-holds-bytes = The file holds bytes that are not text.
decode-save-csv-utf = Save it as CSV in UTF-8; until then, the program does not change it.
decode-file-not-utf = Some bytes of the file are not text: it is UTF-8 that was damaged, or holds two encodings.
decode-save-csv-utf-will = Save it as "CSV UTF-8"; until then, the program does not change it.
import-case-has = The case has { $candidates } in { $domains }, from { $first } to { $last }.
import-subject = what was understood
import-columns = Columns
import-left-out = Rows left out
import-sums = Sums by year, to compare with the source
import-sum-list = whole list
import-sum-case = in the case
import-told = Worth knowing
import-wrong = To be solved first
import-column-number = column { $number }
import-nothing-written = Nothing was written. Without --dry-run the case is made.
import-warning-has-errors =
    Warning: it has { $errors ->
        [one] an error
       *[other] { $errors } errors
    } to fix first: beslismacht check { $folder }
import-lines-above =
    { $count ->
        [one] The line above the headings was passed over.
       *[other] The { $count } lines above the headings were passed over.
    }
import-name-by-cells = The column "{ $heading }" is taken as the name, because its texts tell the rows apart best.
import-domain-by-cells = The column "{ $heading }" is taken as the domain, because many rows have it in common.
import-ministry-by-cells = The column "{ $heading }" holds ministries: each pays for its own rows.
import-one-amount = The list has one amount for each row and names no years: all of it falls in the first year, { $year }. Another year: --base-year.
import-one-amount-at-start = The list has one amount for each row: it falls in the year of the start, or in the first year, { $year }. Another first year: --base-year.
import-years-from = The list counts its years from 1: the first is { $year }. Another year: --base-year.
import-row-each-year = The list has a row for each year: the rows of one candidate are put together.
import-negated = Every amount is negative, so all are read as money that is spent.
import-no-gain = No column tells the gain, so no candidate is worth choosing yet. Name it: --map "COLUMN=gain".
import-no-unit = Nothing says in which unit the amounts are, so none is shown. Name it: --unit one, thousand or million.
import-unit-from = The unit, { $unit }, is taken from "{ $from }". Another unit: --unit.
import-total-alone =
    { $count ->
        [one] Line { $lines } is marked as a total and kept, because nothing else is in its group.
       *[other] Lines { $lines } are marked as totals and kept, because nothing else is in their groups.
    }
import-total-doubtful =
    { $count ->
        [one] Line { $lines } is the sum of rows above it. It is kept, because it is not called a total; if it is one, delete it in the list.
       *[other] Lines { $lines } are sums of rows above them. They are kept, because they are not called totals; if they are, delete them in the list.
    }
import-total-begins = { $count ->
    [one] Line { $lines } begins like a total and is kept as an investment: { $names }. Take it out if it adds up others.
   *[other] Lines { $lines } begin like totals and are kept as investments: { $names }. Take them out if they add up others.
}
import-ministries = { $count ->
    [one] One ministry was found: { $names }.
   *[other] { $count } ministries were found: { $names }.
}
import-paid-jointly = { $count ->
    [one] One row is paid by several ministries together: { $texts }. Its shares are free.
   *[other] { $count } rows are paid by several ministries together: { $texts }. Their shares are free.
}
import-not-understood = { $count ->
    [one] One amount is not understood: { $texts }. It is unknown, and missing in every sum.
   *[other] { $count } amounts are not understood: { $texts }. They are unknown, and missing in every sum.
}
import-past = { $count ->
    [one] { $headings } lies before the base year, so it is past and not planned. To plan it all the same, say that the column is a cost: --map "{ $heading }=t-1".
   *[other] { $headings } lie before the base year, so they are past and not planned. To plan them all the same, say that the columns are costs: --map "{ $heading }=t-1".
}
import-no-amounts =
    { $count ->
        [one] 1 cell holds no amount: { $texts }.
       *[other] { $count } cells hold no amount: { $texts }.
    }
import-unread =
    { $count ->
        [one] 1 cell of "{ $heading }" cannot be read and stays empty: { $texts }.
       *[other] { $count } cells of "{ $heading }" cannot be read and stay empty: { $texts }.
    }
import-states =
    { $count ->
        [one] 1 row has a state that the program has no word for: { $texts }. It is free; the text is kept.
       *[other] { $count } rows have a state that the program has no word for: { $texts }. They are free; the texts are kept.
    }
import-filled-down =
    { $count ->
        [one] 1 empty cell of "{ $heading }" takes the value above it, as merged cells do.
       *[other] { $count } empty cells of "{ $heading }" take the value above them, as merged cells do.
    }
import-added-up =
    { $count ->
        [one] 1 row of the same candidate and year was added to another.
       *[other] { $count } rows of the same candidate and year were added to others.
    }
import-start-early =
    { $count ->
        [one] 1 candidate started before the first year, so its start is the first year.
       *[other] { $count } candidates started before the first year, so their start is the first year.
    }
import-paid-before =
    { $count ->
        [one] 1 candidate costs money before the start that the list gives, so it starts in the first year.
       *[other] { $count } candidates cost money before the start that the list gives, so they start in the first year.
    }
import-lines-joined = Texts of several lines were put on one line.
import-ids-made =
    { $count ->
        [one] 1 row was given an id of lower-case letters, digits and underscores.
       *[other] { $count } rows were given an id of lower-case letters, digits and underscores.
    }
import-id-again = Line { $line }: another row has the id { $id } already, so this one is { $given }.
import-ids-again =
    { $count ->
        [one] 1 more row has an id that another row has, and was given another one.
       *[other] { $count } more rows have an id that another row has, and were given another one.
    }
import-alternatives =
    { $count ->
        [one] 1 group of alternatives: at most one of them can be chosen (excludes).
       *[other] { $count } groups of alternatives: of each at most one can be chosen (excludes).
    }
import-predecessors =
    { $count ->
        [one] 1 candidate needs another one first (requires).
       *[other] { $count } candidates need another one first (requires).
    }
import-predecessor-near = "{ $name }", which "{ $candidate }" needs first, is none of the candidates. Did you mean "{ $near }"?
import-predecessor-missing = "{ $name }", which "{ $candidate }" needs first, is none of the candidates.
import-predecessors-missing =
    { $count ->
        [one] 1 more predecessor is none of the candidates.
       *[other] { $count } more predecessors are none of the candidates.
    }
import-shares-rounded =
    { $count ->
        [one] The shares of 1 candidate are rounded to whole percent.
       *[other] The shares of { $count } candidates are rounded to whole percent.
    }
import-shares-uneven =
    { $count ->
        [one] The ministries share 1 candidate differently from year to year; a case has one share for all years, that of the whole.
       *[other] The ministries share { $count } candidates differently from year to year; a case has one share for all years, that of the whole.
    }
import-shares-odd =
    { $count ->
        [one] The shares of 1 candidate do not add up to 100 %, so they are left open.
       *[other] The shares of { $count } candidates do not add up to 100 %, so they are left open.
    }
import-budget-all = No budget was given, so there is money for everything: the budget of each year is what the whole list costs. Give one with --budget, or later with optimise --budget.
import-budget-divided = The budget is divided over years and ministries as the costs of the list are.
import-unused = The column "{ $heading }" could be meant as well; it is kept and not used. Use it: --map.
import-sum-differs =
    { $count ->
        [one] The column "{ $heading }" is not the sum of the others in 1 row (line { $line }).
       *[other] The column "{ $heading }" is not the sum of the others in { $count } rows (the first is line { $line }).
    }
import-odd-decimals =
    { $count ->
        [one] 1 number has three decimals among whole ones: "{ $text }" on line { $line }. It was read with the mark that the rest of the file has; look whether a thousand was meant.
       *[other] { $count } numbers have three decimals among whole ones; the first is "{ $text }" on line { $line }. They were read with the mark that the rest of the file has; look whether thousands were meant.
    }
import-no-base-year = The column "{ $heading }" names its year after a base year, and nothing says which that is.
import-several-currencies = Amounts are in several currencies, { $currencies }: they cannot be added up.
import-currency-on-line = { $currency } (line { $line })
import-one-currency = Convert them into one currency, or leave the other rows out: --only COLUMN=TEXT.
import-say-base-year = Say it: --base-year 2027.
import-too-many-years = The case would reach from { $first } to { $last }, which is more than 100 years.
import-too-many-columns = The list has { $count } columns; the program reads at most { $most }.
import-save-fewer-columns = Save it without the columns that no plan needs.
import-denied = The column "{ $heading }" sounds like { $role }, but its cells do not; it is kept and not used.
import-figures-unused =
    { $count ->
        [one] The column { $headings } holds figures and is not used. Use it: --map.
       *[other] The columns { $headings } hold figures and are not used. Use one: --map.
    }
import-no-row-left = No row is left: none of them holds an amount in a column of costs.
import-look-at-columns = Look at what each column is read as, and say it with --map.
import-no-such-column = There is no column "{ $name }".
import-columns-are = The columns are { $names }.
import-others = Others
import-general = General
mapping-comment =
    How `beslismacht import` reads a list; use it again with --mapping.
    Columns by their headings: what each of them is.
mapping-heading-and-role = "{ $text }" does not say which column is what. Write the heading, = and what it is: --map "boe_amt=cost".
mapping-heading-and-texts = "{ $text }" does not say which rows count. Write the heading, = and the text of those rows: --only "Status=approved".
mapping-unknown-role = A column cannot be read as "{ $text }".
mapping-roles = It can be { $words }.
mapping-no-toml = It is not TOML: { $error }
mapping-unknown-key = A mapping has no key "{ $key }".
mapping-keys = The keys are { $keys }.
mapping-wrong-value = The value of { $key } cannot be { $value }.
mapping-one-of = It can be { $words }.
mapping-pattern = "{ $text }" does not say where the year stands. Write {"{}"} for it: "FY{"{}"}".
mapping-currency = Write the code of a currency, such as EUR.
mapping-wrong = The mapping { $file } cannot be used. { $why }
mapping-saved = Wrote { $file }. Read the next list just so with --mapping.
import-no-column-file = The program recognises no column name in { $file }: { $sheet }.
import-no-column-tells = No column names the domain, so all candidates go into the domain general.
import-no-service-no = No services or effects are known: add services.csv and effects.csv to plan for control instead of points.
import-no-column-holds = No column holds ids, so they are made from the names.
open-file-settings-file = The file { $settings_file } is missing.
open-there-folder-where = There is a folder where the file { $name } should be.
open-there-thing-where = There is { $thing } where the file { $name } should be.
open-file-name-link = The file { $name } is a link to a file that is not there.
open-file-name-link-file = The file { $name } is a link to a file outside the folder of the case, so it is not read.
open-file-name-cannot = The file { $name } cannot be read: permission is denied.
open-file-name-cannot-read = The file { $name } cannot be read: { $why }.
open-file-name-not = The file { $name } is not part of the case, so it is not read.
open-did-you-mean = Did you mean { $file }? Rename the file.
portfolio-column-name-stands = The column { $name } appears more than once in the header.
portfolio-column-visible-names = The column { $column } does not name a ministry.
portfolio-there-no-candidate = There is no candidate "{ $id }".
portfolio-start-id-empty = The start of { $id } is empty, but it could start in several years, or in none.
portfolio-share-text-range = The share { $text } is a range; a portfolio must say exactly what each ministry pays.
portfolio-portfolio-has-no = The portfolio has no column candidate.
portfolio-begin-file-header = Begin the file with a header: candidate,start and share_<ministry> for each ministry.
portfolio-use-id-ministry = Use the id of a ministry of the case.
portfolio-use-id-candidate = Use the id of a candidate of this case.
portfolio-write-year-which = Write the year in which it starts.
portfolio-write-one-whole = Write one whole percent.
quick-file-file-empty = The file { $file } is empty.
quick-file-file-has = The file { $file } has no row below its header, so there is nothing to choose from.
quick-add-column-from = Add the column { $from } to the header.
quick-rename-column-visible = Rename the column { $written } to { $name }.
quick-table-has-no = The table has no column { $from }.
quick-column-from-stands = The column { $from } appears more than once in the header, and only one can count.
quick-columns-from-say = The columns "{ $to }" and "{ $from }" mean the same thing, and only one of them can count.
quick-cell-from-empty = The cell { $from } is empty.
quick-write-row-each = Write a row for each candidate.
quick-fill-write-where = Fill it in; write 0 for nothing.
target-shown-file-case = Cannot write { $path }: it is a file of the case { $case }.
target-shown-what-read = Cannot write { $path }: it is an input ({ $file }).
unread-file = { $file } cannot be compared until it can be read. { $message } { $remedy }
unread-file-cannot-edited = { $file } cannot be edited until it can be read. { $message } { $remedy }
import-begin-file-header-such = Begin the file with a header such as candidate,name,domain,cost,gain.
open-add-least-format-first = Add it with at least format, first_year, last_year and a [[ministry]]; or begin from a new case: beslismacht new DIR makes one.
quick-write-header-such-candidate = Write a header, such as candidate,cost,gain, and a row for each candidate.
quick-general = General
import-joint = Joint
quick-the-table-named = The table { $table }
quick-the-table = The table
open-rename-folder-put-file = Rename the folder, and put the file there.
open-take-away-put-file = Remove it, and put the file itself there; nothing was read from it.
open-put-file-itself-there = Put the file itself there, or delete the link.
open-put-file-itself-folder = Put the file itself in the folder of the case.
open-ask-whoever-owns-file = Ask the owner of the file for permission to read it.
open-fix-replace-file = Fix or replace the file.
file-is-folder = it is a folder, not a file
file-is-pipe = it is a pipe, not a file
file-is-socket = it is a socket, not a file
file-is-device = it is a device, not a file
file-is-link = it is a link, and the program follows no links there
file-is-shared = it is another name of a file elsewhere
file-link-dangling = it is a link to a file that is not there
file-link-outside = it is a link to a file outside the folder of the case
store-no-folder = There is no folder { $folder }. Check the path, or make a new case there with `beslismacht new`.
store-no-case = The folder { $folder } holds no case: it has no case.toml. Name the folder that has one.
store-changed-on-disk = { $files } changed on disk since this case was read, so nothing was written. Look at both versions, then save over the one on disk or read it again.
store-not-text = { $file } is not in UTF-8, so it cannot be written without loss. Save it as CSV in UTF-8 elsewhere, then open the case again.
store-not-empty = The folder { $folder } is not empty, and nothing was written. Name a new folder.
store-unread = { $file } could not be read, so it is not written over. Fix the file on disk, then open the case again.
store-busy = Another session reads or saves the files of { $folder } and does not finish. Check whether it was stopped, and try again.
store-unsteady = The files of { $folder } keep changing, so they cannot be read together. Wait for whatever writes them, and try again.
store-locked = The case is open elsewhere ({ $who }). Edit it in one place only, or what is saved first must be merged by hand.
lock-somebody = Somebody
lock-since = { $who }, since { $day }, { $time },
store-failed = { $path }: { $doing } failed: { $error }.
part-other = is no part of a sweep: { $why }
part-without-checksum = has no checksum: an earlier version of the program wrote it, so nobody can tell whether it was changed since
part-unknown-format = has a format that this program does not know
part-changed = was changed after it was written: its checksum does not match

## store/import

headings-column-visible-nearly = The column "{ $written }" looks like { $column }.
headings-would-both-read = would both be read as { $target }
headings-columns-visible-visible = The columns "{ $first }" and "{ $second }" { $why }, and only one of them can count.
headings-no-column-called = No column has a name for costs, so every candidate would be free. The columns are { $names }.
headings-give-name-if-means = Give it that name, or say it: --map "{ $heading }={ $column }". If it means something else: --map "{ $heading }=keep".
headings-say-which = Say what the other one is: --map "{ $heading }=keep" keeps it without counting it. Or delete it, or give it another name.
headings-call-column-costs-cost = Name the column of costs cost, or say which it is: --map "COLUMN=cost". If there is none, add it, and write 0 where a candidate costs nothing.
headings-both-hold-costs = both hold costs

## tui

app-help-shows-every = ‹help› shows every key, ‹palette› finds every command.
case-table-column-your-own = Your own column: kept as it is, not used in the computation.
case-table-next = to next
key-name-modifier-not = `{ $name }`: `{ $modifier }` is not ctrl, alt or shift.
key-name-not-key = `{ $name }` is not a key: write a character, or a name such as enter, esc, ctrl-s or f5.
keymap-keymap-file-not = The keymap file is not valid TOML: { $error }
keymap-keymap-file-has = The keymap file has `{ $context_id }`, which is not a place with keys. { $known }
keymap-keymap-file-gives = The keymap file gives `{ $key }` to `{ $command }` in [{ $wide_place }] and to `{ $near_command }` in [{ $near_place }]. Where both apply, `{ $near_command }` wins.
keymap-keymap-file-has-id = The keymap file has `{ $command }` in [{ $place }], which is not a command there. { $near }
keymap-keymap-file-gives-id = In the keymap file, `{ $id }` needs a list of keys, such as { $id } = ["f5"].
keymap-keymap-file-gives-id-wrong = In the keymap file, a key of `{ $id }` is not valid: { $error }
keymap-keymap-file-gives-id-key = The keymap file gives `{ $command }` the key `{ $letter }`, but in [{ $place }] that key types a character.
keymap-keymap-file-gives-key = In [{ $place }], the keymap file gives `{ $key }` to both `{ $command }` and `{ $later_command }`; `{ $later_command }` wins.
keymap-places-names = The places are { $names }.
keymap-keymap-file-leaves = The keymap file leaves no key to quit with, so Ctrl-c still stops the work and quits.
keymap-title-key-name =
    {""}
    ## { $title }
    {""}
    | key | name | does |
    | --- | --- | --- |
    {""}
keymap-keys-beslismacht-command =
    # Keys of beslismacht. A command that is not named here keeps its own keys.
    {""}
keymap-keys-made-from =
    # Keys
    {""}
    Made from the table of commands (`src/tui/update/table.rs`); a test compares. `?` shows the same inside the program, with your own keys.
    Any key can be changed: the command *Write a keymap file* (`:`) makes a file with all of them in the settings folder, and
    `beslismacht reference keymap` prints it.
    {""}
view-needs-what-what = needs { $needed_width }x{ $needed_height }, have { $width }x{ $height }
view-tour-step-tour = Tour, step { $step } of { $tour }: ‹tour› skips this step, ‹back› ends the tour
view-changed-disk-reload = {" "}[changed on disk: { $reload } reads it]
view-nothing-chosen-index = {" "} nothing chosen { $index_before }
view-no-portfolio-possible = no portfolio is possible, finding why: { $seconds } s
view-at-most-at = , at most { $at_most }
view-own-kept-all = own: { $kept } of { $all } can stay{ $most }, { $seconds } s
view-recommended-before-objective = recommended before { $objective };{" "}
view-before-count-press =
    { $before }{ $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }: press ‹findings›
view-recommended-gain-stale = recommended { $gain }, stale
view-rows-set-aside =
    recommended { $gain }, { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    } set aside
view-recommended-gain-proven = recommended { $gain }, proven
view-recommended-gain-not = recommended { $gain }, not proven
view-unsaved-changed-disk = {" "}[unsaved, changed on disk]
view-read-only-own = {" "}[read-only, own not saved]
view-unsaved-keeping = {" "}[unsaved, being kept]
view-disk-hangs = {" "}[the disk does not answer]
view-unsaved-not-kept = {" "}[unsaved, no crash recovery]
case-table-year-which-starts-recommended = The year in which it starts in the recommended portfolio.
case-table-year-which-starts-your = The year in which it starts in your own portfolio; ‹toggle-own› adds or removes it.
case-table-whole-public-bill-after = The whole public bill, after cofinancing; ‹edit› opens the costs by year.
case-table-reach-each-100-public = Reach for each 100 of public money.
case-table-index-points-if-power = How far it could move the index, in points: if power rose evenly with control, direct points included.
case-table-control-end-horizon-nothing = Control at the end of the horizon with nothing chosen: drift included.
case-table-control-end-recommended-portfolio = Control at the end with the recommended portfolio.
case-table-control-end-your-own = Control at the end with your own portfolio.
case-table-rung-end-nothing-chosen = The rung at the end with nothing chosen.
case-table-rung-end-recommended-portfolio = The rung at the end with the recommended portfolio.
case-table-percentage-points-recommended-portfolio = Percentage points still missing to the next rung with the recommended portfolio, or with nothing chosen if there is none.
case-table-ladder-drawn-scale-rungs = The ladder to scale: its rungs, the end with nothing chosen (open dot) and the end with the recommended portfolio (full dot).
case-table-where-locked-where-locked = + if locked in, - if locked out; ‹lock-in› and ‹lock-out› change it.
tour-case-glance-how-much = This is the case at a glance: how much decision power the country has now, and how much the recommended portfolio brings. All keys work while the tour is on. Press ‹services› for the services.
tour-control-turns-into-power = Control turns into power in steps: a few percent more can bring nothing, or a seat at the table. The ladder below shows how far a service is from its next rung. Move with ‹down› and ‹up› or the arrows.
tour-could-bring-next-rung = Above the ladder you see what could bring the next rung. These are candidates: investments that could be made. Press ‹candidates› to see them all.
tour-rec-has-start-year = Rec shows the start year of the candidates that the program recommends, Own of those that you choose. Press ‹toggle-own› to add the one under the cursor to your own portfolio, and see above what it gains.
tour-now-change-assumption-finds = Now change an assumption. Press ‹go-column›, type cost_1 and press ‹list/accept› to go to that column. Press ‹edit› there, type a number, press ‹line/accept›. The program then computes a new recommendation by itself, with a new proof.
tour-everything-can-taken-back = You can take back everything: press ‹undo›.
tour-each-ministry-has-money = Each ministry has money in each year. What it does not spend moves to the next year as far as its carry-over rule allows. Press ‹budgets› for the budgets.
tour-amount-edited-here-too = ‹edit› edits an amount here too; the bars show what is spent, carried over and left. Press ‹portfolio› for the portfolio.
tour-recommended-portfolio-press-proof = This is the recommended portfolio; ‹policy-pillars› shows what each pillar of policy carries of it. Press ‹proof› for its proof: no other portfolio that keeps every rule gains more.
tour-case-can-asked-more = You can ask the case more: what more money would bring, what is nearly as good, what holds in other scenarios, what cooperation is worth. On a candidate ‹explain-candidate› says why it is in or out. Press ‹analyses› for the analyses.
tour-here-runs-analysis-background = Here ‹run› runs an analysis in the background, while you go on working. Press ‹scenarios› for the scenarios.
tour-scenarios = A scenario says what could turn out differently: less money, a higher price, a foreign order. Here you see what each would change. Press ‹compare› to compare portfolios.
tour-compare = Here portfolios stand side by side: what both choose, what only one does, and what it costs whom. Press ‹proposals› for the proposals.
tour-proposals = A proposal is a portfolio with a name, for everyone who opens the case. ‹keep› makes one; others remark on it, agree or refuse. That was all: ‹help› shows every key, ‹palette› finds every command, ‹back› ends the tour.
view-failed-press = failed: press ‹portfolio›
view-no-candidates-yet-press = no candidates yet: press ‹overview›
view-no-recommendation-yet = no recommendation yet: ‹optimise›
view-no-portfolio-possible-press = no portfolio is possible: press ‹portfolio›
view-stopped-none-found = stopped: none found
view-all = {" "}all of it

## tui/popups

confirm-lines-top-last = lines { $top } to { $last } of { $lines }; ‹down›, ‹up› and ‹page-down› scroll
form-cost-year = cost by year
list-sum-sum-mean = , sum { $sum }, mean { $mean }, median { $median }
list-keys-what-they = Keys and what they do
list-nothing-matches-erase = Nothing matches. ‹erase-before› deletes a letter.
list-nothing-to-choose = Nothing in the list matches "{ $text }": there is nothing to choose.
merge-key-mine-key = { $mine_key } takes mine, { $theirs_key } takes theirs, { $switch_key } switches
merge-changed-here-disk = Changed here and on disk: which version stays?
list-import-title = Make a case of { $file }
list-import-keys = { $next } another meaning, { $role } type it, { $unit } unit, { $everything } everything, { $accept } make the case
list-import-heading = column
list-import-read-as = read as
list-import-filled = filled
list-import-example = example
list-import-year = year
list-import-left = left out
list-import-more-years =
    { $count ->
        [one] 1 more year
       *[other] { $count } more years
    }
list-import-left-out = Rows left out: { $rows }.
list-import-nothing-left-out = Every row is a candidate.
list-import-not-yet = The list makes no case yet: the red line says what is missing.
list-import-cannot-read = The list cannot be read
list-import-which = Make a case of a list
list-import-which-help = A file with a row for each investment, as a spreadsheet saves it: XLSX or CSV. Nothing is written before you name the folder.
list-import-name-file = Name the file of the list.
list-import-list = list
list-import-role-of = What is "{ $heading }"?
list-import-role-help = A word such as name, gain or keep; a year such as 2027; cost_1 for the first year; 2027:defence or share_defence for one ministry.
list-import-base-year = Base year
list-import-base-year-help = The year that headings call t, and the first year of a list that names none. Empty: as the list says.
list-import-budget = Budget
list-import-budget-help = The money over all years, divided as the costs of the list are. Empty: money for everything.
list-import-folder = Folder of the new case
list-import-did-you-mean = Did you mean { $near }?
list-import-no-such-role = A column can be name, id, domain, cost, gain, keep and more; clear the line to see all.
list-import-write-year = Write a year such as 2027.
options-key-edits-key = { $edit_key } edits, { $run_key } runs, { $back_key } goes back.
prompt-accept-accepts-back = { $accept } accepts, { $back } goes back, { $key } and { $complete } go on to the next cell.
prompt-accept-accepts-back-only = { $accept } accepts, { $back } goes back.
prompt-accept-accepts-back-goes = { $accept } accepts, { $back } goes back, { $complete } completes.
prompt-file-portfolio = Give the file of a portfolio.
prompt-folder-case = Give the folder of a case.
merge-put-them-together-so = {" "}merge them like this
form-effects-service-control-gained = Effects: service, control gained (pp), rung granted, years until it wears off

## tui/runtime

disk-something-went-wrong = Something went wrong while reading or writing a file: { $error }
disk-theme-cannot-kept = The theme cannot be saved: { $error }
disk-your-own-portfolio = Your own portfolio cannot be saved in the settings folder: { $error }
disk-name-cannot-kept = { $name } cannot be kept in the folder of the case: { $error }
disk-tutorial-case-cannot = The tutorial case cannot be created: { $error }
disk-path-there-already = { $path } already exists and was not overwritten.
disk-path-cannot-written = { $path } cannot be written: { $error }.
disk-every-key-path = { $path } now lists every key. Change keys there, then restart the program.
disk-there-no-folder = The folder { $folder } does not exist.
disk-written = Written to { $to }.
disk-case-not-open = The case is no longer open.
disk-your-own = of your own
disk-there-no-settings = There is no settings folder to write to, because HOME is not set. Set it and restart the program.
runtime-settings-toml-not = settings.toml is not valid TOML and was ignored: { $error }
runtime-path-cannot-read = { $path } cannot be read and was ignored: { $error }.
opening-disk-hangs = The disk of this case does not answer. You can go on working; what has to be read or saved waits.
opening-disk-hangs-kept = The disk of this case does not answer. You can go on working: unsaved edits are kept in { $path } until it does, and saving waits.
opening-disk-hangs-unkept = The disk of this case does not answer, and unsaved edits cannot be kept elsewhere: { $error } They are lost if the program ends now.
opening-disk-answers = The disk of this case answers again. What waited is done.
rescue-step = Edits made while the disk did not answer
rescue-no-place = There is no other folder for them.
rescue-kept = The disk of the case does not answer. What is not saved is kept in { $path }, and is offered when the case is opened again.
rescue-not-kept = The disk of the case does not answer, and what is not saved could not be kept elsewhere: { $error }
rescue-nothing = The disk of the case does not answer. Nothing was unsaved.
runtime-terminal = The terminal cannot be used: { $error }.
scenarios-there-no-scenario = There is no scenario { $name }.

## tui/screens

budgets-what-portfolio-does = {" "}how the { $of } portfolio uses the budgets, { $money_unit }{" "}
budgets-spent-has-spent = : { $spent } of { $available } spent, { $lapsed } lapsed
budgets-what-portfolio-spends = {" "}what the { $of } portfolio spends, { $money_unit }{" "}
budgets-left-over-budget = { $left } over budget
budgets-carried-out-carried = { $carried_out } carried over
candidates-starts-first-holds = starts in { $first }, takes effect at the end of { $in_force }
candidates-starts-first-last = starts in { $first }-{ $last }, takes effect at the end of { $in_force } at the earliest
candidates-cannot-start-time = cannot start in time
candidates-plain-paid-others = , of which others pay { $percent } %
candidates-moves-moves-chance = Moves { $moves }; chance of success { $chance }.
candidates-moves-no-service = It moves no service yet: ‹edit-row›, then ‹add-row› adds an effect.
changes-room-more-cells = and { $room } more cells
changes-this-scenario-no = This scenario is no longer there; ‹back› goes back to the list.
compare-paid-ministry = paid by { $ministry }
compare-gain-weights-id = gain, priorities of { $id }
compare-looking-best-portfolio = looking for the best portfolio of { $running }
compare-money-left-right = money in { $left } and in { $right }: cannot be compared
compare-money-money-unit = money in { $money_unit }, horizon to { $replace }
compare-one-them-not = one side is not ready yet
compare-own-empty = {" "}(own is empty)
findings-nothing-wrong-this = Nothing is wrong with this case, and there is nothing to note.
first-steps-rows-copied-from = You can paste rows from a spreadsheet on each of these screens. After each edit, the program looks for the best portfolio; key { $portfolio_key } shows it. Key { $tour_key } starts a guided tour of the tutorial case.
first-steps-what-this-case = What this case still needs, in this order
first-steps-what-each-ministry = what each ministry can spend in each year
screens-case-has-count =
    The case has { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }, so nothing can be computed. The findings (key { $key }) say what is wrong and how to fix it.
screens-no-row-matches = No row matches the filter `{ $filter }`. ‹clear-filter› shows all rows again.
screens-title-count-sum = { $title }: { $count }{ $sum }min { $least }  max { $most }
screens-shown-rows-all = {" "}shown, { $rows } in all
overview-end-last-year = by the end of { $last_year }
overview-mean-first-year = on average over { $first_year }-{ $last_year }
overview-what-last-count = { $first } to { $last } of { $count }; ‹overview/down›, ‹overview/up›
overview-name-portfolio = { $name } portfolio
overview-power-domain = By domain, { $of }
overview-power-domain-before = Power by domain, { $of }: before, after, target ({ $vertical })
overview-budgets-used-money = Budgets used, { $money_unit }; gain by each ministry's priorities
overview-recommended-before-last = recommended before the last edits
overview-decision-power = Decision power, 0-100
overview-no-portfolio-recommended = No portfolio is recommended yet; ‹optimise› looks for one.
overview-its-largest-picks = Its largest investments
picker-which-case = Which case?
picker-looking-cases = Looking for cases...
picker-open-case-opens = ‹open-case› opens, ‹new› makes a new case, ‹tour› starts a guided tour of five minutes, ‹help› shows every key.
portfolio-bill-recommended-plain = bill: recommended { $recommended }, own { $own }
portfolio-your-own-portfolio = In your own portfolio only. { $candidates }
portfolio-little-can-repair = {" "}The smallest fix: { $repair }
portfolio-no-portfolio-keeps = No portfolio keeps every rule.{ $repair } Press { $portfolio } { $why } for every fix, cheapest first. These rules cannot hold together: { $together }.
portfolio-what-many-candidates =
    and the possible years and payers of { $many ->
        [one] 1 candidate
       *[other] { $many } candidates
    }
portfolio-what-one-more-unit =
    {""}
    {""}
    What one more { $unit } would bring, in points. These prices come from the solver's relaxation, which allows partial investments: they show where money is short, but promise nothing.
    {""}
portfolio-objective-points-distance = { $objective } points{ $distance } for { $cost } { $money_unit }:{" "}
portfolio-cannot-measured-while =
    cannot be measured while the case has { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }
portfolio-best-below-best = {" "}({ $best } below the best)
portfolio-best-below-best-known = {" "}({ $best } below the best known)
portfolio-no-portfolio-keeps-every = no portfolio keeps every rule; { $doing }, { $seconds } s; { $stop_key } stops it
portfolio-no-portfolio-keeps-every-rule = your investments cannot all stay within the rules; finding the most that can: { $kept } so far, at most { $at_most }, { $seconds } s; { $stop } stops it
portfolio-conflict-so-far =
    { $rules ->
        [one] This rule alone leaves no portfolio
       *[other] So far, { $rules } rules are known not to hold together
    }: { $together }.
portfolio-stage-best-best =
    { $stage }: best { $best }, bound { $bound }, gap { $gap }, { $nodes ->
        [one] 1 node
       *[other] { $nodes } nodes
    }, { $seconds } s; { $stop } stops it
portfolio-gain-gain-evaluation = {" "}({ $gain } gain, { $evaluation } direct)
portfolio-objective-index-points =
    { $objective } points{ $sum } for { $cost } { $money_unit }, { $evaluation ->
        [one] 1 investment
       *[other] { $evaluation } investments
    }
portfolio-bound-bound-gap =
    bound { $bound }, gap { $gap }, { $seconds } s, { $nodes ->
        [one] 1 node
       *[other] { $nodes } nodes
    }
portfolio-what-one-candidate = and the possible years and payers of one candidate
portfolio-keeps-every-rule = keeps every rule
portfolio-none-yet = none yet
portfolio-little-can-repair-2 =
    {""}
    The smallest fix: { $repair }
portfolio-name-value-index = { $name }: { $value } points
portfolio-this-about-case =
    This predates your latest edits.
    {""}
    {""}
portfolio-these-rules-cannot-hold =
    These rules cannot hold together:
    {""}
portfolio-analysis-explain-has =
    {""}
    The analysis `explain` lists every fix, cheapest first, and makes the one that you choose.
    {""}
portfolio-stale-about-earlier = stale: predates your edits
portfolio-no-portfolio-recommended = No portfolio is recommended yet.
rules-no-portfolio-can =
    No portfolio can keep this rule{ $conflict ->
        [0] {""}
        [one] {" "}together with the other conflicting one
       *[other] {" "}together with the { $conflict } others in the conflict
    }: { $rule }.
rules-no-portfolio-shown = No portfolio shown here breaks a rule.
scenario-grid-gain-points = gain over doing nothing
scenario-grid-index-nothing-chosen = index, nothing chosen
scenario-grid-index-portfolio = index, portfolio
scenario-grid-nothing-differs-between = Nothing differs between the case and these scenarios.
scenarios-stale-out-date = { $stale } out of date: ‹scenarios/run-all› runs all
scenarios-no-portfolio-keeps = Under this scenario, no portfolio keeps every rule.{ $repair } These rules cannot hold together: { $together }.
scenarios-name-loses-nothing = { $name }: index { $index }, as in the case
scenarios-no-portfolio-keeps-every = Under this scenario, no portfolio keeps every rule. Which rules conflict is not known yet.
scenarios-recommended-objective-index = recommended { $objective }, index { $index_after }
scenarios-cells-more = ;  and { $cells } more
scenarios-rec-loses = rec. loses
scenarios-own-loses = own loses
scenarios-case-itself = The case itself:{" "}
scenarios-no-recommendation-yet = no recommendation yet
scenarios-no-change-yet = No changes yet. ‹changes›, then ‹add-change› adds one. Or turn the scenario on with ‹try-on›: what you edit then goes into it.
services-holders = Who holds { $service }
services-no-row = There is no service in this row.
holders-one = { $holder }{ $law }: { $stake } %{ $home }
holders-home = , with the country
holders-price = , to be had for { $price }
holders-owner = < { $owner }{ $law }: { $stake } % of it{ $how }{ $end }
holders-owner-no-stake = < { $owner }{ $law }{ $how }{ $end }
holders-owner-decides = , which decides there
holders-owner-majority = , in the majority
holders-owner-again = , drawn already
holders-top = { $name }{ $law } { $votes } %
holders-tops = At the top of the votes stand { $tops }.
holders-own = In the end it belongs to { $owners }.
holders-untold = others whom no row names { $part } %
holders-own-themselves = The companies behind it own each other whole, so that it belongs to nobody in the end.
holders-network = Power at the top, through all companies in between: { $players }. That is how often one's own vote decides, of all ways in which the others at the top can vote.
holders-network-one = { $name } { $power }
holders-network-between = { $name } between { $least } and { $most }
holders-network-circle = Companies behind it own each other in a circle and may keep up each other's vote, so that only bounds are certain.
holders-network-untold = Votes that no row names count as those of many small holders: half of them go each way.
holders-network-nobody = Only companies that own each other stand behind it: nobody at the top has a vote.
holders-network-too-many = Power at the top is not counted here: at most { $votes } votes may meet in one place, with { $players } parties at the top and { $companies } companies in between.
holders-nobody = Nobody is listed as a holder of it. Add rows to the table of holders: who holds which share of the votes, and home for whoever votes with the country.
holders-banzhaf = the absolute Banzhaf index
holders-shapley = the Shapley-Shubik index
holders-votes-decide = Votes decide: more than { $quota } % of them win, and power is { $index }. The country holds { $control } %. Its stake gives it this power:
holders-ladder-decides = In this case the ladder decides here; the table informs. If votes decided, more than { $quota } % of them would win, and the country holds { $control } %. By { $index } its stake would give it this power:
holders-no-power-now = 0 as it is now
holders-step-from = from { $stake } %: { $power }{ $now }
holders-step-above = above { $stake } %: { $power }{ $now }
holders-now = {" "}(now)
holders-fraction = { $decimal }… ({ $fraction })
holders-more-steps =
    { $steps ->
        [one] 1 more step
       *[other] { $steps } more steps
    }
holders-in-proportion = What the country buys it buys from all others in proportion to their stakes.
holders-purchase = { $candidate } alone buys { $amount } from { $holder }: { $control } % and power { $power }; bought from all in proportion it would be { $alike }.
holders-sold-first = What is bought from a holder by name is taken from that holder alone; what wears off went to all in proportion before, and everything else is bought in proportion after. Each combination of such purchases has steps of its own.
holders-asked = Taking control must cost at least { $least } at the end. With the control of now { $now }. It costs enough, or nobody can, with control { $stretches }.
holders-asked-price = it costs { $price }
holders-asked-nobody = nobody can take it
holders-stretch = of { $from } to { $to } %
holders-stretch-one = of { $at } %
holders-stretch-on = from { $from } % on
sections-votes-decide = Services in which votes decide
sections-votes-note = Power is the country's power index among the holders. The next step is the stake from which it is higher; in between, more votes bring nothing.
services-drifts-plain-pp = drifts { $points } pp a year
services-name-portfolio = with the { $name } portfolio
services-at-top-its = { $portfolio } at the top of its ladder
services-name-needs-plain = { $portfolio }, { $rung } needs { $points } pp more
services-can-moved-yes = Candidates that move it ({ $yes } brings the next rung alone): { $text }
services-no-drift = no drift
services-nothing-chosen = with nothing chosen
services-below-name-from = , below { $rung } from { $year }
services-no-candidate-moves = No candidate moves it.
story-gives-count-cost =
    { $gives } of { $candidates ->
        [one] 1 candidate
       *[other] { $candidates } candidates
    }, { $cost } of { $total_budget } { $money_unit }: index { $index_before } to { $index_after }.
story-targets-missed-count =
    Targets: { $missed } of { $domains ->
        [one] 1 domain
       *[other] { $domains } domains
    } reached
story-rungs-climbs-count =
    Rungs: { $climbs } of { $services ->
        [one] 1 service
       *[other] { $services } services
    } end higher with it
story-begin-none-ends = { $begin }, none lower than now.
story-begin-falls-below = { $begin }, { $falls } lower than now:{" "}
story-more-more = {" "}and { $more } more.
story-no-domain-gains = It raises power in no domain.
story-picks-nothing = It chooses nothing.
story-index-points = Points by domain:{" "}
tables-help-add-row = { $help } `‹add-row›` adds the first row, or paste rows from a spreadsheet. The file is { $file }.
budgets-ministry = The ministry.
budgets-over-all-years-changes = Over all years; ‹bulk› changes every year.
changes-table-case-case-toml = The table, or the settings of the case; ‹edit› edits the whole change.
changes-row-s-key-stands = The row; * stands for every row.
changes-column-key-setting = The column, or the setting.
changes-v-sets-v-v = =v sets, +v and -v add, *v multiplies.
changes-stands-there-before-change = The value before this change.
changes-stands-there-after = The value after this change.
changes-why-fact-assumption-edits = Why: a fact, or an assumption. ‹edit› edits it.
changes-where-comes-from-edits = Where that comes from. ‹edit› edits it.
compare-compared = What is compared.
compare-name-id = Its name or id.
compare-left-side-chooses = The left side; ‹choose-other› chooses it.
compare-right-side-chooses = The right side; ‹choose-other› chooses it.
compare-further-portfolio = Another portfolio that there is room for: a proposal, your own or the recommended one.
compare-right-less-left = The right side minus the left.
findings-error-case-cannot-computed = error: the case cannot be computed; warning: probably not what you meant; note: for your information.
findings-file = The file.
findings-line-file = The line in the file.
findings-column = The column.
findings-wrong = What is wrong.
findings-how-fix = How to fix it.
portfolio-id = Short name of the investment, unique in the table.
portfolio-year-which-starts-recommended = The year in which it starts in the recommended portfolio.
portfolio-year-which-starts-your = The year in which it starts in your own portfolio.
portfolio-whole-public-bill-after = The whole public bill, after cofinancing.
portfolio-each-ministry-pays-percent = What each ministry pays, in percent: { $who }.
portfolio-each-year-horizon-paid = Each year of the horizon: paid for, under way, in force, worn off in part; empty before the start and where all has worn off.
portfolio-from-end-year-effect = Its effect holds from the end of this year.
portfolio-name = Its name.
portfolio-home-domain = Its home domain.
rules-sort-rule = What kind of rule it is.
rules-whether-recommended-portfolio-keeps = Whether the recommended portfolio keeps it. holds: with room to spare; binds: with none; broken; idle: what it is about is not chosen; conflicts: it cannot hold together with other rules.
rules-how-far-recommended-portfolio = How far the recommended portfolio is from breaking it; below 0: by how much it is broken.
rules-whether-your-own-portfolio = Whether your own portfolio keeps it. holds: with room to spare; binds: with none; broken; idle: what it is about is not chosen.
rules-how-far-your-own = How far your own portfolio is from breaking it; below 0: by how much it is broken.
rules-rule-words = The rule in words.
scenario-grid-compared = What is compared.
scenario-grid-name-id = Its name or id.
scenario-grid-case-itself = The case itself.
scenario-grid-value-under-scenario-how = The value under this scenario, and how much that differs from the case itself.
scenarios-name-mark-stands-before = Its name; a mark in front shows that it is turned on.
scenarios-how-many-changes-has = How many changes it has; ‹changes› shows them.
scenarios-whether-best-portfolio-under = Whether the best portfolio under it is known: ‹run› looks for it.
scenarios-gain-points-best-portfolio = Gain and points of the best portfolio under it.
scenarios-index-after-best-portfolio = The index after the best portfolio under it.
scenarios-recommended-portfolio-case-loses = How much lower the index is under it than in the case, with the recommended portfolio of the case; below 0 it is higher.
scenarios-services-stand-lower-under = Services that fall to a lower rung under it, with the recommended portfolio.
scenarios-misses-how-much-better = How many points more the best portfolio under it has than the recommended one has there; breaks rules: the recommended one breaks rules there.
scenarios-your-own-portfolio-loses = How much lower the index is under it than in the case, with your own portfolio; below 0 it is higher.
scenarios-services-stand-lower-under-2 = Services that fall to a lower rung under it, with your own portfolio.
scenarios-misses-how-much-better-2 = How many points more the best portfolio under it has than your own has there; breaks rules: your own breaks rules there.
scenarios-note-first-change = The note of its first change.
scenarios-source-first-change = The source of its first change.
settings-key-case-toml = What the setting is called.
settings-value-edits = The value; ‹edit› edits it.
settings-leaving-out-means = What counts if it is left out.
settings-means = What it means.
budgets-here-belongs-money-each = This screen shows the money of each ministry in each year. The ministries and the years are in the settings (key ‹settings›).
candidates-here-belong-investments-could = This screen lists the investments that could be made, one row each: what it costs, who may pay, when it may start. `‹add-row›` adds the first, `‹edit-row›` shows all its fields as a form, and you can paste rows from a spreadsheet. What a candidate does is in its effects: `‹edit-row›` on its row.
changes-here-belong-changes-scenario = This screen lists the changes of this scenario, one cell each, such as a service's control or a year's budget. `‹add-change›` adds one: a few words find the cell. Or turn the scenario on with `‹try-on›`: what you then edit on any screen goes into it.
compare-here-two-portfolios-stand = This screen shows two portfolios side by side. `‹optimise›` looks for the recommended one; ‹toggle-own› on the candidates screen (key ‹candidates›) makes your own; `‹choose-other›` chooses what is compared. ‹keep› on any screen keeps the current recommended portfolio under a name, so that you can compare it with the one after your next edits. `‹open-beside›` opens a second case to compare with this one, or a portfolio that a colleague exported.
compare-rules-broken = rules broken
portfolio-here-stands-recommended-portfolio = This screen shows the recommended portfolio, and your own beside it. `‹optimise›` looks for the best one; on the candidates screen (key ‹candidates›) ‹toggle-own› adds a candidate to your own.
rules-here-stand-rules-portfolio = This screen lists the rules that a portfolio has to keep. The case has none yet: relations and limits are tables (key ‹tables›), floors are in the services (key ‹services›), targets in the domains, locks in the candidates (key ‹candidates›).
scenario-grid-here-case-itself-scenarios = This screen shows the case itself and its scenarios side by side. On the list of scenarios (key ‹scenarios›) `‹mark›` marks those that you want to compare; without marks, all are shown. `‹scenarios/run›` there looks for the best portfolio under each, and `‹optimise›` for that of the case itself.
scenarios-here-belong-things-could = This screen lists what could happen: a cable is cut, a firm is sold, a budget falls. Each scenario is a named list of changed cells. `‹new-scenario›` makes one; or edit cells on any screen first, and `‹from-edits›` turns those edits into a scenario. `‹run›` looks for the best portfolio under it, `‹try-on›` shows the whole case under it, `‹grid›` compares, `‹commit›` commits it to the case.
services-here-belong-key-infrastructure = This screen lists the key infrastructure services, one row each: its domain, its weight there, and the share of control that the country holds now. `‹add-row›` adds the first. Its domain must be in the table of domains (key ‹tables›).
picker-there-no-cases-under = There are no cases under portfolios/ here. ‹new› makes a new case step by step: it asks for a name, a title, the years and the ministries, and writes a folder of CSV files that any spreadsheet opens. ‹tour› opens a small tutorial case and walks you through it in five minutes; ‹help› shows every key, ‹palette› finds every command.
picker-case-folder-budgets-services = A case is a folder: budgets, services, and investments that could be made.
budgets-ministry-s-money-year = The ministry's money in this year, before what is carried over. ‹edit› edits it, ‹bulk› changes it in all marked rows.
budgets-not-spent-year = {" "}not spent
changes-go-one-before-after = ‹previous-scenario› and ‹next-scenario› go to the scenario before and after
first-steps-technology-areas-weighted-each = technology areas, weighted by each ministry
first-steps-key-infrastructure-control-now = key infrastructure, with the control now
first-steps-investments-could-made = investments that could be made
first-steps-candidate-adds-service = what a candidate adds to a service
first-steps-budgets = budgets
first-steps-no-money-yet = no money yet
first-steps-no-domain-yet = no domains yet
first-steps-no-service-yet = no services yet
first-steps-no-candidate-yet = no candidates yet
first-steps-no-effect-yet = no effects yet
overview-portfolio-does-recommended-before = What the recommendation from before your last edits does
overview-recommended-portfolio-does = What the recommended portfolio does
portfolio-unit-money = unit of money
portfolio-proven-no-portfolio-keeps = Proven: no portfolio that keeps every rule has a higher objective. The program recomputed the portfolio in exact decimals and found every rule kept.
portfolio-not-proven-portfolio-measured = Not proven: a better portfolio may exist, at most up to the bound. The program recomputed this one in exact decimals, and it keeps every rule.
portfolio-no-portfolio-keeps-every-2 = No portfolio keeps every rule of the case.
portfolio-search-stopped-before-portfolio = The search was stopped before a portfolio was found.
portfolio-puts-candidate = {" "}adds a candidate;{" "}
portfolio-takes-recommended-one-begin = {" "}starts from the recommended one
portfolio-no-portfolio-keeps-every-3 = no portfolio keeps every rule:{" "}
portfolio-search-stopped-before-portfolio-2 = the search was stopped before a portfolio was found; ‹optimise› looks again
settings-case-toml-cannot-read = case.toml cannot be read as TOML; the findings (key ‹findings›) say where. Fix it in an editor and open the case again.
findings-how-fix-2 = how to fix it
settings-means-2 = what it means
candidates-no-reason-given = no reason given
sections-index-after = index after

## tui/screens/analyses

alternatives-name-spending-year = { $name }: spending by year
alternatives-best-portfolio-2 = The best portfolio
alternatives-most-different-portfolio-2 = The most different portfolio
budget-best-at-total = The best portfolio at a total budget of { $total }
budget-total-budget-unit = total budget, { $unit }
budget-total-budget = total budget
cooperate-portfolio-way = The portfolio: { $way }
cooperate-objective-points-whole = { $objective } points for { $whole }
cooperate-who-pays-money = who pays, { $money_unit }
explain-best-with-it = The best portfolio with it
explain-best-without-it = The best portfolio without it
importance-best-portfolio-without = The best portfolio without the rule: { $wanted }
importance-best-portfolio-with-id = The best portfolio with { $id }
importance-best-portfolio-without-id = The best portfolio without { $id }
importance-what-kept-plain = What stays with a budget of { $budget }
importance-budget-left-money = remaining budget, { $money_unit }
importance-undoes-lock = undoes a lock
analyses-name-at-up = { $name }: { $value } vertical, { $other_value } horizontal
pareto-point-plain-plain = The point { $up } and { $across }
robust-best-portfolio-world = The best portfolio of { $world }
robust-best-portfolio-from = The best portfolio from a voice of { $stretch }
robust-judged-portfolio = The { $judged } portfolio
robust-who-where = Candidates by world
robust-best-portfolio-case = Which candidates are in the best portfolio of the case and of each scenario. Those in some but not all come first.
stress-best-portfolio-scenarios = The best portfolio under { $scenarios }
view-how-found =
    { $searched ->
        [0] { $known ->
            [0] no search needed
           *[other] { $known } answered without a search
        }
       *[other] { $searched ->
            [one] 1 search
           *[other] { $searched } searches
        }{ $known ->
            [0] {""}
           *[other] , { $known } answered without
        }
    }, { $seconds } s
view-case-has-changed = The case has changed since; { $run } runs it again. { $asked }
view-text-key-stops = { $text } { $key } stops it and keeps what is finished.
view-key-runs-background = { $key } runs it in the background.
view-run-key-changes = { $run } { $key } changes its options.
view-why-row-screens = Or press { $why } on a row of the candidates screen (key ‹candidates›) or the portfolio screen (key ‹portfolio›) to have it explained at once.
view-done-total-done = { $done } of { $total } done, { $seconds } s
view-text-best-best = { $text }: best { $best }, bound { $bound }
view-not-known = not known
view-case-has-errors = The case has errors and cannot be analysed; key ‹findings› shows them.
list-can-asked-shows-runs = The analysis; ‹edit› shows it, ‹run› runs it, ‹options› changes its options.
list-how-far-whether-case = How far it is, and whether the case has changed since.
list-answers = The question that it answers.
alternatives-best = of the best
alternatives-objective-beside-best-portfolio = The objective compared with that of the best portfolio.
alternatives-range = range
alternatives-from-least-most-spending = From the least to the most spending, with the spending of the best portfolio.
robust-holds = holds
robust-chance-hold-least-planned = The chance of holding at least the planned rung.
robust-core-index-2 = core index
robust-which-part-best-portfolios = The share of the best portfolios that include it.
cooperate-joint-objective-each-way = The joint objective of each way, compared with the best of them.
cooperate-shapley-value-mean-contribution = The Shapley value: the mean contribution over all orders of joining.
cooperate-joint-objective-coalition-s = The joint objective that the coalition's money alone can reach.
importance-objective-loses-one-forced = The points lost when this candidate is forced the other way.
importance-objective-gains-without-one = The points gained without this one rule.
importance-objective-kept = objective of what is kept
robust-part-all-voices = share of all voices
robust-best-objective-beginning-each = best objective at the start of each range
stress-lost-against-case = index lost
stress-regret-against-best = regret against its best
view-none-found-yet-search = None is found yet; the search goes on.
view-nothing-kind-found = Nothing of this kind was found.
view-finished-shown-here-comes = Results appear here as they are finished. You can go on working meanwhile: other screens, edits, and the recommendation that follows them.
view-no-portfolio-keeps-every = No portfolio keeps every rule of the case now. Explain (in this list) says which rules conflict and how to fix it.
list-compare = Compare
list-screen-own = a screen of its own
list-portfolios-side-side-each = Portfolios side by side: what each gains, which investments differ, which rungs change.
cooperate-joint = joint
cooperate-fair-share = fair share
cooperate-worth = worth
importance-lost = lost
importance-price = price

## tui/table

filter-text-no-regular = `{ $text }` is not a valid regular expression: { $why }.
filter-there-no-column = There is no column `{ $name }` here; the columns are { $names }.
filter-text-not-number = `{ $text }` is not a number, so `{ $field }` cannot be compared.
values-low-below-high = { $low } to below { $high }

## tui/update

access-who-has-this =
    { $who } has this case open. You can look at it here, but its files are not written. You can still build your own portfolio: it is kept while this session runs, and you can export it. When the other session saves, the line at the top says so.
    {""}
    If you edit anyway, whoever saves second sees both versions, so nothing is overwritten unseen. Editing in one place is less work.
access-who-has-this-case = { $who } has this case open, so its files are not written here. Your own portfolio is kept while this session runs.
access-unsaved-later = Unsaved edits of your earlier session are kept: you decide on them when you edit here.
access-earlier-session-ended =
    An earlier session ended with { $edits ->
        [one] 1 edit
       *[other] { $edits } edits
    } unsaved, kept { $place }.
    {""}
access-edits-of-another = They are the edits of { $author }, not yours.
access-earlier-session-kept =
    An earlier session kept its unsaved edits in the file { $found }{ $folder }, but the file is damaged: { $lost ->
        [one] 1 line is
       *[other] { $lost } lines are
    } unreadable, or changed after the session wrote the file.
access-who-unknown = somebody
access-who-changed-these =
    { $who } changed these files on disk after you opened them, so nothing was written. Here is every difference; `!` marks what both of you changed.
    { $summary }
access-count-disk-taken =
    { $changes ->
        [one] 1 change
       *[other] { $changes } changes
    } on disk merged with your edits; ‹save› saves both.
access-beside-case = beside the case
access-earlier-session-ended-while = An earlier session ended while it recorded its first edit beside the case. That edit is lost.
access-journal-found-damaged =
    The file that keeps them, { $found }, is damaged: after these edits, { $lost ->
        [one] 1 line is
       *[other] { $lost } lines are
    } unreadable, or changed after the session wrote the file.
access-labels-before =
    {""}
    {"  "}and { $labels } earlier
access-open-elsewhere = Open elsewhere
access-there-unsaved-edits = You have unsaved edits. When you save them, you see both versions of files that somebody changed.
access-last-one-was =
    The last edit is lost: the session ended while it was being recorded.
    {""}
access-earlier-version-kept =
    An earlier version of the program kept these edits, without checksums. Check that they are yours.
    {""}
access-since-then-changed =
    {""}
    {""}
    Since then { $who } changed the same files on disk. Here is every difference:
    {""}
access-unsaved-edits-were = Unsaved edits were found
access-unsaved-edits-cannot = Unsaved edits cannot be read
access-changed-disk = Changed on disk
access-edits-earlier-session = The edits of the earlier session are restored, but not saved yet; ‹undo› removes them.
access-edits-earlier-session-thrown = The edits of the earlier session have been thrown away.
access-can-edited-here = You can edit the case here now. If the other session saves first, saving shows both versions.
analyses-title-begins-when = { $title } begins when { $before } has ended; ‹study/stop-analysis› stops both.
analyses-earlier-session = finished in an earlier session, { $when }: { $asked }
analyses-under-scenario-overlay = under the scenario { $overlay }: { $words }
analyses-title-stopped-what = { $title }: stopped; what was finished is kept, ‹run› runs it again.
analyses-title-has-no = { $title } has no options; ‹run› runs it.
analyses-nothing-here-yet = No results yet; ‹run› runs { $title }.
analyses-id-no-longer = { $id } is no longer in the case.
analyses-objective-index-points =
    { $objective } points for { $cost } { $money_unit }, { $evaluation ->
        [one] 1 investment
       *[other] { $evaluation } investments
    }.
    {""}
analyses-name-taken-own = { $name } taken as own portfolio
analyses-table-title = the table `{ $title }`
analyses-case-breaks-sentence =
    {""}
    In the case it breaks: { $sentence }
analyses-case-still-being = The case is still being read.
analyses-no-analysis-under = No analysis is running.
analyses-skipped-question = Skipped; what is known of the question so far is its answer.
analyses-stopping-what-finished = Stopping; what is finished is kept.
analyses-there-no-candidate = There is no candidate under the cursor.
analyses-why-which-one = Explain which candidate?
analyses-this-row-stands = This row is not about a candidate or a portfolio.
analyses-this-row-stands-no = This row is not about a portfolio.
analyses-export = Export to
comparing-compare-what-now = Compare what? Now { $left } and { $right }
comparing-own-portfolio-taken = own portfolio taken from { $side }
comparing-shown-now = shown now
comparing-only-rows-picks = Only rows of investments lead to a candidate.
comparing-left-side = The left side
comparing-right-side = The right side
comparing-two-sides-do = The two sides do not differ.
comparing-there-no-portfolio = There is no portfolio on the right side; ‹choose-other› chooses the two sides.
completing-own-portfolio-completed = Own portfolio completed: { $changes }; ‹undo› takes it back.
completing-search-was-stopped = The search was stopped. It may be possible to keep more, but at most { $most }.
completing-no-portfolio-keeps =
    No portfolio keeps every rule and contains all { $all } of your investments. { $together } of them can stay together, without:
    { $without }
    {""}
    { $room }{ $certainty } The others can be completed: { $completed }.
completing-put-in-stays = What you put in last stays: { $names }.{ " " }
completing-put-in-cannot-stay =
    { $count ->
        [one] { $names }, which you put in last, cannot stay: no portfolio keeps every rule and contains it, whatever else goes.
       *[other] What you put in last cannot all stay, whatever else goes: { $names }.
    }{ " " }
completing-own-portfolio-completed-without = own portfolio completed without { $candidates }
completing-count-shared-otherwise =
    { $bills ->
        [one] 1 bill
       *[other] { $bills } bills
    } shared differently
completing-below-below-recommended = { $below } below the recommended one
completing-what-out-own = out of your own portfolio: { $candidates }
completing-proven-no-fewer = This is proven: leaving out fewer is not possible.
completing-good-recommended-one = as good as the recommended one
completing-your-picks-alone =
    {""}
    {""}
    Your investments alone cost { $cost } { $unit }; all budgets together are { $budget }.
completing-they-stand-your =
    {""}
    {""}
    As they stand, your investments break { $rules ->
        [one] 1 rule
       *[other] { $rules } rules
    }:
completing-no-portfolio-keeps-every = No portfolio keeps every rule of the case, with or without your own investments; ‹portfolio› says why.
completing-stopped-before-your = Stopped: your own portfolio was not completed and is unchanged.
completing-own-portfolio-completed-2 = own portfolio completed
completing-your-own-portfolio = Your own portfolio cannot be completed
edits-change-column-count =
    Change { $column } in { $rows ->
        [one] 1 row
       *[other] { $rows } marked rows
    }
edits-column-filled-down = { $column } filled down into { $rows }
edits-text-copied-into = `{ $text }` copied into { $rows }.
edits-copy-name = copy of { $name }
edits-new-row-schema = a new row in { $schema }
edits-rows-rows-schema = { $rows } rows of { $schema } deleted
edits-label-undo-brings = { $label }; ‹undo› brings it back.
edits-this-column-computed = This column is computed. ‹edit-row› edits the whole row in a form.
edits-there-no-row = There is no row here to edit; ‹add-row› adds one.
edits-go-year-left = Go to a year with ‹left› and ‹right›, then ‹edit› edits its amount; ‹bulk› on the sum changes every year.
edits-rows-added-screens = Add rows on a screen with a table: keys ‹candidates›, ‹services› and ‹tables›.
history-does-count-again =
    Redoes { $steps ->
        [one] 1 step
       *[other] { $steps } steps
    }.
history-count-done-again =
    { $steps ->
        [one] 1 step
       *[other] { $steps } steps
    } redone; ‹history› shows every step.
history-count-undone-history =
    { $steps ->
        [one] 1 step
       *[other] { $steps } steps
    } undone; ‹history› shows every step.
history-case-now = The case as it is now.
history-case-was = The case is unchanged.
history-nothing-was-done = There is nothing to undo yet.
history-every-step-newest = Every step, newest first
history-nothing-undone-before = First decide on the unsaved edits of the earlier session. You can undo after that.
history-taken-back = Taken back
history-done = Done
jobs-nothing-running = Nothing is running.
jobs-proof = The proof
jobs-recommendation-no-longer = The recommendation no longer follows your edits; ‹optimise› updates it when you want.
jobs-recommendation-follows-every = The recommendation follows every edit.
kept-portfolio-name-was = This deletes the file of { $name } in the folder of the case. Undo does not bring it back.
kept-kept-portfolio-name = { $name } has been thrown away.
kept-recommended-portfolio-about = The recommended portfolio predates your latest edits. Keep it when it is proven again.
kept-keep = Keep it as
kept-neither-side-kept = Neither side is a proposal; ‹choose-other› chooses one.
kept-throw-kept-portfolio = Throw a proposal away?
update-change-scenario = This change is now in the scenario { $name }; the case itself is unchanged.
update-rows-set-aside =
    { $rows ->
        [one] 1 row is
       *[other] { $rows } rows are
    } set aside until mended; the rest is computed. { $first }
update-count-now-findings = Now { $count } (‹findings› shows, ‹undo› takes the edit back): { $first }
update-spending-name-portfolio = Spending of the { $name } portfolio.
update-there-was-no = There is no message yet.
update-last-message = The last message
update-open-case-first = Open a case first: ‹open-case› on one of these, or ‹new› for a new one.
update-tour-over-tour = The tour is over; ‹tour› starts it again.
moving-search-column-column = `{ $search }` is in the column { $column } of this row.
moving-search-no-visible = `{ $search }` is in no visible row.
moving-rows-marked-cursor = Moving the cursor marks rows; { $again } ends that.
moving-goes-next-row = Goes to the next row with this text; ‹next-match› and ‹previous-match› go on.
moving-nothing-look-yet = No search yet: ‹search› starts one.
moving-this-text-has = This text contains a character that filters cannot use; name~text filters by a part of it.
moving-there-no-cell = There is no cell under the cursor.
moving-there-no-column = There is no column under the cursor.
moving-this-cell-empty = This cell is empty.
news-recommended-before-what = Recommended as before, { $objective }
news-recommended-what-was = Recommended { $objective }, was { $old }
news-shown-more-more = { $names } and { $more } more
news-same-picks = the same investments
opening-unsaved-they-not =
    { $unsaved }
    {""}
    This is not saved yet.{ $why }
opening-nothing-save-but = Nothing to save, but { $moved } changed on disk: ‹reload› reads it.
opening-others-changed-disk = {" "}{ $others } changed on disk meanwhile: ‹reload› reads it.
opening-folder-case-cannot = The folder of the case cannot be written, so unsaved edits are kept in { $parent }.
opening-unsaved-edits-cannot = Unsaved edits cannot be kept beside the case: { $error }
opening-there-file-path = The file { $path } already exists.
opening-count-unsaved-edits = { $count } unsaved edits:
opening-one-job-running = One job is running: { $stage }.
opening-analysis-running-title = An analysis is running: { $title }, { $done } of { $total } done.
opening-scenarios-being-run = Still running: { $running }.
opening-what-these-analyses = The results of these analyses are not in a file and will be lost: { $names }. ‹study/export› on their screens writes them to a file.
opening-nothing-save-all = Nothing to save: everything is on disk.
opening-nothing-had-written = Nothing had to be written: everything here is already on disk.
opening-there-unsaved-edits = There are unsaved edits.
opening-one-unsaved-edit = One unsaved edit:
opening-nothing-undo = Nothing to undo.
opening-unsaved-edits = Unsaved edits
opening-open-another-case = Open another case?
opening-case-cannot-opened = The case cannot be opened
opening-know-first = Before you start
opening-own-portfolio-kept = own portfolio kept
opening-own-portfolio-session = own portfolio of an interrupted session
opening-your-own-portfolio = Your own portfolio of an interrupted session is restored; ‹undo› removes it.
opening-own-of-others = Your own portfolio is empty. { $files }: of others; ‹own-from-file› reads one.
opening-could-not-saved = The case could not be saved
opening-unsaved-edits-kept = Unsaved edits are kept beside the case again.
opening-nothing-kept = The edits could not be kept
opening-picks = the investments
opening-your-own-portfolio-empty = Your own portfolio is empty: ‹toggle-own› on a candidate adds it.
opening-picks-evaluate-compare = the investments, as `evaluate`, `compare` and `stress` read them
opening-export-your-own = Export your own portfolio to
opening-export-what = Export
opening-export-recommended = the recommended portfolio
opening-export-recommended-doc = A note, page, workbook or table, by the ending of the file's name.
opening-export-own-item = your own portfolio
opening-export-own-doc = A table to compare with, or a note, a page, a workbook.
opening-export-case-item = the case, for a spreadsheet
opening-export-case-doc = Tables with lists to choose from; import takes over what comes back.
opening-export-case = Export the case to
opening-export-case-help = A workbook, .xlsx, with what is not saved yet. What a colleague changes in it, you take over with: beslismacht import FILE --into CASE
exporting-busy = { $file } is still being made; { $stop } has it written as it is.
exporting-stopped = { $file } is written without the costs of rules that are not known yet.
exporting-under-way = note: costs of { $done } of { $total } rules known; { $stop } stops
exporting-case-withheld = A workbook of the case states everything in it, and something is classified above this level. Export a report instead, or the case for the highest level.
disk-case-is-workbook = The case is exported as a workbook: let the name of the file end in .xlsx.
opening-write-over = Overwrite it?
own-id-out = out of your own portfolio: { $id }
own-may-start-from = It may start from { $start } to { $end }.
own-start-first = Start of { $first }
own-start-count-candidates = Start of { $count } candidates
own-whole-percents-ranges = Whole percentages for { $ranges }, separated by spaces, adding up to 100.
own-shares-id = Shares of { $id }
own-lock-rows-candidates =
    Reason to lock { $rows ->
        [one] 1 candidate
       *[other] { $rows } candidates
    } in
own-own-portfolio-emptied = own portfolio emptied
own-not-your-own = It is not in your own portfolio; ‹toggle-own› adds it.
own-recommended-portfolio-taken = recommended portfolio taken as own
own-recommended-portfolio-earlier = Your own portfolio is now the recommended one from before your latest edits. Take it again when the new one is ready.
own-nothing-marked-nothing = Nothing is marked, and your own portfolio is empty.
paste-cell-pasted-row = A cell in pasted row { $row } contains a line break and then what looks like another row. Check for a quote that closes too late; ‹undo› takes the rows back.
paste-pasted-row-has =
    A pasted row has { $widest } cells, but there are only { $columns ->
        [one] 1 column
       *[other] { $columns } columns
    }. Paste fewer cells, or include a heading row.
paste-pasted-heading-has = The pasted heading has the column { $name } more than once. Leave one of them out.
paste-pasted-heading-has-cell = `{ $cell }` in the pasted heading is not a column of this table. { $near }
paste-pasted-row-has-count =
    A pasted row has { $count } cells, but from here on there { $columns ->
        [one] is only 1 column
       *[other] are only { $columns } columns
    }. Go to the first column to paste rows.
paste-count-were-pasted =
    You pasted { $pasted ->
        [one] 1 row
       *[other] { $pasted } rows
    }, but from here down only { $shown ->
        [one] 1 is
       *[other] { $shown } are
    } shown. Go to the first column to add rows.
paste-count-were-pasted-count =
    You pasted { $pasted ->
        [one] 1 row
       *[other] { $pasted } rows
    }, but { $marked ->
        [one] 1 row is
       *[other] { $marked } rows are
    } marked.
paste-count-pasted-into =
    { $cells ->
        [one] 1 cell
       *[other] { $cells } cells
    } pasted into { $columns }
paste-label-one-step = { $label }, as one step.
paste-pasted-amounts-go = The pasted amounts run past { $last_year }, the last year.
paste-text-no-amount = `{ $text }` is not a budget amount. { $problem }
paste-keys-more = {" "}and { $keys } more
paste-table-already-keys =
    Already in the table: { $keys }{ $more }. That is { $known } of { $rows ->
        [one] 1 pasted row
       *[other] { $rows } pasted rows
    }.
paste-count-changed-pasting =
    { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    } changed by pasting
paste-count-pasted-count =
    { $added ->
        [one] 1 row
       *[other] { $added } rows
    } pasted and { $changed ->
        [one] 1 row
       *[other] { $changed } rows
    } changed
paste-label-one-step-marked = { $label }, as one step and marked; ‹undo› takes it back.
paste-nothing-can-pasted = You cannot paste here. Paste rows on a screen with a table, amounts on the budgets screen.
paste-there-were-no = The pasted text has no rows.
paste-this-column-computed = This column is computed. Go to a column of the file to paste cells, or to the first column to paste rows.
paste-there-were-no-amounts = The pasted text has no amounts.
paste-leave-out-correct = Leave it out, or correct it.
paste-go-first-year = Go to the first year that the pasted amounts are for.
paste-pasted-rows = Pasted rows
popups-name-does-nothing = "{ $name }" does nothing here; it belongs to: { $title }.
popups-new-effect-candidate = A new effect of { $candidate }
popups-effect-name-deleted = effect { $name } deleted
popups-this-value-has = This value contains a character that filters cannot use.
popups-give-candidate-id = Give the candidate an id first.
popups-effects-of-candidates = Only candidates have effects: their forms add one.
popups-only-effects-deleted = You can delete only effects here. To delete the row: ‹form/back›, then ‹table/delete-rows›.
prompts-column-name-old = { $column }: { $old } → { $new } ({ $name })
prompts-budget-ministry-year = budget { $ministry } { $year }: { $old } → { $text }
prompts-skipped-had-no =
    {" "}{ $skipped ->
        [one] 1 had no number and stays as it is
       *[other] { $skipped } had no number and stay as they are
    }.
prompts-column-text-cells = { $column } { $text } in { $cells }, as one step.{ $rest }
prompts-skipped-without-number =
    , { $skipped ->
        [one] 1 without a number stays
       *[other] { $skipped } without a number stay
    }
prompts-cells-change-skipped = { $cells } to change{ $skipped }; the first from { $from } to { $to }.
prompts-own-start-what = own start { $start }: { $candidates }
prompts-only-first = only in { $first }
prompts-from-first-last = from { $first } to { $last }
prompts-id-may-start = { $id } may start { $when }
prompts-own-start-start = Own start { $start } breaks a rule: { $outside }.
prompts-own-shares-id = own shares { $text }: { $id }
prompts-effect-candidate-service = effect of { $candidate } on { $service }
prompts-lock-needs-reason = A lock needs a reason.
prompts-year-such = Give a year, such as 2028.
prompts-file-name = Give a file name.
repairs-cannot-made-case = This fix cannot be made in the case. { $why }
repairs-done-label-undo = Done: { $label }; ‹undo› takes it back.
repairs-there-no-way = There is no fix to make here: fixes are listed only when no portfolio is possible.
repairs-these-ways-out = These fixes predate your latest edits; ‹run› looks for them again.
repairs-ways-out-other = The fixes are in the other table; ‹next-table› shows it.
repairs-there-no-way-out = There is no fix under the cursor.
repeat-text-no-amount = `{ $text }` is not a budget amount.
repeat-budget-ministries-year = budget { $ministries } { $year }: { $text }
repeat-column-told-already = { $column } is already { $value }.
repeat-column-name-told = { $column }: { $old } → { $new } ({ $name })
repeat-nothing-was-edited = There is no edit to repeat yet.
repeat-go-year-left = Go to a year with ‹left› and ‹right›; ‹repeat› then gives it the same amount.
repeat-cost-sum-several = The cost is the sum of several years; go to one of them.
scenarios-copy-name-its = Name of the copy of { $name }
scenarios-another-name-name = New name of { $name }
scenarios-count-since-last =
    { $cells ->
        [one] 1 changed cell since the last save goes
       *[other] { $cells } changed cells since the last save go
    } into it; the case goes back to what was saved.
scenarios-there-scenario-id = There is already a scenario { $name }.
scenarios-scenario-name-copied = scenario { $name } copied from { $from }
scenarios-name-copy-from = { $name } is a copy of { $from }; ‹changes› shows its changes.
scenarios-scenario-from-renamed = scenario { $from } renamed to { $name }
scenarios-scenario-one-deleted = scenario { $name } deleted
scenarios-many-scenarios-deleted = { $many } scenarios deleted
scenarios-first-had-no = { $first } had no changes yet; it is deleted.
scenarios-change-name = Edit a change of { $name }
scenarios-name-also-changes = New change of { $name }
scenarios-nothing-what-was = None of your edits since the last save can go into a scenario. { $why }
scenarios-cells-became-scenario = { $cells } became the scenario { $name }
scenarios-count-stay-case =
    {" "}Still in the case: { $edits ->
        [one] 1 other edit
       *[other] { $edits } other edits
    }. { $beyond }
scenarios-cells-became-scenario-name = { $cells } became the scenario { $name }, and the case is as it was; ‹try-on› turns the scenario on.{ $rest }
scenarios-new-scenario-its = Name of the new scenario
scenarios-what-could-happen = A short name for what could happen, such as: cables cut. You add its changes next.
scenarios-scenario-your-edits = Name of the scenario made from your edits
scenarios-name-such-cables = Give a name, such as: cables cut.
scenarios-use-letters-digits = Use letters, digits, _ and -, and begin with a letter or a digit.
scenarios-no-cell-was = You have edited no cell since the last save. Edit cells on any screen; ‹from-edits› then makes a scenario of your edits.
scenarios-there-no-scenario-copy = There is no scenario to copy; ‹new-scenario› makes one.
scenarios-there-no-scenario-rename = There is no scenario to rename; ‹new-scenario› makes one.
scenarios-what-was-saved = Undo no longer reaches back to the last save, so the edits since then are not known.
second-case-has-count-so =
    it has { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }, so only cells are compared
second-case-name-beside-this = { $name } is beside this case: ‹compare/next-match› goes to the next difference, ‹choose-other› chooses the portfolios.
second-case-own-portfolio-taken = own portfolio taken from { $name }, { $count }
second-case-name-count-right = { $name } with { $count } is on the right: ‹next-match› goes to the next difference, ‹take-right› takes it as own.
second-case-no-portfolio-possible = it has no possible portfolio
second-case-second-case-portfolio = A second case, or a portfolio
second-case-open-case = Open a case
second-case-take-own = Take as own
second-case-second-case-cannot = The second case cannot be opened
second-case-no-portfolio-this = This is not a portfolio of this case
side-by-side-endings-rows-columns = { $endings } Rows and columns as they are shown.
side-by-side-case-its-scenarios = the case and its scenarios, { $whose }
side-by-side-side-side-what = Side by side: { $what }. Money in { $unit }.
side-by-side-side-side = side by side
side-by-side-export-what-side = Export this comparison to
side-by-side-there-nothing-side = There is no comparison to export.
what-if-under-name-now = The scenario { $name } is on: edits go into it, not into the case. ‹try-on› or ‹back› turns it off.
what-if-name-cannot-tried = { $name } cannot be turned on: { $error }
what-if-name-off-this = { $name } is off: this is the case itself again.
what-if-already-running-running = Already running: { $running }. ‹case/stop› stops it and keeps what is finished.
what-if-running-count-case =
    Running { $scenarios ->
        [one] 1 scenario
       *[other] { $scenarios } scenarios
    }; ‹case/stop› stops and keeps what is finished.
what-if-count-run-grid =
    { $scenarios ->
        [one] 1 scenario
       *[other] { $scenarios } scenarios
    } run; ‹grid› compares them in a grid.
what-if-stopped-done-all = Stopped: { $done } of { $all } scenarios are finished and kept.
what-if-name-cannot-committed = { $name } cannot be committed: { $error }
what-if-name-changes-nothing = { $name } changes nothing, so there is nothing to commit.
what-if-what-more-scenario = {" "} and { $count } more; the scenario itself shows all
what-if-this-changes-cases =
    This changes { $cells } in the case's own files, as one step that undo takes back:
    { $lines }
what-if-commit-name-case = Commit { $name } to the case?
what-if-scenario-name-committed = scenario { $name } committed
what-if-name-committed-files = { $name } is committed to { $files }; ‹undo› takes it back, ‹save› saves.
what-if-case-has-no = The case has no scenarios yet; ‹scenarios› opens the screen where you make them.
what-if-try-scenario = Turn on which scenario?
what-if-there-no-scenario = There is no scenario with changes here to run; ‹new-scenario› makes one.
what-if-there-no-scenario-here = There is no scenario here to commit.
access-look-only-edit-asks = look only; your first edit asks again
access-look-again-whether-free = check again whether it is free
access-edit-here-all-same = edit here anyway
access-export-your-own-portfolio = export your own portfolio to a file
access-stay-here = stay here
access-edit-here-all-same-2 = edit here anyway, then save
access-take-them-up-again = restore them; you can undo them one by one
access-throw-them-away-keep = throw them away and keep what is on disk
access-decide-later-until-then = decide later; until then you cannot edit
access-mine-edited-files-they = mine: the edited files as they were in the earlier session
access-theirs-keep-disk-throw = theirs: keep what is on disk and throw the edits away
access-leave-file-there-until = leave the file there; until then you cannot edit
access-delete-go-disk = delete it and continue with what is on disk
access-cancel-keep-editing-decide = cancel: keep editing, and decide at the next save
access-mine-write-over-disk = mine: overwrite what is on disk
access-theirs-take-over-disk = theirs: use what is on disk; one undo brings mine back
completing-leave-these-out-complete = leave these out, and complete the others
completing-only-take-these-out = only take these out
completing-leave-your-own-portfolio = leave your own portfolio as it is
edits-ministry-s-money-year = The ministry's money in this year, before what is carried over. Empty: 0.
edits-1-1-multiplies-2 = {"*"}1.1 multiplies, +2 and -2 add, =v sets, = alone empties the cell. ‹mark› marks a row, ‹mark-range› marks as you move, ‹mark-all› marks all.
edits-why-someone-will-ask = Why? Someone will ask: a cabinet decision, a contract, a law. The report shows it.
kept-leave = leave it
kept-throw-away = throw it away
moving-only-rows-match-shown = Shows only rows that match: text, !text, cost>50, cost<=50, domain=chips|cloud, name~fiber, /^a.*b$/ or name~/re/ as a regular expression. Several words must all match; empty shows all rows.
opening-save-them-then-open = save them, then open the other case
opening-keep-them-later-offered = keep them for later (offered when this case is opened again)
opening-stay-here = stay here
opening-open-other-case = open the other case
opening-leave = leave it as it is
opening-write-over-2 = overwrite it
opening-quit-keep-them-later = quit and keep them for later (offered at the next start)
opening-save-quit = save and quit
opening-quit-throw-them-away = quit and throw them away
own-why-someone-will-ask = Why? Someone will ask: a cabinet decision, a contract, a law. The report shows it.
own-candidates-out = { $count } candidates out of your own portfolio
own-candidates-in = { $count } candidates into your own portfolio
paste-write-over-them-add = overwrite them, and add the others
paste-paste-nothing = paste nothing
popups-service-moves-completes-control = The service that it moves; ‹complete› completes. You edit the control that it adds in the form afterwards.
scenarios-table-column-id-value = Type a few words of what changes, such as: cost cable. ‹complete› takes one; then = sets it, += and -= add and subtract, *= multiplies.
second-case-folder-second-case-csv = The folder of a second case, or the CSV of a portfolio, such as a colleague's export; ‹complete› completes those nearby. The program only reads it.
second-case-folder-case-completes-those = The folder of a case; ‹complete› completes those nearby.
second-case-csv-portfolio-such-colleague = The CSV of a portfolio, such as a colleague's export or one that you kept; ‹complete› completes those nearby. It becomes your own portfolio; ‹undo› brings the old one back.
what-if-change-them-take-scenario = change them and delete the scenario
what-if-change-them-keep-scenario = change them and keep the scenario
what-if-leave-all = leave everything as it is
access-your-own-portfolio-changed = You changed your own portfolio. It is kept for this session only; if the session is cut off, the next one restores it.
access-both-put-together-only = both: merge what only one side changed; where both did (!), choose
access-both-put-them-together = both: merge them; nothing was changed by both sides
access-folder-case = {" "}in the folder of the case
access-nothing-case-has-changed = Nothing in the case has changed on disk.
access-disk-shown-now = You now see the version on disk.
access-disk-shown-now-your = You now see the version on disk. Your own portfolio is unchanged.
access-disk-taken-over-brings = The version on disk has replaced yours; ‹undo› brings your edits back.
access-also-changed-on-disk = Also changed on disk since then, but not by these edits: { $files }.
analyses-comparison-needs-no-run = A comparison needs no run: ‹edit› shows it.
analyses-changes-options = ‹study/options› changes the options.
analyses-about-earlier-edit = {" "}These results predate your latest edits.
edits-there-no-row-here = There is no row here to change.
edits-go-column-file-one = Go to a column of the file: this one is computed.
edits-lock-in = Lock in: why? { $what }
edits-lock-out = Lock out: why? { $what }
history-opened = as it was opened
jobs-stopped-shown-best-found = Stopped. What is shown is the best found so far, not proven; ‹optimise› goes on.
jobs-stopped-before-portfolio-found = Stopped before a portfolio was found; ‹optimise› looks again.
update-ascii-characters-alone = The screen now uses ASCII characters only.
update-all-characters = The screen now uses all characters.
update-stopping-best-found-so = Stopping; the best found so far is kept.
update-case-has-errors =
    The case has { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    } and cannot be computed; key ‹findings› shows what is wrong.
moving-more-than-some-terminals = {" "}Some terminals cannot copy that much.
opening-nothing-do-again = Nothing to redo.
opening-open-other-case-let = open the other case and throw it away
opening-quit-let-go = quit and throw it away
opening-stop-quit = stop it and quit
opening-quit = quit
opening-quit-question = Quit?
opening-they-cannot-kept-later = They cannot be kept for later: the program can write neither to the folder of the case nor to its own. Save them, or stay here until one of the two can be written.
opening-recommended-portfolio-about-earlier = The recommended portfolio predates your latest edits. Export it when it is proven again; ‹optimise› looks for it.
paste-add-all-new-rows = add all as new rows; an id that exists already gets a number
paste-add-all-new-rows-2 = add all as new rows anyway
ask-your-own-portfolio-empty = Your own portfolio is empty: ‹toggle-own› on the candidates screen (key ‹candidates›) adds a candidate.
ask-no-such-proposal = There is no proposal { $name } any more; the options choose another.
ask-no-portfolio-recommended-yet = No portfolio is recommended yet; ‹optimise› looks for one.
ask-case-has-no-scenarios = The case has no scenarios; you make one on the scenarios screen (key ‹scenarios›).
ask-which-candidate-row-screens = Which candidate? On the candidates screen (key ‹candidates›) or the portfolio screen (key ‹portfolio›), ‹candidates/explain-candidate› on its row explains it.

## tui/analysis_views

analysis-views-not-run = not run
analysis-views-out-date = out of date
analysis-views-finished-proven = finished, proven
analysis-views-finished-not-proven = finished, not proven
analysis-views-stopped-part-kept = stopped, part kept

## Commands of the interface: by their name in keymap files; in some places they say something else

command-accept-title = Accept
command-accept-doc = Accepts what you typed.
command-add-all-title = Add all
command-with-points-title = With points
command-with-points-doc = Reads the pasted numbers with decimal points.
command-with-commas-title = With commas
command-with-commas-doc = Reads the pasted numbers with decimal commas.
command-add-all-doc = Adds all pasted rows as new ones, even those already in the table.
command-add-change-title = Add
command-add-change-doc = Adds a change: first the cell, then what happens to it.
command-add-row-title = Add
command-add-row-doc = Adds a row below this one.
command-analyses-edit-title = Show
command-analyses-edit-doc = Shows the results of the analysis.
command-apply-repair-title = Apply
command-apply-repair-doc = Makes the changes of this fix in the case, as one step; undo takes them back.
command-ascii-title = ASCII characters
command-ascii-doc = Switches between ASCII and Unicode characters for lines and bars.
command-back-title = Back
command-back-doc = Leaves everything as it was.
command-both-title = Both
command-both-doc = Merges both versions, where files were changed here and on disk.
command-bottom-title = Last row
command-bottom-doc = Goes to the last row.
command-bulk-title = Change marked
command-bulk-doc = Changes this column in the marked rows: *1.1 multiplies, +2 adds, =v sets.
command-cancel-title = Stop
command-cancel-doc = Stops the running work; if nothing is running, quits, asking first if something would be lost.
command-case-stop-analysis-title = Stop the analysis
command-case-try-on-title = Scenario on or off
command-case-try-on-doc = Shows the whole case under a scenario, or the case itself again; meanwhile, edits go into the scenario.
command-changes-title = Changes
command-changes-doc = Shows the changes of the scenario, to edit them.
command-choose-other-title = Compare with
command-choose-other-doc = Chooses the left or the right side of the comparison.
command-clear-filter-title = Show all rows
command-clear-filter-doc = Removes the filter.
command-clear-own-title = Empty own portfolio
command-clear-own-doc = Takes every candidate out of your own portfolio.
command-close-title = Close, quit
command-close-doc = Closes the window on top; on a screen, quits, asking first if something would be lost.
command-commit-title = Commit
command-commit-doc = Makes the changes of this scenario in the case itself, after showing them.
command-compare-edit-title = Go to the candidate
command-compare-edit-doc = Goes to the candidate of the row.
command-compare-explain-candidate-doc = Explains why the candidate of the row is in or out.
command-compare-export-doc = Writes the comparison to a file; the ending of its name decides the format.
command-compare-next-match-doc = Goes to the next row in which the two differ.
command-compare-previous-match-doc = Goes to the previous row in which the two differ.
command-complete-title = Complete, or next
command-complete-doc = Completes what you typed; if there is nothing to complete, accepts the cell and edits the one to the right.
command-complete-own-title = Complete own portfolio
command-complete-own-doc = Looks for the best portfolio that contains your own, and makes it your own.
command-conflicts-accept-title = Merge
command-conflicts-accept-doc = Merges the two versions as chosen.
command-conflicts-cancel-doc = Stops the running work; if nothing is running, leaves everything as it was.
command-conflicts-down-doc = Goes to the next cell.
command-conflicts-mine-doc = Takes your version and goes to the next cell.
command-conflicts-theirs-doc = Takes the version on disk and goes to the next cell.
command-conflicts-up-doc = Goes to the previous cell.
command-copy-cell-title = Copy
command-copy-cell-doc = Copies the cell to the clipboard.
command-copy-column-title = Copy column
command-copy-column-doc = Copies the visible cells of this column.
command-copy-row-title = Copy row
command-copy-row-doc = Copies the marked rows, or this one, for a spreadsheet.
command-copy-scenario-title = Copy
command-copy-scenario-doc = Makes a copy of this scenario.
command-delete-title = Delete
command-delete-doc = Deletes the marked scenarios, or this one; undo brings them back.
command-delete-rows-title = Delete rows
command-delete-rows-doc = Deletes the marked rows, or this one; undo brings them back.
command-dialog-back-doc = Closes the question or text.
command-dialog-cancel-doc = Stops the running work; if nothing is running, closes the question or text.
command-down-title = Down
command-down-doc = Moves down.
command-duplicate-row-title = Duplicate
command-duplicate-row-doc = Adds a copy of this row below it.
command-edit-title = Edit
command-edit-doc = Edits the cell, or opens what it stands for.
command-edit-anyway-title = Edit anyway
command-edit-anyway-doc = Edits the case although somebody else has it open.
command-edit-left-title = Previous
command-edit-left-doc = Accepts the cell and edits the one to the left.
command-edit-row-title = Form
command-edit-row-doc = Edits the whole row in a form.
command-erase-after-title = Erase after
command-erase-after-doc = Deletes the letter under the cursor.
command-erase-all-title = Empty the line
command-erase-all-doc = Deletes everything that you typed.
command-erase-before-title = Erase before
command-erase-before-doc = Deletes the letter before the cursor.
command-erase-to-end-title = Erase to the end
command-erase-to-end-doc = Deletes everything from the cursor on.
command-erase-word-title = Erase the word
command-erase-word-doc = Deletes the word before the cursor.
command-everywhere-back-doc = Goes back one step; never quits.
command-everywhere-help-doc = Shows every key that works here; type to search.
command-explain-candidate-title = Why?
command-explain-candidate-doc = Explains why this candidate is in or out, and what would have to change.
command-export-title = Export
command-export-doc = Shows what there is to export, and where it would go: the recommended portfolio, its brief, your own, the case, what analyses found.
command-export-first-title = Export
command-export-first-doc = Exports your own portfolio, which would be lost otherwise.
command-export-own-title = Export own
command-export-own-doc = Writes your own portfolio to a file; the ending of its name decides the format.
command-fill-down-title = Fill down
command-fill-down-doc = Copies the top marked cell of this column into the other marked rows; without marks, this cell into the next row.
command-filter-title = Filter
command-filter-doc = Shows only rows that match: text, !text, cost>50, domain=chips|cloud, name~fiber, /^a.*b$/ as a regular expression.
command-findings-edit-title = Go to the cell
command-findings-edit-doc = Opens the table at the cell that the finding is about.
command-first-column-title = First column
command-first-column-doc = Goes to the first column.
command-fit-column-title = Fit column
command-fit-column-doc = Fits the width of this column to its longest cell, or restores the old width.
command-follow-title = Follow edits
command-follow-doc = Turns optimising after each edit on or off.
command-forget-kept-title = Throw away proposal
command-forget-kept-doc = Throws away the proposal on the right or left side, after asking.
command-form-add-row-title = Add effect
command-form-add-row-doc = Adds an effect of this candidate.
command-form-back-doc = Closes the form; your changes stay and can be undone.
command-form-bottom-title = Last field
command-form-bottom-doc = Goes to the last field.
command-form-cancel-doc = Stops the running work; if nothing is running, closes the form.
command-form-delete-rows-title = Delete effect
command-form-delete-rows-doc = Deletes the effect under the cursor.
command-form-down-doc = Goes to the next field.
command-form-edit-doc = Edits this field.
command-form-left-doc = Goes to the column to the left in a small table.
command-form-right-doc = Goes to the column to the right in a small table.
command-form-save-doc = Saves what was changed.
command-form-top-title = First field
command-form-top-doc = Goes to the first field.
command-form-up-doc = Goes to the previous field.
command-form-whole-cell-doc = Shows the whole text of the field.
command-from-edits-title = Turn edits into a scenario
command-from-edits-doc = Turns all edits since the last save into a scenario; the case goes back to what was saved.
command-go-column-title = Go to a column
command-go-column-doc = Finds a column, even a hidden one, by a few letters of its name, and goes to it.
command-grid-title = Compare
command-grid-doc = Shows the case and the marked scenarios side by side; without marks, all scenarios.
command-help-title = Help
command-help-doc = Shows every key that works here.
command-hide-column-title = Hide column
command-hide-column-doc = Hides this column.
command-history-title = History
command-history-doc = Lists every step that was done or undone, and goes back or forward to any of them.
command-keep-title = Keep as a proposal
command-keep-doc = Keeps the recommended portfolio or your own under a name, as a proposal that everyone sees who opens the case.
command-last-column-title = Last column
command-last-column-doc = Goes to the last column.
command-later-title = Later
command-later-doc = Changes nothing now; you will be asked again.
command-left-title = Left
command-left-doc = Moves one column to the left.
command-letter-left-title = Letter left
command-letter-left-doc = Goes one letter to the left.
command-letter-right-title = Letter right
command-letter-right-doc = Goes one letter to the right.
command-line-cancel-doc = Stops the running work; if nothing is running, closes the line.
command-line-down-title = Below
command-line-down-doc = Goes to the suggestion below; if there is none, accepts the cell and edits the one below.
command-line-end-title = End of the line
command-line-end-doc = Goes to the end of the line.
command-line-start-title = Beginning of the line
command-line-start-doc = Goes to the beginning of the line.
command-line-up-title = Above
command-line-up-doc = Goes to the suggestion above; if there is none, accepts the cell and edits the one above.
command-list-accept-title = Choose
command-list-accept-doc = Takes the entry under the cursor.
command-list-back-doc = Closes the list.
command-list-cancel-doc = Stops the running work; if nothing is running, closes the list.
command-lock-in-title = Lock in
command-lock-in-doc = Makes the optimiser choose it; asks for the reason.
command-lock-out-title = Lock out
command-lock-out-doc = Keeps the optimiser from choosing it; asks for the reason.
command-lock-own-title = Lock in marked or own
command-lock-own-doc = Locks in the marked candidates; without marks, those of your own portfolio.
command-look-again-title = Look again
command-look-again-doc = Checks again whether somebody else still has the case open.
command-mark-title = Mark
command-mark-doc = Marks or unmarks this row, and goes down.
command-mark-all-title = Mark all
command-mark-all-doc = Marks every visible row, or unmarks all.
command-mark-down-title = Mark downwards
command-mark-down-doc = Marks this row and the next one, and goes there; dragging the mouse marks too.
command-mark-range-title = Mark from here
command-mark-range-doc = Marks every row from this one to where the cursor goes; the same key ends it.
command-mark-up-title = Mark upwards
command-mark-up-doc = Marks this row and the one above, and goes there.
command-message-title = Last message
command-message-doc = Shows the last message in full.
command-mine-title = Mine
command-mine-doc = Takes your version, where files were changed here and on disk.
command-narrower-title = Narrower
command-narrower-doc = Makes this column narrower.
command-new-title = New case
command-new-doc = Creates a new case step by step.
command-new-scenario-title = New
command-new-scenario-doc = Creates a scenario: first its name, then its changes.
command-next-match-title = Next difference
command-next-match-doc = Goes to the next row with the text.
command-next-row-title = Next row
command-next-row-doc = Shows the form of the next row.
command-next-scenario-title = Next
command-next-scenario-doc = Shows the next scenario.
command-next-screen-title = Next screen
command-next-screen-doc = Goes to the next screen.
command-next-table-title = Next table
command-next-table-doc = Shows the next table.
command-no-title = No
command-no-doc = Gives the last answer.
command-only-this-title = Only this value
command-only-this-doc = Shows only the rows with the value of this cell in this column; the same key there shows the others again.
command-open-title = Open a case
command-open-doc = Chooses another case.
command-open-beside-title = Open case or file
command-open-beside-doc = Opens a second case beside this one, to compare results and cells, or a portfolio from a CSV file, such as a colleague's.
command-open-case-title = Open
command-open-case-doc = Opens this case.
command-open-path-title = Open a folder
command-open-path-doc = Asks for the folder of a case, wherever it is, and opens it.
command-optimise-title = Optimise
command-optimise-doc = Looks for the best portfolio now.
command-import-title = Import a list
command-import-doc = Makes a case of a list from elsewhere, such as one that a spreadsheet has saved.
command-import-accept-title = Make the case
command-import-accept-doc = Asks for the folder, and makes the case there.
command-import-next-role-title = Another meaning
command-import-next-role-doc = Takes the column for the next thing that it can be.
command-import-previous-role-title = Meaning before
command-import-previous-role-doc = Takes the column for the thing before.
command-import-role-title = Type it
command-import-role-doc = Asks what the column is.
command-import-unit-title = Unit
command-import-unit-doc = Reads the amounts in the next unit: as the list says, one, thousand, million.
command-import-decimal-title = Decimal mark
command-import-decimal-doc = Reads the numbers with the other decimal mark.
command-import-base-year-title = Base year
command-import-base-year-doc = Asks for the year that headings call t.
command-import-budget-title = Budget
command-import-budget-doc = Asks for the money over all years.
command-import-everything-title = Everything
command-import-everything-doc = Shows everything that is understood of the list.
command-import-back-doc = Leaves the list; nothing was written.
command-import-down-doc = Goes to the next column.
command-import-up-doc = Goes to the previous column.
command-import-cancel-doc = Stops the running work; if nothing is running, leaves the list.
command-options-title = Options
command-options-doc = Changes the options of the analysis: points, percentages, axes, worlds, seeds.
command-options-back-doc = Closes the options; your changes stay.
command-options-cancel-doc = Stops the running work; if nothing is running, closes the options.
command-options-down-doc = Goes to the next option.
command-options-edit-doc = Edits this option.
command-options-run-doc = Runs the analysis with these options.
command-options-up-doc = Goes to the previous option.
command-overview-down-title = Domains down
command-overview-down-doc = Shows the next domain when not all fit on the screen.
command-overview-up-title = Domains up
command-overview-up-doc = Shows the previous domain when not all fit on the screen.
command-own-from-file-title = Own portfolio from a file
command-own-from-file-doc = Replaces your own portfolio with one from a file, such as a colleague's export or a kept one; undo brings the old one back.
command-page-down-title = Page down
command-page-down-doc = Moves a page down.
command-page-up-title = Page up
command-page-up-doc = Moves a page up.
command-palette-title = Commands
command-palette-doc = Finds a command by its name and runs it.
command-picker-bottom-title = Last
command-picker-bottom-doc = Goes to the last case.
command-picker-top-title = First
command-picker-top-doc = Goes to the first case.
command-pin-column-title = Pin column
command-pin-column-doc = Keeps this column at the left when the table scrolls sideways, or unpins it.
command-previous-match-title = Previous difference
command-previous-match-doc = Goes to the previous row with the text.
command-previous-row-title = Previous row
command-previous-row-doc = Shows the form of the previous row.
command-previous-scenario-title = Previous
command-previous-scenario-doc = Shows the previous scenario.
command-previous-screen-title = Previous screen
command-previous-screen-doc = Goes to the previous screen.
command-previous-table-title = Previous table
command-previous-table-doc = Shows the previous table.
command-proof-title = The proof
command-proof-doc = Shows what is proven about the recommended portfolio, by which solver and how.
command-question-keep-title = Keep
command-question-keep-doc = Keeps what the question is about: unsaved edits for the next start, or a scenario that was committed.
command-redo-title = Redo
command-redo-doc = Redoes the last undone change.
command-redraw-title = Redraw
command-redraw-doc = Redraws the whole screen.
command-reload-title = Read from disk
command-reload-doc = Reads the case again if somebody changed its files on disk; your own portfolio stays.
command-rename-title = Rename
command-rename-doc = Gives this scenario another name.
command-repeat-title = Repeat the edit
command-repeat-doc = Repeats the last edit of a cell on this one, or on the marked rows: the same text, the same *1.1, the same lock with its reason.
command-right-title = Right
command-right-doc = Moves one column to the right.
command-services-holders-title = Holders
command-services-holders-doc = Shows who holds the service, who stands behind the holders, and which stake gives the country which power.
command-rules-edit-title = Go to the rule
command-rules-edit-doc = Opens the table or setting that holds the rule.
command-rules-next-match-title = Next broken
command-rules-next-match-doc = Goes to the next rule that a portfolio breaks.
command-rules-previous-match-title = Previous broken
command-rules-previous-match-doc = Goes to the previous rule that a portfolio breaks.
command-pillars-edit-title = Candidate
command-pillars-edit-doc = Goes to the candidate of the pick.
command-pillars-run-title = Equal parts
command-pillars-run-doc = Looks in the background for the best portfolio in which every pillar carries its part, or as much as all of them can.
command-pillars-next-cut-title = Other division
command-pillars-next-cut-doc = Tells the picks apart by the pillars of the case, or by what they do: orders as first customer, paid by others too, moving what more ministries weigh.
command-pillars-next-match-doc = Goes to the next pick that one of the portfolios has and another has not.
command-pillars-previous-match-doc = Goes to the previous pick that one of the portfolios has and another has not.
command-pillars-sentences-title = All of it
command-pillars-sentences-doc = Shows what comes in and goes out if every pillar carries its part, and what the figures mean.
command-pillars-take-even-title = Take equal parts
command-pillars-take-even-doc = Makes the portfolio in which every pillar carries its part your own.
command-pillars-options-doc = Sets how much every pillar has to carry.
command-pillars-export-doc = Writes what the pillars carry to a file, with the picks; the ending of its name decides the format.
command-pillars-explain-candidate-doc = Explains why the candidate of the row is in or out.
command-run-title = Run
command-run-doc = Runs the analysis in the background, or queues it behind the one that is running.
command-run-all-title = Run all
command-run-all-doc = Looks for the best portfolio under every scenario; stopping keeps what is finished.
command-save-title = Save
command-save-doc = Saves what was changed; files that were not changed stay as they are.
command-save-first-title = Save
command-save-first-doc = Saves, then does what the question is about.
command-scenario-changes-back-title = List
command-scenario-changes-back-doc = Goes back to the list of scenarios.
command-scenario-changes-delete-doc = Deletes the marked changes, or this one; undo brings them back.
command-scenario-changes-edit-doc = Edits the change, or its note or source.
command-scenario-changes-grid-doc = Shows the case and the scenarios side by side.
command-scenario-changes-run-doc = Looks for the best portfolio under this scenario.
command-scenario-grid-back-title = List
command-scenario-grid-back-doc = Goes back to the list of scenarios.
command-scenario-grid-commit-doc = Makes the changes of this column's scenario in the case itself, after showing them.
command-scenario-grid-export-doc = Writes the grid of scenarios to a file; the ending of its name decides the format.
command-scenario-grid-next-match-doc = Goes to the next row in which a scenario differs from the case.
command-scenario-grid-previous-match-doc = Goes to the previous row in which a scenario differs from the case.
command-scenario-grid-run-doc = Looks for the best portfolio under the scenarios that are shown.
command-scenario-grid-try-on-doc = Shows the whole case under the scenario of this column, or the case itself again.
command-scenario-grid-whose-title = Whose portfolio
command-scenario-grid-whose-doc = Shows the best portfolio of each scenario, the recommended one of the case, or your own in every column.
command-scenarios-from-edits-title = From edits
command-scenarios-run-doc = Looks for the best portfolio under the marked scenarios, or under this one.
command-search-title = Search
command-search-doc = Searches for a text; ‹next-match› and ‹previous-match› go to the next and the previous match.
command-sentences-title = All sentences
command-sentences-doc = Shows the whole explanation of the results, and the note of the table.
command-set-shares-title = Set own shares
command-set-shares-doc = Sets who pays how much in your own portfolio.
command-set-start-title = Set own start
command-set-start-doc = Sets the start year in your own portfolio.
command-shape-title = Chart/table
command-shape-doc = Shows chart and table, the chart alone, or the table alone.
command-show-columns-title = Show all columns
command-show-columns-doc = Shows every column, unpins the pinned ones and resets all widths.
command-sort-title = Sort
command-sort-doc = Sorts by this column: ascending, descending, then as in the file. Equal rows keep the order of earlier sorts.
command-skip-question-title = Skip
command-skip-question-doc = Skips the question that the running analysis is asking: what is known of it so far is its answer, and the analysis goes on.
command-stop-title = Stop optimising
command-stop-doc = Stops the running work and keeps the best found so far.
command-stop-analysis-title = Stop
command-stop-analysis-doc = Stops the running analysis and those that are waiting, and keeps what is finished.
command-study-edit-title = Open
command-study-edit-doc = Goes to the candidate of the row, or shows the investments of its portfolio.
command-study-explain-candidate-doc = Explains the candidate of the row, or one of those that the row names.
command-study-export-doc = Writes the results to a file; the ending of its name decides the format.
command-study-next-table-doc = Shows the next table of results.
command-study-previous-table-doc = Shows the previous table of results.
command-suspend-title = Suspend
command-suspend-doc = Returns to the shell; `fg` comes back.
command-table-next-match-title = Next match
command-table-page-down-doc = Moves half a screen down.
command-table-page-up-doc = Moves half a screen up.
command-table-previous-match-title = Previous match
command-take-title = Take recommended as own
command-take-doc = Replaces your own portfolio with the recommended one.
command-take-right-title = Take as own
command-take-right-doc = Replaces your own portfolio with the one on the right; undo brings the old one back.
command-take-row-title = Take as own
command-take-row-doc = Replaces your own portfolio with that of the row; undo brings the old one back.
command-theirs-title = Theirs
command-theirs-doc = Takes the version on disk, where files were changed here and on disk.
command-theme-title = Next theme
command-theme-doc = Switches to the next theme: terminal, colour-blind, high-contrast, mono.
command-throw-away-title = Throw away
command-throw-away-doc = Throws away what the question is about: unsaved edits, or your own portfolio.
command-toggle-own-title = In/out of own
command-toggle-own-doc = Puts the candidate into your own portfolio, or takes it out.
command-top-title = First row
command-top-doc = Goes to the first row.
command-tour-title = Guided tour
command-tour-doc = Walks through the tutorial case in five minutes.
command-try-on-title = Try on
command-try-on-doc = Shows the whole case under this scenario, or the case itself again; meanwhile, edits go into the scenario.
command-turn-title = Other version
command-turn-doc = Switches to the other version.
command-undo-title = Undo
command-undo-doc = Undoes the last change.
command-unlock-title = Unlock
command-unlock-doc = Lets the optimiser choose again.
command-up-title = Up
command-up-doc = Moves up.
command-values-title = Values of the column
command-values-doc = Counts the values of this column in the visible or marked rows, with sum, mean and median; ‹list/accept› on one shows only its rows.
command-whole-cell-title = Whole text
command-whole-cell-doc = Shows the whole text of the cell.
command-whose-title = Whose spending
command-whose-doc = Shows what the other portfolio spends: the recommended one or your own.
command-wider-title = Wider
command-wider-doc = Makes this column wider.
command-word-left-title = Word left
command-word-left-doc = Goes to the beginning of the word.
command-word-right-title = Word right
command-word-right-doc = Goes to the next word.
command-write-keymap-title = Write a keymap file
command-write-keymap-doc = Writes a file with all keys to the settings folder, where you can change them.
command-write-over-title = Overwrite
command-write-over-doc = Overwrites what is already there: a file, or the rows of a table that are pasted again.
command-yes-title = Yes
command-yes-doc = Gives the first answer.

## Places in which commands mean something

context-always = Always, also while typing
context-everywhere = Everywhere
context-case = On every screen of a case
context-table = In tables
context-line = In an input line
context-list = In lists with a search line
context-typing = Wherever you type letters
context-question = Answers to questions, where they are offered
context-dialog = In questions and texts
context-form = In forms
context-options = In the options of an analysis
context-import = In a list that becomes a case
context-conflicts = Where a cell was changed here and on disk

## Screens

screen-overview-title = Overview
screen-overview-doc = The case at a glance.
screen-pillars-title = Pillars of policy
screen-pillars-doc = What each pillar of policy carries of the money and of the gain, with which picks, and the best portfolio if each had to carry its part.
screen-candidates-title = Candidates
screen-candidates-doc = The investments that could be made.
screen-services-title = Services
screen-services-doc = The control of each service, now and after, on its ladder.
screen-budgets-title = Budgets
screen-budgets-doc = The money of each ministry in each year.
screen-portfolio-title = Portfolio
screen-portfolio-doc = The recommended portfolio and your own, with the proof.
screen-rules-title = Rules
screen-rules-doc = Every rule: whether it holds, whether it binds, and how much room is left.
screen-compare-title = Compare
screen-compare-doc = Two portfolios, or two cases, side by side.
screen-findings-title = Findings
screen-findings-doc = What is wrong with the case, and how to fix it.
screen-tables-title = Tables
screen-tables-doc = Every table of the case: domains, effects, relations, limits, holders, owners, scenarios.
screen-settings-title = Settings
screen-settings-doc = The settings of the case: objective, ministries, rungs.
screen-analyses-title = Analyses
screen-analyses-doc = Questions to ask about the case: frontiers, alternatives, importance, robustness, stress, cooperation.
screen-study-title = Analysis
screen-study-heading = Results of an analysis
screen-scenarios-title = Scenarios
screen-scenarios-doc = What if: what could happen, what it would cost, and the best portfolio then.
screen-scenario-changes-title = Changes
screen-scenario-changes-heading = Changes of a scenario
screen-scenario-grid-title = Grid
screen-scenario-grid-heading = Scenarios in a grid
screen-picker-title = Cases
screen-picker-heading = Choosing a case

## Bounds, and what a scenario or a word does that nobody meant

too-many-bytes = The file is too large: the files of a case may have { $most } together, and a table alone no more than that.
too-many-settings = The file is too large: case.toml may have { $most }.
too-many-rows = The table has more than { $most } rows.
too-many-cells = The table has more than { $most } cells.
too-many-columns = The table has more than { $most } columns.
too-many-ministries = The case has more than { $most } ministries.
too-many-rungs = The ladder has more than { $most } rungs.
too-many-table-fix = Take out what is not part of the plan, or divide the case; until then, the program does not change the file.
too-many-columns-fix = Delete the columns that are not needed; until then, the program does not change the file.
too-many-settings-fix = Keep only what the plan needs.
file-is-too-big = it is larger than { $most }, the most that the program reads
locate-more-alike = { $count ->
    [one] {" "}One more finding in this file is like this one.
   *[other] {" "}{ $count } or more other findings in this file are like this one.
    }
cell-too-long = The cell holds { $count } characters; the most is { $most }.
cell-too-long-fix = Shorten the text, or put it into a file of its own and write its name here.
candidates-lone-word = No other candidate has the { $column } { $written }, but { $near } is nearly the same word.
candidates-lone-word-fix = If { $near } is meant, correct the cell; else nothing needs to be done.
scenarios-too-many = Only { $tried } of { $all } scenarios were tried, because trying all of them on a case of this size takes too long: from { $name } on, none was.
scenarios-too-many-fix = Delete scenarios that are not needed, or run the one that matters by its name.
scenarios-changed-twice = The scenario { $name } changes { $cell } again, after row { $row } of scenarios.csv; changes are made in the order of the file, so this one has the last word.
scenarios-changed-twice-fix = Delete one of the two rows, unless both are meant.
scenarios-moved-default = In the scenario { $name } the lead time of { $candidate } changes from { $was } to { $now } years: its cell is empty, so it follows the last year with a cost.
scenarios-moved-default-fix = If the effect is to hold when it did before, write { $was } into lead_time.
reference-findings = | rule | level | finds | why it matters | what to do |
    | --- | --- | --- | --- | --- |
reference-limits = | what | at most |
    | --- | --- |
    | all files of a case together, one table alone, or a portfolio | { $case } |
    | `case.toml`, and each file of settings | { $settings } |
    | a file that the program wrote, such as a part of a sweep or a journal | { $own } |
    | rows of a table | { $rows } |
    | cells of a table | { $cells } |
    | columns of a table | { $columns } |
    | characters of a cell; a list of ids may be longer | { $cell } |
    | ministries | { $ministries } |
    | rungs | { $rungs } |
    | years of the horizon, and cost columns | { $years } |
    | decimals of a number | { $decimals } |
    | an amount of money, or index points | { $money } |
    | any other number | { $number } |
    | memory that a check takes | { $memory } |

## Codes of findings

code-encoding = a file that is not text
code-dialect = how a table was read that is not written with commas, decimal points and UTF-8
code-header-below = a title above the header of a table
code-mixed-currency = amounts in several currencies
code-decimal-doubt = numbers such as 1.250 where nothing tells what their mark means
code-missing-file = a file that every case needs
code-unreadable-file = a file of the case that is there but cannot be read
code-near-miss-file = a file whose name is nearly that of a table
code-missing-column = a column that its table needs
code-duplicate-column = a column that appears twice in the header, or two columns for the same thing
code-near-miss-column = a column whose name is nearly one that the program knows
code-column-without-ministry = a column for a ministry that does not exist
code-unknown-column = columns that the program does not use
code-unnamed-column = values under an empty header
code-long-row = a row with more cells than the header
code-short-row = a row with fewer cells than the header
code-open-quote = a quotation mark that is never closed
code-row-in-cell = a cell that holds what looks like a row
code-stray-quote = a quotation mark that stands alone in a cell
code-empty-row = a row without any value
code-header-again = a row that is the header once more
code-total-row = a row that is called a total
code-missing-cell = an empty cell that needs a value
code-bad-id = an id that is not well formed
code-duplicate-id = an id or a key that appears twice
code-unknown-id = an id that names nothing
code-bad-number = a text that is not a number
code-decimal-comma = a number with a decimal comma
code-thousands-mark = a number with thousands separators
code-out-of-range = a number outside its bounds
code-too-large = a number that is too large to compute with
code-too-precise = a number with too many decimals
code-too-many-digits = a sum or product with too many digits to compute with
code-not-whole = a number that must be whole
code-bad-year = a text that is not a year
code-bad-share = a text that is not a share or a range of shares
code-bad-word = a word that is not one of a fixed list
code-bad-change = a change that does not say what to do
code-bad-cost-column = a cost column with an impossible number
code-toml-syntax = a case.toml that cannot be read
code-missing-setting = a setting that every case needs
code-wrong-type = a setting of the wrong type
code-format-version = a format of another version
code-bad-carry-over = a carry-over that is neither a fraction nor "all"
code-horizon-backwards = a horizon that ends before it begins
code-horizon-too-long = a horizon of more than 100 years
code-near-miss-setting = a setting whose name is nearly one that the program knows
code-unknown-setting = a setting that the program does not use
code-no-ministry = a case without a ministry
code-voices-all-zero = voices that are all 0
code-no-rung = a ladder without a rung
code-rungs-not-ascending = rungs out of order
code-rung-power-falls = power that falls from rung to rung
code-too-many-targets = more domains at target than there are domains
code-target-out-of-reach = more domains at target than are able to reach it
code-weights-all-zero = weights that are all 0
code-domain-without-service = a domain that counts but has no service
code-floor-out-of-reach = a floor that cannot be reached
code-power-unknown = power from a cap table that does not give it
code-quota-never-exceeded = a quota that no votes can exceed
code-bloc-missing = a cap table without the home bloc
code-stakes-not-100 = stakes that do not add up to 100
code-buys-from-unknown = a purchase from somebody who holds nothing
code-buys-from-home = a purchase from the home bloc
code-buys-too-much = a purchase of more than the holder has
code-buys-too-much-together = purchases that together are more than the holder has
code-buys-nothing = a seller without a purchase
code-buys-on-ladder = a seller in a service on the ladder
code-too-many-purchases = too many purchases by name in one service
code-owns-itself = an owner of itself
code-owners-above-100 = owners with more than 100 %
code-company-holds-nothing = owners of a company that holds nothing
code-control-contradicts = two who are to control one company
code-control-in-circle = companies that control each other
code-depends-on-itself = a service that depends on itself
code-depends-in-circle = services that depend on each other
code-stakes-against-control = stakes of the home bloc that do not add up to the service's control
code-shares-not-100 = shares that cannot add up to 100
code-never-starts = a candidate that can never start; an error where it is locked in
code-start-outside-horizon = a start window that reaches outside the horizon
code-effect-too-late = effects that hold only after the horizon
code-lock-without-reason = a lock without a reason
code-reason-without-lock = a reason without a lock
code-moves-nothing = a candidate without effects or points
code-effect-of-nothing = an effect with neither gain nor grant
code-legal-risk = a golden share
code-effect-worn-off = an effect that has worn off by the end
code-gain-above-100 = a gain of more than 100 percentage points
code-budget-outside-horizon = a budget for a year outside the horizon
code-no-gains = a case in which nothing can be gained yet
code-no-budget = a ministry without money
code-too-few-members = a relation with too few members
code-repeated-member = a member that is listed twice
code-count-too-high = a count above the number of members
code-rule-without-effect = a count that is always met
code-unused-cell = a cell that means nothing for the relation's kind
code-requires-cycle = candidates that require each other in a circle; an error where none can be chosen
code-requires-too-late = a required candidate that starts too late; an error where the other is locked in
code-requires-locked-out = a candidate that requires one that is locked out
code-lock-against-relation = locks that contradict relations
code-synergy-of-nothing = a synergy without a gain
code-synergy-locked-out = a synergy that can never come about
code-empty-limit = a limit with neither min nor max
code-limit-on-nothing = a limit on an instrument or pillar that no candidate has
code-limit-contradiction = a min above its max
code-limit-out-of-reach = a min that no portfolio can spend
code-limits-sum = limits that cannot hold together
code-scenario-change = a change that cannot be made
code-scenario-result = a scenario that leaves a case with errors
code-too-big = more of something than the program takes in
code-too-long = a cell with too long a text
code-lone-word = an instrument or pillar that one candidate alone has and that is nearly another one
code-changed-twice = a cell that a scenario changes twice
code-moved-default = a default that a scenario moves without saying so

## Why each finding matters, and what to do about it

why-encoding = Letters would be lost or changed.
fix-encoding = Save the file as CSV in UTF-8.
why-too-big = Reading it would fill the memory of the machine.
fix-too-big = Take out what is not part of the plan, or divide the case.
why-dialect = A wrong guess would change numbers.
fix-dialect = Look whether it is what was meant; nothing else needs to be done.
why-header-below = The title would be taken for the names of the columns.
fix-header-below = Delete the lines above the header.
why-mixed-currency = Amounts of different currencies cannot be added up.
fix-mixed-currency = Convert all amounts into the currency of the case.
why-decimal-doubt = A cost may be a thousand times too small or too large.
fix-decimal-doubt = Say which mark begins the decimals with --decimal, or write one cell so that it leaves no doubt.
why-missing-file = Without it there is nothing to compute with.
fix-missing-file = Add the file with its header.
why-unreadable-file = What is in it would be missing from the plan.
fix-unreadable-file = Put the file itself there, or ask whoever owns it.
why-near-miss-file = A table under another name is not read.
fix-near-miss-file = Rename the file.
why-missing-column = Every row lacks something that it needs.
fix-missing-column = Add the column, or rename the one that is meant.
why-duplicate-column = Nobody can tell which of the two counts.
fix-duplicate-column = Rename or delete one of the two.
why-near-miss-column = A column that is not read counts as empty, so a cost would be 0.
fix-near-miss-column = Rename the column.
why-column-without-ministry = Its figures count for nobody.
fix-column-without-ministry = Rename the column, or add the ministry.
why-unknown-column = What stands there has no influence on the result.
fix-unknown-column = Nothing, if the column is a remark of your own.
why-unnamed-column = The values are not read.
fix-unnamed-column = Give the column a name, or clear it.
why-long-row = Cells stand in the wrong column, most likely behind a comma in a text.
fix-long-row = Put a text with a comma into double quotes.
why-short-row = Cells may stand in the wrong column.
fix-short-row = Check that no comma is missing.
why-open-quote = All rows after it would vanish into one cell.
fix-open-quote = Close the quote where the text ends.
why-row-in-cell = A row that is in a cell is not read.
fix-row-in-cell = Close the quote where the text ends, unless the line break belongs to it.
why-stray-quote = The text may not be what was meant.
fix-stray-quote = Put the whole text into double quotes and write each quote in it twice.
why-empty-row = A row may have been cleared by accident.
fix-empty-row = Fill it in or delete it.
why-header-again = Tables were put below each other; the row means nothing.
fix-header-again = Delete the row.
why-total-row = What it adds up would count twice.
fix-total-row = Delete the row, or give it another name.
why-missing-cell = The row means nothing without it.
fix-missing-cell = Fill the cell in.
why-too-long = No table, report or spreadsheet can show such a text.
fix-too-long = Shorten the text, or put it into a file of its own.
why-bad-id = Other tables could not name the row.
fix-bad-id = Use lower-case letters, digits, _ and -.
why-duplicate-id = Nobody can tell which of the two is meant.
fix-duplicate-id = Give each its own id, or delete one.
why-unknown-id = The row counts for nothing.
fix-unknown-id = Correct the id, or add what it names.
why-bad-number = It would count as the default, mostly 0.
fix-bad-number = Write digits with a decimal point.
why-decimal-comma = Elsewhere in the file the comma has another meaning.
fix-decimal-comma = Write a decimal point.
why-thousands-mark = The number may be a thousand times too large or too small.
fix-thousands-mark = Write the digits without marks between them.
why-out-of-range = The figure cannot be what was meant.
fix-out-of-range = Write a number within the bounds.
why-too-large = Sums could no longer be computed exactly.
fix-too-large = Use a larger unit, such as millions.
why-too-precise = Sums could no longer be computed exactly.
fix-too-precise = Round the number.
why-too-many-digits = The result would be rounded, and nothing could be proven.
fix-too-many-digits = Write numbers with fewer decimals.
why-not-whole = Nobody can tell how it should be rounded.
fix-not-whole = Write a whole number.
why-bad-year = The row belongs to no year of the horizon.
fix-bad-year = Write a year with four digits.
why-bad-share = It is not known who pays.
fix-bad-share = Write a whole percentage or a range such as 20-60.
why-bad-word = The program would take the default instead.
fix-bad-word = Write one of the words of the list.
why-bad-change = The scenario cannot be run.
fix-bad-change = Begin the change with =, +, - or *.
why-bad-cost-column = The costs in it belong to no year.
fix-bad-cost-column = Number the columns cost_1, cost_2 and so on.
why-toml-syntax = Without case.toml there is no ministry, no horizon and no ladder.
fix-toml-syntax = Correct the line until the file can be read.
why-missing-setting = There is no default for it.
fix-missing-setting = Add the setting.
why-wrong-type = The program would take the default instead.
fix-wrong-type = Write a number without quotes, or a text with them.
why-format-version = The columns may mean something else in it.
fix-format-version = Write format = 1, or use the version of the program that made the case.
why-bad-carry-over = It is not known what may be spent later.
fix-bad-carry-over = Write a fraction from 0 to 1, or "all".
why-horizon-backwards = There is no year to plan.
fix-horizon-backwards = Let last_year be no earlier than first_year.
why-horizon-too-long = A plan for more than a lifetime is most likely a typing error, and takes too long to compute.
fix-horizon-too-long = Let last_year be earlier.
why-near-miss-setting = A setting that is not read has its default.
fix-near-miss-setting = Rename the setting.
why-unknown-setting = It has no influence on the result.
fix-unknown-setting = Nothing, if it is a remark of your own.
why-no-ministry = Nobody could pay.
fix-no-ministry = Add a ministry with an id.
why-voices-all-zero = No domain would have a weight.
fix-voices-all-zero = Give at least one ministry a voice above 0.
why-no-rung = Control would never become power.
fix-no-rung = Add a rung with an id, at_least and power.
why-rungs-not-ascending = The ladder would have no order.
fix-rungs-not-ascending = Put the rungs in the order of at_least.
why-rung-power-falls = More control would mean less power.
fix-rung-power-falls = Let power stay or rise from rung to rung.
why-too-many-targets = No portfolio can keep the requirement.
fix-too-many-targets = Ask for no more domains than there are.
why-target-out-of-reach = No portfolio can keep the requirement.
fix-target-out-of-reach = Ask for fewer domains, lower targets, or add candidates.
why-weights-all-zero = Shares of the whole cannot be computed.
fix-weights-all-zero = Give at least one a weight above 0.
why-domain-without-service = Its weight can never be earned.
fix-domain-without-service = Add a service, or set the weight to 0.
why-floor-out-of-reach = No portfolio can keep the floor.
fix-floor-out-of-reach = Lower the floor, or add candidates with more control.
why-power-unknown = The power of the service is not known.
fix-power-unknown = Add the other holders, put those who vote together into one row, or write ladder.
why-quota-never-exceeded = The power of the service stays 0, whatever is bought.
fix-quota-never-exceeded = Write the share of the votes that must be exceeded: 50 for a majority.
why-bloc-missing = The table does not say who votes with the country.
fix-bloc-missing = Write home in the column bloc of whoever votes with the country.
why-stakes-not-100 = Votes are missing or counted twice.
fix-stakes-not-100 = Add the holders that are missing, or correct the stakes.
why-buys-from-unknown = Nobody knows whose votes become fewer, and with them the power of all.
fix-buys-from-unknown = Write a holder of the service, or leave buys_from empty.
why-buys-from-home = The country cannot gain votes from whoever votes with it already.
fix-buys-from-home = Write another holder, or leave buys_from empty.
why-buys-too-much = The holder cannot sell what it does not have.
fix-buys-too-much = Lower the control_gain to the holder's stake, or leave buys_from empty.
why-buys-too-much-together = What goes beyond the holder's stake is counted as bought from all others alike.
fix-buys-too-much-together = Buy less, or let them exclude each other.
why-buys-nothing = The seller has no influence on the result.
fix-buys-nothing = Write a control_gain, or clear buys_from.
why-buys-on-ladder = Power follows control alone there; who sells counts for takeovers only.
fix-buys-on-ladder = Nothing, if that was meant.
why-too-many-purchases = Each combination has a cap table of its own, and they double with each purchase.
fix-too-many-purchases = Leave buys_from empty where it matters least.
why-owns-itself = A company has no votes in itself, so that the others have more than it seems.
fix-owns-itself = Remove the row.
why-owners-above-100 = Votes are counted twice, and two could have a majority.
fix-owners-above-100 = Correct the stakes.
why-company-holds-nothing = Its owners count for nothing; most likely its name is written in two ways.
fix-company-holds-nothing = Write the name as the other rows do, or remove the rows.
why-control-contradicts = Only one party can decide; which one changes how votes count.
fix-control-contradicts = Leave the right or the mark with whoever really decides.
why-control-in-circle = Nobody stands at the top, so that the circle votes for itself.
fix-control-in-circle = Say who decides there, or correct the stakes.
why-depends-on-itself = No layer can be below itself, so that something else must be meant.
fix-depends-on-itself = Remove it from its own depends_on.
why-depends-in-circle = Whatever stops one of them stops them all, which is rarely meant.
fix-depends-in-circle = Remove the dependence that is not needed.
why-stakes-against-control = The two say different things about what the country holds.
fix-stakes-against-control = Correct the stakes of the home bloc or the control.
why-shares-not-100 = The bill could never be paid in full.
fix-shares-not-100 = Lower or raise the shares until 100 is possible.
why-never-starts = It can never be chosen.
fix-never-starts = Let it start within the horizon, early enough for its last cost.
why-start-outside-horizon = The years outside do not count.
fix-start-outside-horizon = Nothing, if that was meant.
why-effect-too-late = It costs money and gives nothing.
fix-effect-too-late = Shorten the lead time, let it start earlier, or lengthen the horizon.
why-lock-without-reason = Nobody will know later why it was decided.
fix-lock-without-reason = Say why in the column reason.
why-reason-without-lock = A lock may have been forgotten.
fix-reason-without-lock = Set the status, or clear the reason.
why-lone-word = A limit on the right word passes it over.
fix-lone-word = Correct the word, if the other one is meant.
why-moves-nothing = It costs money and gives nothing.
fix-moves-nothing = Add its effects or points.
why-effect-of-nothing = The row has no influence on the result.
fix-effect-of-nothing = Write a control_gain, a rung or what it prevents, or delete the row.
why-legal-risk = The EU Court struck down golden shares of the Dutch state (C-282/04 and C-283/04, 28 September 2006): what it confers may not hold.
fix-legal-risk = Have it examined, or compare it with a right of consent or with screening by law.
why-effect-worn-off = What counts is the end of the horizon, and there it brings nothing.
fix-effect-worn-off = Let it last longer or start later, or let the mean over the years count (objective.timing).
why-gain-above-100 = Nobody can hold more than everything.
fix-gain-above-100 = Check whether the number is in percentage points.
why-budget-outside-horizon = The money cannot be spent.
fix-budget-outside-horizon = Change the year or the horizon.
why-no-gains = Every portfolio is as good as choosing nothing.
fix-no-gains = Fill in what each candidate brings, in effects.csv or as points.
why-no-budget = The ministry can pay for nothing.
fix-no-budget = Add its budgets, if it has any.
why-too-few-members = A relation with oneself says nothing.
fix-too-few-members = Name the others too.
why-repeated-member = A name may have been mistaken for another.
fix-repeated-member = Name each member once.
why-count-too-high = No portfolio can keep the relation.
fix-count-too-high = Lower the count, or name more members.
why-rule-without-effect = The row does not say what its writer wanted.
fix-rule-without-effect = Correct the count, or delete the row.
why-unused-cell = The kind of the relation may be the wrong one.
fix-unused-cell = Clear the cell, or correct the kind.
why-requires-cycle = All must start in the same year, which is rarely meant.
fix-requires-cycle = Check which of them really needs the other.
why-requires-too-late = The one that needs it can never be chosen.
fix-requires-too-late = Widen one of the two windows.
why-requires-locked-out = The one that needs it can never be chosen.
fix-requires-locked-out = Lock it out as well, or take the lock away.
why-lock-against-relation = No portfolio can keep both.
fix-lock-against-relation = Take one of the two away.
why-synergy-of-nothing = The row has no influence on the result.
fix-synergy-of-nothing = Write a control_gain, or delete the row.
why-synergy-locked-out = What it adds can never be had.
fix-synergy-locked-out = Nothing, if that was meant.
why-empty-limit = The row bounds nothing.
fix-empty-limit = Fill in min or max, or delete the row.
why-limit-on-nothing = The word is most likely misspelt, and the limit bounds nothing.
fix-limit-on-nothing = Check the spelling, or delete the row.
why-limit-contradiction = No portfolio can keep both.
fix-limit-contradiction = Lower min or raise max.
why-limit-out-of-reach = No portfolio can keep the limit.
fix-limit-out-of-reach = Lower min, raise the budgets, or add candidates.
why-limits-sum = No portfolio can keep all of them.
fix-limits-sum = Lower or raise some of them.
why-scenario-change = The scenario cannot be run.
fix-scenario-change = Correct the row, or delete it.
why-scenario-result = The scenario cannot be run.
fix-scenario-result = Correct the change that causes it.
why-changed-twice = The earlier change may be lost without a word.
fix-changed-twice = Delete one of the two rows, unless both are meant.
why-moved-default = The scenario changes more than it says: effects hold earlier or later.
fix-moved-default = Write the lead time down, if it is to stay.

## Levels: the weakest domain comes first, and floors of domains

stage-level = finding the highest level that every domain can hold
told-domain-must-hold = { $domain } must hold at least { $name } (power { $power }) at the end of { $last_year }
told-domain-level-first = { $domain } must hold the highest level that every domain can hold at the end of { $last_year }
reach-domain-floor = The floor { $rung } of the domain { $domain } cannot be reached: even with everything in force its power is { $power }, but { $needed_power } is needed.
reach-lower-domain-floor = Lower the floor, or add candidates that move the services of the domain.
takeovers-no-price = A takeover of { $id } must cost something, but nobody has a stake with a price.
takeovers-no-price-anywhere = Every takeover must cost something, but no stake has a price.
takeovers-add-price = Write prices into holders.csv, or leave takeover_floor out.
takeovers-too-many = What a takeover of { $id } costs cannot be computed: too many holders have a price, or the stakes have too many decimals.
takeovers-by-name = What a takeover of { $service } costs depends on whose stake the country buys by name, and the rule about its price knows only purchases from all alike.
takeovers-by-name-fix = Leave takeover_floor out for this service (0), or leave buys_from empty in its effects.
takeovers-join-smallest = Join the smallest holders in one row, or write the stakes with two decimals.
takeovers-out-of-reach = A takeover of { $id } must cost at least { $floor }, but no portfolio makes it cost more than { $most }.
takeovers-lower-floor = Lower takeover_floor to { $most }, or add a candidate that prevents a takeover.
settings-no-levels = The weakest domain comes first, but no rung of the ladder has power, so that there is only one level.
settings-add-levels = Give the rungs power above 0, or set objective.aggregate to weighted.
code-domain-floor-out-of-reach = a domain's floor that cannot be reached
code-takeover-floor-by-name = a least takeover price beside purchases by name
why-takeover-floor-by-name = The price after such purchases is another one, and the rule would be held to the wrong one.
fix-takeover-floor-by-name = Leave one of the two out for this service.
code-takeover-floor-out-of-reach = a least takeover price that cannot be reached
why-domain-floor-out-of-reach = No portfolio can hold this level in the domain.
why-takeover-floor-out-of-reach = No portfolio can keep the rule.
fix-domain-floor-out-of-reach = Lower the floor, or add candidates with more control in the domain.
fix-takeover-floor-out-of-reach = Lower the least price, or add a candidate that prevents a takeover.
code-takeover-floor-unknown = a takeover price that cannot be computed
why-takeover-floor-unknown = Nobody can say whether a portfolio keeps the rule.
fix-takeover-floor-unknown = Join the smallest holders in one row, or write the stakes with two decimals.
code-takeover-floor-without-price = a least takeover price without prices
why-takeover-floor-without-price = The rule says nothing: nobody has anything to sell.
fix-takeover-floor-without-price = Write prices into holders.csv, or leave the rule out.
code-no-levels = the weakest domain comes first without levels
why-no-levels = All domains are at the same level whatever is chosen, so only the index decides.
fix-no-levels = Give the rungs power above 0, or let the index alone decide.
setting-objective-aggregate = ⟨weighted⟩: the index decides; ⟨weakest⟩: first the highest level that every domain can hold (the level of the weakest domain), then the index.
label-setting-objective-aggregate = What comes first
column-domains-floor = The rung whose power the domain must at least have at the end of the horizon.
words-no-level = no level
words-overall-level = Level of the whole: { $level } (with nothing chosen: { $before }). No higher than that: { $weakest }.
words-weakest-of = { $count } of { $domains } domains
words-level-proven = { " " }This is proven: no portfolio holds { $next } in every domain.
words-level-highest = { " " }There is no higher level.
words-level-open = { " " }Whether a higher level is possible is not proven.
sections-before = before
sections-after = after
sections-targets-chart = Domains against their targets
sections-power-axis = power (0-1)
sections-ladder-chart = The ladder of each service, before and after
sections-levels = Level of each domain, at the end of the horizon
sections-overall-level = Overall = weakest
head-level-before = level before
head-level-after = level after
head-floor = required
word-overall-level = level of the whole
overview-level-domain = Levels by domain: before, after, level ({ $of })
overview-overall-level = Overall = weakest: { $level } ({ $weakest }).
overview-level-proven = { " " }{ $next } is proven out of reach.
overview-level-highest = { " " }There is no higher level.
overview-level-open = { " " }Not proven: a higher level may be possible.
verify-proven-level =
    PROVEN: no portfolio holds a level above { $level } in every domain, and of those that hold it none is worth more than { $exact } ({ $checked }).
    {""}
verify-level-unknown = There is no level { $level }.
verify-level-not-impossible = The first part must prove that the next higher level is impossible, but it names a portfolio.
verify-level-not-next = The level that is proven to be impossible is not the one next above the level that is held.

## Tables of a case

table-domains = Technology areas, and how much each matters to each ministry.
table-services = Key infrastructure services, with the control the country holds now.
table-candidates = Investments that could be made.
table-effects = How much control of which services each investment adds.
table-budgets = Money by ministry and year.
table-relations = Rules between investments: needs, exclusions, counts and synergies.
table-limits = Lowest and highest public spending over the horizon.
table-holders = Who holds which stake in a service, for services where votes decide.
table-owners = Who stands behind holders that are companies: their owners, and the owners of those.
table-scenarios = What could happen: named lists of changes, applied in file order.

## Settings of case.toml

setting-format = The version of the file format: 1.
setting-title = The case's title in reports.
setting-title-language = The title in another language, such as ⟨title_nl⟩; shown where that language is spoken.
setting-currency = The currency of all money.
setting-jurisdiction = The law of the country, or several with slashes between them: no order under it is foreign.
setting-unit = The unit of all amounts of money, such as million.
setting-first-year = The first year of the horizon.
setting-last-year = The last year of the horizon.
setting-objective-risk = ⟨expected⟩: each effect counts in proportion to its chance of success; ⟨full⟩: everything is assumed to succeed.
setting-objective-timing = ⟨final⟩: power at the end of the last year counts; ⟨average⟩: the mean over all years of the horizon counts.
setting-require-domains-at-target = At least this many domains must reach their target.
setting-require-takeover-floor = No service may be taken over for less at the end of the horizon. Counts for every service in which a stake has a price; ⟨takeover_floor⟩ of a service comes before it.
setting-ministry-id-id = Short name of the ministry, as the tables use it.
setting-ministry-id-name = The ministry's name in reports.
setting-ministry-id-name-language = The name in another language, such as ⟨name_nl⟩; shown where that language is spoken.
setting-ministry-id-voice = How much the ministry's priorities count in the joint ones; only the proportions between ministries matter.
setting-ministry-id-carry-over = How much unspent money may move to the next year: a fraction of that year's own budget, from 0 to 1, or ⟨"all"⟩.
setting-rung-id-id = Short name of the rung of the control ladder.
setting-rung-id-name = The rung's name in reports.
setting-rung-id-name-language = The name in another language, such as ⟨name_nl⟩; shown where that language is spoken.
setting-rung-id-at-least = The percentage of control from which the rung is held, this value included.
setting-rung-id-power = The power that the rung gives, from 0 to 1.

## Columns of tables

column-domains-domain = Short name of the technology area, unique in the table.
column-services-domain = The domain that the service belongs to.
column-candidates-domain = The domain it counts under in limits and reports.
column-name = Full name, as reports show it.
column-target = The power at which the domain counts as on target.
column-weight-ministry = How much the domain matters to the ministry; only the proportions between its weights matter.
column-name-language = The name in another language, such as ⟨name_nl⟩; shown where that language is spoken.
column-services-service = Short name of the service, unique in the table.
column-effects-service = The service whose control it raises.
column-relations-service = For a synergy: the service whose control it raises.
column-holders-service = The service in which the stake is held.
column-weight = How much the service matters within its domain; only the proportions between weights matter.
column-control = The share of control the country holds now.
column-drift = Control that is lost each year.
column-floor = The rung whose power the service must at least have at the end of the horizon.
column-power = How control becomes power. ⟨ladder⟩: by the rungs in ⟨case.toml⟩; ⟨banzhaf⟩ or ⟨shapley⟩: by a power index of the votes in ⟨holders.csv⟩.
column-quota = The share of votes that a coalition must exceed to decide.
column-takeover-floor = What it must cost an outside buyer at least to take control of the service at the end of the horizon, by the prices in ⟨holders.csv⟩. Where nobody can take it over, or something in force prevents it, this is kept; where nobody has a price, nothing is asked. 0: nothing is asked here, whatever the case asks.
column-services-holder = Who holds the rest of the control now.
column-holders-holder = Short name of the holder of the stake.
column-company = The company whose stake is owned: a holder of ⟨holders.csv⟩, or an owner of another row here.
column-owner = Short name of the owner of the stake.
column-owners-stake = The owner's share of the votes in the company. More than half is control.
column-controls = ⟨yes⟩ if the owner decides in the company whatever its stake, as a state does in its ministry.
column-owners-bloc = ⟨home⟩ if the owner votes with the country.
column-price = What the whole stake costs a buyer. Empty: it is not for sale.
column-lasts = After this many years from the one in which it begins to work the effect has worn off: what it adds, grants and prevents is gone. Empty: it lasts for ever.
column-buys-from = The holder who alone sells what ⟨control_gain⟩ says, as ⟨holders.csv⟩ names it; what goes beyond its stake comes from all others. Empty: all others sell in proportion to their stakes. At most 8 such purchases in one service.
column-prevents = What cannot happen to the service while the candidate is in force. ⟨takeover⟩: nobody can take it over, as under a screening law. ⟨denial⟩: no foreign order stops it, because an own alternative is ready. ⟨outage⟩: it goes on when it fails, because a spare is ready. None of them adds power.
column-depends-on = The services that it cannot do without, short names with spaces between them: when one of them stops, it stops.
column-jurisdiction = Whose law the holder is subject to, such as NL or US.
column-candidates-candidate = Short name of the investment, unique in the table.
column-effects-candidate = The investment that has the effect.
column-instrument = The kind of investment, such as ⟨grant⟩ or ⟨equity_stake⟩.
column-pillar = The policy pillar that it serves.
column-cofinance = The part of the cost that parties other than the ministries pay.
column-start-from = The first year in which it may start.
column-start-to = The last year in which it may start.
column-lead-time = Years until it takes effect, the year of its start included: with 1, it is in force at the end of that year.
column-success = The chance that it does what it promises.
column-points = Points that it adds directly, besides its effects on control; may be negative.
column-status = ⟨free⟩: the optimiser may choose it; ⟨locked_in⟩: it must; ⟨locked_out⟩: it must not.
column-reason = Why it is locked; someone will ask.
column-reason-language = The reason in another language, such as ⟨reason_nl⟩; shown where that language is spoken.
column-cost-n = The cost in the first, second, … year, counted from the year of its start, before cofinancing.
column-share-ministry = The part of the public bill that the ministry may pay: a whole percentage such as 40, or a range such as 20-60.
column-effects-control-gain = The control that it adds while in force.
column-relations-control-gain = For a synergy: the control that it adds while all its members are in force.
column-grants = The rung whose rights it gives without a stake, such as through a right of consent.
column-ministry = The ministry whose budget it is.
column-year = The year of the budget.
column-amount = What the ministry can spend in the year, not counting money carried over.
column-members = Short names of the candidates, separated by spaces. The order matters for ⟨requires⟩: the first needs the others.
column-count = For ⟨at_least⟩ and ⟨at_most⟩: how many of the members.
column-scope = What the limit applies to: a domain, an instrument, a pillar or a ministry.
column-value = Which domain, instrument, pillar or ministry.
column-min = Least public spending over the horizon: money, or a percentage of all public spending such as 10%.
column-max = Most public spending over the horizon: money, or a percentage of all public spending such as 30%.
column-stake = The holder's share of the votes.
column-bloc = ⟨home⟩ if the holder votes with the country.
column-scenario = The scenario that the change belongs to.
column-scenarios-name = Full name of the scenario, as reports show it; one of its rows says it.
column-table = The table to change, or ⟨case⟩ for a setting of ⟨case.toml⟩.
column-id = The row to change: its short name, two joined by a colon (defence:2029), or in relations and limits its number; * stands for all.
column-column = The column to change, or the name of the setting in ⟨case.toml⟩, such as ⟨objective.risk⟩.
column-change = What happens to the cell: =v sets it to v, +v adds, -v subtracts, *v multiplies.
column-note = A remark for readers, such as whether the figure is a fact or an assumption.
column-source = Where the figures come from.

## Classification, and the log of changes

column-classification = Who may see the row: one of the levels of ⟨classification.levels⟩. What is written for readers of a lower level masks it. Empty is the lowest level.

## Labels of columns and settings: what people call them

label-name = Name
label-name-language = Name, { $language }
label-note = Note
label-source = Source
label-classification = Who may see it
label-domain = Domain
label-domains-domain = Short name
label-service = Service
label-services-service = Short name
label-candidate = Candidate
label-candidates-candidate = Short name
label-weight = Weight
label-weight-ministry =
    { $ends ->
        [s] { $ministry }' weight
       *[other] { $ministry }'s weight
    }
label-target = Target
label-control = Control now
label-drift = Lost each year
label-floor = Lowest rung
label-power = Power counted by
label-quota = Votes to decide
label-takeover-floor = Least takeover price
label-services-holder = Other holder
label-holders-holder = Short name
label-jurisdiction = Under the law of
label-instrument = Instrument
label-pillar = Pillar
label-cost-n = Cost year { $n }
label-cofinance = Paid by others
label-share-ministry =
    { $ends ->
        [s] { $ministry }' share
       *[other] { $ministry }'s share
    }
label-start-from = Earliest start
label-start-to = Latest start
label-lead-time = Years until it works
label-success = Chance of success
label-points = Direct points
label-status = Free or locked
label-reason = Why locked
label-reason-language = Why locked ({ $language })
label-control-gain = Control gained
label-grants = Rights given
label-ministry = Ministry
label-year = Year
label-amount = Amount
label-kind = Kind
label-members = Candidates
label-count = How many
label-relations-service = Service (synergy)
label-scope = Applies to
label-value = Which one
label-min = At least
label-max = At most
label-stake = Share of the votes
label-lasts = Years until it wears off
label-buys-from = Bought from
label-prevents = What it prevents
label-depends-on = Depends on
label-price = Price of the stake
label-company = Company
label-owner = Owner
label-owners-stake = Share of the company
label-controls = Decides whatever its share
label-bloc = Votes with
label-scenario = Short name
label-table = What is changed
label-id = Row changed
label-column = Figure changed
label-change = What happens
label-table-domains = Domains
label-table-services = Services
label-table-candidates = Candidates
label-table-effects = Effects
label-table-budgets = Budgets
label-table-relations = Relations
label-table-limits = Limits
label-table-holders = Holders
label-table-owners = Owners of holders
label-table-scenarios = Scenarios
label-setting-format = Version of the files
label-setting-title = Title of the case
label-setting-title-language = Title in another language
label-setting-currency = Currency of all money
label-setting-jurisdiction = Law of the country
label-setting-unit = Unit of money
label-setting-first-year = First year
label-setting-last-year = Last year
label-setting-objective-risk = How chances count
label-setting-objective-timing = Which years count
label-setting-require-domains-at-target = Domains that must reach their target
label-setting-require-takeover-floor = Least price of any takeover
label-setting-classification-levels = Levels of confidentiality
label-setting-ministry-id-id = Short name
label-setting-ministry-id-name = Full name
label-setting-ministry-id-name-language = Name in another language
label-setting-ministry-id-voice = Voice
label-setting-ministry-id-carry-over = Money it may carry over
label-setting-rung-id-id = Short name
label-setting-rung-id-name = Full name
label-setting-rung-id-name-language = Name in another language
label-setting-rung-id-at-least = Control needed
label-setting-rung-id-power = Power given

## Words of the tables: what stands in cells, and what empty ones mean

word-first-year = the earliest year
word-start-from = the earliest start
word-lowest = the lowest level
word-the-reason = the reason
word-0-100 = any part of it
word-expected = by their chance
word-full = as if all succeeds
word-final = the last year
word-average = the average of all years
word-weighted = the joint index
word-weakest = the weakest domain first
word-free = free
word-ladder = the rungs
word-banzhaf = the Banzhaf index
word-shapley = the Shapley index
word-equity-stake = equity stake
word-launching-customer = launching customer
word-grant = grant
word-infrastructure-build = building infrastructure
word-rd-programme = R&D programme
word-protective-right = protective right
word-standards-ecosystem = standards and ecosystem
word-consent-right = right of consent
word-first-refusal = right of first refusal
word-foundation-shares = preference shares of a foundation
word-golden-share = golden share
word-innovating-government = innovating government
word-cooperating-ecosystem = cooperating ecosystem
word-economy-and-defence = Economy and Defence interwoven
word-requires = requires
word-excludes = excludes
word-at-least = at least
word-at-most = at most
word-synergy = synergy
word-home = the country
setting-classification-levels = The levels of classification, from low to high, in words of your own. Left out, they are `["public", "internal", "confidential", "secret"]`.
reference-level = a level of `classification.levels`
settings-levels-wrong = The setting `classification.levels` is not a list of different words.
settings-levels-fix = Write the levels from low to high, such as `["public", "internal", "secret"]`.
arg-set-aside = Leave rows out that have an error which concerns them alone, with what names them, instead of refusing the case
arg-for = For readers of this level of classification: what is above it is masked, figures still add up
mask-candidate = Withheld { $number }
mask-service = Withheld service { $number }
mask-candidates = { $count ->
    [one] one investment
   *[other] { $count } investments
}
mask-services = { $count ->
    [one] one service
   *[other] { $count } services
}
mask-both = { $candidates } and { $services }
mask-sentence = For readers of level { $level }. Withheld above it: { $what }. Figures include them, so that sums are right; names, ids, texts and effects are left out.
mask-no-levels = The levels of classification cannot be read from `case.toml`, so nothing can be withheld safely. Correct it first.
mask-level-unknown = The case has no level { $level }. { $remedy }
mask-owners = owners.csv says who stands behind a holder of a service that is withheld, and under another name that holder would vote otherwise. Take its row out of owners.csv, or show the case to readers who may see it all.
mask-unsure = It is not certain which rows of { $file } are classified, so nothing can be withheld safely. Correct what `check` finds in its header and quotes first.
mask-states-all = { $what } states every figure of every investment, also of those that `--for` withholds.
mask-without-for = Leave `--for` out, and hand the result to nobody else.
story-something-withheld = something withheld
rule-withheld = a rule about something withheld
portfolio-masked = { $id } stands for something classified: this portfolio was written with `--for`, for readers of a level that may not see it.
portfolio-use-unmasked = Ask for the portfolio as it was written without `--for`, or make it again.
story-withheld = has an effect that is withheld
word-withheld = withheld
word-another-program = another program
readers-title = For whom
readers-help = What is above this level is masked; figures still add up. Levels: { $levels }.
opening-why = Save
opening-why-help = Why? The reason stands in the log of the case. It may stay empty.
command-save-why-title = Save with a reason
command-save-why-doc = Saves, and puts a reason of your own in the log of the case.
case-not-logged = Saved, but the change is not in the log of the case: { $error }
cli-log-about = Show who changed what in a case, when and why, the newest change first
cli-log-notes = Every save adds lines to `changes.log` in the folder of the case, each with the hash of the file and of the line before. Missing lines and changes by other programs are told. The log holds everything: it is for those who may see the whole case.
arg-log-case = The folder of the case
arg-log-last = Show only so many changes
log-title = changes
log-none = The case has no log yet. The first save begins it. If it was saved before, its log is gone.
log-emptied = The log is empty: a save writes at least one line, so its lines were taken away.
log-altered = { $count ->
    [one] Line { $lines } of changes.log is not what was written there.
   *[other] Lines { $lines } of changes.log are not what was written there.
}
log-contradicted = { $count ->
    [one] Line { $lines } of changes.log says what the file does not hold, although it is the file of that line.
   *[other] Lines { $lines } of changes.log say what the files do not hold, although they are the files of those lines.
}
log-cut = The files of the case are not those that stood beside the newest line: lines were cut off at the end, or another file was changed by another program.
log-withheld = { $count ->
    [one] One change is
   *[other] { $count } changes are
} told without content: what was changed is not in the case any more, or is or was above the level of the readers.
log-merged = Two versions of the log were put together, so nothing tells whether lines were cut off at their ends.
log-unvouched = Nothing tells whether the newest line is what was written: it holds no hash of its own.
log-changes = { $changes ->
    [one] One change.
   *[other] { $changes } changes, the newest first.
}
log-last = The last { $last } of { $changes } changes, the newest first.
log-whole = The log is whole, and the files are as they were saved last. Nothing vouches for the log itself: who may write in the folder can write it anew, names and reasons too. Version control keeps what it was.
log-broken = { $count ->
    [one] The log is not whole: before line { $lines } of changes.log something is missing or was changed.
   *[other] The log is not whole: before lines { $lines } of changes.log something is missing or was changed.
}
log-unread = { $count ->
    [one] Line { $lines } of changes.log cannot be read.
   *[other] Lines { $lines } of changes.log cannot be read.
}
log-elsewhere = Changed by another program since the last save: { $files }.
head-log-time = time
head-log-author = who
head-log-file = file
head-log-row = what
head-log-id = id
head-log-column = column
head-log-before = before
head-log-after = after
head-log-why = why
head-log-hash = SHA-256

## Kinds of relations

relation-requires = the first needs all the others
relation-excludes = at most one of them
relation-at-least = at least the given number of them
relation-at-most = at most the given number of them
relation-synergy = all of them together add control

## Analyses and their parameters

analysis-plan-changes-title = Changes to a plan
analysis-plan-changes-question = What it would cost to leave a plan as it is: for each number of changes the best portfolio that changes no more.
analysis-plan-changes-notes = A change is a candidate that comes into the plan or goes out of it. Starts and shares may differ; they are not counted.
analysis-plan-changes-by = The number of changes to a plan, which --own names
analysis-alternatives-title = Alternatives
analysis-alternatives-question = What is nearly as good: the next best portfolios, the most different one, and how much spending and power can vary in each domain.
analysis-alternatives-about = Show the next best portfolios, the most different one, and how much each domain can vary near the best.
analysis-importance-title = Importance
analysis-importance-question = What each candidate and each rule is worth: the loss without the candidate, the gain without the rule, what to cut first.
analysis-importance-about = Show what each candidate and each rule is worth, and what to cut first.
analysis-importance-notes = Replacement cost: the points lost when one candidate is forced in or out against the best portfolio. Price: the points gained when one rule is left out. The order of funding shrinks all budgets step by step.
analysis-robust-title = Robust
analysis-robust-question = Whether the choice holds when the numbers are uncertain: scenarios, voices, random worlds, chances of success.
analysis-robust-about = Show how well the choice holds under scenarios, other voices, and random weights, costs, gains and success.
analysis-robust-notes = Core index: the share of worlds (the case, its scenarios, random draws) whose best portfolio contains the candidate. Regret: how much better the best portfolio of a world does there.
analysis-takeover-title = Takeovers
analysis-takeover-question = What an outside buyer has to win in each service, before and after a portfolio, and the worst that one with some money can do.
analysis-takeover-about = Show what an outside buyer has to win in each service, before and after a portfolio, and the worst that one with some money can do.
analysis-fortify-title = Fortify
analysis-fortify-question = How dear the cheapest takeover can be made and what that takes, and the portfolio that leaves the least to win to an attacker with some money.
analysis-fortify-about = Show how dear the cheapest takeover can be made and what that takes, and the portfolio that leaves the least to win.
analysis-events-title = Events
analysis-events-question = What a takeover, a denial under foreign law or an outage does to the services and the tasks of each ministry, before and after a portfolio, and which layer to move next.
analysis-events-about = Show what a takeover, a denial under foreign law or an outage does to the services and the tasks of each ministry, before and after a portfolio, and which layer to move next.
analysis-stress-title = Stress
analysis-stress-question = What each scenario does to a given portfolio: what it loses, which services drop a rung, and what would have been best.
analysis-stress-about = Apply each scenario to a given portfolio: what it loses, which services drop a rung, and what would have been best.
analysis-pillars-title = Pillars
analysis-pillars-question = How much of the money and of the gain each pillar of policy carries, and what is best if every pillar has to carry its part.
analysis-pillars-about = Show how much of the money and of the gain each pillar carries, and what is best if every pillar has to carry its part.
analysis-explain-title = Explain
analysis-explain-question = Why a candidate is in or out, and what would have to change; or why no portfolio is possible.
analysis-explain-about = Show why a candidate is in or out, or why no portfolio is possible.
analysis-pareto-title = Frontier of two aims
analysis-pareto-question = What one aim costs another, such as gains by each ministry's priorities: every trade-off that no portfolio beats on both.
analysis-pareto-notes =
    --by ministries: every trade-off between the ministries' gains that no portfolio beats on both. Exact: it includes those that no weighted sum finds.
    --of A,B: the same for any two of gain, points, cost, risk-free, own:MINISTRY, power:DOMAIN.
analysis-pareto-by = The gains by each of the two ministries' priorities
analysis-cooperate-title = Cooperate
analysis-cooperate-question = What cooperation is worth: each ministry alone, side by side and together, with a fair division and a side payment.
analysis-cooperate-about = Show what cooperation is worth: each ministry alone, side by side and together, and a fair division.
analysis-frontier-title = Frontier by budget
analysis-frontier-question = What more or less money would bring: every total budget at which the best portfolio changes.
analysis-frontier-about = Show what more money would bring, or what one ministry's gain costs the other.
analysis-frontier-notes = --by budget: every total budget at which the best portfolio changes; all budgets are scaled by the same factor.
analysis-frontier-by = The total budget
analysis-part-unreadable = Part { $part } cannot be read: { $error }.
analysis-parts-apart = The parts cannot be merged: { $why }.
analysis-parts-untrue = The parts say something that is not true: { $why }.
param-plan-changes-own = The plan.
param-plan-changes-own-name = plan
param-plan-changes-most = The most changes that are looked at.
param-plan-changes-most-name = most changes
param-alternatives-trifle = A portfolio that only adds or leaves out candidates each worth less than so many percent of the gain is no other one.
param-alternatives-spread = How many portfolios the spread has, the best counted; 0 leaves it out.
param-alternatives-count = Show at most this many of the next best portfolios.
param-alternatives-within = How far below the best, in percent, still counts as near it.
param-alternatives-near = Show only next best portfolios that are near the best: all of them, up to --count.
param-importance-cuts = In how many steps the budget shrinks for the order of funding; 0 skips it.
param-importance-turning-costs = Also find the cost at which each candidate would come in or drop out.
param-own = A portfolio of your own, shown on the curve.
param-robust-own = A portfolio of your own, judged beside the recommended one.
param-robust-scenarios = Which scenarios count: `all`, `none`, or their names, separated by spaces.
param-stress-scenarios = Which scenarios count: `all`, or their names, separated by spaces.
param-robust-voice = Vary a ministry's voice from A to B percent of all voices, such as `defence:30-70`, and find every change of the best portfolio in between.
param-robust-draws = How many random worlds to draw.
param-robust-weights = In random worlds: vary domain weights by up to this many percent, or `ranking` for any weights in the same order.
param-robust-seed = The seed of the random numbers: the same seed draws the same worlds.
param-robust-outcomes = How many outcomes to sample when there are too many to go through all.
param-robust-costs = In random worlds: vary the costs of each candidate by up to this many percent.
param-robust-gains = In random worlds: vary the gains of each candidate by up to this many percent.
param-robust-success = In random worlds: vary each candidate's chance of success by up to this many percent, to at most 1.
param-takeover-portfolio = The file of the portfolio, as `optimise --format csv` writes it.
param-takeover-hostile = The money of the attacker over all services, in the unit of the case; `all` if money is no object.
param-fortify-hostile = The money of the attacker over all services, in the unit of the case; `all` if money is no object.
param-events-portfolio = The file of the portfolio, as `optimise --format csv` writes it.
param-stress-portfolio = The file of the portfolio, as `optimise --format csv` writes it.
param-pillars-each = How much of the bill, in percent, every pillar has to carry.
param-pillars-own = A portfolio whose pillars are shown beside those of the best one.
param-explain-candidate = The id of a candidate. Without one, explains why no portfolio is possible.
param-explain-repairs = When no portfolio is possible: show at most this many repairs.
param-pareto-up = The measure on the vertical axis: gain, objective, points, cost, risk-free, own:MINISTRY, power:DOMAIN.
param-pareto-across = The measure on the horizontal axis: gain, objective, points, cost, risk-free, own:MINISTRY, power:DOMAIN.
param-pareto-points = At most this many points, spread over the front.
param-frontier-points = How many budgets to test; the frontier is exact to within the step between two of them.
param-frontier-from = The lowest budget, in percent of the case's own.
param-frontier-to = The highest budget, in percent of the case's own.

## What the options of analyses are called

param-own-name = portfolio
param-alternatives-trifle-name = a trifle is
param-alternatives-spread-name = portfolios in the spread
param-count-name = shown at most
param-within-name = near within
param-near-name = near ones only
param-each-name = each at least, %
param-cuts-name = budget steps
param-turning-costs-name = break-even costs
param-scenarios-name = scenarios
param-voice-name = varied voice
param-draws-name = random worlds
param-weights-name = weights vary by
param-costs-name = costs vary by
param-gains-name = gains vary by
param-success-name = chances vary by
param-seed-name = seed
param-outcomes-name = sampled outcomes
param-hostile-name = money of the attacker
param-portfolio-name = portfolio
param-candidate-name = candidate
param-repairs-name = repairs shown
param-up-name = vertical axis
param-across-name = horizontal axis
param-points-name = points
param-frontier-points-name = tested budgets
param-from-name = lowest budget
param-to-name = highest budget

## Formats of reports

format-table-about = Aligned tables
format-table-short = aligned tables
format-table-lacks = charts, because a line of text cannot draw them; long lists are shortened
format-csv-about = One table as CSV: the portfolio, the findings, the rules, or one of an analysis
format-csv-short = a table
format-csv-lacks = sentences, charts and all tables but one, because a file holds one table
format-json-about = One JSON object with every figure, exact, for programs
format-json-short = everything, for programs
format-json-lacks = charts: their figures are in the tables
format-md-about = A note in plain Markdown
format-md-short = a note
format-md-lacks = drawings, because many viewers drop them: the figures of charts are tables
format-html-about = One web page with charts and tables that sort, safe to mail and to print
format-html-short = a page with charts
format-xlsx-about = A workbook for spreadsheets: a sheet for each table, figures as numbers, charts
format-xlsx-short = a workbook for spreadsheets
format-xlsx-lacks = digits beyond the fifteenth, which spreadsheets do not keep
brief-decision = Decision asked
brief-decide = Approve { $picks ->
        [one] one investment
       *[other] { $picks } investments
    } out of { $candidates } candidates as one plan, for { $bill } of public money in { $years }{ $later ->
        [0] {""}
       *[other] : { $now } of them in { $first }, { $later } later
    }.
brief-nothing-gains = Nothing can be decided yet: no candidate of this case has a gain. Fill in what each one brings: the control that it adds or the rung that it grants (effects), or points (candidates).
brief-who-pays = What each ministry pays
brief-one-pays = { " " }Paid by: { $ministry }.
brief-bill = bill
brief-in-year = in { $year }
brief-later = later
brief-gain = What it brings
brief-index = Decision-power index { $before } → { $after }
brief-index-end = That is { $gain } of 100 points more at the end of { $year } than without these investments.
brief-index-mean = That is { $gain } of 100 points more, on average over { $first }-{ $last }, than without these investments.
brief-points = { $points } direct points
brief-points-apart = Direct points, counted beside the index: { $points }.
brief-index-by-year = The index at the end of each year, with and without the investments
chart-figures-of = Figures: { $what }.
brief-index-axis = index (0-100)
brief-with = with the investments
brief-without = without
brief-picks = The investments that matter most
brief-why-service = {" "}({ $bill }): without it, { $points } points less; { $service } falls to { $to }.
brief-why-index = {" "}({ $bill }): without it, { $points } points less.
brief-why-points = {" "}({ $bill }): brings { $points } direct points.
brief-left-out = What is left out, and what it would take
brief-out = { $out ->
        [one] One candidate is
       *[other] { $out } candidates are
    } left out.
brief-out-locked = { $out ->
        [one] One candidate is
       *[other] { $out } candidates are
    } left out, { $locked } by decision.
brief-out-would-add = {" "}With money beyond the budgets, these would add most to this portfolio:
brief-out-none-adds = {" "}Even with money beyond the budgets, no single one of them would add anything within the other rules.
brief-adds = : { $points } points more for { $bill } more.
brief-sure = How sure this is
brief-power = power { $power }
brief-scenarios = Unchanged in the { $count ->
        [one] one scenario
       *[other] { $count } scenarios
    } of the case, these investments reach an index between { $low } ({ $scenario }) and { $high }.
brief-scenarios-same = Unchanged in the { $count ->
        [one] one scenario
       *[other] { $count } scenarios
    } of the case, these investments reach an index of { $index }.
brief-breaks-none = They keep every rule in all scenarios.
brief-breaks = They break rules in { $count ->
        [one] one scenario
       *[other] { $count } scenarios
    }: { $names }.
brief-breaks-budget = the money of { $ministries } falls short
brief-breaks-lost = { $candidates } can no longer be had
brief-breaks-targets = too few domains reach their target
brief-breaks-others = { $count ->
        [one] one demand of the case is not met
       *[other] { $count } demands of the case are not met
    }
brief-given-best = This portfolio reaches as many points as the best portfolio.
brief-given = This portfolio reaches { $objective } points; the best portfolio { $proven ->
    [true] reaches { $best }, and none reaches more.
   *[other] that was found reaches { $best }; a better one may exist.
}
brief-given-alone = This portfolio reaches { $objective } points. No portfolio that keeps every rule was found beside it.
brief-given-breaks = { $count ->
    [0] It keeps every rule of the case.
    [one] It breaks one rule: { $rules }.
   *[other] It breaks { $count } rules: { $rules }.
}
brief-no-scenarios = No scenarios were tried.
brief-legal-risk = { $count ->
    [one] A golden share is among the investments: { $names }. A court may strike it down.
   *[other] { $count } golden shares are among the investments: { $names }. A court may strike them down.
}
brief-reserve = The thinnest margin: { $service } stays at { $rung } by { $spare } percentage points of control.
brief-no-reserve = There is no margin: { $service } only just holds { $rung }.
brief-now = To be decided for { $year }
brief-now-start = { $count ->
        [one] One investment starts
       *[other] { $count } investments start
    } in { $year }: { $money }. { $count ->
        [one] It is
       *[other] The largest:
    } { $names }.{ $later ->
        [0] {""}
        [one] {" "}The one that starts later keeps its place in the plan; it is decided on in the year in which it starts.
       *[other] {" "}The { $later } that start later keep their places in the plan; each is decided on in the year in which it starts.
    }
brief-now-money = { $bill } over all years, { $now } of it in { $year }
brief-now-all-money = { $bill }, all of it in that year
brief-now-nothing = Nothing starts in the first year. The first start is in { $year }.
brief-now-nothing-ever = Nothing: no investment is chosen.
brief-annex = Annex
brief-locks = Locks, with their reasons
brief-locked-in = {" "}(locked in): { $reason }
brief-locked-out = {" "}(locked out): { $reason }
brief-binding = Rules that bind, and what each costs
brief-binding-note = So many points more the best portfolio would reach without that rule alone.
brief-binding-missing = {" "}What is not computed would take too long here; the importance analysis finds it.
head-binding-cost = points
word-not-computed = not computed
brief-missed = Targets missed, and by how much
brief-equal-prices = One more { $unit } would bring every ministry { $price } index points in every year.
head-payments-ministry = ministry
head-short = short by
html-page-language = en
html-inputs-read-from = Inputs, read from { $path }

## Dates

date-day = { $day } { $month } { $year }
date-moment = { $day }, { $time } UTC
date-month =
    { $number ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
date-month-short =
    { $number ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
xlsx-locale = 809

## What there is to export, and where it goes; the language of the interface

command-language-title = Next language
command-language-doc = Switches to the next language: English, Nederlands. Everything that is open is told in it.
update-language = Language: { $language }.
export-goes-to = To { $file }: { $what }
export-brief = the brief: one page
export-brief-doc = The page for a minister alone: what is decided, what it brings, what it hangs on.
export-brief-title = Export the brief to
export-brief-whose = Whose brief?
export-look = look at the brief
export-look-doc = Shows the page as it will be; nothing is written.
export-analysis-doc = What the analysis found.
export-side = what stands side by side
export-side-doc = What stands side by side on the compare screen.
disk-brief-none = There is no portfolio to put on a page.

## The pages of analyses and of comparisons

page-in-short = { $title }, in short
page-more-rows = { $rest ->
    [one] 1 more differs: it is in the whole report.
   *[other] { $rest } more differ: they are in the whole report.
}
page-nobody = None.
page-named-points = The named points of the curve
page-most-of = most { $axis }
page-point = : { $values }, for { $bill }.
page-point-with = Beside the portfolio with the highest objective it adds: { $names }.
page-point-without = It leaves out: { $names }.
page-core = Core: in every best portfolio ({ $count })
page-swing = Swing: in some ({ $count })
page-never = Never: in none ({ $count })
page-some-worlds = { $name } (in { $worlds } of { $all })
page-shared = What all choose ({ $count })
page-differing = Where they part: investments, with their start years
page-by-ministry = What each ministry pays, and the difference from the first
page-by-year = What is spent in each year, and the difference from the first
page-at-a-glance = Side by side
page-bill = bill
page-brings-most = { $name } brings most: { $points } points, for { $bill }.
page-all-bring-same = All bring the same: { $points } points.
compare-ministry-year = What each ministry pays in each year
html-figures = Figures of this chart
html-figures-of = { $title }: figures
arg-brief = Only one page: the point, what shows it best, what is not proven

## Heads of columns in reports: head-KEY, or head-TABLE-KEY in one table alone; brief-… on a narrow terminal

head-alone = also chosen alone by
head-as-planned = as planned
head-at-target = {""}
head-more = more than one less
head-number = number
head-stands-for = stands for
head-apart = differs in
head-behind = behind the best
head-best = best objective
head-bill = bill
head-binds = binds
head-bound = bound
head-breaks = worlds where it breaks rules
head-broken = rules broken
head-broken-by = broken by
head-budget = budget
head-by = broken by
head-by-itself = by itself
head-even-lost = balanced lost
head-even-start = balanced start
head-even-of-bill = balanced %
head-lost-without = lost without
head-of-bill = % of bill
head-candidate = candidate
head-carried-in = carried in
head-carried-out = carried out
head-lapsed = lapsed
head-change = change
head-changes = changes
head-character = character
head-chosen = in
head-code = code
head-heading = heading
head-read-as = read as
head-filled = filled
head-numbers = numbers
head-example = example
head-reason = reason
head-rows = rows
head-lines = lines
head-names = names
head-column = column
head-control-after = control after, %
head-control-before = control before, %
head-control-gain = percentage points of control
head-core-chosen = recommended
head-core-index = core index
head-cost = cost
head-cost-otherwise = cost otherwise
head-cut = cut here
head-deviation = deviation
head-division-worth = worth in money
head-domain = domain
head-domains-name = domain
head-draws = draws
head-effects-control-after = after, %
head-effects-control-before = before, %
head-enter = comes in
head-error = error
head-fair-bill = fair part of the bill
head-falls = services that fall
head-falls-power-after = power there
head-falls-power-before = power
head-falls-rung-after = rung in the scenario
head-falls-rung-before = rung in the case
head-file = file
head-fits-from = fits from
head-gain = gain
head-gain-by-own-weights = gain by its own priorities, points
head-grants = grants
head-high = 95 %
head-highest = best
head-holds = chance to hold it
head-in-force = in force
head-lasts = lasts, years
head-index-after = index after
head-index-before = index before
head-keeps-rules = keeps rules
head-kind = kind
head-knee = knee
head-largest-in = in
head-largest-kept = where it keeps rules
head-largest-regret = largest regret
head-least = no less will do
head-leave = goes out
head-left = kept
head-level = level
head-line = line
head-lost = lost
head-low = 5 %
head-lowest = worst
head-mark = mark
head-mean = mean
head-median = median
head-members = coalition
head-message = what is wrong
head-method = method
head-metric = metric
head-ministries-name = ministry
head-ministries-spent = pays
head-ministry = ministry
head-money = extra budget
head-votes-name = service
head-name = name
head-row = row
head-table = table
head-before = before
head-after = after
head-none = no influence
head-free-objective = free choice
head-objective = objective
head-objective-otherwise = objective otherwise
head-paid = pays now
head-percent = % of budget
head-picks = picks
head-pillar = pillar
head-place = place
head-planned = planned rung
head-portfolio = portfolio
head-portfolios-enter = beyond the recommended
head-portfolios-leave = without
head-next-power = power there
head-next-stake = next step from, %
head-pillars-candidates = candidates
head-own-of-bill = own %
head-own-lost = own lost
head-own-start = own start
head-lost-alone = lost alone
head-orders = orders
head-others = from others
head-leverage = leverage
head-for-all = lost by all
head-quota = more than, %
head-takeover = takeover
head-denied-by = stopped by law of
head-outage-stops = stopped by its outage
head-power = power
head-weakest-power = power of that
head-weakest = weakest layer
head-law = law
head-stops-before = stops before
head-stops-after = after
head-through = through
head-with-portfolio = with the portfolio
head-with-it = stops with it
head-holds-back = holds back
head-held-back = held back
head-adds = adds
head-for-money = for money
head-event = event
head-alternatives-chosen = in
head-keeps = keeps going
head-about = about
head-unknown = not known
head-fewest-before = fewest before
head-fewest-after = fewest after
head-price-before = price before
head-price-after = price after
head-holders = holders
head-holder = holder
head-jurisdiction = law
head-votes = votes
head-exposed-alone = alone
head-taken = taken
head-attacks-price = it pays
head-asked = asked at least
head-cheapest = to be taken for that
head-floors-price = cheapest takeover
head-price-best = price, best
head-price-dearest = price, dearest
head-no-dearer = no dearer
head-won = won
head-services-lost = lost with it
head-power-added = adds power
head-left-open = left open
head-votes-power-index = index
head-power-after = power after
head-power-before = power before
head-power-high = most rise of power
head-power-low = least rise of power
head-price = price
head-prices-price = index points
head-rank = rank
head-receives = receives
head-regret = regret
head-remedy = how to fix it
head-repairs-cost = cost then
head-repairs-objective = objective then
head-replacement-cost = replacement cost
head-rule = rule
head-rules = rules
head-rules-holds = holds
head-rules-objective = objective without
head-rung-after = rung after
head-rung-before = rung before
head-scenario = scenario
head-scenarios-best = best answer there
head-scenarios-cost = cost there
head-scenarios-enter = the best adds
head-scenarios-leave = the best drops
narrow-scenarios-falls = fall
narrow-scenarios-broken = broken
narrow-scenarios-best = best there
narrow-scenarios-enter = best adds
narrow-scenarios-leave = best drops
head-scenarios-lost = gain lost
head-scenarios-index-lost = index lost
head-scenarios-index = index there
head-scenarios-objective = gain there
head-service = service
head-services-name = service
head-shapley = Shapley value
head-spending = spending
head-spending-best = spending of the best
head-spending-high = most
head-spending-low = least
head-spending-name = ministry
head-spent = spent
head-start = start
head-status = status
head-steps-enter = enter
head-steps-from = from budget
head-steps-leave = leave
head-supported = weighted sum finds it
head-target = target
head-to = to budget
head-together = paid together
head-turning-cost = in up to this part of its cost
head-turning-money = in up to a cost of
head-unit = unit
head-used = used
head-verdict = verdict
head-voice-from = from
head-voice-index = over the voice
head-voice-to = to
head-way = way
head-ways-objective = joint objective
head-weight = weight
head-world = world
head-worlds = in worlds
head-worth = worth
head-year = year
tab-alternatives-next = Next best
tab-alternatives-different = Most different
tab-alternatives-domains = Domains
tab-alternatives-spread = Spread
tab-cooperate-ways = Ways
tab-cooperate-bills = Bills
tab-cooperate-division = Division
tab-cooperate-coalitions = Coalitions
tab-cooperate-broken = Broken rules
tab-robust-core = Core
tab-robust-worlds = Worlds
tab-robust-voice = Voice
tab-robust-portfolios = Judged
tab-robust-draws = Draws
tab-robust-chances = Chances
tab-robust-rungs = Rungs
tab-robust-presence = By world
tab-importance-candidates = Candidates
tab-importance-rules = Rules
tab-importance-funding = Cut first
tab-explain-conflict = Conflict
tab-explain-repairs = Ways out
tab-frontier-steps = Steps
tab-frontier-budgets = Budgets
tab-frontier-points = Front
tab-frontier-core = Core
tab-pillars-pillars = Pillars
tab-pillars-picks = Picks
tab-pillars-partners = Each other
tab-pillars-ways = What they do
tab-pillars-portfolios = Portfolios
tab-takeover-services = Control
tab-takeover-blocking = Blocking
tab-takeover-exposed = Exposed
tab-takeover-attacks = Attack
tab-takeover-measures = Measures
tab-takeover-unknown = Not known
tab-fortify-floors = Floors
tab-fortify-services = Services
tab-fortify-attacks = Attack
tab-events-services = Services
tab-events-laws = Denial
tab-events-stops = Stopped
tab-events-outages = Outage
tab-events-layers = Layers
tab-events-alternatives = Spares
tab-events-unknown = Not known
narrow-domains-power-before = before
narrow-domains-power-after = after
narrow-services-control-before = control %
narrow-services-control-after = after
narrow-services-power-before = power
narrow-services-power-after = after
narrow-ministries-gain-by-own-weights = gain

## Units of money

unit-thousand = thousand
unit-million = million
unit-billion = billion

## Words in cells of reports, in charts and in lists of facts: the key is the English word, which JSON and CSV keep

word-all = all
word-always = always
word-best = best
word-borderline = swing
word-bound = bound
word-can-be-left-out = can be left out
word-can-be-swapped = can be swapped
word-can-come-in = can come in
word-cannot-be-had = cannot be had
word-cap-table = cap table
word-case = case
word-compromise = compromise
word-core = core
word-cost = cost
word-domains-at-target = domains at target
word-draw = draw
word-equal-sacrifice = equal sacrifice
word-error = error
word-exact = exact
word-exterior = never
word-file = file
word-found = found
word-gain = gain
word-gap = gap
word-highest-objective = highest objective
word-possible = possible
word-no-price = no price
word-by-name = bought by name
word-too-many = too many holders
word-not-for-sale = not for sale
word-prohibited = prohibited
word-controls = controls
word-blocks = blocks
word-neither = neither
word-buy = buy
word-protect = protect
word-prohibit = prohibit
word-takeover = takeover
word-denial = denial
word-outage = outage
word-stops = stops
word-goes-on = goes on
word-law = law
word-blocking = blocking
word-impossible = impossible
word-index-after = index after
word-index-before = index before
word-index-points = index points
word-irreplaceable = irreplaceable
word-knee = knee
word-lost = lost
word-main-knee = main knee
word-missed = missed
word-money = money
word-never = never
word-no = no
word-nodes = nodes
word-none = none
word-not-found = not found
word-not-proven = not proven
word-not-run = not run
word-not-known = not known
word-note = note
word-nothing = nothing
word-objective = objective
word-only-in-the-best = only in the best
word-only-in-this-one = only in this one
word-options = options
word-over-budget = over budget
word-own = own
word-own-budget = own budget
word-picks = picks
word-points = points
word-proven = proven
word-reached = reached
word-recommended = recommended
word-rules-broken = rules broken
word-sampled = sampled
word-scenario = scenario
word-seconds = seconds
word-side-by-side = side by side
word-smallest-maximum-regret = smallest maximum regret
word-solver = solver
word-spent = spent
word-status = status
word-supported = supported
word-together = together
word-unsupported = unsupported
word-warning = warning
word-why = why
word-year = year
word-years = years
word-yes = yes
word-needed = needed
word-optional = optional
word-latest-start = latest start
word-start = start
word-success = success
word-cofinance = cofinance
word-lead-time = lead time
word-reason = reason
word-asset = asset
word-option = option
word-predecessor = predecessor
word-flow = flow
word-total-row = total row
word-keep = keep
word-drop = drop
word-heading = heading
word-group = group
word-remark = remark
word-received = receipts
word-committed = commitments
word-not-asked = not asked for
head-sums-unknown = unknown amounts
word-not-understood = amount not understood
word-no-amount = no amount
word-negative = negative
word-others = others
word-one = one
word-thousand = thousand
word-million = million
word-billion = billion
word-empty = empty
word-id = id
word-text = text
word-number = number
word-percent = percent
word-percentage-points = percentage points
word-calendar-year = calendar year
word-fraction = fraction
word-argument = argument
word-meaning = meaning
word-no-change = no change yet
word-wrong = cannot be applied
word-running = running
word-stopped = stopped
word-infeasible = infeasible
word-failed = failed
word-stale = out of date
word-keeps-rules = keeps all rules
word-breaks-rules = breaks rules

## Lists in sentences: A, B and C

list-goes-on = { $list }, { $next }
list-ends = { $list } and { $last }

## The command line: what each command does (-about, -notes), its arguments and their choices

cli-beslismacht-about = Plan digital decision power: choose, prove and explain the investments that give a country a say
cli-beslismacht-notes =
    Without a command it opens the terminal interface: on CASE, or on a list of the cases under portfolios/. Where standard output is no terminal, it prints the recommended portfolio of CASE instead.

    Exit codes: 0 done; 1 the input is wrong or the work failed; 2 wrong usage; 3 no portfolio is possible; 4 stopped before the proof (only with --require-optimal).
cli-check-about = List everything that is wrong with a case, or worth knowing: where, what, and how to fix it
cli-check-notes = Ends with 1 if any finding is an error.
cli-optimise-about = Find the best portfolio and prove that it is
cli-optimise-notes =
    Ctrl-C stops the search and prints the best found so far, labelled as not proven; pressed twice it ends the program.

    Ends with 3 if no portfolio is possible, and with 1 if none was found in time. With --require-optimal it ends with 4 if the search was stopped (by the time limit, the memory limit, the gap or Ctrl-C) with a portfolio that is not proven. With --proof it ends with 1 if no proof could be written.
cli-evaluate-about = Show what a portfolio of your own gives, which rules it breaks and by how much, and how far it is from the best
cli-verify-about = Check a written proof of optimality with arithmetic that shares nothing with the search
cli-verify-notes = Give the same --set and --budget as when the proof was written: it belongs to the case as it was then.
cli-new-about = Make an empty case: a folder with every file, its header, and a commented case.toml
cli-import-about = Make a case from one table, take over what a colleague changed in a workbook of the case, or read who owns whom
cli-import-notes = The columns of a table are recognised by their names, in English or Dutch. A workbook that `export --xlsx` wrote is compared with the case in --into, cell by cell; only --accept writes. Where there is no case yet, it becomes a new one. A file that ends in .json tells who owns whom by the Beneficial Ownership Data Standard 0.4: with --service its rows go into holders.csv and owners.csv of the case in --into, without a case there it becomes a new one.
cli-compare-about = Put portfolios, scenarios and cases side by side
cli-compare-notes = OTHER is a portfolio of your own (a file), a proposal of CASE (its name), another case (a folder) or a scenario of CASE (its name, which goes before that of a proposal). The best of CASE stands first wherever it is compared with another case or a scenario, or with one portfolio alone; --best adds it in any case. Candidates, services and ministries of different cases are matched by id.
cli-export-about = Write the case as a workbook for a colleague with a spreadsheet, as a model for a solver of your own, or who owns whom
cli-export-notes = FILE may be - for standard output. The optimum of the model is the objective of the case; MPS states it with its sign turned, as a minimum.
cli-merge-about = Put the parts of a sweep together
cli-merge-notes = Every part is a file that an analysis wrote with --shard K/N. The result is the same, byte for byte, as that of one run without --shard. Gaps, doubles, other questions and other inputs are refused. Run it where the parts were made, so that the path of the case leads to the same files.
cli-solvers-about = Show which solvers can answer on this machine
cli-solvers-notes = The engine answers first. Where it does not take a case on, a solver of the machine does, if there is one, else microlp. `--solver NAME` asks one by name.
cli-completions-about = Print the completions for a shell
cli-completions-notes = For bash: beslismacht completions bash > ~/.local/share/bash-completion/completions/beslismacht
cli-man-about = Print the manual page, of the program or of one command
cli-man-notes = To read it: beslismacht man | man -l -
cli-reference-about = Print a part of the documentation that is made from the program itself
arg-beslismacht-case = The folder of a case, opened in the terminal interface
arg-color = When to use colour. `auto`: on a terminal, unless `NO_COLOR` is set
arg-case = The folder of the case, or one CSV file with candidate, cost and gain (with --budget)
arg-budget = Multiply every budget so that all together are B, rounded down to 4 decimals
arg-decimal = Read the numbers of tables with this decimal mark. Without it, it is found out for each file
arg-set = Change a cell for this run: `budgets.amount[defence:2029]=120`, `objective.risk=full`. May be given again
arg-scenario = Apply this scenario of scenarios.csv first, before anything that --set and --budget change
arg-time-limit = Stop each search after this many seconds with the best found so far; a command with several searches can take longer
arg-memory-limit = Let a search take at most this many megabytes for what it remembers, and stop with the best found so far
arg-gap = Stop as soon as the best is within this many index points of the bound (absolute)
arg-solver = Which solver answers
arg-threads = How many threads a solver may use; by default the engine uses all cores for one question
arg-out = Write the result to FILE instead of standard output
arg-format = The format; by default from FILE's ending, else a table
arg-table = Which table to write as CSV; the first by default
arg-jobs = How many questions are worked on at the same time; by default as many as there are cores
arg-shard = Do only part K of N, and write it as a file for `merge`
arg-others = Portfolios, cases and scenarios
arg-best = Add the best portfolio of the case
arg-scenarios = Add the best portfolio of a scenario. May be given again
arg-with = Add the best portfolio of another case. May be given again
arg-shell = The shell
arg-portfolio = The portfolio: a CSV file with candidate, start and `share_<ministry>` columns, as `optimise --format csv` writes it, or the name of a proposal
arg-alone = Only evaluate: do not look for the best to compare with
arg-lp = Write the model in the LP format
arg-mps = Write the model in the free MPS format
arg-file = The table: a CSV file or a workbook with a row for each investment; a workbook that `export --xlsx` wrote; or a file of the Beneficial Ownership Data Standard
arg-bods = Write the cap tables and who stands behind them, by the Beneficial Ownership Data Standard 0.4
arg-import-service = The service whose holders a file of the Beneficial Ownership Data Standard (.json) tells, in the case in --into
arg-home = Whoever stands at the top under this law in such a file votes with the country
arg-import-budget = The money over all years, divided over years and ministries as the costs of the list are; without it there is money for everything
arg-dry-run = Only show what is understood of the list; write nothing
arg-map = What a column is: `boe_amt=cost_1`, `2027 plan=2027`, `EZ=cost:economic_affairs`, `Remarks=keep`. May be given again
arg-domain-from = The column that names the domain, like `--map COLUMN=domain`
arg-year-of = How headings name a year, with {"{}"} for it: `FY{"{}"}`
arg-base-year = The year that headings call t, and the first year of a list that names none
arg-unit = The unit of the amounts; without it, what headings and titles say
arg-currency = The currency of the amounts, such as EUR
arg-only = Which rows count: those whose column holds this text, or one of several with commas between them. May be given again
arg-mapping = Read the list by a mapping that was saved
arg-save-mapping = Save how the list was read, to read the next one just so
arg-into = The folder to make, or the case that a workbook is compared with; by default named like the file, beside it
arg-xlsx = Write the case itself as a workbook, with lists to choose from; `import` reads it back
arg-accept = Take over what was changed in the workbook: all of it, or only in these tables (`case` for the settings)
arg-workbook-holds = Where the workbook and the case were both changed, take the workbook
arg-why = Why it is changed, for the log of the case
arg-command = The command whose page to print
arg-files = The files of all parts
arg-folder = The folder to make; it must not exist yet, or be empty
arg-title = The title of the case; by default the folder's name
arg-require-optimal = End with 4 where the portfolio that is shown is not proven to be the best
arg-optimise-brief = Only the page for a minister: the decision asked, what it brings, what it hangs on; in JSON all, with what rules cost that bind
arg-optimise-stay-close-to = Of the portfolios that are best and cheapest, the one that changes this plan least: a file or the name of a proposal
arg-optimise-keep = Change as little of the plan as reaches X % of the best
arg-optimise-proof = Also write a proof of optimality that `verify` checks; the engine writes it, and it is checked before it is kept
arg-verify-proof = The proof that `optimise --proof` wrote
arg-part = Which part
choice-color-auto = On a terminal, unless `NO_COLOR` is set
choice-color-always = Always
choice-color-never = Never
choice-unit-one = single euros, pounds or dollars
choice-unit-thousand = thousands
choice-unit-million = millions
choice-unit-billion = thousand millions
choice-decimal-comma = 1.250,50
choice-decimal-point = 1,250.50
choice-solver-auto = The engine; where it does not take a case on, a solver of the machine if there is one, else microlp
choice-solver-engine = The program's own engine
choice-solver-highs = HiGHS, if the machine has it
choice-solver-scip = SCIP, if the machine has it
choice-solver-cbc = CBC, if the machine has it
choice-solver-gurobi = Gurobi, if the machine has it
choice-solver-cplex = CPLEX, if the machine has it
choice-solver-highs-natural = HiGHS on the formulation as one would write it by hand, for comparisons
choice-solver-microlp = microlp, which is built in; for small cases
choice-reference-commands = Every command with its arguments
choice-reference-analyses = Every analysis: what it answers, its command and its file
choice-reference-files = Every file of a case with its columns
choice-reference-formats = Every format that results are written in
choice-reference-keys = Every key of the terminal interface
choice-reference-keymap = A keymap file with every command and its keys, to be changed in the settings folder as `keys.toml`

## Numbers of things: count-THING

count-amount = 
    { $count ->
        [one] 1 amount
       *[other] { $count } amounts
    }
count-candidate = 
    { $count ->
        [one] 1 candidate
       *[other] { $count } candidates
    }
count-cell = 
    { $count ->
        [one] 1 cell
       *[other] { $count } cells
    }
count-change = 
    { $count ->
        [one] 1 change
       *[other] { $count } changes
    }
count-changed-cell = 
    { $count ->
        [one] 1 changed cell
       *[other] { $count } changed cells
    }
count-difference = 
    { $count ->
        [one] 1 difference
       *[other] { $count } differences
    }
count-domain = 
    { $count ->
        [one] 1 domain
       *[other] { $count } domains
    }
count-effect = 
    { $count ->
        [one] 1 effect
       *[other] { $count } effects
    }
count-error = 
    { $count ->
        [one] 1 error
       *[other] { $count } errors
    }
count-note = 
    { $count ->
        [one] 1 note
       *[other] { $count } notes
    }
count-pick = 
    { $count ->
        [one] 1 pick
       *[other] { $count } picks
    }
count-row = 
    { $count ->
        [one] 1 row
       *[other] { $count } rows
    }
count-rule = 
    { $count ->
        [one] 1 rule
       *[other] { $count } rules
    }
count-service = 
    { $count ->
        [one] 1 service
       *[other] { $count } services
    }
count-start = 
    { $count ->
        [one] 1 start
       *[other] { $count } starts
    }
count-step = 
    { $count ->
        [one] 1 step
       *[other] { $count } steps
    }
count-warning = 
    { $count ->
        [one] 1 warning
       *[other] { $count } warnings
    }

## Words and phrases of the screens

case-table-ladder-title = 0 to 100 %
view-under-scenario = {" "}under: { $name }{" "}
view-unsaved = {" "}[unsaved]
view-read-only = {" "}[read-only]
view-breaks-rules = , breaks { $rules }
view-own-objective = {"  "}own { $objective }{ $rules }
view-completing-own = completing own
view-best-so-far = , best { $best }
view-gap-so-far = , gap { $gap }
completing-added = { $added } added
completing-moved = { $starts } moved
edits-column-of-row = { $column } of { $row }
edits-row-deleted = { $row } deleted
history-undoes = Undoes { $steps }.
update-theme = Theme: { $theme }.
moving-columns = Columns
moving-search = Search
moving-filter = Filter
moving-values-title = { $title } in { $rows }{ $numbers }
moving-copied = Copied { $what }.
moving-copied-text = Copied `{ $text }`.
news-came-in = in { $candidates }
news-went-out = out { $candidates }
opening-undone = Undone: { $label }.
opening-done-again = Done again: { $label }.
opening-saved = Saved { $files }.{ $others }
prompts-bulk-label = { $column } { $text } in { $cells }
repairs-and = , and{" "}
repeat-label-of-many = { $column }: { $value } in { $rows }
scenarios-changes-deleted = { $name }: { $changes } deleted
scenarios-shown = Shown: { $whose }.
side-by-side-the-table = the table
paste-pasted = { $what } pasted
access-in-place = in { $place }
analyses-title-finished = { $title }: finished.
alternatives-nth = Alternative { $row }
robust-regret-in = regret in
robust-least-regret = least regret
runs-doing-done-of = { $doing }, { $done } of { $total }
form-row-of-table = { $key }: { $table } { $row } of { $rows }
list-table = Table { $table }
list-commands = Commands
list-search = Search:
count-entry = { $count ->
    [one] 1 entry
   *[other] { $count } entries
}
merge-no-row = (no row)
options-of = { $analysis }: options
options-none = (none)
budgets-of = { $part } of { $whole }
budgets-lapses = { $amount } lapses
budgets-together = Together{" "}
budgets-prompt = { $ministry } in { $year }, { $unit }
candidates-no-costs = . Costs nothing
candidates-costs = . Costs { $costs } { $unit }
candidates-gain-pp = {" "}+{ $gain } pp
candidates-bought-from = {" "}bought from { $holder }
candidates-at-risk = {" "}A golden share: a court may strike it down.
candidates-lasts = { $years ->
    [one] {" "}for 1 year
   *[other] {" "}for { $years } years
}
candidates-prevents =
    {" "}{ $event ->
        [takeover] prevents a takeover
        [denial] goes on under a foreign order
       *[outage] goes on after an outage
    }
candidates-grants = {" "}grants { $rung }
changes-scenario = Scenario{" "}
screens-marked = , { $marked } marked
screens-filter = filter{" "}
screens-count = count { $count }{"  "}
screens-sum = sum { $sum }{"  "}
first-steps-key = {" "}key{" "}
overview-breaks-rules = breaks { $rules }
overview-stale = stale
overview-direct = ({ $points } direct){" "}
overview-at-target = {" "}at target
overview-below = {" "}below
overview-gains-both = { $recommended }, own { $own }
overview-findings = Findings{"  "}
overview-shows = {" "}shows
overview-shows-pillars = {" "}shows what each pillar carries
portfolio-solver-did = { $solver } { $version }, { $seconds } s, { $nodes } nodes
portfolio-none-yet-begin = none yet:{" "}
portfolio-shows-all = {" "}shows all;{" "}
scenario-grid-compared-begin = Compared:{" "}
scenarios-own-objective = ; own { $objective }
scenarios-name-gains = { $name }: index { $index }, { $points } higher than in the case
scenarios-name-lower = { $name }: index { $index }, { $points } lower
scenarios-name-loses = { $name }: index { $index }, { $points } lower than in the case
scenarios-breaks-rules = ; breaks { $rules }: { $first }
scenarios-falls = ; falls: { $services }
services-is-recommended = {" "}(recommended)
story-missed-by = { $name } by { $by }
story-missed-begin = { $begin }; missed:{" "}
story-largest = Largest:{" "}
list-options = Options: { $options }.
compare-control-percent = control %
compare-and = {" "}and{" "}
app-your-settings = Your settings
keymap-the-command = the command "{ $command }"
limits-scope-named = the { $scope } { $value }
limits-all-spending = all spending
limits-all-budgets = all budgets
story-from-start = from { $start }
story-ministry-pays-share = { $ministry } pays { $percent } %, { $paid }
story-power = power { $power }
cell-write-range = Write { $range }.
reader-the-thing = The { $thing } { $id }
words-the-ministry = the { $ministry }
comparison-then = { $name }, then
comparison-before = before this edit
comparison-before-words = what was recommended before the last edit, in the case as it was
comparison-saved = at the last save
comparison-saved-words = what was recommended when the case was opened or saved last, in the case as it was
comparison-second-own = { $name }, own
rows-nth = row { $row }
validation-needed = {" "}Needed.
validation-empty = {" "}Empty: { $default }.
validation-in-file = {" "}In the file: { $column }.
validation-in-unit = {" "}In { $unit }.
line-from-to = { $before } to { $after }
line-now = { $text } now
standing-falls = { $service } { $before } to { $after }
word-a-budget = a budget
word-a-portfolio = a portfolio
word-deleting = deleting
word-locking = locking
word-making = making
word-no-message = no message
word-reading = reading
word-writing = writing
word-the-id = the short name
word-the-name = the name
word-that-of-the-case = that of the case
word-the-title = the title
word-the-folder-s-name = the folder's name
word-for-ever = for ever
word-all-others = all others
word-years-to-the-last-cost = years to the last cost
word-folder = folder
word-title = title
word-ministries = ministries
word-a-date = a date
word-a-device = a device
word-a-folder = a folder
word-a-list = a list
word-a-number = a number
word-a-pipe = a pipe
word-a-service = a service
word-a-socket = a socket
word-a-table = a table
word-a-text = a text
word-a-year = a year
word-analysis = analysis
word-answered-so-far = answered so far
word-answers = answers
word-becomes = becomes
word-bill = bill
word-candidate = candidate
word-carried-on = carried on
word-cell = cell
word-change = change
word-column = column
word-default = default
word-difference = difference
word-differs = differs
word-domain = domain
word-end = end
word-falls = falls
word-in-force = in force
word-index = index
word-instrument = instrument
word-is-gone = is gone
word-is-new = is new
word-kind = kind
word-lapses = lapses
word-left = left
word-left-only = left only
word-level = level
word-line = line
word-locked-in = locked in
word-locked-out = locked out
word-mine = mine
word-ministry = ministry
word-misses = misses
word-name = name
word-report = Report
word-read-me = Read me
word-nothing-chosen = nothing chosen
word-now = now
word-on-disk = on disk
word-out = out
word-paid-by = paid by
word-pick = pick
word-pillar = pillar
word-power = power
word-priorities = priorities
word-reach = reach
word-rec = rec
word-rec-rung = rec rung
word-right = right
word-right-only = right only
word-rule = rule
word-rung = rung
word-same = same
word-saved = saved
word-searching = searching
word-service = service
word-setting = setting
word-shares = shares
word-size = size
word-source = source
word-spare = spare
word-state = state
word-stopping = stopping
word-finishing = finishing
word-sum = sum
word-table = table
word-the-case = the case
word-today = today
word-total = total
word-true-or-false = true or false
word-unlocked = unlocked
word-value = value
word-waiting = waiting
word-was = was
word-way-out = way out
word-what = what
word-effect = effect
word-row = row
word-broken = broken
word-binds = binds
word-holds = holds
word-idle = idle
word-conflicts = conflicts
word-target = target
word-floor = floor
word-relation = relation
word-limit = limit
word-budget = budget
word-carry-over = carry-over
word-lock = lock
runtime-language-unknown = settings.toml names the language { $language }, which there is not; there are { $languages }.
arg-language = Speak this language. Else that of `language = "nl"` in settings.toml, then that of LC_ALL, LC_MESSAGES or LANG, then English

## What the parser of arguments says by itself: in English it has its own words

parser-usage = Usage:
parser-commands = Commands
parser-arguments = Arguments
parser-options = Options
parser-help-command = Print this message or the help of the given subcommand(s)
parser-help-short = Print help (see more with '--help')
parser-help-long = Print help (see a summary with '-h')
parser-version = Print version
parser-default = [default: { $value }]
parser-aliases = [aliases: { $names }]
parser-values = Possible values:
parser-values-short = [possible values: { $values }]
parser-unknown-argument = unexpected argument { $argument }
parser-unknown-command = there is no command { $command }
parser-value-missing = { $argument } needs a value
parser-value-wrong = { $value } is no value for { $argument }
parser-value-refused = { $value } is no value for { $argument }: { $why }
parser-argument-missing = something is missing: { $arguments }
parser-argument-twice = { $argument } can be given only once
parser-arguments-conflict = { $argument } and { $other } cannot be given together
parser-more = more with --help

# Workbooks of spreadsheets: reports, a case for a colleague, and what comes back.
xlsx-cannot-be-made = The workbook cannot be made: { $why }.
xlsx-other = Write another format, such as .html or .csv.
xlsx-cannot-be-read = It is no workbook of a spreadsheet that can be read: { $why }.
xlsx-too-large = it unpacks to more than 256 MB
xlsx-nothing-in-it = No sheet that can be seen has anything in it.
store-no-table = No table can be read from { $file }. { $why }
export-workbook-made = { $path } holds the case as a workbook. Back again: beslismacht import { $back } --into { $folder }
spreadsheet-file-unread = { $file } cannot be read as text, so it cannot stand in a workbook. Mend it first: `check` says where.
spreadsheet-guide = A case of beslismacht
spreadsheet-guide-change = Change any cell on the sheets below. Cells with a fixed choice have a list; the note on each heading says what belongs there.
spreadsheet-guide-rows = Add rows below the last one, or between others. Delete rows that should go. Sorting changes nothing.
spreadsheet-guide-keep = Leave the headings and the names of the sheets as they are: by them everything is found again.
spreadsheet-guide-back = Save the workbook and send it back. Whoever plans sees every change, cell by cell, and decides what is taken over. What you leave alone stays as it is, to the last byte.
spreadsheet-guide-settings = Years, ministries, the ladder, and what counts.
spreadsheet-needed = { " " }Needed in every row.
spreadsheet-origin-damaged = The hidden sheet of the workbook no longer holds { $file } as it was, so that nothing can be compared. Export the case again and copy the changes into it.
spreadsheet-unknown-setting = The sheet case has a setting { $key } that this case does not know. It was left out; new ministries and rungs are added in case.toml.
spreadsheet-setting-stays = The setting { $key } stays as it is. { $why }
spreadsheet-no-sheet = The workbook has no sheet { $name } any more. That table stays as it is.
spreadsheet-no-head = Column { $number } of the sheet { $table } has no heading. Its cells were left out.
spreadsheet-no-key = The sheet { $table } has no column { $column } any more, which every row needs. That table stays as it is.
spreadsheet-no-column = The sheet { $table } has no column { $column } any more. Its cells stay as they are.
spreadsheet-odd = The cell { $cell } on the sheet { $table } holds { $what }, which is no value. Nothing was taken from it.
spreadsheet-odd-key = It says which row it is, so that table stays as it is.
spreadsheet-odd-more = { $count ->
    [one] One more cell holds no value.
   *[other] { $count } more cells hold no value.
}
workbook-of-other-case = The workbook was made of another case, "{ $of }", and { $folder } holds "{ $here }". Nothing was written. Name the folder of the case that it was made of.
workbook-left = { $count ->
    [one] One change was not taken over: the case was changed in the same place since.
   *[other] { $count } changes were not taken over: the case was changed in the same places since.
}
workbook-both-place = ! { $place }: { $base } to { $case } in the case, to { $workbook } in the workbook
workbook-who = An import from a spreadsheet (process { $process })
changes-settings = Settings
changes-cell = { $column }: { $text }
changes-own = Own portfolio
changes-own-of = Own portfolio ({ $file })
changes-proposal = Proposal
changes-pick = { $start }, { $shares }
changes-row-gone = row is gone
changes-row-new = row is new
spreadsheet-left-out-means = left out means
bods-no-json = It is not JSON of the Beneficial Ownership Data Standard ({ $why }).
bods-no-record = It is not of the Beneficial Ownership Data Standard 0.4: a statement has no recordId or no recordDetails.
bods-indirect = { $count ->
    [one] One relationship is indirect or has ended, and is left out: what is indirect follows from the others.
   *[other] { $count } relationships are indirect or have ended, and are left out: what is indirect follows from the others.
    }
bods-unknown = { $count ->
    [one] One relationship names somebody whom no statement describes, and is left out.
   *[other] { $count } relationships name somebody whom no statement describes, and are left out.
    }
bods-right-left-out = { $owner } may have influence in { $company }, but somebody else has a majority or influence there, too; only the stakes are taken over.
bods-decides = { $name }, who decides there whatever the stake
bods-domain = Services
bods-nothing-served = Every company in { $file } owns another one, so that none of them can be what a service stands on.
bods-several = Several companies stand on nobody's behalf in it: { $names }. Take one file for each service.
bods-which-service = Say with --service which service of the case { $name } is.
bods-no-service = The case has no service { $service }. { $remedy }
bods-left = { $count ->
    [one] One row was there already and stays as it is.
   *[other] { $count } rows were there already and stay as they are.
    }
bods-only = --service and --home are for a file of the Beneficial Ownership Data Standard, which { $file } is not.
workbook-not-of-case = { $file } is no workbook that `export --xlsx` wrote, so there is nothing in it to accept.
workbook-title = changes from a spreadsheet
workbook-same = The workbook says what the case says: there is nothing to take over.
workbook-differs =
    { $count ->
        [one] One change comes from the workbook.
       *[other] { $count } changes come from the workbook.
    }
workbook-nothing-written = Nothing was written. --accept takes all of it over, --accept=TABLE a part.
workbook-written = Written: { $files }.
workbook-changed-since = The case itself was changed since the workbook was made, in { $files }. What was changed on one side alone is put together.
workbook-both-left =
    The workbook and the case were both changed in these places. The case stays as it is there; with --workbook-holds the workbook holds.{ $places }
workbook-both-taken =
    The workbook and the case were both changed in these places. The workbook holds there.{ $places }
workbook-unsaved = { $folder } has unsaved edits of an earlier session. Nothing was written.
workbook-open-it = Open it first and decide on them: beslismacht { $folder }
workbook-changed = Somebody changed the case at this moment. Nothing was written.{ $found }

## Proposals

proposal-remark-empty = Type the remark first.
proposal-of-another = { $name } is a proposal of { $author }. Choose another name to keep yours beside it.
proposal-decided = { $name } is { $state } and stays as it is. Choose another name.
proposal-still-draft = { $name } is still a draft. Nobody can agree to it before it is put forward.
proposal-agreed-already = { $name } is agreed already.
proposal-agree-own = You put { $name } forward yourself: agreeing to it is up to the other side.
proposal-agree-own-ministry = { $author } put { $name } forward for your own ministry: agreeing to it is up to the other side.
proposal-agree-for-whom = Say first for which ministry you agree: with --ministry, or with `ministry = "…"` in settings.toml.
proposal-turned-down-by = { $author } has turned { $name } down. Either { $author } agrees to it after all, or it is put forward again.
proposal-remark-long = A remark may have { $most } characters at most.
proposal-name-empty = Type a name, such as Cables first.
proposal-name-long = A name may have { $most } characters at most.
proposal-name-hidden = A name is one line of characters that can be seen.
proposal-too-many = There are { $count } proposals, of which only the first { $most } are read.
proposal-unread = A proposal was left out. { $error }
proposal-none = There is no proposal { $name }.
proposal-too-large = The proposal { $name } would become too large for a file.
proposal-too-many-alike = There are too many proposals called nearly { $name }.
toml-wrong = Line { $line } is no TOML: { $message }.
proposal-wrong = { $path }: { $why }
proposal-format = It has to say format = { $format }.
proposal-key-wrong = { $key } is not as it should be.
proposal-state-unknown = There is no state { $state }; it is one of { $states }.
proposals-title = proposals
proposals-table = Proposals
proposals-remarks = Remarks
proposals-broken = What they break in the case as it is now
proposals-count =
    { $count ->
        [0] The case has no proposals yet.
        [one] The case has one proposal.
       *[other] The case has { $count } proposals.
    }
proposals-older =
    { $count ->
        [one] Made for the case as it was before: { $names }.
       *[other] Made for the case as it was before, { $count } of them: { $names }.
    }
proposals-candidate-gone = the case has no candidate { $id } any more
proposals-state-by = { $state } by { $author }
proposals-now = The proposal { $name } is now { $state }.
proposals-agreed-so-far = Agreed so far: { $who }.
proposals-to-agree = Still to agree: { $ministries }.
proposals-waits-for = { $name } waits for: { $ministries }.
proposals-agreed-partly = You agree to the proposal { $name }. Still to agree: { $ministries }.
proposals-remarked =
    { $count ->
        [one] The proposal { $name } has its first remark.
       *[other] The proposal { $name } has { $count } remarks.
    }
proposals-list-them = beslismacht proposals CASE lists them.
proposals-no-ministry = The case has no ministry { $ministry }.
proposals-nothing-own = There is no own portfolio { $file } that could be proposed.
proposals-name-from = --from names a portfolio or another proposal.
proposals-breaks = It breaks: { $rule } ({ $by }).
proposal-keep-own = Your own portfolio
proposal-keep-recommended = The recommended portfolio
proposal-keep-which = Keep which portfolio?
proposal-keep-own-as = Keep your own portfolio as
proposal-keep-help = A name, which may have blanks. The portfolio becomes a proposal in the folder of the case, under proposals/: a draft of yours until you put it forward.
proposal-kept = Kept as the proposal { $name }. ‹proposals› lists all, ‹compare› compares.
proposal-not-one = { $name } is a table of an earlier version, and not a proposal. Choose another name.
proposal-none-here = There is no proposal here. ‹keep› makes one of a portfolio.
proposal-opened = own portfolio: the proposal { $name }
proposal-open-now = The proposal { $name } is your own portfolio now. Undo brings the former one back.
proposal-picks-gone =
    { $count ->
        [one] One of its candidates is not in the case any more.
       *[other] { $count } of its candidates are not in the case any more.
    }
proposal-propose = Put { $name } forward
proposal-agree = Agree to { $name }
proposal-reject = Turn { $name } down
proposal-remark = A remark on { $name }
proposal-words-help = Words to go with it, for the other side. They may stay empty.
proposal-remark-help = It is added with your name and the date, and everyone who opens the case reads it.
proposal-forget-theirs = This deletes the proposal { $name }, which { $author } made. Undo does not bring it back.
proposal-news-gone = The proposal { $name } was thrown away.
proposal-news-more = { " " }And { $count } more: ‹proposals›.
proposal-news-new = { $author } made the proposal { $name } ({ $state }). ‹proposals› shows it.
proposal-news-remark = { $author } on { $name }: { $text }
proposal-news-agrees = { $author } agrees to { $name }.
proposal-news-picks = { $author } changed the picks of { $name }.
proposal-not-written = The proposal { $name } itself stays as it was: ‹keep› writes it.
proposal-column-name = The name of the proposal; the one that is your own portfolio is marked.
proposal-column-state = How far it has come: draft, proposed, agreed or rejected.
proposal-column-author = Who made it.
proposal-column-points = What it gives in the case as it is now, in index points.
proposal-column-broken = How many rules of the case as it is now it breaks.
proposal-column-bill = Its public bill in the case as it is now.
proposal-column-picks = How many candidates it picks.
proposal-column-remarks = How many remarks there are.
proposal-column-date = When its picks were kept, in UTC.
proposal-column-ministry = The ministry for which it was made, where the author said so.
proposal-name-open = { $name } (open)
proposal-name-changed = { $name } (open, changed)
proposal-none-yet = There are no proposals yet. ‹keep› makes one of the recommended portfolio or of your own; everyone who opens the case sees it.
proposal-about = { $name }, { $state }. Made by { $author } on { $date }.
proposal-made-for-other = The case has changed since.
proposal-breaks-nothing = It keeps every rule of the case as it is now.
proposal-breaks = Breaks: { $rule } ({ $by })
screen-proposals-title = Proposals
screen-proposals-doc = Every portfolio with a name: open it, compare it, discuss it, agree to it.
command-proposals-open-title = Open
command-proposals-open-doc = Makes the proposal under the cursor your own portfolio; undo brings the former one back.
command-proposals-compare-with-title = Compare
command-proposals-compare-with-doc = Puts the proposal beside your own portfolio, or beside the recommended one.
command-proposals-propose-title = Propose
command-proposals-propose-doc = Puts the proposal forward, with words to go with it.
command-proposals-agree-title = Agree
command-proposals-agree-doc = Agrees to what the other side put forward, with words to go with it; it is agreed once every ministry that pays for a pick has agreed.
command-proposals-reject-title = Reject
command-proposals-reject-doc = Turns the proposal down, with words to go with it.
command-proposals-remark-title = Remark
command-proposals-remark-doc = Adds a remark that everyone reads who opens the case.
command-proposals-delete-title = Throw away
command-proposals-delete-doc = Deletes the proposal under the cursor, after asking.
cli-proposals-about = List the proposals of a case: how far each has come, what it gives and breaks in the case as it is now, what was said of it
cli-proposals-notes = A proposal is a readable file in the folder `proposals` of the case. Its name stands for its portfolio wherever a command of the case takes one, such as `evaluate` and `compare`. The list holds everything: it is for those who may see the whole case.
cli-propose-about = Put a portfolio forward under a name, or a draft that is there
cli-propose-notes = Without --from, a proposal of that name is put forward as it is; where there is none, it is made of the own portfolio. Who speaks is said by --author, else by `author = "…"` in settings.toml, else by the system; the ministry by --ministry, else by `ministry = "…"` there.
cli-agree-about = Agree to a proposal, with words to go with it
cli-agree-notes = An agreement is the other side's: whoever puts a proposal forward has said yes by doing so, for their ministry. It is agreed once every other ministry that pays for one of its picks has agreed; changing its picks or putting it forward again asks everyone anew. A draft has to be put forward first.
cli-reject-about = Turn a proposal down, with words to go with it
cli-remark-about = Add a remark to a proposal
arg-proposals-of = The folder of the case
arg-proposal = The name of the proposal; it may have blanks
arg-words = What is said of it
arg-from = The portfolio: a file, or the name of another proposal
arg-draft = Keep it as a draft and do not put it forward yet
arg-author = Who speaks
arg-ministry = For which ministry, by its id or name
head-state = state
head-author = author
head-date = date
head-made-for = made for
head-this-case = this case
head-to-agree = still to agree
head-proposal = proposal
head-proposals-picks = investments
head-remark = remark
word-draft = draft
word-proposed = proposed
word-agreement = agreement
word-agreed = agreed
word-rejected = rejected
word-author = author
word-date = date
word-remarks = remarks
own-id-in-at = into your own portfolio: { $id }, { $start }, { $shares }
view-time-left = { $text }, about { $seconds } s to go
view-all-done-finishing = { $text }, finishing
comparing-pick-same = In your own portfolio { $id } is already as { $side } has it.
comparing-pick-taken = { $id } as { $side } has it
command-compare-take-pick-title = Take pick
command-compare-take-pick-doc = Makes the pick under the cursor in your own portfolio as the right side has it.
update-nothing-here = { $name }: there is nothing to do here.
own-payer = { $name } { $share } %
own-pays-instead = { $name } { $old } → { $new } %
news-from-to = { $old } → { $new }
own-in-brief =
    { $count ->
        [0] Own from { $start }, breaks nothing: { $id }.
        [one] Own from { $start }, breaks a rule: { $id }.
       *[other] Own from { $start }, breaks { $count } rules: { $id }.
    }
edits-done-to = { $label }: { $what }
export-proposals = the proposals
export-proposals-doc = What each gives and breaks, how far it has come, and what was said of it.
export-proposals-title = Export the proposals
proposal-draft-of = It is a draft of { $author }.
proposal-changed-since = Your own portfolio has changed since: the proposal stays as it was kept until ‹keep› writes it.
analyses-no-chart = This table has no chart.
analyses-chart-alone = The chart alone.
analyses-table-alone = The table alone.
analyses-chart-and-table = Chart and table, where there is room for both.
own-breaks-nothing = It breaks no rule there.
own-breaks-there =
    { $count ->
        [one] It breaks a rule there: { $first }.
       *[other] It breaks { $count } rules there, such as this: { $first }.
    }
own-breaks-without =
    { $count ->
        [one] Without it a rule is broken: { $first }.
       *[other] Without it { $count } rules are broken, such as this: { $first }.
    }
own-out-brief =
    { $count ->
        [one] Own without { $id }, breaks a rule.
       *[other] Own without { $id }, breaks { $count } rules.
    }
own-breaks-anywhere =
    { $count ->
        [one] Wherever it goes it breaks a rule: { $first }.
       *[other] Wherever it goes it breaks { $count } rules, such as this: { $first }.
    }
edits-key-not-emptied = { $column } is what the row is called by: it is not emptied. ‹delete-rows› deletes the row.
edits-new-row-gone = The new row was left empty, so it is gone.
edits-cell-empty-already = There is nothing to empty.
edits-cell-emptied = { $column } of { $row } emptied
edits-cells-emptied = { $column } emptied in { $count } rows
update-cancel-again-quits = Nothing is running. ‹cancel› again quits, and so does ‹close›.
news-possible-again = A portfolio is possible again, { $objective }
news-impossible-now = No portfolio is possible any more
news-undo-or-repair = ‹undo› takes the edit back, the portfolio screen shows ways out
news-moved = moved { $candidates }
command-form-clear-cells-doc = Empties the field under the cursor.
command-clear-cells-title = Empty cell
command-clear-cells-doc = Empties the cell under the cursor, or those of its column in the marked rows.
merge3-not-of-case = { $file } is no file of a case, so it cannot be put together.
merge3-row-in-cell = { $file }:{ $line }: { $message } { $remedy }
merge3-deleted = { $file }: one side deleted what the other changed.
merge3-conflict = { $file }, { $place }: { $base } became { $mine } here and { $theirs } there.
merge3-state = The proposal { $name } became { $mine } here and { $theirs } there.
merge3-agreed-to-other = The proposal { $name } has other picks than those that were agreed to: it is on the table again.
merge3-all-the-same = Name three folders of cases, or three versions of one file.
merge3-conflicts =
    { $count ->
        [one] Both sides changed this. What is here stays; --theirs-hold takes the other side's.
       *[other] Both sides changed { $count } places. What is here stays; --theirs-hold takes the other side's.
    }
diff-same = The two versions say the same.
diff-count =
    { $count ->
        [one] One difference.
       *[other] { $count } differences.
    }
diff-title = what differs
diff-for-cases = `--for` needs two whole cases: one file does not say what in it is classified in another.
diff-both-the-same = Name two folders of cases, or two versions of one file.
diff-two-versions = Name two versions.
diff-not-cells = { $file } differs, and is no table of a case.
cli-diff-about = Show what differs between two versions of a case, or of one of its files, cell by cell
cli-diff-notes = Ends with 0 where nothing differs, 1 where something does, 2 where that cannot be told. As a driver of Git (`diff.beslismacht.command = beslismacht diff`, and `*.csv diff=beslismacht` in .gitattributes) it takes the arguments that Git gives.
cli-merge3-about = Put two versions of a case that began with the same one together, cell by cell
cli-merge3-notes = The result takes the place of MINE: a folder of a case, or one of its files. Ends with 0 where all is put together, 1 where both sides changed the same (what is in MINE stays there, and each place is told), 129 where it could not be done. As a driver of Git: `merge.beslismacht.driver = beslismacht merge3 --path %P %O %A %B`, and `*.csv merge=beslismacht` in .gitattributes.
arg-versions = The two versions: folders of cases, or files
arg-path = What the file is called in its case, where the versions have other names
arg-base = What both sides began with
arg-mine = This side; the result is written here
arg-theirs = The other side
arg-theirs-hold = Take the other side's text where both changed the same
