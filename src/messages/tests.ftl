# What the entries that the tests add say, in English.

## Commands of the interface: by their name in keymap files; in some places they say something else

command-wonder-title = Wonder
command-wonder-doc = Says the answer.

## Screens

screen-dummy-title = Dummy
screen-dummy-doc = A screen that the tests add.

## Columns

column-overrun = By how much it costs more than is written.
label-overrun = Overrun of the cost

## Kinds of relations

relation-together = all of them or none

## Analyses and their parameters

analysis-census-title = Census
analysis-census-question = How many candidates each domain has.
analysis-census-about = Count the candidates of each domain.
analysis-census-notes = Nothing is searched but the best portfolio.
param-census-least = Leave out domains with fewer candidates.
param-least-name = least

## Formats of reports

format-dummy-about = A stand-in | for tests
format-dummy-short = a stand-in
format-dummy-lacks = all figures, because it is a stand-in

## Heads of columns

head-candidates = candidates
