# Wat het programma zegt, in het Nederlands. Voor planners en adviseurs van ministers: korte zinnen, de kern eerst, namen in plaats
# van id's, één woord voor één ding. Aantallen kiezen hun meervoud; andere getallen komen geschreven binnen.

## Words


## analyse

alternatives-piece-number-holds = stuk { $number } bevat resultaten van een ander stuk
alternatives-next-best-portfolio = een van de volgende beste portefeuilles ontbreekt
alternatives-there-no-portfolio = er is geen beste portefeuille om dicht bij te blijven
alternatives-next-best-portfolio-2 = een volgende beste portefeuille
alternatives-least-spending = laagste uitgaven
alternatives-most-spending = hoogste uitgaven
alternatives-least-power = laagste macht
alternatives-most-power = hoogste macht
alternatives-best-portfolio = de beste portefeuille
alternatives-most-different-portfolio = de meest afwijkende portefeuille
alternatives-alternative-number = alternatief { $rank }
alternatives-range-of = { $range } van { $domain }
axis-gain-weights-ministry = winst volgens de prioriteiten van { $ministry }
axis-case-has-no = De casus heeft geen { $kind } `{ $name }`. Wel: { $known }.
axis-there-no-measure = Er is geen maatstaf `{ $name }`. { $measures }
axis-rise-power-domain = stijging van de macht in { $domain }
axis-there-no-measure-kind = Er is geen maatstaf van de soort `{ $kind }`. { $measures }
axis-risk-free-gain = winst zonder risico
break-even-break-even-said = een omslagpunt van { $factor } ligt buiten het doorzochte bereik
break-even-break-even = een omslagpunt
budget-frontier-percent-budget-too = { $percent } % van het huidige budget is te veel om mee te rekenen. Geef een lager percentage.
budget-frontier-budgets-from-from = De budgetten van { $from } tot { $to } liggen te dicht bij elkaar voor zoveel punten. Vraag om minder punten.
budget-frontier-total-budget-at = totaal budget { $total }
budget-frontier-stretch-from-stretch = het bereik van { $first } tot { $last } hoort niet bij stuk { $piece }
budget-frontier-case-has-no = De casus heeft geen budget, dus er is geen budgetcurve. Geef eerst een budget op.
budget-frontier-frontier-needs-range = Zet `to` hoger dan `from`, en beide op 0 of meer: de budgetcurve heeft een bereik van budgetten nodig.
budget-frontier-more-money-nothing = een groter budget laat geen portefeuille toe, terwijl een kleiner budget dat wel doet
budget-frontier-highest-budget = het hoogste budget
budget-frontier-smaller-budget = een kleiner budget
compare-no-rung = geen invloed
cooperate-id-alone-factor = { $id } alleen, met { $factor } keer het eigen geld
cooperate-equivalent-budget-said = een gelijkwaardig budget ligt waar het programma niet heeft gezocht
cooperate-all-together = allemaal samen
cooperate-ministry-alone = { $ministry } alleen
cooperate-coalition = coalitie { $number }
explain-explanation-case-has = De verklaring waarom geen portefeuille mogelijk is, kan niet in delen worden gesplitst.
explain-best-portfolio-said = de beste portefeuille komt in twee verschillende versies voor
explain-what-stops-candidate = de reden die de kandidaat zou tegenhouden, is niet de echte
forced-flip-candidate-candidate-does = kandidaat { $candidate } hoort niet bij stuk { $piece }
forced-flip-id-said-best = of { $id } in de beste portefeuille zit, is verkeerd vastgelegd
forced-flip-candidate-forced-other = een kandidaat met de omgekeerde keuze
forced-flip-in = { $candidate } verplicht erin
forced-flip-out = { $candidate } verplicht eruit
importance-rule-at-does = regel { $rule } hoort niet bij zijn stuk
importance-funding-budget = financiering met { $budget }
importance-without-rule-nothing = zonder een regel is geen portefeuille mogelijk, terwijl dat met die regel wel kan
importance-order-funding-does = de volgorde van financiering begint niet met de beste portefeuille
importance-best-rule = de beste portefeuille met een regel
importance-rules = { $rules } regels
pareto-best-name-at = beste { $name } bij { $value }
pareto-best-name = beste { $name }
pareto-nothing-said-possible = er is een portefeuille, terwijl er geen mogelijk zou moeten zijn
pareto-point-has-no = een punt heeft geen portefeuille
pareto-value-point-neither = de waarde van een punt past bij geen van beide maatstaven
pareto-point-better-than = een punt is beter dan het einde van het front
repairs-best-repaired-case = de beste portefeuille na een reparatie
robust-world-at-does = wereld { $world } hoort niet bij stuk { $piece }
robust-there-no-world = er is geen wereld { $world }
robust-best-case-said = de beste portefeuille van de casus komt in twee verschillende versies voor
saved-what-said-word = { $figure } moet { $right } zijn, niet { $said }
saved-what-has-value = { $figure } heeft de waarde { $value }, boven de bovengrens van { $bound }
saved-portfolio-picks-candidate =
    een portefeuille bevat kandidaat { $candidate }, maar de casus heeft maar { $candidates ->
        [one] 1 kandidaat
       *[other] { $candidates } kandidaten
    }
saved-id-does-not = { $id } heeft niet voor elk ministerie één aandeel
saved-id-picked-twice = { $id } is twee keer gekozen
saved-portfolio-breaks-rule = een portefeuille overtreedt een regel: { $sentence }
saved-bound-said-bound = de bovengrens van { $bound } klopt niet: een portefeuille haalt { $value }
saved-answer-without-portfolio = een antwoord heeft geen portefeuille, maar wel de cijfers ervan
saved-portfolio-none-was = een portefeuille geeft geen antwoord op de vraag
saved-objective-portfolio = de doelwaarde van een portefeuille
saved-gain-portfolio = de winst van een portefeuille
saved-bill-portfolio = de rekening van een portefeuille
saved-value-portfolio = de waarde van een portefeuille
scenarios-has-names = de scenario's zijn { $names }
scenarios-case-has-no = De casus heeft geen scenario `{ $name }`: { $known }.
scenarios-scenario-name-cannot = Het scenario `{ $name }` is niet toe te passen: { $error }
scenarios-scenario-name-makes = Het scenario `{ $name }` veroorzaakt een fout in de casus: { $message }
scenarios-has-none = er zijn geen scenario's
spec-which-scenarios = Welke scenario's meetellen: alle, of hun namen, met komma's ertussen.
spec-which-scenarios-or-none = Welke scenario's meetellen: alle, geen, of hun namen, met komma's ertussen.
spec-no-scenario-called = Geen scenario heet "{ $text }".
spec-which-portfolio = Welke portefeuille: de aanbevolen, uw eigen, of een voorstel.
stress-there-no-scenario = er is geen scenario { $number }
stress-what-scenario-scenario = het effect van het scenario { $scenario } op de portefeuille klopt niet
stress-there-no-portfolio = Er is geen portefeuille om onder de scenario's te testen.
stress-best-portfolio-case = de beste portefeuille van de casus
stress-scenario = scenario { $name }
sweep-text-no-part = `{ $text }` is geen deel van een reeks; schrijf K/N met K van 1 tot en met N, zoals 2/8
sweep-they-say-there =
    ze zijn gesplitst in { $pieces ->
        [one] 1 stuk
       *[other] { $pieces } stukken
    } in plaats van { $expected }
sweep-piece-number-none =
    er is geen stuk { $number }, want er { $expected ->
        [one] is maar 1 stuk
       *[other] zijn maar { $expected } stukken
    }
sweep-piece-saturating-add = stuk { $piece } van { $pieces } komt twee keer voor
sweep-piece-saturating-add-pieces = stuk { $piece } van { $pieces } ontbreekt
sweep-parts-start-from = de delen gaan uit van verschillende resultaten en horen dus niet bij elkaar
sweep-there-nothing-merge = er is niets om samen te voegen
uncertain-text-no-range = `{ $text }` is geen bereik voor de stem van een ministerie. Schrijf een ministerie en twee percentages, zoals defence:30-70.
uncertain-case-has-no = De casus heeft geen ministerie `{ $id }`. Wel: { $known }.
uncertain-text-no-percentage = `{ $text }` is geen percentage van 0 tot en met 100. Schrijf er een, of `ranking`.
values-name-not-number = De waarde van { $name } is geen getal waarmee het programma kan rekenen.
values-name-not-percentage = De waarde van { $name } is geen percentage.
values-whole-number-from = een geheel getal van { $low } tot en met { $high }
values-whole-number-from-low = een geheel getal van { $low } tot en met { $high }, of `all`
values-percentage-from-most = een percentage van 0 tot en met { $most }
values-one-known = een van { $known }
values-did-you-mean = {" "}Bedoelt u { $near }?
values-case-has-no = De casus heeft geen kandidaat `{ $text }`.{ $near }
values-percentage-more = een percentage van 0 of meer
values-whole-number = een geheel getal
why-impossible-whether-anything-possible = of er een portefeuille mogelijk is
axis-measures-gain-objective-points = De maatstaven zijn gain, objective, points, cost, risk-free, own:MINISTRY en power:DOMAIN.
explain-forced-out = verplicht eruit
explain-forced = verplicht erin

## analyse/robust

judging-smallest-maximum-regret = de kleinste maximale spijt
voice-stretch-voice-goes = het bereik van de stem van { $stretch } tot { $to } staat op de verkeerde plaats
voice-what-possible-said = bij de ene stem is een portefeuille mogelijk en bij de andere niet, terwijl geen regel van de stem afhangt
voice-portfolio-voice-not = de cijfers van de portefeuille bij één stem kloppen niet
voice-portfolio-voice = de portefeuille bij één stem
voice-voice = stem { $voice }
worlds-case = de casus

## check

budgets-budget-year-lies = Het budget voor { $year } valt buiten de looptijd { $first_year }-{ $last_year } en telt niet mee.
budgets-ministry-id-has = Er is voor { $id } in geen enkel jaar van de looptijd geld.
budgets-change-year-horizon = Wijzig het jaar of de looptijd in case.toml, of verwijder de rij.
budgets-add-its-budgets = Voeg budgetten toe als dit ministerie iets moet betalen.
candidates-candidate-id-moves = De kandidaat { $id } heeft geen effect: niet op een dienst en niet in punten, en niets heeft deze kandidaat nodig.
candidates-at-least-least = minstens { $least } %
candidates-at-most-most = hoogstens { $most } %
candidates-shares-id-cannot = De aandelen van { $id } kunnen niet op 100 uitkomen: de ministeries betalen samen { $sum }.
candidates-its-window-ends = het startvenster eindigt in { $start_to }, voordat het in { $start_from } begint
candidates-its-window-start = het startvenster { $start_from }-{ $start_to } ligt buiten de looptijd
candidates-let-start-between = Laat de start tussen { $first } en { $last } vallen.
candidates-costs-money-years =
    er zijn kosten in { $years ->
        [one] 1 jaar
       *[other] { $years } jaar
    }, en de laatste kosten zouden na { $last } vallen
candidates-let-start-latest = Laat de start uiterlijk in { $latest } vallen, of verleng de looptijd.
candidates-candidate-id-can = De kandidaat { $id } kan nooit starten: { $why }.
candidates-message-locked = { $message } De kandidaat is erin vastgezet.
candidates-candidate-id-force = De kandidaat { $id } is op zijn vroegst vanaf { $in_force } van kracht, na het einde van de looptijd: de effecten tellen nooit mee.
candidates-window-start-from = Het startvenster { $start_from }-{ $start_to } van { $id } valt deels buiten de looptijd { $first }-{ $last }; alleen de jaren daarbinnen tellen.
candidates-candidate-id-has = De kandidaat { $id } heeft een reden, maar is niet vastgezet.
candidates-effect-id-id = Het effect van { $candidate } op { $service } geeft geen extra zeggenschap en geen trede.
candidates-legal-risk = De kandidaat { $id } is een gouden aandeel, dat een rechter kan verbieden.
candidates-legal-risk-fix = Laat het juridisch toetsen; geef instrument een ander woord als het dat niet is.
candidates-effect-worn-off = Het effect van { $candidate } op { $service } is eind { $last } uitgewerkt, wanneer het ook start.
candidates-effect-worn-off-fix = Verhoog lasts, laat het later starten, of zet objective.timing op average.
candidates-effect-id-id-adds = Het effect van { $candidate } op { $service } is { $control_gain } procentpunt; zeggenschap komt nooit boven 100.
candidates-let-start-start = Zet start_to op start_from of later.
candidates-no-gains = Geen kandidaat levert al iets op: geen heeft winst, een recht of punten.
candidates-fill-in-gains = Vul control_gain of grants in effects.csv in, of points in candidates.csv.
candidates-add-its-effects = Voeg de effecten toe aan effects.csv, of geef punten.
candidates-shorten-lead-time = Verkort lead_time, vervroeg de start, of verleng de looptijd.
candidates-nothing-needs-done = Er hoeft niets te gebeuren.
candidates-say-why-column = Geef de reden in de kolom reason: iemand zal ernaar vragen.
candidates-set-status-locked = Zet status op locked_in of locked_out, of verplaats de tekst naar note.
candidates-write-control-gain = Schrijf een control_gain, noem een trede in grants, of verwijder de rij.
candidates-check-number-percentage = Controleer het getal: zeggenschap telt in procentpunten.
cycles-candidates-require-each = De kandidaten vereisen elkaar in een kring, { $names }, en kunnen niet allemaal in hetzelfde jaar starten: geen ervan kan ooit worden gekozen.
cycles-candidates-require-each-other = De kandidaten vereisen elkaar in een kring, { $names }: ze kunnen alleen samen worden gekozen, met een start in hetzelfde jaar.
digits-what-cannot-computed =
    { $figure }: exact berekenen lukt niet. Daarvoor { $before ->
        [one] is 1 cijfer
       *[other] zijn { $before } cijfers
    } vóór de decimale punt nodig en { $places } erna, terwijl het programma er in totaal 28 heeft.
digits-write-at-least =
    Schrijf in de getallen die hier worden vermenigvuldigd minstens { $places ->
        [one] 1 cijfer
       *[other] { $places } cijfers
    } minder na de decimale punt, of gebruik een grotere eenheid.
digits-control-id = De zeggenschap over { $id }
digits-power-domain-id = De macht in het domein { $id }
digits-spending = De uitgaven
forced-required-id-which = {" "}(vereist door { $id }, die erin is vastgezet)
forced-candidate-id-locked = De kandidaat { $id } is eruit vastgezet, maar is vereist door { $locked }, die erin is vastgezet.
forced-candidate-id-can = De kandidaat { $id } kan nooit starten, maar is vereist door { $locked }, die erin is vastgezet.
forced-take-one-two = Maak een van de twee los, of verwijder de relatie.
forced-let-start-within = Laat de start binnen de looptijd vallen, of maak de kandidaat los of verwijder de relatie.
holders-none-but-home = Alleen het thuisblok heeft een belang in { $id }; de stemmen zeggen dan niets over macht.
holders-add-others = Voeg de andere houders toe aan holders.csv, of schrijf hier ladder.
holders-too-many = { $holders } anderen hebben een belang in { $id }; macht wordt berekend voor hoogstens { $most }.
holders-join-smallest = Zet houders die samen stemmen in één rij, of schrijf hier ladder.
holders-too-fine = De belangen in { $id } hebben zo veel cijfers dat hun coalities niet te tellen zijn.
holders-two-decimals = Schrijf de belangen met hoogstens twee decimalen.
purchases-unknown = Van { $holder } valt in { $service } niets te kopen: die heeft er geen belang in.
purchases-unknown-fix = Noem een houder van de dienst zoals die in holders.csv staat, of laat de cel leeg: dan verkopen alle anderen naar verhouding.
purchases-home = In { $service } stemt { $holder } met het land mee: van hem kopen verandert niets.
purchases-home-fix = Noem een andere houder, of laat de cel leeg: dan verkopen alle anderen naar verhouding.
purchases-nothing = Er wordt niets van { $service } gekocht van { $holder }: de control_gain is 0.
purchases-nothing-fix = Schrijf in control_gain hoeveel er gekocht wordt, of maak buys_from leeg.
purchases-too-much = Van { $holder } wordt meer van { $service } gekocht dan hij heeft: { $gain } van { $stake } punten.
purchases-too-much-fix = Koop hoogstens { $stake }, of laat buys_from leeg: dan verkopen alle anderen naar verhouding.
purchases-on-ladder = De macht over { $service } volgt de ladder: wie verkoopt telt alleen voor overnames.
purchases-on-ladder-fix = Niets, als dat de bedoeling is; schrijf anders banzhaf of shapley als macht van de dienst.
purchases-together = Samen kopen { $candidates } { $sum } punten van { $service } van { $holder }, die er { $stake } heeft. Wat daarboven komt, verkopen alle anderen naar verhouding.
purchases-together-fix = Koop minder, of zeg in relations.csv dat ze elkaar uitsluiten.
purchases-too-many = Meer dan { $most } kandidaten kopen van een bepaalde houder van { $service }; dat zijn te veel combinaties.
purchases-too-many-fix = Laat buys_from leeg waar het het minst uitmaakt: dan verkopen alle anderen naar verhouding.
purchases-too-fine = Na deze aankopen hebben de belangen in { $id } zo veel cijfers dat hun coalities niet te tellen zijn.
purchases-too-fine-fix = Schrijf zeggenschap, verloop, belangen en winst met minder decimalen, of laat buys_from leeg.
holders-no-percent = Een belang of het quotum van { $id } is geen percentage.
holders-quota-100 = Niemand kan meer dan 100 % van de stemmen hebben, dus beslist niemand ooit over { $id }.
holders-lower-quota = Schrijf het deel van de stemmen dat overschreden moet worden: 50 voor een meerderheid.
holders-no-home = Geen houder in { $id } heeft home in de kolom bloc, maar de zeggenschap van het land is { $control }.
holders-mark-home = Schrijf home in de kolom bloc bij wie met het land meestemt, of zet control op 0.
holders-stakes-id-add = De belangen in { $id } zijn samen { $sum }, niet 100.
holders-stakes-home-bloc = De belangen van het thuisblok in { $id } zijn samen { $home }, maar de zeggenschap is { $control }.
holders-add-holders-missing = Voeg de ontbrekende houders toe, of verbeter de belangen.
holders-correct-bloc-stake = Verbeter hier bloc en stake, of verbeter control in services.csv.
ownership-too-many = Meer dan { $most } rijen over eigenaren; bij meer wordt niet uitgerekend wie waar de zeggenschap heeft.
ownership-too-many-fix = Laat eigenaren weg die nooit kunnen beslissen, zoals die met minder dan één procent.
ownership-home = het land
ownership-itself = Het bedrijf { $id } staat als eigenaar van zichzelf; eigen aandelen geven geen stem.
ownership-itself-fix = Verwijder de rij, en geef het belang aan niemand.
ownership-above-100 = De belangen in { $id } zijn samen { $sum }, meer dan 100.
ownership-above-100-fix = Verbeter de belangen; wat van niemand bekend is mag ontbreken.
ownership-holds-nothing = Het bedrijf { $id } heeft hier eigenaren, maar houdt geen belang in een dienst of bedrijf.
ownership-holds-nothing-fix = Schrijf het bedrijf zoals holders.csv of een andere rij van deze tabel het noemt, of verwijder de rijen.
ownership-two-rights = In { $id } zouden { $who } allemaal beslissen, en zij zijn niet één partij.
ownership-one-right = Laat yes in de kolom controls bij één van hen staan.
ownership-right-and-votes = In { $id } zou { $who } beslissen, maar { $other } heeft meer dan de helft van de stemmen. Het recht telt.
ownership-right-and-votes-fix = Haal yes weg bij controls als de stemmen beslissen, of verbeter de belangen.
ownership-home-of-other = Het bedrijf { $id } is gemerkt als home, maar { $other } heeft er de zeggenschap. Het merk telt.
ownership-home-of-other-fix = Haal home weg uit de kolom bloc, of merk wie de zeggenschap heeft.
ownership-circle = Het bedrijf { $id } en andere waarin het de zeggenschap heeft beheersen elkaar in een kring, zodat niemand bovenaan staat.
ownership-circle-fix = Schrijf yes bij controls voor wie er beslist, of verbeter de belangen.
dependence-itself = De dienst { $id } hangt van zichzelf af.
dependence-itself-fix = Haal hem weg uit zijn eigen depends_on.
dependence-circle = De diensten hangen in een kring van elkaar af: { $names }. Valt er een stil, dan vallen ze allemaal stil.
dependence-circle-fix = Haal die weg die zonder de andere kan.
limits-limit-scope-has = De limiet voor { $scope } heeft geen min en geen max.
limits-spending-scope-at = De uitgaven voor { $scope } moeten minstens { $min } en hoogstens { $max } zijn. Dat kan niet.
limits-no-candidate-belongs = Geen enkele kandidaat hoort bij { $scope }.
limits-spending-scope-at-least = De uitgaven voor { $scope } moeten minstens { $min } zijn, maar alle budgetten daarvoor zijn samen maar { $budget }.
limits-spending-scope-at-least-what = De uitgaven voor { $scope } moeten minstens { $min } zijn, maar alles wat te kiezen is, kost samen maar { $most }.
limits-least-spending-list = De minimale uitgaven voor { $list } zijn samen { $sum }{ $unit }, meer dan de { $most }{ $unit } van { $all }.
limits-together-ministries-may = De ministeries mogen samen hoogstens { $sum } % betalen, dus niemand zou de rest betalen.
limits-fill-one-them = Vul een van beide in, of verwijder de rij.
limits-lower-min-raise = Verlaag min of verhoog max.
limits-check-word-delete = Controleer de spelling, of verwijder de rij.
limits-lower-min-raise-budgets = Verlaag min, of verhoog de budgetten.
limits-lower-min-add = Verlaag min, of voeg kandidaten toe.
limits-lower-some-them = Verlaag er een paar.
limits-raise-some-them = Verhoog er een paar, tot ze samen 100 % of meer zijn.
reach-floor-id-id = De ondergrens { $rung } van { $service } is niet haalbaar: zelfs met alles van kracht is de zeggenschap { $control } % en de macht { $power }, terwijl { $needed_power } nodig is.
reach-number-domains-at =
    Minstens { $domains_at_target ->
        [one] 1 domein moet
       *[other] { $domains_at_target } domeinen moeten
    } het doel halen, maar zelfs met alles van kracht { $reached ->
        [0] haalt geen enkel domein het.
        [one] haalt maar 1 domein het.
       *[other] halen maar { $reached } domeinen het.
    }
reach-lower-floor-add = Verlaag de ondergrens, of voeg kandidaten toe met effect op de dienst.
reach-ask-fewer-domains = Eis minder domeinen, verlaag doelen in domains.csv, of voeg kandidaten toe.
relations-among-members-list = Meer dan één keer genoemd bij de leden: { $list }. Elk lid telt één keer.
relations-relation-kind-needs = Een relatie van de soort { $kind } heeft minstens twee leden nodig, maar deze heeft er maar één.
relations-cell-column-means = Relaties van de soort { $kind } gebruiken de cel { $column } niet.
relations-name-each-member = Noem elk lid één keer.
relations-name-others-too = Noem ook de andere, gescheiden door spaties.
relations-clear-check-kind = Maak de cel leeg, of controleer de soort.
scenarios-change-scenario-name = Een wijziging in het scenario { $name } is niet uit te voeren. { $error }
scenarios-scenario-name-leaves = Met het scenario { $name } is de casus niet te berekenen: { $file }, { $column }: { $message }
scenarios-correct-row-delete = Verbeter de rij, of verwijder die; tot dan kan het scenario niet worden doorgerekend.
settings-program-does-not = Het programma kent de instelling { $key } niet en gebruikt die dus niet.
settings-did-you-mean = Bedoelt u { $near }?
settings-rung-id-begins = De trede { $rung } begint bij { $at_least } %. Dat is niet hoger dan de { $below_at_least } % van { $rung_below } ervoor.
settings-rung-id-has = De trede { $rung } heeft macht { $power }, minder dan de { $power_below } van { $rung_below } eronder.
settings-number-domains-at =
    Minstens { $wanted ->
        [one] 1 domein moet
       *[other] { $wanted } domeinen moeten
    } het doel halen, maar er { $domains ->
        [one] is maar { $domains } domein.
       *[other] zijn maar { $domains } domeinen.
    }
settings-nothing-needs-done = Er hoeft niets te gebeuren; de instelling blijft staan.
settings-put-rungs-order = Zet de treden in de volgorde van at_least, elk hoger dan de vorige.
settings-let-power-stay = Laat de macht van trede tot trede gelijk blijven of stijgen.
settings-case-has-no = De casus heeft geen trede, dus geen enkele dienst heeft ooit macht.
settings-add-rung-id = Voeg aan case.toml een [[rung]] toe met id, at_least en power.
settings-voices-all-ministries = De stemmen van alle ministeries zijn 0, dus de domeinen hebben geen gezamenlijke gewichten.
settings-give-at-least = Geef minstens één ministerie een stem boven 0.
settings-ask-at-most = Eis niet meer domeinen dan er zijn.
tables-column-name-stands = De kolom { $name } staat meer dan één keer in de kopregel; alleen de eerste telt.
tables-column-visible-names = De kolom { $column } noemt geen ministerie uit case.toml en telt dus niet mee.
tables-program-does-not =
    Het programma gebruikt { $count ->
        [one] de kolom
       *[other] de kolommen
    } { $list } niet; de inhoud blijft bewaard.
tables-row-has-filled =
    De rij heeft { $filled ->
        [one] 1 cel
       *[other] { $filled } cellen
    }, maar de kopregel heeft er maar { $columns }: de laatste horen bij geen kolom.
tables-row-has-cells =
    De rij heeft { $cells ->
        [one] 1 cel
       *[other] { $cells } cellen
    }, maar de kopregel heeft er { $columns }: de ontbrekende tellen als leeg.
tables-column-at-has = Kolom { $number } heeft waarden maar geen naam en telt dus niet mee.
tables-rename-delete-other = Hernoem of verwijder de andere kolom.
tables-rename-column-add = Hernoem de kolom, of voeg het ministerie toe aan case.toml.
tables-table-candidates-has = De tabel candidates heeft geen kostenkolom, dus elke kandidaat zou gratis zijn.
tables-call-column-costs = Noem de kolom met kosten cost_1. Is die er niet, voeg hem dan toe en schrijf 0 waar een kandidaat niets kost.
tables-put-text-has = Zet tekst met een komma tussen dubbele aanhalingstekens, of verwijder de extra cellen.
tables-check-no-comma = Controleer of er een komma ontbreekt, en vul komma's aan aan het einde van de rij.
tables-give-column-name = Geef de kolom een naam in de kopregel.
weights-weights-all-domains = Voor { $id } zijn de gewichten van alle domeinen 0.
weights-give-at-least = Geef minstens één domein een waarde boven 0 in de kolom { $column }.
weights-weights-all-services = De gewichten van alle diensten van het domein { $id } zijn 0.
weights-domain-id-has = Het domein { $id } heeft een gewicht voor { $ministries }, maar geen dienst: de macht is er altijd 0.
weights-give-at-least-one = Geef minstens één ervan een gewicht boven 0.
weights-add-service-services = Voeg in services.csv een dienst aan dit domein toe, of zet de gewichten op 0.
candidates-lower-smallest-shares-until = Verlaag de kleinste aandelen, tot ze samen 100 of minder zijn.
candidates-raise-largest-shares-until = Verhoog de grootste aandelen, tot ze samen 100 kunnen zijn.
candidates-locked-in-without-reason = De kandidaat { $id } is erin vastgezet zonder reden.
candidates-locked-out-without-reason = De kandidaat { $id } is eruit vastgezet zonder reden.
cycles-check-which-them-really = Ga na welke kandidaat de andere echt nodig heeft, en verwijder een van de relaties.

## cli

analyses-text-default = {" "}(standaard { $text })
analyses-ministries-needs-case = --by ministries vraagt een casus met twee ministeries; deze heeft er { $count }.
analyses-these-parts-command = Deze delen komen van een commando dat niet te splitsen is.
analyses-against-what = Waartegen de curve wordt uitgezet
analyses-two-measures-against = Zet twee maatstaven tegen elkaar uit, in plaats van --by
analyses-only-this-scenario = Alleen dit scenario; kan meermaals worden opgegeven
analyses-leave-all-scenarios = Laat alle scenario's weg
analyses-takes-two-measures = --of vraagt twee maatstaven, zoals --of gain,cost.
analyses-name-two-measures = Noem twee maatstaven met --of, zoals --of own:defence,own:economic_affairs.
analyses-there-no-such = Die analyse bestaat niet.
analyses-explanation-case-has = De verklaring waarom geen portefeuille mogelijk is, kan niet in delen worden gesplitst.
analyses-must-be = dit moet zijn: { $what }
analyses-help-by = Met { $value }: { $help }
analyses-help-else = Anders: { $help }
analysis-ctrl-cannot-listened = Het programma kan niet op Ctrl-C reageren: { $error }.
analysis-done-total-done = { $done } van { $total } klaar
analysis-text-best-best = { $text }: beste { $best }, bovengrens { $bound }
analysis-stopped-ctrl-what = { $by ->
        [term] Van buitenaf gestopt.
       *[other] Gestopt met Ctrl-C.
    } Hieronder de resultaten tot nu toe.
analysis-given-up = { $count ->
        [one] Eén vraag is opgegeven
       *[other] { $count } vragen zijn opgegeven
    } voor er bewijs was: elke vraag krijgt { $seconds } s, --time-limit geeft meer, en Ctrl-\ slaat de vraag over die nu wordt gesteld.
compare-no-scenario-name = Er is geen scenario { $name }.
compare-best = de beste
compare-comparison-has-no = Een vergelijking kan niet in delen worden gesplitst.
compare-there-nothing-compare = Er is niets om de casus mee te vergelijken.
compare-name-portfolio-another = Noem een portefeuille, een andere casus of een scenario van de casus.
failure-target-could-not = { $target } kon niet worden geschreven: { $why }.
failure-path-cannot-read = { $path } kan niet worden gelezen: { $why }.
failure-folder-does-not = het bestand of de map ervan bestaat niet
failure-permission-denied = geen toegang
failure-standard-output = standaarduitvoer
failure-part-was-changed = Een deel is na het schrijven gewijzigd, of door een ander programma geschreven. Voer elk deel opnieuw uit.
failure-error = fout: { $message }
failure-hint = tip: { $hint }
guests-path-cannot-read = { $path } kan niet worden gelezen: { $error }.
guests-path-not-toml = { $path } is geen geldige TOML: { $error }
guests-kind-no-program = { $kind }: er staat geen programma op { $value }. Schrijf het volledige pad.
guests-kind-write-path = { $kind }: schrijf het pad van het programma tussen aanhalingstekens.
guests-key-no-solver = { $key } is geen bekende oplosser. Bekende oplossers: { $solvers }.
import-no-case-can = Van het bestand is geen casus te maken.{ $findings }
import-made-folder-edit = { $folder } gemaakt. Bewerk met: beslismacht { $typed }
load-all-budgets-scaled = alle budgetten geschaald naar een totaal van { $total }
load-shown-no-portfolio =
    { $path } is geen portefeuille van deze casus.
    { $findings }
load-path-one-table = { $path } is één tabel en heeft dus een budget nodig.
load-path-has-errors =
    { $path } heeft { $errors ->
        [one] een fout
       *[other] { $errors } fouten
    } en is niet te berekenen.
load-did-you-mean = Bedoelt u { $path }?
load-errors-more =
    {""}
    {"  "}… en nog { $errors }
load-give-budget-folder = Geef --budget B, of de map van een casus.
load-rows-set-aside =
    { $rows ->
        [one] 1 rij staat
       *[other] { $rows } rijen staan
    } apart en { $rows ->
        [one] telt
       *[other] tellen
    } niet mee ({ $places }).
load-set-aside = apart gezet: { $places }
load-warnings =
    waarschuwing: { $warnings ->
        [one] 1 waarschuwing
       *[other] { $warnings } waarschuwingen
    }; beslismacht check { $path } toont de details.
load-beslismacht-check = beslismacht check { $path } toont alle bevindingen.
load-warning = waarschuwing: { $warning }
man-there-no-command = Er is geen commando { $name }.
man-manual-page-could = De handleidingpagina kon niet worden gemaakt: { $error }.
merge-there-nothing-merge = Er is niets om samen te voegen.
merge-these-parts-no = Deze delen horen niet bij een commando van dit programma. Voer elk deel opnieuw uit.
optimise-path-was-left =
    {""}
    { $path } is niet gewijzigd.
optimise-path-was-not =
    {""}
    { $path } is niet geschreven.
optimise-solver-not-found = { $solver } is niet gevonden. Installeer die zo dat `{ $program }` op het PATH staat, of noem het pad in de instellingen: `beslismacht solvers` zegt waar het programma zoekt.
optimise-refused = Het antwoord van { $solver } is { $times } keer geweigerd, dus er is niets te tonen: { $why }. Dat kan komen door getallen die in één casus vele ordes van grootte verschillen. Druk geld uit in een grotere eenheid, of kies een andere oplosser.
optimise-wrongly-infeasible = { $solver } zegt dat geen portefeuille mogelijk is, terwijl er een bekend is die aan alle regels voldoet. Dit is een fout van de oplosser.
output-path-cannot-written = { $path } kan niet worden geschreven: { $why }.
output-terminal-cannot-show = Een terminal kan { $id } niet tonen.
output-what-named-two = Beide resultaten zouden naar { $path } gaan.
output-name-file-out = Noem een bestand met --out.
output-name-another-file = Noem een ander bestand.
output-name-file-each = Noem voor elk een bestand.
output-is-folder = het is een map
parts-part-part-was = De bestanden van de casus zijn gewijzigd sinds deel { $part } is gemaakt. Voer elk deel opnieuw uit.
parts-shown-not-complete = { $path } is niet compleet: het werk is gestopt. Voer het opnieuw uit.
parts-shown-answers-another = { $path } beantwoordt een andere vraag: `{ $arguments }`, niet `{ $first_arguments }`.
parts-shown-was-made = { $path } is gemaakt van andere bestanden of door een andere versie van het programma.
parts-part-part-there = Deel { $part } komt twee keer voor; het tweede is { $path }.
parts-shown-no-part = { $path } is geen deel dat kan worden samengevoegd: het bevat `{ $argument }`.
parts-part-gap-what = Deel { $part }/{ $parts } ontbreekt.
parts-run-part-again = Voer het deel opnieuw uit.
parts-parts-different-splits = De delen komen uit verschillende splitsingen, zoals 1/4 en 2/8. Voeg de delen van één splitsing samen.
progress-conflict = { $stage }: tot nu toe { $rules } regels die niet samengaan, { $seconds } s
progress-stage-best-best = { $stage }: beste { $best }, bovengrens { $bound }, marge { $gap }, { $nodes } knopen, { $seconds } s
progress-stopped-ctrl = { $by ->
        [term] Van buitenaf gestopt.
       *[other] Gestopt met Ctrl-C.
    }
proof-no-proof-can = Er kan geen bewijs worden geschreven: dat doet alleen de rekenkern, en die kan deze casus niet oplossen: { $why }.
proof-no-proof-was = Er is geen bewijs geschreven, want het bewijs van de rekenkern klopt niet: { $why }.
proof-proven-leaves-leaves =
    Bewezen: { $leaves ->
        [one] 1 blad
       *[other] { $leaves } bladeren
    } en { $settled ->
        [one] 1 vastgelegde beslissing
       *[other] { $settled } vastgelegde beslissingen
    } gecontroleerd.
proof-leave-proof-away = Laat --proof weg: een andere oplosser bewijst het antwoord dan.
proof-no-proof-was-written = Er is geen bewijs geschreven: het zoeken is voor het einde gestopt.
proof-no-proof-was-written-engine = Er is geen bewijs geschreven: de rekenkern is voor het einde gestopt.
proof-no-proof-was-written-engine-solver = Er is geen bewijs geschreven: de rekenkern en de oplosser die antwoordde, zijn het niet eens.
reference-what-several-commands =
    #### Wat meer commando's delen
    {""}
    { $header }
reference-command-file-answers =
    | commando | bestand | beantwoordt |
    | --- | --- | --- |
    {""}
reference-one-of-values = {" "}Een van { $values }.
reference-shared =
    
    Gedeeld: { $names }.
    {""}
    {""}
screen-there-neither-command = { $typed } is geen commando en geen map.
screen-did-you-mean = Bedoelt u het commando { $near }?
screen-cases-under-portfolios =
    Casussen onder portfolios/; beslismacht CASE toont de aanbevolen portefeuille:
    {""}
screen-there-no-terminal = Er is geen terminal om te openen, en onder portfolios/ staat geen casus om te noemen.
screen-beslismacht-case-prints = beslismacht CASE toont de aanbevolen portefeuille van een casus; beslismacht new DIR maakt een lege casus.
solvers-not-found-program = niet gevonden (`{ $program }` staat niet op het PATH)
solvers-kind-does-not = { $kind } antwoordt niet: { $why } ({ $path })
solvers-settings-wrong = Fout in de instellingen: { $wrong }
solvers-solver-elsewhere-named =
    {""}
    Staat een oplosser ergens anders, noem die dan in { $path }, in de tabel [solvers]: highs = "/opt/highs/bin/highs".
solvers-engine-built-answers =
    engine   ingebouwd, antwoordt als eerste
    {""}
solvers-microlp-built-small =
    microlp  ingebouwd, voor kleine casussen
    {""}
solvers-tools-guest-brings =
    {""}
    `.tools/guest` installeert HiGHS in een paar seconden.
    {""}
verify-not-proven-path = NIET BEWEZEN: { $path }, regel { $line }: { $why }.
verify-leaves-leaves-settled =
    { $leaves ->
        [one] 1 blad
       *[other] { $leaves } bladeren
    } en { $settled ->
        [one] 1 vastgelegde beslissing
       *[other] { $settled } vastgelegde beslissingen
    } gecontroleerd
verify-proven-no-portfolio =
    BEWEZEN: geen portefeuille heeft een doelwaarde boven { $exact } ({ $checked }). Het bewijs gaat alleen over de doelwaarde: het zegt niets over de rekening, en niets over hoeveel er van een plan verandert.
    {""}
verify-proven-no-portfolio-possible =
    BEWEZEN: geen portefeuille is mogelijk ({ $checked }).
    {""}
args-must-not-negative = het mag niet negatief zijn
args-must-not-percentage = dit is geen percentage: schrijf het getal zelf, zoals 1250,5
args-must-number-decimal-point = het moet een getal met een decimale punt zijn, zoals 1250.5
args-budget-0-more = een budget is 0 of meer
args-must-whole-number-megabytes = het moet een geheel aantal megabytes zijn, zoals 2000
args-must-number-seconds-0 = het moet een aantal seconden van 0 of meer zijn, zoals 30 of 0.5
args-must-be-at-most = het mag hoogstens { $most } zijn
args-must-be-at-most-seconds = het mogen hoogstens { $most } seconden zijn

## job

job-program-made-mistake = Een fout in het programma heeft dit werk gestopt: { $message }. Uw wijzigingen zijn veilig.

## measure

story-force-only-from = is pas vanaf eind { $in_force } van kracht, na de looptijd
story-brings-what-index =
    levert rechtstreeks { $points ->
        [one] 1 punt
       *[other] { $points } punten
    } op
story-costs-what-index =
    kost rechtstreeks { $points ->
        [one] 1 punt
       *[other] { $points } punten
    }
story-from-start-force = vanaf { $start }, van kracht eind { $in_force }
story-and-it = {" "}Deze investering { $does }.
story-ministry-pays-all = { $ministry } betaalt alles, { $paid }
story-nobody-pays-its = niemand betaalt de rekening van { $bill }
story-adds-gain-points =
    geeft { $gain ->
        [one] 1 procentpunt
       *[other] { $gain } procentpunt
    } extra zeggenschap over { $service }
story-bought-from = {", gekocht van "}{ $holder }
story-confers-rights-rung = geeft de rechten van { $rung } over { $service }
story-worn-off = werkt op { $service } tot eind { $until } en is daarna uitgewerkt
story-adds-nothing-service = voegt niets toe aan { $service }
story-adds-which-stays = { $adds }, maar de dienst blijft op { $rung }
story-from-called-called = van { $before } naar { $after }
story-adds-which-lifts = { $adds }, waardoor de dienst { $climb } stijgt
story-adds-which-lifts-climb = { $adds }, waardoor de dienst { $climb } stijgt (dat zou ook lukken met alleen { $others })
story-adds-which-lifts-climb-together = { $adds }, waardoor de dienst { $climb } stijgt, samen met een deel van { $others }
story-adds-which-lifts-climb-together-called = { $adds }, waardoor de dienst { $climb } stijgt, samen met { $others }
story-adds-which-climbs = { $adds }, al zou de dienst ook zonder deze investering { $climb } stijgen
story-moves-no-service = heeft op geen enkele dienst effect
story-costs-public-nothing = het kost geen publiek geld

## model

cell-use-small-letters = Gebruik kleine letters, cijfers, _ en -, en begin met een letter of een cijfer: { $better }.
cell-id-text-not = Het id "{ $text }" is niet geldig.
cell-write-at-most = Schrijf hoogstens { $most_decimals } cijfers na de punt.
cell-write-at-most-most = Schrijf hoogstens { $most_decimals } cijfers na de punt, zoals { $rounded }.
cell-number-text-has = Het getal { $text } heeft meer dan { $most_decimals } cijfers na de punt.
cell-number-text-too = Het getal { $text } is te groot om mee te rekenen.
cell-use-larger-unit = Gebruik een grotere eenheid van geld, of controleer het getal: het moet tussen -{ $most } en { $most } liggen.
cell-text-not-number = "{ $text }" is geen getal.
cell-number-text-has-decimal = Het getal "{ $text }" heeft een decimale komma.
cell-write-decimal-point = Schrijf een decimale punt: { $replace }.
cell-text-sum-calculation = "{ $text }" is een berekening, geen getal.
cell-write-what-comes = Schrijf de uitkomst: { $result }.
cell-number-text-has-marks = Het getal "{ $text }" heeft scheidingstekens voor duizendtallen.
cell-write-digits-decimal = Schrijf alleen cijfers en een decimale punt: { $number }.
cell-text-not-plain = "{ $text }" is geen gewoon getal.
cell-between-min-max = tussen { $min } en { $max }
cell-min-more = { $min } of meer
cell-at-most-most = hoogstens { $most }
cell-fraction-write-hundredth = Dit is een fractie: schrijf { $fraction } voor { $percent } %.
cell-write-number-range = Schrijf een getal: { $range }.
cell-number-text-must = Het getal { $text } moet { $range } zijn.
cell-number-text-must-whole = Het getal { $text } moet een geheel getal zijn.
cell-write-whole-number = Schrijf een geheel getal, zoals { $round }.
cell-text-not-year = "{ $text }" is geen jaar.
cell-text-not-share = "{ $text }" is geen aandeel van de rekening.
cell-range-text-ends = Het bereik { $text } eindigt onder het begin.
cell-write-smaller-percent = Schrijf het kleinste percentage eerst: { $max }-{ $min }.
cell-change-text-does = De wijziging "{ $text }" zegt niet wat er moet gebeuren.
cell-begin-such-text = Begin met =, +, - of *, zoals ={ $text }. Spreadsheets maken daar een gewoon getal van; woorden laten zij staan: set { $text }, add { $text }, times 0.9.
cell-text-not-one = "{ $text }" is geen van de toegestane woorden.
cell-write-one-list = Schrijf een van: { $list }.
cell-use-small-letters-digits = Gebruik kleine letters, cijfers, _ en -, en begin met een letter of een cijfer.
cell-leave-out-percent = Laat het procentteken weg.
cell-write-number-full = Schrijf het getal voluit, zonder exponent.
cell-write-digits-decimal-point = Schrijf alleen cijfers en een decimale punt, zonder eenheid, zoals 12.5.
cell-more = 0 of meer
cell-write-number-decimal = Schrijf een getal met een decimale punt, zoals 12.5.
cell-write-year-four = Schrijf een jaar met vier cijfers, zoals 2027.
cell-write-whole-percent = Schrijf een heel percentage van 0 tot en met 100, of een bereik zoals 20-60, zonder procentteken.
guess-did-you-mean = Bedoelt u { $name }? { $otherwise }
heading-columns-column-shown = De kolommen { $column } en "{ $written }" betekenen hetzelfde, en maar één ervan kan tellen.
heading-column-shown-what = De kolom "{ $written }" { $likeness } { $column }, maar telt onder deze naam niet mee.
heading-rename-column-header = Noem de kolom { $column } in de kopregel; betekent die iets anders, geef dan een andere naam.
heading-delete-one-two = Verwijder een van de twee; betekent er een iets anders, geef die dan een andere naam.
quotes-cell-holds-line = In de cel staat een regeleinde, met daarna iets dat op een rij lijkt (regel { $inside }); dat telt niet als rij.
quotes-double-quote-stands = In de cel staat een los dubbel aanhalingsteken, dus de tekst geldt zoals die er staat: { $written }.
quotes-double-quote-opens = Hier opent een dubbel aanhalingsteken dat nergens sluit, dus de rest van het bestand telt als één cel.
scale-budgets-cannot-scaled = De budgetten zijn niet naar { $total } te schalen, want ze zijn allemaal 0. Vul eerst budgets.csv in.
scale-budgets-cannot-scaled-total = De budgetten zijn niet naar { $total } te schalen: dat is te groot.
settings-case-toml-cannot = case.toml kan niet worden gelezen: { $message }.
settings-case-toml-has = case.toml heeft geen { $table }.
heading-not-written = is een andere spelling van
heading-most-likely-means = betekent waarschijnlijk
heading-nearly-called = lijkt op
quotes-close-quote-double-quote = Sluit het aanhalingsteken; een dubbel aanhalingsteken binnen een cel tussen aanhalingstekens wordt twee keer geschreven.
quotes-close-quote-where-text = Sluit het aanhalingsteken waar de tekst eindigt; is het regeleinde zo bedoeld, laat het dan staan.
quotes-put-whole-text-double = Zet de hele tekst tussen dubbele aanhalingstekens, en schrijf een dubbel aanhalingsteken daarbinnen twee keer; of haal het aanhalingsteken weg.

## model/apply

cells-none-rows-table = Geen enkele rij van { $table } heeft een { $column } om te wijzigen.
cells-column-name-table = De kolom { $name } van { $table } noemt geen ministerie. { $remedy }
cells-has-known = Wel: { $known }.
cells-table-table-has = De tabel { $table } heeft geen kolom { $name }. { $remedy }
cells-change-does-not = De wijziging zegt niet welke rij van { $table } moet wijzigen. { $form }
cells-id-not-row = "{ $id }" is geen rij van { $table }. { $form }
cells-id-not-key = "{ $id }" is geen sleutel van { $table }. { $form }
cells-give-one-all = Geef { $what }, of * voor alle.
cells-give-keys-either = Geef { $keys }; elk van beide delen mag * zijn.
cells-table-table-has-no =
    De tabel { $table } heeft geen rij { $id }. De tabel heeft { $rows ->
        [one] 1 rij.
       *[other] { $rows } rijen.
    }
cells-table-table-has-no-row = De tabel { $table } heeft geen rij { $id }. { $remedy }
cells-there-no-ministry = Er is geen ministerie { $ministry }. { $remedy }
cells-key-id-names = De sleutel { $id } noemt geen jaar. { $trouble }
cells-its-rows-go = Geef het nummer van een rij, vanaf 1, of * voor alle.
cells-use-id-ministry = Gebruik het id van een ministerie uit case.toml.
apply-text-sets-nothing = "{ $text }" stelt niets in: er staat geen = in. { $form }
apply-text-could-mean = "{ $text }" kan instellen of optellen betekenen. Schrijf { $target }+={ $sum } om op te tellen, of { $target }={ $sum } om in te stellen.
apply-text-has-no = "{ $text }" heeft geen ] na het id. { $form }
apply-text-does-not = "{ $text }" zegt niet welke rij van { $table } moet wijzigen. Schrijf { $table }.{ $column }[id]=value; [*] betekent alle rijen.
apply-text-does-not-name = "{ $text }" noemt geen kolom. { $form }
apply-text-does-not-say = "{ $text }" zegt niet wat er moet worden ingesteld. { $form }
apply-there-no-table = Er is geen tabel { $table }. { $remedy }
apply-scenarios-csv-row = scenarios.csv, rij { $row }: de wijziging is niet te lezen; `check` zegt wat eraan mankeert.
apply-there-no-scenario = Er is geen scenario { $scenario }. { $remedy }
apply-scenarios-csv-row-row = scenarios.csv, rij { $row }
apply-name-file-case = Noem een bestand van de casus zonder .csv, of case voor case.toml.
apply-name-scenario-scenarios = Noem een scenario uit scenarios.csv.
number-what-cannot-become = { $cell } kan niet "{ $new }" worden. { $trouble }
number-what-not-number = { $cell } is geen getal, dus optellen of vermenigvuldigen kan niet. Gebruik = om een waarde in te stellen.
number-what-range-shares = { $cell } is een bereik van aandelen en kan alleen worden ingesteld. Gebruik =, zoals =20-60.
number-what-has-no = { $cell } heeft geen getal om te wijzigen. Gebruik = om er een in te stellen.
number-what-cannot-changed = { $cell } kan niet worden gewijzigd. { $trouble }
number-what-would-become = { $cell } zou te groot worden om mee te rekenen. Wijzig de waarde minder sterk.
setting-case-toml-has = case.toml heeft geen rijen, dus het id { $id } hoort hier niet. Zet de hele sleutel, zoals ministry.{ $id }.voice, in column.
setting-case-toml-cannot = case.toml kan niet worden gewijzigd, want het bestand is niet te lezen: { $message }.
setting-there-no-setting = Er is geen instelling { $key }. { $remedy }
setting-use-id-kind = Gebruik het id van een { $kind } uit case.toml.
setting-there-no-kind = Er is geen { $kind } { $id }. { $remedy }
setting-setting-key = De instelling { $key }
setting-what-needs-number = { $setting } heeft een getal nodig.
setting-what-all-which = { $setting } is "all" en kan alleen worden ingesteld. Gebruik =, zoals =0.5.
setting-name-setting-case = Noem een instelling van case.toml, zoals objective.risk.
apply-write-table-column-id = Schrijf table.column[id]=value, zoals budgets.amount[defence:2029]=120, of een instelling van case.toml, zoals objective.risk=full.

## model/compile

budgets-budget-id-when = Het budget van { $id } voor { $when }
candidates-column-name-names = De kolom { $name } noemt geen jaar na de start.
candidates-number-cost-columns = Nummer de kostenkolommen van cost_1 tot hoogstens cost_{ $most_years }.
candidates-effect-id-id-2 = Het effect van { $candidate } op { $service }
places-holder-id-id = De houder { $holder } van { $service }
places-owner-id-id = De eigenaar { $owner } van { $company }
reader-add-column-name = Voeg de kolom { $name } toe aan de kopregel.
reader-add-file = Voeg het bestand toe, met minstens de kopregel: { $header }.
reader-rename-column-visible = Hernoem de kolom { $written } tot { $name }.
reader-table-table-has = De tabel { $table } heeft geen kolom { $name }.
reader-cell-field-empty = De cel { $field } is leeg{ $why }.
reader-fill-help = Vul de cel in. { $help }
reader-what-stands-here = { $what_stands } komt een tweede keer voor; regel { $line } heeft dit al, en alleen die rij telt.
reader-use-id-what = Gebruik het id van een { $kind } uit deze casus, of voeg een { $kind } toe.
reader-there-no-what = Er is geen { $kind } { $id }.
reader-give-id-its = Geef er een eigen id aan, of verwijder een van de twee rijen.
reader-row-has-no = Lege rij: telt niet mee tot de rij is ingevuld.
reader-fill-delete = Vul in of verwijder.
reader-file-empty = Het bestand { $file } is leeg.
reader-file-missing = Het bestand { $file } ontbreekt.
reader-write-header = Schrijf minstens de kopregel: { $header }.
rules-but-word-needs = , maar { $word } heeft een getal nodig
rules-but-word-moves = , maar { $word } werkt op een dienst
settings-file-cannot-read = Het bestand is vanaf hier niet te lezen: { $message }.
settings-text-text = de tekst "{ $text }"
settings-write-wanted-without = Schrijf { $wanted }, zonder aanhalingstekens.
settings-number-number = het getal { $number }
settings-write-wanted-quotes = Schrijf { $wanted } tussen aanhalingstekens: "{ $number }".
settings-setting-key-not = De instelling { $key } is { $value }, niet { $wanted }.
settings-setting-key-missing = De instelling { $key } ontbreekt in case.toml.
settings-add-next = Voeg toe: { $next } = …
settings-setting-key-cannot = De instelling { $key } kan niet "{ $text }" zijn.
settings-case-written-format = De casus is geschreven in formaat { $number }; dit programma leest formaat 1.
settings-horizon-ends-last = De looptijd eindigt in { $last }, voordat ze in { $first } begint.
settings-horizon-from-first = De looptijd van { $first } tot en met { $last } telt { $years } jaar; hoogstens { $most_years } jaar is mogelijk.
settings-kind-id-stands = In case.toml komt { $kind } { $id } een tweede keer voor; alleen de eerste telt.
settings-setting-key-says = De instelling { $key } is geen fractie en ook niet "all".
settings-lines-case-toml = De regels van case.toml eindigen op een manier die alleen heel oude programma's gebruiken.
settings-save-plain-text = Sla op als platte tekst in UTF-8; tot dan telt geen enkele instelling.
settings-fix-line-until = Herstel de regel; tot dan telt geen enkele instelling.
settings-write-format-use = Schrijf format = 1, of gebruik een nieuwere versie van het programma.
settings-let-last-year = Zet last_year op first_year of later.
settings-let-last-year-earlier = Zet last_year op een eerder jaar.
settings-give-id-its = Geef er een eigen id aan, of verwijder een van de twee.
settings-case-has-no-ministry = De casus heeft geen ministerie: niemand kan betalen.
settings-add-ministry-id = Voeg aan case.toml een [[ministry]] met een id toe.
settings-write-fraction-from = Schrijf een fractie van 0 tot en met 1, zoals 0.25, of "all" tussen aanhalingstekens.

## optimise/dd

layout-one-its-services = één dienst is op te veel manieren te veranderen ({ $candidates } kandidaten)
problem-its-size-rows = { $size } rijen en diagrammen passen niet in de geheugenlimiet

## optimise/iis

conflict-all-facts = hoe de kandidaten zijn: wanneer elk mag beginnen, en wie ervoor mag betalen
way-out-budget = het budget van { $ministry } in { $year } met { $amount }
way-out-in-all = {" "}(samen { $sum })
way-out-give-up = laat vallen: { $rules }
way-out-add = verhoog { $raises }{ $sum }
way-out-or = { $one }; of { $other }
relax-carry-over-part = laat { $ministry } { $percent } % van het budget van een jaar doorschuiven naar het volgende ({ $rule })
relax-carry-over-all = laat { $ministry } alles doorschuiven wat in een jaar overblijft ({ $rule })
relax-add-budget-ministry = verhoog het budget van { $ministry } in { $year } met { $amount }
relax-move-limit-rule = wijzig de limiet in { $to } ({ $rule })
relax-lower-floor-service = verlaag de ondergrens van { $service } naar { $rung } ({ $rule })
relax-lower-takeover-floor = laat een overname van { $service } niet meer kosten dan { $amount } ({ $rule })
relax-ask-count-rule = wijzig het aantal in { $count } ({ $rule })
relax-give-up-rule = laat deze regel vallen: { $rule }
relax-withheld = { $rule } versoepelen of laten vervallen
correction-sets-left-out = weggelaten regels
correction-sets-conflict = regels die botsen
correction-sets-loosened = een versoepelde regel

## optimise/instance

build-its-horizon-longer = de looptijd is langer dan 60 jaar
instance-its-numbers-too = de getallen van de casus liggen te ver uiteen om als gehele getallen door te rekenen

## optimise/lexicographic

attempts-answer-was-refused = Het programma weigerde een antwoord en vroeg het opnieuw aan de oplosser: { $refusal }.
lexicographic-which-rules-conflict = Welke regels botsen, is niet bekend. { $why }
lexicographic-lowest-bill-among = Het is niet bewezen dat geen even goede portefeuille minder kost: de antwoorden van de oplosser zijn geweigerd.
lexicographic-search-lowest-bill = Er is geen even goede portefeuille met een lagere rekening gevonden.
lexicographic-no-portfolio-possible = volgens de oplosser is geen portefeuille mogelijk, maar er is er een bekend
refusal-breaks-rules = de portefeuille overtreedt regels: { $rules }
refusal-wrong-value = volgens de oplosser is de portefeuille { $said } waard, maar het is { $worth }
refusal-wrong-bound = volgens de oplosser is niets beter dan { $bound }, maar de portefeuille is { $worth } waard
refusal-no-value = de oplosser gaf niet aan wat de portefeuille waard is
refusal-not-proven = volgens de oplosser is de portefeuille bewezen, maar de bovengrens { $bound } sluit niet aan op { $worth }
refusal-nothing-given = volgens de oplosser is de portefeuille bewezen, maar een bovengrens of een portefeuille ontbreekt
refusal-too-low = de portefeuille is { $worth } waard, minder dan de gevraagde { $asked }
refusal-left-out = dit is een portefeuille die buiten beschouwing moest blijven
solver-does-not-fit = { $solver } kan deze casus niet aan: { $why }.
solver-too-large = { $solver } kan deze casus niet aan: { $why }. Een oplosser buiten dit programma kan dat misschien wel: zie --solver, en de opdracht solvers voor de gevonden oplossers.
solver-failed = { $solver } is mislukt: { $error }.
solver-failed-because = { $solver } is mislukt: { $what }
stage-best = de beste portefeuille zoeken
stage-cheapest = de goedkoopste van de beste zoeken
stage-closest = zoeken wat het plan het minst verandert
stage-conflict = de botsende regels zoeken
stage-repair = de goedkoopste reparatie zoeken

## optimise/milp

doubt-what-ministry-may = deel van wat { $ministry } in { $year } mag uitgeven
doubt-rule-rule = deel van de regel "{ $rule }"
doubt-solver-cannot-tell = { $solver } is niet nauwkeurig genoeg voor getallen die zo ver uiteenlopen: { $largest } en { $smallest } zijn allebei { $whose }. Rond af op veelvouden van { $multiple } of laat het kleinste weg; dan is het antwoord te bewijzen.
doubt-solver-cannot-tell-gains = { $solver } is niet nauwkeurig genoeg voor winsten die samen { $sum } bedragen: verschillen van een miljoenste zijn niet te zien. Deel alle winsten door { $divisor }; dan is het antwoord te bewijzen.
doubt-solver-cannot-tell-numbers = { $solver } is niet nauwkeurig genoeg voor getallen die zo ver uiteenlopen: { $largest } en { $smallest } zijn allebei deel van wat wordt vergeleken. Rond af op veelvouden van { $multiple } of laat het kleinste weg.
doubt-what-asked-objective = deel van wat van de doelwaarde wordt geëist
doubt-one-sum = deel van één som
export-objective-gain-points = De doelwaarde is winst plus directe punten, in indexpunten, met omgekeerd teken zodat ze wordt geminimaliseerd.
export-maximize-objective-columns =
    Maximize
    {" "}objective:{ $columns }
export-subject =
    {""}
    Subject To
    {""}
fallback-second-took-over = { $second } heeft het overgenomen, omdat de antwoorden van { $first } zijn geweigerd: { $why }.
fallback-second-took-over-because = { $second } heeft het overgenomen: { $failed }.
microlp-its-program-rows = het model ({ $rows } rijen en { $columns } kolommen) past niet in het geheugen
microlp-its-thread-ended = de berekening is onverwacht geëindigd
microlp-whole-number-too = een geheel getal is te groot voor deze oplosser

## optimise/milp/guest

guest-no-folder-its = er kon geen map voor de bestanden worden gemaakt: { $error }
guest-no-output = er is geen uitvoer
guest-its-files-could = de bestanden konden niet worden geschreven: { $error }
guest-path-could-not = { $path } kon niet worden gestart: { $error }
guest-does-not-say = de versie wordt niet vermeld
guest-says-found-best = het beste zou gevonden zijn, maar er is geen oplossing weggeschreven
guest-solution-wrote-down = de oplossing is geen tekst of is te groot
guest-its-solution-names = de oplossing noemt een variabele die het model niet heeft
guest-its-solution-holds = de oplossing bevat een waarde die geen getal is
guest-printed-too-much = er is meer dan { $megabytes } MB uitvoer geschreven; daarom is het programma beëindigd
guest-said-nothing = { $seconds } s lang kwam er geen uitvoer; daarom is het programma beëindigd
guest-wrote-too-much = er is meer dan { $megabytes } MB weggeschreven; daarom is het programma beëindigd
guest-closed-output = de uitvoer werd gesloten; daarom is het programma beëindigd
guest-crashed-by-signal = het programma is gecrasht (signaal { $signal }); het mag hoogstens { $memory } MB geheugen gebruiken
guest-not-started = het programma kon niet worden gestart
guest-ended-by-signal = het programma is beëindigd door signaal { $signal }
guest-ended-with-code = het programma eindigde met code { $code }
guest-crashed = het programma is gecrasht; het mag hoogstens { $memory } MB geheugen gebruiken
guest-last-words = { $what }; laatste uitvoer: { $words }
guest-without-answer = het programma eindigde zonder antwoord

## optimise/proof

bound-multipliers-line-too = de multiplicatoren van een tekstregel zijn te groot
decision-this-kind-decision = over dit soort beslissing is geen uitsluitsel mogelijk
graph-group-services-has = een groep diensten heeft te veel toestanden om na te gaan
graph-gain-too-large = een winst is te groot
graph-sum-gains-too = een som van winsten is te groot
graph-service-no-group = een dienst zit in geen enkele groep
graph-weight-too-large = een gewicht is te groot
model-share-has-more = een aandeel heeft meer dan 12 decimalen
parts-number-case-too = een getal van de casus is te groot
parts-product-has-more = een product heeft meer dan 12 decimalen
parts-number-case-has = een getal van de casus heeft meer dan 12 decimalen
verify-format-not-format = het formaat is niet { $format }
verify-cannot-read-error = deze tekstregel is niet te lezen: { $error }
verify-longer-than-longest = deze tekstregel is langer dan { $longest } bytes
verify-not-json-error = deze tekstregel is geen JSON: { $error }
verify-id-needs-share = { $id } heeft een aandeel voor elk ministerie nodig
verify-portfolio-breaks-rule = de portefeuille overtreedt een regel: { $sentence }
verify-portfolio-worth-objective = de portefeuille heeft een doelwaarde van { $objective }, niet { $claimed }
verify-service-id-two = de dienst { $id } zit in twee diagrammen
verify-service-id-no = de dienst { $id } zit in geen enkel diagram
verify-candidate-id-unknown = de kandidaat { $id } is onbekend
verify-home-id-not = de thuisplaats van { $id } is geen diagram
verify-value-not-year = { $value } is geen jaar
verify-there-no-row = er is geen rij { $name }
verify-multiplier-name-negative = de multiplicator van { $name } is negatief
verify-decision-kind-has = een beslissing { $kind } moet { $fields } onderdelen hebben
verify-domain-value-unknown = het domein { $value } is onbekend
verify-decision-kind-unknown = een beslissing { $kind } is onbekend
verify-proof-another-case = het bewijs hoort bij een andere casus
verify-objective-too-large = een doelwaarde is te groot
verify-diagram-has-no = een diagram heeft geen diensten
verify-opposite-settled-decision = het tegendeel van een genomen beslissing laat mogelijk nog een betere portefeuille toe
verify-opposite-settled-decision-not = het is niet bewezen dat het tegendeel van een genomen beslissing onmogelijk is
verify-better-portfolio-hidden = hier gaat een betere portefeuille schuil
verify-share-not-well = een aandeel is niet goed opgeschreven
verify-split-has-two = een splitsing heeft twee beslissingen
verify-two-decisions-do = de twee beslissingen dekken niet alles
verify-proof-empty = het bewijs is leeg
verify-tree-complete-but = de boom is volledig, maar het bewijs gaat verder
verify-portfolio-missing = de portefeuille ontbreekt
verify-shares-pick-missing = de aandelen van een investering ontbreken
verify-share-not-whole = een aandeel is geen heel percentage
verify-objective-missing = de doelwaarde ontbreekt
verify-objective-not-plain = de doelwaarde is geen gewoon decimaal getal
verify-diagrams-missing = de diagrammen ontbreken
verify-diagram-not-list = een diagram is geen lijst van diensten
verify-service-unknown = een dienst is onbekend
verify-homes-missing = de thuisplaatsen ontbreken
verify-proof-ends-before = het bewijs eindigt voordat elk deel is gedekt
verify-too-many-subtrees = te veel delen van de boom staan nog open
verify-bound-this-leaf = de bovengrens van dit blad ligt boven de beste portefeuille
verify-this-leaf-not = het is niet bewezen dat dit blad onmogelijk is
verify-neither-split-fix = deze tekstregel is geen splitsing, geen vastzetting en geen blad
verify-decisions-missing = de beslissingen ontbreken
verify-multipliers-missing = de multiplicatoren ontbreken
verify-multipliers-not-table = de multiplicatoren vormen geen tabel
verify-multiplier-not-number = een multiplicator is geen getal
verify-multiplier-not-plain = een multiplicator is geen gewoon decimaal getal
verify-not-everything-decided = bij dit blad is niet alles beslist
verify-decision-has-no = een beslissing heeft geen soort
verify-start-unknown = een start is onbekend
verify-line = tekstregel { $line }: { $why }

## optimise/solvers

choice-engine-was-asked = De rekenkern was gevraagd, maar kan deze casus niet oplossen: { $why }. Een algemene oplosser heeft het overgenomen.
choice-kind-was-asked = { $kind } was gevraagd.
choice-engine-was-asked-2 = De rekenkern was gevraagd.
choice-highs-natural-formulation = HiGHS met de natuurlijke formulering was gevraagd.
choice-microlp-was-asked = microlp was gevraagd.
fallback-second-took-over-because-answer = { $second } heeft het overgenomen, omdat een antwoord van de rekenkern is geweigerd.
fallback-second-took-over-because-engine = { $second } heeft het overgenomen, omdat de rekenkern deze casus niet kan oplossen: { $why }.
fallback-second-took-over-because-engine-gave = { $second } heeft het overgenomen, omdat de rekenkern opgaf na { $nodes ->
        [one] 1 knoop
       *[other] { $nodes } knopen
    }.
fallback-second-was-asked = De rekenkern gaf op na { $nodes ->
        [one] 1 knoop
       *[other] { $nodes } knopen
    }. { $second } probeerde verder te gaan, maar dat is mislukt: { $error }.
general-name-slow-case = { $name } is traag bij een casus van deze omvang. Voer `.tools/guest` uit om HiGHS binnen enkele seconden te installeren; `beslismacht solvers` toont de gevonden oplossers.
second-opinion-second-answered-instead = { $second } gaf in plaats daarvan het antwoord, want { $why }.
second-opinion-answers-name-were = de antwoorden van { $name } zijn geweigerd: { $why }
second-opinion-name-says-no = volgens { $name } is geen portefeuille mogelijk, maar er is er wel een
choice-engine-fastest-cases-kind = De rekenkern is het snelst bij casussen van dit soort.

## report

asks-ministries-pay-joint =
    Ministeries betalen { $joint } van { $picks ->
        [one] 1 keuze
       *[other] { $picks } keuzes
    } samen: { $bill } van { $whole } ({ $share }). Anderen (Europa, andere ministeries, bedrijven) leggen { $others } bij, naast de publieke rekening.
asks-no-pillar-named = geen pijler genoemd
asks-public-bill = publieke rekening
asks-brought-others = door anderen
evaluation-portfolio-file = de portefeuille { $file }
evaluation-breaks-broken-case =
    De portefeuille overtreedt { $rules ->
        [one] 1 regel
       *[other] { $rules } regels
    } van de casus.
evaluation-none-above-bound = {" "}Geen portefeuille komt boven { $bound }.
evaluation-this-one-distance = deze ligt er { $distance } punten onder
evaluation-kind-keeps-every = { $kind } die aan alle regels voldoet, heeft { $objective } punten: { $place }.{ $end }
evaluation-against-best = Vergeleken met de beste
evaluation-keeps-every-rule = De portefeuille voldoet aan alle regels van de casus.
evaluation-no-portfolio-keeps = Geen portefeuille voldoet aan alle regels, dus er is geen beste om mee te vergelijken.
evaluation-this-one-good = deze is even goed
evaluation-this-one-above = deze ligt er { $distance } punten boven
evaluation-no-portfolio-keeps-every = Er is geen portefeuille gevonden die aan alle regels voldoet, dus er is niets om mee te vergelijken.
evaluation-every-rule = Alle regels
evaluation-rules-breaks = Overtreden regels
findings-no-findings-case = Geen bevindingen: de casus kan worden doorgerekend.
portfolio-cheapest-repair-repair = Goedkoopste reparatie: { $repair }
portfolio-what-one-more = Wat 1 { $unit } meer zou opleveren
portfolio-these-prices-solvers = Dit is een schatting die ook met delen van investeringen rekent. Zij laat zien waar geld knelt. Zij belooft niet wat de volgende { $unit } oplevert.
portfolio-these-rules-cannot = Deze regels kunnen niet samengaan
portfolio-portfolio = De portefeuille
portfolio-smaller-set-these = Mogelijk botst al een deel van deze regels: de zoektocht naar een kleinere groep is gestopt.
portfolio-index-points = indexpunten
reference-whole-years-range = geheel aantal jaren{ $range }
reference-whole-number-range = geheel getal{ $range }
reference-one-list = een van { $list }
reference-id-usually-list = een id, meestal { $list }
reference-id-file = id uit `{ $file }`
reference-ids-file-spaces = ids uit `{ $file }`, gescheiden door spaties
reference-at-least-min = , minstens { $min }
reference-at-most-max = , hoogstens { $max }
reference-case-toml-needed =
    #### `case.toml` (verplicht)
    {""}
    | sleutel | bevat | standaard | betekenis |
    | --- | --- | --- | --- |
    {""}
reference-calendar-year = kalenderjaar
reference-whole-percent = heel percentage, `40` of `20-60`
reference-id-ministry = id van een ministerie
reference-id-rung = id van een trede
reference-id-holder = id van een houder van de dienst
reference-money-all-public = geld, of `30%` van alle publieke uitgaven
reference-id-scope-speaks = het id waarnaar `scope` verwijst
reference-row-named-key = {" "}Een rij wordt aangeduid met `{ $key }`.
reference-rows-go-their = {" "}Rijen worden genummerd vanaf 1.
reference-column-holds-default =
    {""}
    {""}
    | kolom | bevat | standaard | betekenis |
    | --- | --- | --- | --- |
    {""}
reference-change = `=v`, `+v`, `-v` of `*v`
sections-locked-in = Erin vastgezet: { $reason }
sections-portfolio-domain = De portefeuille per domein
sections-spending-beside-budgets = Uitgaven naast de budgetten
sections-nothing-chosen = Er is niets gekozen.
sections-spending-ministry-year = Uitgaven per ministerie en jaar
sections-money-adds-up = Wat er van het budget en het geld uit het vorige jaar overblijft, schuift door of vervalt. Wat het laatste jaar doorschuift, blijft over voor na de looptijd.
sections-power-domain-at = Macht per domein, aan het eind van de looptijd
sections-services-whose-power = Diensten waarvan de portefeuille de macht verandert
sections-index-at-end = De index aan het eind van elk jaar
words-picked-cost-public =
    { $picks } van { $candidates ->
        [one] 1 kandidaat
       *[other] { $candidates } kandidaten
    }, voor { $bill } aan publiek geld in { $years }, { $picks ->
        [one] levert
       *[other] leveren
    } { $points } punten op.
words-picked-cost-public-money =
    { $picks } van { $candidates ->
        [one] 1 kandidaat
       *[other] { $candidates } kandidaten
    }, voor { $bill } aan publiek geld in { $years }, { $picks ->
        [one] verhoogt
       *[other] verhogen
    } de beslismachtindex van { $before } naar { $after } op een schaal van 100: een winst van { $gain } punten.
words-no-portfolio-was = Er is geen portefeuille gevonden. { $standing }
words-name-says-no = Volgens { $name } is geen andere portefeuille binnen de regels beter; dit programma heeft dat niet bewezen.
words-this-proven-no = Dit is bewezen: geen andere portefeuille binnen de regels is beter. { $stopped }
words-stopped-no-portfolio = { $stopped } Geen portefeuille komt boven { $bound }.
words-solver-says-so = Dat zegt { $solver }; dit programma heeft het niet bewezen.
words-stopped-not-proven = { $stopped } Niet bewezen: er kan een betere portefeuille zijn, maar geen boven { $bound } ({ $gap } punten meer).
words-stopped-not-proven-best = { $stopped } Niet bewezen: er kan een betere portefeuille zijn.
words-percentage-points = procentpunt
words-power = aan macht (0-1)
words-no-portfolio-possible = Geen portefeuille is mogelijk: geen enkele keuze voldoet aan alle regels van de casus.
words-solver-has-proven = De oplosser heeft het bewezen.
plan-the-plan = het plan
plan-unchanged = Van { $plan } verandert niets.
plan-changes = Ten opzichte van { $plan }: { $what }.
plan-come = erin: { $names }
plan-go = eruit: { $names }
plan-moved = in een ander jaar: { $names }
plan-paid = anders betaald: { $names }
plan-proven = Bewezen: geen even goede en even goedkope portefeuille wijzigt minder keuzes; geen daarvan verschuift minder startjaren, en geen van die laatste wijzigt minder aandelen.
plan-open = Niet bewezen: een portefeuille die even goed en even goedkoop is, kan minder veranderen.
plan-shares-open = Bewezen: geen even goede en even goedkope portefeuille wijzigt minder keuzes, en geen daarvan verschuift minder startjaren. Niet bewezen: een daarvan wijzigt misschien minder aandelen.
plan-kept-shares-open = Bewezen: niets dat dit haalt, wijzigt minder keuzes, niets met zo weinig wijzigingen is beter of even goed en goedkoper, en geen daarvan verschuift minder startjaren. Niet bewezen: een daarvan wijzigt misschien minder aandelen.
plan-kept = Het haalt { $reached } % van het beste ({ $best } indexpunten), waar { $asked } % genoeg is.
plan-kept-proven = Bewezen: niets dat dit haalt, wijzigt minder keuzes, en niets met zo weinig wijzigingen is beter of even goed en goedkoper. Geen daarvan verschuift minder startjaren, en geen van die laatste wijzigt minder aandelen.
plan-kept-open = Niet bewezen: misschien lukt dat met minder wijzigingen, of is met even weinig meer te bereiken.
plan-more-possible = Met meer wijzigingen zijn hoogstens { $best } indexpunten mogelijk.
plan-more-possible-unproven = Met meer wijzigingen zijn misschien { $bound } indexpunten mogelijk; bewezen is dat niet.
making-search-closest = De zoektocht is gestopt voordat vaststond wat het minst aan het plan verandert.
asks-three-asks-innovating-government = De drie oproepen: innoverende overheid, samenwerkend ecosysteem, Economie en Defensie verweven
asks-in-money = { $head } ({ $unit })
evaluation-best-portfolio-proven = De beste portefeuille (bewezen)
evaluation-best-portfolio-found-not = De beste gevonden portefeuille (niet bewezen)
evaluation-gives =
    { $picks } van { $candidates ->
        [one] 1 kandidaat
       *[other] { $candidates } kandidaten
    }, voor { $bill } aan publiek geld, { $picks ->
        [one] geeft
       *[other] geven
    } een doelwaarde van { $points } punten.
evaluation-gives-index =
    { $picks } van { $candidates ->
        [one] 1 kandidaat
       *[other] { $candidates } kandidaten
    }, voor { $bill } aan publiek geld, { $picks ->
        [one] geeft
       *[other] geven
    } een doelwaarde van { $points } punten: de index stijgt van { $before } naar { $after } op een schaal van 100.
evaluation-years =
    { $years ->
        [one] 1 jaar
       *[other] { $years } jaar
    }
findings-case-cannot-computed-until = { $counts }: de casus kan pas worden doorgerekend als de fouten zijn hersteld.
findings-case-can-computed = { $counts }: de casus kan worden doorgerekend.
findings-counts =
    { $errors ->
        [one] 1 fout
       *[other] { $errors } fouten
    }, { $warnings ->
        [one] 1 waarschuwing
       *[other] { $warnings } waarschuwingen
    }, { $notes ->
        [one] 1 opmerking
       *[other] { $notes } opmerkingen
    }
findings-findings = bevindingen
findings-place-column = { $place } kolom { $column }
making-search-lowest-bill-among = De zoektocht naar de laagste rekening onder de beste is gestopt: een even goede portefeuille kan minder kosten.
making-search-stopped-time-limit = De zoektocht is gestopt door de tijdslimiet.
making-search-stopped-memory-limit = De zoektocht is gestopt door de geheugenlimiet.
making-search-stopped-gap-asked = De zoektocht is gestopt bij de gevraagde marge.
making-search-cancelled = De zoektocht is afgebroken.
making-solver-cannot-tell-numbers = De oplosser is niet nauwkeurig genoeg voor getallen die zo ver uiteenlopen; de uitleg zegt wat zou helpen.
portfolio-recommended-portfolio = de aanbevolen portefeuille
portfolio-no-portfolio-possible = geen portefeuille mogelijk
portfolio-no-portfolio-found = geen portefeuille gevonden
portfolio-every-rule-every-figure = {" "}Elke regel en elk cijfer van deze notitie is na het antwoord van de oplosser exact nagerekend, in decimalen.
portfolio-proof = Bewijs
sections-from-0-no-say = Van 0 (geen invloed) tot 1 (beslist).
sections-each-ministry-pays-gains = Wat elk ministerie betaalt en wint volgens de eigen prioriteiten
sections-picks-bill =
    { $picks ->
        [one] 1 keuze
       *[other] { $picks } keuzes
    }, { $bill }.
sections-portfolio = Portefeuille
words-optimal-proven = optimaal (bewezen)
words-feasible-not-proven = haalbaar (niet bewezen)
words-infeasible-proven = onhaalbaar (bewezen)
words-unknown-stopped-before-portfolio = onbekend (gestopt voordat een portefeuille was gevonden)
words-with-direct-points = {" "}Met { $points } directe punten erbij is de doelwaarde { $objective }.

## report/analyses

stopped-parts-missing =
    De analyse is gestopt: { $missing ->
        [one] 1 onderdeel ontbreekt
       *[other] { $missing } onderdelen ontbreken
    }.
stopped-candidates-rules-missing =
    De analyse is gestopt: { $missing ->
        [one] 1 kandidaat of regel ontbreekt
       *[other] { $missing } kandidaten en regels ontbreken
    }.
stopped-funding-steps-missing =
    De analyse is gestopt: { $missing ->
        [one] 1 stap van de financieringsvolgorde ontbreekt
       *[other] { $missing } stappen van de financieringsvolgorde ontbreken
    }.
stopped-scenarios-missing =
    De analyse is gestopt: { $missing ->
        [one] 1 scenario ontbreekt
       *[other] { $missing } scenario's ontbreken
    }.
stopped-worlds-missing =
    De analyse is gestopt: { $missing ->
        [one] 1 wereld ontbreekt
       *[other] { $missing } werelden ontbreken
    }.
alternatives-other-portfolios-what = Andere portefeuilles, en de keuzes die openblijven binnen { $within } % van de beste
alternatives-best-objective-best = De beste doelwaarde is { $best } punten; elke portefeuille met minstens { $near } ligt daar hoogstens { $within } % onder.
alternatives-these-count-all = Deze { $count } zijn de enige andere portefeuilles van het gevraagde soort (bewezen).
alternatives-next-count-follow = De volgende { $count } staan in de lijst; er kunnen er meer zijn.
alternatives-not-proven-open = niet bewezen: { $open }
alternatives-best-not-proven = De beste portefeuille is niet bewezen: een van de andere kan beter zijn, en het staat niet vast welke dicht bij de beste liggen.
alternatives-analysis-was-stopped-there = De analyse is gestopt: er kunnen meer alternatieven zijn.
alternatives-there-no-other = Er is geen andere portefeuille van het gevraagde soort.
alternatives-this-only-other = Dit is de enige andere portefeuille van het gevraagde soort (bewezen).
alternatives-next-one-follows = De volgende staat in de lijst; er kunnen er meer zijn.
alternatives-best-next-best = De beste en de op een na beste
alternatives-trifles = Ook portefeuilles die alleen kandidaten toevoegen of weglaten die elk minder dan { $percent } % van de winst waard zijn, gelden als dezelfde.
spread-title = Een spreiding: de beste, en andere die zo veel mogelijk verschillen
spread-differing = een portefeuille die in ten minste { $by } kandidaten verschilt
spread-proven = Elk tweetal verschilt in ten minste { $least } kandidaten, en geen spreiding van zo veel portefeuilles dicht bij de beste verschilt meer: bewezen.
spread-not-proven = Niet bewezen is dat de spreiding de breedste is: elk tweetal verschilt in ten minste { $least } kandidaten, en geen spreiding van zo veel verschilt in meer dan { $most }.
spread-not-as-said = de spreiding is niet wat ervan gezegd wordt
spread-member = Portefeuille { $number } van de spreiding
spread-more-less = meer { $more }, minder { $less }
spread-more = meer { $more }
spread-less = minder { $less }
spread-same-money = andere kandidaten in dezelfde domeinen
alternatives-portfolios-differ-only = Portefeuilles die alleen verschillen in startjaren of in wie betaalt, tellen als één.
alternatives-most-different-portfolio-near = De meest afwijkende portefeuille dicht bij de beste
alternatives-changes-candidates-one = `wijzigingen`: hoeveel kandidaten in maar een van de twee portefeuilles zitten; de bovengrens is het hoogst mogelijke aantal.
alternatives-how-far-each = Hoe ver elk domein kan gaan
alternatives-power-its-rise = Macht: hoeveel ze stijgt tot het einde van de looptijd, op een schaal van 0 tot 100. Waarden die niet bewezen zijn, zijn de uiterste die zijn gevonden; er kan meer mogelijk zijn.
alternatives-objective-alternatives = Doelwaarde van de alternatieven
alternatives-objective-index-points = doelwaarde, indexpunten
budget-frontier-analysis-was-stopped =
    De analyse is gestopt: { $missing } van { $budgets ->
        [one] 1 budget
       *[other] { $budgets } budgetten
    } { $missing ->
        [one] ontbreekt
       *[other] ontbreken
    }. Wat voor de andere wordt getoond, klopt.
budget-frontier-between-total-budgets =
    Tussen een totaal budget van { $low } en { $high } { $changes ->
        [0] blijft de beste portefeuille gelijk
        [one] verandert de beste portefeuille minstens één keer
       *[other] verandert de beste portefeuille minstens { $changes } keer
    } (onderzocht in stappen van { $width }).
budget-frontier-between-total-budgets-low =
    Tussen een totaal budget van { $low } en { $high } { $seen ->
        [one] is
       *[other] zijn
    } { $seen } van { $budgets ->
        [one] 1 antwoord
       *[other] { $budgets } antwoorden
    } bekend (in stappen van { $width }).
budget-frontier-no-portfolio-possible = Bij geen enkel totaal budget van { $low } tot { $high } is een portefeuille mogelijk.
budget-frontier-main-knee-at = De belangrijkste knik ligt bij { $knee } ({ $share } van het huidige budget), met een doelwaarde van { $objective } punten: daarboven levert geld veel minder op.
budget-frontier-total-budget-none = Met een totaal budget van { $impossible } ({ $impossible_share } van het huidige) of minder voldoet geen portefeuille aan alle regels; vanaf { $possible } ({ $possible_share }) wel.
budget-frontier-present-budget-objective = Met het huidige budget is de doelwaarde { $objective } punten. De volgende stap ligt bij { $next } ({ $more } meer) en levert { $gain } punten extra op.
budget-frontier-points-per-unit = punten per { $unit }
budget-frontier-knee-at-step = knik bij { $budget }
budget-frontier-total-budget-unit = totaal budget{ $unit }
budget-frontier-your-own-portfolio = Uw eigen portefeuille heeft { $objective } punten, maar overtreedt zelfs met { $high } nog regels en staat dus niet op de curve.
budget-frontier-which-best-possible = , waarmee { $best } punten haalbaar zijn
budget-frontier-your-own-portfolio-has = Uw eigen portefeuille heeft { $objective } punten en vergt een totaal budget van minstens { $need }{ $possible }.
budget-frontier-knees-not-marked = Knikken zijn niet gemarkeerd: daarvoor zijn de resultaten voor alle budgetten nodig.
budget-frontier-gain-against-total = Winst naar totaal budget
budget-frontier-objective-against-total = Doelwaarde naar totaal budget
budget-frontier-cases-budget = het budget van de casus
budget-frontier-each-row-best = Elke rij is de beste portefeuille vanaf het budget in die rij tot dat in de volgende rij. `past vanaf`: het laagste totale budget waarmee de portefeuille te betalen is. `punten per …`: hoeveel de doelwaarde stijgt ten opzichte van de rij erboven, per geldeenheid die daartussen ligt. Bij een knik gaat meer geld minder dan de helft opleveren van wat het daarvoor opleverde.
budget-frontier-every-budget = Alle budgetten
chance-draws-draws-seed = { $draws } trekkingen, startgetal { $seed }, standaardfout { $error }
chance-objective-over-random = De doelwaarde over de willekeurige trekkingen
chance-weights-costs-gains = Gewichten, kosten, winsten en slagen worden willekeurig getrokken. `fout`: de standaardfout van het gemiddelde. `binnen regels`: het deel van de trekkingen waarin de portefeuille te betalen is en aan alle regels voldoet.
chance-objective-when-candidates = De doelwaarde als het toeval bepaalt of kandidaten slagen
chance-planned-chance-at = `zoals gepland`: de kans dat minstens de geplande doelwaarde wordt gehaald.
chance-chance-each-rung = De kans op elke trede
chance-chance-exactly-this = Voor elke dienst die de portefeuille verandert: de kans dat ze aan het eind van de looptijd precies op deze trede staat.
chance-exact-outcomes =
    exact, { $outcomes ->
        [one] 1 uitkomst
       *[other] { $outcomes } uitkomsten
    }
compare-column-not-proven = Het is niet bewezen dat { $column } de beste is: de zoektocht is gestopt.
compare-column-nothing-was = Voor { $column } is geen portefeuille gevonden voordat de zoektocht werd gestopt.
compare-no-portfolio-possible = In { $column } is geen portefeuille mogelijk.
compare-all-all-not =
    { $shared ->
        [one] 1 keuze zit
       *[other] { $shared } keuzes zitten
    } in alle { $portfolios } portefeuilles; { $others ->
        [one] 1 keuze zit
       *[other] { $others } keuzes zitten
    } maar in sommige.
compare-money-not-same = Rekeningen en uitgaven zijn niet te vergelijken, omdat de casussen verschillende geldeenheden gebruiken: { $units }.
compare-has-more-points = { $name } heeft { $points } punten meer dan { $first }{ $bill }.
compare-bill-cost-higher = , met een rekening die { $cost } hoger is
compare-bill-cost-lower = , met een rekening die { $cost } lager is
compare-paid-by = betaald door { $name }
compare-gain-of = winst voor { $name }
compare-side-side = Naast elkaar
compare-has-same-objective = { $name } heeft dezelfde doelwaarde als { $first }{ $bill }.
compare-has-less-points = { $name } heeft { $points } punten minder dan { $first }{ $bill }.
compare-same-bill = , met dezelfde rekening
compare-spending-year-domain = Uitgaven per jaar en per domein
compare-picks-differ-their = Investeringen die verschillen, met hun startjaren
compare-picks-all-share = Investeringen in alle portefeuilles, met hun startjaren
compare-services-stand-different = Diensten op verschillende treden
cooperate-side-side-ministries = Naast elkaar halen de ministeries { $apart } gezamenlijke punten; samen halen ze er { $together }. Samenwerking is { $gain } punten waard.
cooperate-side-side-they =
    Naast elkaar overtreden ze { $rules ->
        [one] 1 regel
       *[other] { $rules } regels
    } van de casus.
cooperate-money-by-ministry = { $money } door { $ministry }
cooperate-fair-division-joint = Een eerlijke verdeling van de gezamenlijke punten (Shapley): { $parts }.
cooperate-there-no-shapley = Er is geen Shapley-waarde: daarvoor is elke coalitie nodig, en meer dan { $most } ministeries vormen er te veel.
cooperate-these-proportions-joint = In deze verhouding zou de gezamenlijke rekening als volgt worden betaald: { $parts }.
cooperate-more-than-what = Dat is meer dan de eigen budgetten overhouden na het eigen deel van de rekening ({ $left }). De rest moet ergens anders vandaan komen, of de rekening moet anders worden verdeeld.
cooperate-ministry-has-no = { $ministry } heeft geen eigen geld; wat samenwerking waard is voor dit ministerie, is dus niet in geld uit te drukken.
cooperate-ministry-could-not = { $ministry } kan alleen niet bereiken wat het samen heeft, zelfs niet met 8 keer het budget. Samenwerking is voor dit ministerie meer dan 7 keer het budget waard.
cooperate-ministry-pays = { $ministry } betaalt { $money }
cooperate-ministry-receives = { $ministry } ontvangt { $money }
cooperate-its-own-weights = Samen slechter af dan alleen, volgens de eigen prioriteiten: { $ministries }.
cooperate-shapley-value-what = `Shapley-waarde`: het eerlijke deel van elk ministerie in de punten die alle budgetten samen halen zonder de eisen van de casus. `eerlijk deel van rekening`: de rekening, verdeeld naar verhouding van de Shapley-waarden. `waarde in geld`: hoeveel extra budget een ministerie nodig heeft om alleen te bereiken wat het samen heeft; leeg als 8 keer het budget niet genoeg is.{ $rule }
cooperate-what-cooperation-worth = Wat samenwerking in geld waard is, is niet bekend: de zoektocht is gestopt.
cooperate-what-cooperation-worth-2 = Wat samenwerking waard is
cooperate-together-no-portfolio = Samen voldoet geen portefeuille aan alle regels van de casus; er valt dus niets te verdelen. `explain` zegt waarom.
cooperate-one-ministry-there = Met één ministerie is er niemand om mee samen te werken en niets te betalen.
cooperate-what-each-has = Er hoeft niets te worden betaald: elk ministerie heeft zijn eerlijke deel al.
cooperate-its-own-weights-no = Volgens de eigen prioriteiten is geen ministerie samen slechter af dan alleen.
cooperate-share-surplus-evenly = Verdeel de meerwaarde als volgt gelijk: { $who }.
cooperate-even-out = Verreken het verschil als volgt: { $who }.
cooperate-joint-objective = gezamenlijke doelwaarde
cooperate-alone-side-side = Alleen, naast elkaar, samen
cooperate-alone-ministry-chooses = Alleen kiest een ministerie volgens de eigen prioriteiten uit wat het volledig mag betalen; de eisen van de casus gelden daar niet.
cooperate-who-pays-what = Wie waarvoor betaalt, samen
cooperate-also-chosen-alone-who = `ook alleen gekozen door`: de ministeries die dit ook met alleen hun eigen geld zouden kiezen.
cooperate-rules-case-each = Regels van de casus die elke manier overtreedt
cooperate-demands-bind-ministries = Eisen gelden voor de ministeries samen: geen ministerie hoeft er alleen aan te voldoen.
cooperate-fair-division = Een eerlijke verdeling
cooperate-what-each-coalitions = Wat het geld van elke coalitie bereikt
cooperate-joint-points-without = Gezamenlijke punten, zonder de eisen van de casus.
cooperate-joint-objective-2 = Gezamenlijke doelwaarde
cooperate-joint-objective-index = gezamenlijke doelwaarde, indexpunten
explain-can-start-start = kan starten in { $start }
explain-can-start-start-end = kan starten van { $start } tot en met { $end }
explain-can-be-left-out = Weglaten kost geen punten: de kandidaat kan weg.
explain-can-be-swapped = Weglaten kost geen punten: de kandidaat kan worden ingeruild.
explain-itself-brings = {" "}Op zichzelf levert de kandidaat { $points } punten op.
explain-together-adds-gain = Samen met { $others } voegt de kandidaat { $gain } procentpunt zeggenschap toe bij { $service }.
explain-because-locked-reason = De kandidaat doet mee omdat die erin is vastgezet{ $reason }.
explain-out-because-locked = De kandidaat doet niet mee omdat die eruit is vastgezet{ $reason }.
explain-without-objective-falls = Weglaten kost { $loss ->
        [one] 1 punt
       *[other] { $loss } punten
    }.
explain-without-objective-would = Weglaten levert { $loss ->
        [one] 1 punt
       *[other] { $loss } punten
    } op.
explain-forced-costs-loss = Opnemen kost { $loss ->
        [one] 1 punt
       *[other] { $loss } punten
    }.
explain-forced-in-open = De beste portefeuille met de kandidaat erin is niet bewezen: de zoektocht is gestopt.
explain-forced-out-open = De beste portefeuille zonder de kandidaat is niet bewezen: de zoektocht is gestopt.
explain-objective-would-rise = Opnemen levert { $loss ->
        [one] 1 punt
       *[other] { $loss } punten
    } op.
explain-nothing-stops-from = De kandidaat kan zo bij de beste portefeuille (start { $start }): alleen de rekening verandert.
explain-nothing-stops-from-being = De kandidaat kan zo bij de beste portefeuille (start { $start }): de doelwaarde verandert met { $gain ->
        [one] 1 punt
       *[other] { $gain } punten
    }.
explain-added-best-portfolio = Toevoegen aan de beste portefeuille vanaf { $start } zou dit overtreden: { $broken }
explain-stays-up-to = De kandidaat blijft erin tot { $percent } % van de kosten ({ $bill }).
explain-would-come-at = De kandidaat komt erin bij { $percent } % van de kosten ({ $bill }).
explain-stays-always = De kandidaat blijft erin, zelfs bij 10 keer de kosten.
explain-would-come-if = De kandidaat komt erin met meer dan { $percent } % van de winst.
explain-more-than-factor = Met meer dan { $percent } % van alle budgetten ({ $total } in totaal) kan de kandidaat erbij zonder verlies ten opzichte van de beste portefeuille van nu.
explain-no-portfolio-possible = Er is helemaal geen portefeuille mogelijk; `explain` zonder kandidaat zegt waarom.
explain-best-portfolio-not = De beste portefeuille is niet bewezen: de zoektocht is gestopt.
explain-not-all-turning = Niet alle omslagpunten zijn gevonden: de zoektocht is gestopt.
explain-cannot-start-within = kan niet binnen de looptijd starten
explain-best-portfolio = De kandidaat zit in de beste portefeuille.
explain-not-best-portfolio-2 = De kandidaat zit niet in de beste portefeuille.
explain-not-in-best-found = De kandidaat zit niet in de beste gevonden portefeuille.
explain-without-no-portfolio = Zonder de kandidaat is geen portefeuille mogelijk: die is onmisbaar.
explain-without-both = Zonder de kandidaat neemt de beste portefeuille { $comes } op en laat { $goes } vallen.
explain-without-comes = Zonder de kandidaat neemt de beste portefeuille { $comes } op.
explain-without-goes = Zonder de kandidaat laat de beste portefeuille { $goes } vallen.
explain-no-portfolio-possible-2 = Met de kandidaat is geen portefeuille mogelijk.
explain-objective-stays-same = Opnemen kost geen punten: de kandidaat kan er net zo goed in.
explain-would-come-only = De kandidaat komt er alleen in als die (vrijwel) niets kost.
explain-would-not-come = De kandidaat komt er zelfs gratis niet in.
explain-would-not-come-even = De kandidaat komt er zelfs met 10 keer de winst niet in.
explain-even-times-all = Zelfs met 3 keer alle budgetten kan de kandidaat er niet zonder verlies bij.
explain-what-moves = Wat de kandidaat verandert
explain-before-nothing-chosen = Aan het einde van de looptijd. Voor: er is niets gekozen; na: met de beste portefeuille waar de kandidaat in zit.
explain-costs-public = { $candidate } kost { $bill } aan publiek geld en { $when }.{ $points }
explain-could-up-to = De kandidaat kan erin tot { $percent } % van de kosten ({ $bill }).
explain-could-always = De kandidaat kan erin, zelfs bij 10 keer de kosten.
explain-for-reason = {" "}({ $reason })
explain-in-best-found = De kandidaat zit in de beste gevonden portefeuille.
explain-why = Waarom { $candidate }?
explain-with-both = Met de kandidaat neemt de beste portefeuille { $comes } op en laat { $goes } vallen.
explain-with-comes = Met de kandidaat neemt de beste portefeuille { $comes } op.
explain-with-goes = Met de kandidaat laat de beste portefeuille { $goes } vallen.
importance-best-portfolio-has =
    De beste portefeuille heeft { $candidates ->
        [one] 1 kandidaat
       *[other] { $candidates } kandidaten
    }, een doelwaarde van { $objective } punten en een rekening van { $cost }.
importance-hardest-replace-without = { $candidate } is het moeilijkst te vervangen: weglaten kost { $loss ->
        [one] 1 punt
       *[other] { $loss } punten
    }.
importance-irreplaceable-without-any = Onmisbaar (geen portefeuille is mogelijk als een van deze wordt weggelaten): { $candidates }.
importance-best-portfolio-not = De beste portefeuille is niet bewezen, dus vervangingskosten en prijzen ook niet: ze gaan uit van de beste die is gevonden.
importance-what-each-candidate = Wat elke kandidaat en elke regel waard is
importance-replacement-cost-what = `vervangingskosten`: de punten die verloren gaan als alleen deze kandidaat verplicht eruit gaat (als die erin zit) of erin komt (als die eruit is). Alleen negatief als dat een vastzetting opheft.
importance-replacement-cost = vervangingskosten
importance-candidates-each-forced = Elke kandidaat, verplicht eruit of erin
importance-rules-each-left = Elke regel, weggelaten
importance-price-what-objective = `prijs`: de punten die erbij komen zonder alleen deze regel. Bij een budget: als dat ministerie in dat jaar zoveel had als ooit bruikbaar is.
importance-what-cut-first = Waarop eerst te bezuinigen
importance-each-smaller-budget = Elk kleiner budget behoudt alleen investeringen van het grotere erboven. `vrije keuze`: de beste doelwaarde voor dat budget als elke investering mag worden gekozen.
importance-replacement-cost-2 = Vervangingskosten
importance-objective-lost-without = verlies aan doelwaarde bij weglaten, indexpunten
impossible-loose-may-larger =
    { $repairs ->
        [one] 1 reparatie is
       *[other] { $repairs } reparaties zijn
    } mogelijk groter dan nodig: de zoektocht is gestopt.
impossible-best-portfolio-unproven =
    De beste portefeuille van { $cases ->
        [one] 1 gerepareerde casus
       *[other] { $cases } gerepareerde casussen
    } is niet bewezen: de zoektocht is gestopt.
impossible-no-portfolio-possible =
    Geen portefeuille is mogelijk: { $rules ->
        [one] 1 regel kan
       *[other] { $rules } regels kunnen
    } niet samengaan.
impossible-no-portfolio-possible-because = Geen portefeuille is mogelijk, door één enkele regel: { $only }.
impossible-little-can-repair = De kleinste wijziging die helpt: { $repair }
impossible-repairs-below-cheapest = De goedkoopste reparatie hieronder: { $changes }; { $price }.
impossible-loosening-most-rules = Tot { $most_rules } regels versoepelen is niet genoeg.
impossible-these-all-ways = Dit zijn alle reparaties die hoogstens { $most_rules } regels versoepelen (bewezen).
impossible-these-found-loosen = Deze { $found } reparaties versoepelen de minste regels; er kunnen er meer zijn.
impossible-extra-budget-unit = extra budget{ $unit }
impossible-which-rules-conflict = Welke regels botsen, is niet bekend: de zoektocht is gestopt.
impossible-whether-portfolio-possible = Of een portefeuille mogelijk is, is niet bekend: de zoektocht is gestopt.
impossible-smaller-set-rules = Mogelijk botsen minder regels al: voor een van de controles was er te weinig tijd.
impossible-there-may-other = Er kunnen andere reparaties zijn: de zoektocht is gestopt.
impossible-whether-portfolio-possible-2 = Is een portefeuille mogelijk?
impossible-why-no-portfolio = Waarom geen portefeuille mogelijk is
impossible-portfolio-keeps-all = Er is een portefeuille mogelijk die aan alle regels voldoet; er valt dus geen conflict uit te leggen.
impossible-no-portfolio-possible-2 = Geen portefeuille is mogelijk.
impossible-costs-no-money = dat kost geen geld
impossible-costs-money = dat kost { $money }
impossible-this-one-loosens = Deze reparatie versoepelt de minste regels; er kunnen er meer zijn.
impossible-rules-cannot-hold = Regels die niet kunnen samengaan
impossible-without-any-one = Laat er een vervallen, en de andere kunnen samengaan.
impossible-extra-budget = extra budget
impossible-what-would-make = Wat het mogelijk zou maken, op volgorde van prijs
impossible-least-extra-budget = Eerst het minste extra budget, dan de hoogste doelwaarde. Elke wijziging is zo klein mogelijk (geld en percentages tot op 0,01), en een reparatie heeft al haar wijzigingen nodig. `status` is die van de beste portefeuille na de reparatie.
impossible-extra-budget-each = Extra budget van elke reparatie
pareto-front-not-complete =
    Het front is niet volledig: de zoektocht is gestopt. { $proven } van { $points ->
        [one] 1 getoond punt
       *[other] { $points } getoonde punten
    } { $proven ->
        [one] ligt
       *[other] liggen
    } er bewezen op; er kunnen er meer zijn. De markeringen gelden voor wat is gevonden.
pareto-pairs-pairs-values = Deze { $pairs } waardenparen liggen verspreid over het front: geen portefeuille overtreft een ervan op beide waarden. Er kunnen andere tussen liggen; de markeringen gelden voor de getoonde paren.
pareto-pairs-pairs-values-beaten = Geen portefeuille overtreft een van deze { $pairs } waardenparen op beide waarden. Een gewogen som zou ze { $unsupported ->
        [0] allemaal
       *[other] op { $unsupported } na allemaal
    } vinden.
pareto-pairs-found-so-far =
    { $pairs ->
        [one] 1 waardenpaar
       *[other] { $pairs } waardenparen
    } tot nu toe gevonden.
pareto-nearest-ideal = Het dichtst bij het ideaal: { $values }.
pareto-equal-sacrifice = Met een gelijk offer: { $values }.
pareto-no-point-front = Er is nog geen punt van het front gevonden.
pareto-one-portfolio-has = Eén portefeuille heeft het beste van beide: het front is één punt.
pareto-front = Het front
pareto-comes-goes-out = `komt erin` en `gaat eruit` vergelijken met de rij erboven; in de eerste rij komen alle investeringen erin. `doelwaarde` telt ook directe punten mee; winst volgens de prioriteiten van een ministerie doet dat niet.
pareto-how-much-front = Hoeveel van het front elke kandidaat bevat
pareto-core-index = kernindex
pareto-core-every-portfolio = Kern: in elke portefeuille van het front, welke stemmen ook gelden; nooit: in geen enkele.
pareto-against = { $up } tegen { $across }
pareto-pair = { $up } { $up_value }, { $across } { $across_value }
pareto-own = Uw eigen portefeuille: { $values }.
pareto-own-breaks =
    Uw eigen portefeuille: { $values }; ze overtreedt { $rules ->
        [one] 1 regel
       *[other] { $rules } regels
    }.
robust-smallest-maximum-regret = De kleinste maximale spijt is niet bewezen: ze kan lager zijn dan wat is gevonden, maar niet lager dan { $bound }.
robust-name-portfolio = { $name ->
        [recommended] De aanbevolen portefeuille
       *[other] De portefeuille { $name }
    }
robust-core-indices-count = Voor deze werelden tellen kernindexen de beste portefeuille die is gevonden.
robust-recommended-portfolio-not = Het is niet bewezen dat de aanbevolen portefeuille de beste van de casus is.
robust-analysis-was-stopped = De analyse is gestopt voordat ze bij de stem was.
robust-not-all-stretches = Niet alle bereiken van de stem zijn bewezen.
robust-smallest-maximum-regret-not = De kleinste maximale spijt is niet bekend: de zoektocht is gestopt voordat een portefeuille was gevonden.
robust-smallest-maximum-regret-not-known = De kleinste maximale spijt is niet bekend: daarvoor is de bewezen beste van de casus en van elk scenario nodig.
robust-how-choice-holds = Hoe goed de keuze standhoudt als de getallen onzeker zijn
robust-no-portfolio-possible = In geen enkele wereld is een portefeuille mogelijk.
robust-no-world-has = Er is nog voor geen enkele wereld een portefeuille gevonden.
robust-recommended-portfolio-also = Van alle portefeuilles die aan de regels van de casus voldoen, heeft de aanbevolen ook de kleinste maximale spijt (bewezen).
robust-no-portfolio-keeps = Geen portefeuille die aan de regels van de casus voldoet, heeft een kleinere maximale spijt (bewezen).
robust-no-portfolio-keeps-rules = Geen portefeuille voldoet aan de regels van de casus, dus geen enkele heeft een kleinste maximale spijt.
robust-your-own-portfolio = Uw eigen portefeuille
robust-portfolio-smallest-maximum = De portefeuille met de kleinste maximale spijt
robust-regret-each-world = Spijt in elke wereld
robust-regret-index-points = spijt, indexpunten (– waar regels zijn overtreden of de beste niet bekend is)
robust-breaks-rules =
    ; ze overtreedt regels in { $broken } van { $worlds ->
        [one] 1 wereld
       *[other] { $worlds } werelden
    }
robust-core-borderline-exterior = Kern, wisselend en nooit
robust-core-index-part = `kernindex`: het deel van de werelden (de casus, de scenario's, willekeurige trekkingen) waarvan de beste portefeuille de kandidaat bevat. Als meerdere portefeuilles even goed zijn, telt die welke zou worden aanbevolen.
robust-its-regret = spijt ervan
robust-its-index = haar index
robust-worlds-regrets = Werelden en spijt
robust-regret-empty-where = Een spijt is leeg als de portefeuille in die wereld regels overtreedt of de beste niet bewezen is. De beste doelwaarde en wat de portefeuilles hebben, is winst ten opzichte van nietsdoen in die wereld: die groeit ook waar zonder hen alles slechter is. `haar index`: de index met de portefeuille in die wereld.
robust-regret-over-scenarios = { $subject } heeft over de casus en de scenario's een grootste spijt van { $regret } punten, alleen naar de doelwaarde{ $world }{ $rules }.
robust-regret-in-case = { $subject } heeft in de casus een grootste spijt van { $regret } punten, alleen naar de doelwaarde{ $world }{ $rules }.
robust-over-voice-2 = Over de stem
robust-each-row-best = Elke rij is de beste portefeuille voor elke stem in haar bereik.
robust-judged-portfolios = De beoordeelde portefeuilles
robust-largest-regret-over = `grootste spijt`: over de casus en de scenario's, alleen naar de doelwaarde, ook als regels zijn overtreden. `binnen de regels`: de grootste over de werelden waar de portefeuille aan de regels voldoet, met de willekeurige trekkingen erbij.
robust-core-index = Kernindex
robust-part-worlds = deel van de werelden
takeover-title = Wat een koper van buiten moet winnen
takeover-not-so = Wat er over overnames staat volgt niet uit de casus.
takeover-unknown = Te veel houders, of belangen met te veel cijfers, om na te gaan: { $services }.
takeover-not-proven = Een ergere aanval is misschien mogelijk: de zoektocht sloot die niet uit.
takeover-no-table = Er is geen dienst met een tabel van houders doorgenomen.
takeover-fill = Over overnames is niets te zeggen zolang de tabel met houders niet zegt wie wat heeft.
takeover-open = Een koper van buiten kan de zeggenschap winnen in { $before } van de { $services } diensten met houders als niets wordt gekozen, en in { $after } met de portefeuille.
takeover-none-for-money = Geen dienst is voor geld over te nemen: de houders die een koper nodig heeft, hebben geen prijs in de tabel van houders.
values-all = alle
values-any-amount = onbeperkt
takeover-any-money = Met onbeperkt geld
takeover-with = Met { $money }
takeover-worst = { $budget } kan een aanvaller hoogstens { $before } indexpunten wegnemen als niets wordt gekozen, en { $after } met de portefeuille, voor { $price }.
takeover-worst-before = { $budget } kan een aanvaller hoogstens { $before } indexpunten wegnemen als niets wordt gekozen, voor { $price }, en met de portefeuille geen enkel.
takeover-cheapest = Met de portefeuille is { $service } het goedkoopst over te nemen: voor { $price }.
takeover-take = Om de zeggenschap te nemen
takeover-take-note = Een koper heeft meer stemmen nodig dan het quotum. `minst`: hoeveel houders genoeg zijn, de grootste. `prijs`: de goedkoopste belangen die genoeg zijn; leeg waar de houders geen prijs hebben. `verlies`: de indexpunten aan het eind van het laatste jaar die met de dienst verloren gaan; wat rechten geven blijft.
takeover-block = Om het land te blokkeren
takeover-block-note = Zoveel stemmen dat het land het quotum niet haalt, ook niet samen met alle anderen.
takeover-exposed = Wie van wie afhangt
takeover-exposed-note = Stemmen met de portefeuille aan het eind van het laatste jaar. Wie de zeggenschap heeft, beslist alleen; wie blokkeert, houdt alle anderen van een besluit af.
takeover-portfolio = De portefeuille
takeover-attacks = De ergste aanval
takeover-attacks-note = Welke diensten een aanvaller neemt die met zijn geld de meeste indexpunten wil wegnemen. Geen keuze van diensten is erger. Wie geen prijs heeft, verkoopt niets: een verlies van 0 kan dus ook betekenen dat er prijzen ontbreken.
takeover-measures = Kopen, beschermen, verbieden
takeover-measures-note = Elke kandidaat apart, vanaf de eerste mogelijke start. Kopen maakt overnemen en blokkeren duurder en geeft macht. Een recht houdt zijn macht, van wie de dienst ook is. Een verbod houdt een overname tegen en geeft geen macht; blokkeren blijft mogelijk. Geen van de drie helpt als een buitenlands bevel de dienst stillegt: dat doet alleen een eigen alternatief.
takeover-lost = Verlies bij elke dienst die over te nemen is
takeover-objective-lost = verlies aan doelwaarde, indexpunten
fortify-title = Hoe duur overnames te maken zijn
fortify-not-so = Wat er over het versterken staat volgt niet uit de casus.
fortify-higher-floor = de portefeuille bij een hogere ondergrens
fortify-asking-floor = de beste portefeuille zonder overname voor { $floor } of minder
fortify-asking-service = of { $service } duurder te maken is
fortify-asking-less = portefeuilles die minder te winnen laten
fortify-none-counts = Van geen dienst is een prijs van overname bekend die hoger kan worden.
fortify-impossible = Geen portefeuille voldoet aan alle regels, dus is ook geen overname duurder te maken.
fortify-now = Met de beste portefeuille is { $services } het goedkoopst over te nemen, voor { $price }.
fortify-nobody-now = Met de beste portefeuille kan niemand de zeggenschap in een van de bekeken diensten kopen, tegen geen enkele prijs.
fortify-nobody-then = Overnames zijn onmogelijk te maken: er is een portefeuille waarmee niemand de zeggenschap in een van de bekeken diensten kan kopen. De beste daarvan heeft { $objective } indexpunten, { $lost } minder.
fortify-no-dearer = Geen portefeuille laat de goedkoopste overname meer kosten.
fortify-highest = De goedkoopste overname is hoogstens { $price } te laten kosten. De beste portefeuille daarvoor heeft { $objective } indexpunten, { $lost } minder.
fortify-so-far = De goedkoopste overname is { $price } te laten kosten, misschien meer. De beste portefeuille daarvoor heeft { $objective } indexpunten, { $lost } minder.
fortify-stuck = Wat er ook met de andere diensten gebeurt, geen portefeuille maakt het duurder om { $services } over te nemen. Met een takeover_floor van 0 daar laat deze analyse zien hoe duur de andere te maken zijn.
fortify-no-price = Geen enkel belang heeft een prijs, dus is niets te zeggen over { $services }.
fortify-not-for-sale = Houders zonder wie niemand de zeggenschap krijgt, verkopen niet, naar de prijzen te oordelen: { $services }. Of zij anders te winnen zijn, is niet bekeken.
fortify-lifted = Buiten beschouwing, omdat de takeover_floor 0 is: { $services }.
fortify-by-name = Buiten beschouwing, omdat de prijs afhangt van wie het land koopt: { $services }.
fortify-highest-open = De goedkoopste overname is misschien nog duurder te maken: de zoektocht sloot dat niet uit.
fortify-least-open = Er is misschien minder te winnen over te laten: de zoektocht sloot dat niet uit.
fortify-wins = { $budget } wint een aanvaller bij de beste portefeuille { $won } indexpunten: { $services }.
fortify-wins-nothing = { $budget } kan een aanvaller bij de beste portefeuille niets overnemen.
fortify-wins-always = { $budget } wint een aanvaller bij de beste portefeuille { $won } indexpunten: { $services }. Geen portefeuille laat minder over.
fortify-wins-less = { $budget } wint een aanvaller bij de beste portefeuille { $won } indexpunten: { $services }. Een andere portefeuille laat er { $least } over en heeft zelf { $lost } indexpunten minder.
fortify-floors = Hoe duur de goedkoopste overname te maken is
fortify-floors-note = Elke rij is de beste portefeuille waarin geen dienst voor minder dan `goedkoopste overname` is over te nemen; leeg: niemand kan er een overnemen. `verlies`, `komt erin` en `gaat eruit` zijn ten opzichte van de beste portefeuille. De prijzen zijn die aan het eind van het laatste jaar.
fortify-services = Wat elke dienst kost om over te nemen
fortify-services-note = `prijs vooraf`: als niets wordt gekozen. `prijs, beste`: met de beste portefeuille. `prijs, duurste`: met de portefeuille die de goedkoopste overname het meest laat kosten; of de dienst over te nemen is en van wie, geldt voor die portefeuille. Een prijs is leeg waar de zeggenschap niet te koop is. `niet duurder`: geen portefeuille maakt de dienst duurder, wat er ook met de andere gebeurt.
fortify-attacks = Wat er te winnen blijft
fortify-attacks-note = Elke rij is de beste portefeuille van alle die minder te winnen laten dan de rij erboven. `te winnen`: waarvoor de diensten tellen die de ergste aanval neemt, in indexpunten bij volle zeggenschap. `verlies`, `komt erin` en `gaat eruit` zijn ten opzichte van de beste portefeuille.
fortify-chart = Wat een duurdere goedkoopste overname kost
fortify-chart-across = de goedkoopste overname kost minstens, { $unit }
fortify-for-no-money = Geen overname, voor geen enkel bedrag
fortify-for-money = Geen overname voor minder dan { $price }
fortify-leaving = Nog { $won } punten te winnen
events-title = Overname, stillegging, uitval
events-not-so = Wat er over gebeurtenissen staat volgt niet uit de casus.
events-not-reached = Wat de gebeurtenissen raken is niet uitgerekend.
events-no-law = Geen dienst valt onder het recht van een ander land, zodat geen buitenlands bevel er een kan stilleggen.
events-worst-law = Een bevel onder het recht van { $law } legt { $before } diensten stil als niets wordt gekozen, en { $after } met de portefeuille: { $tasks }.
events-tasks-of = { $percent } % van wat telt voor { $ministry }
events-no-chain = Geen dienst noemt andere waarvan hij afhangt, zodat elke dienst op zichzelf staat.
events-worst-outage =
    Als { $service } uitvalt, { $before ->
        [one] valt 1 andere dienst
       *[other] vallen { $before } andere
    } mee uit als niets wordt gekozen, en { $after } met de portefeuille.
events-weakest = Telt elke dienst naar zijn zwakste laag, dan is de index { $before } als niets wordt gekozen en { $after } met de portefeuille; de diensten zelf zouden { $whole } geven.
events-next = Het volgende geld doet het meest bij { $layer }: { $candidate } geeft { $adds } punten naar de zwakste lagen, voor { $cost }.
events-services = Wat elke dienst kan overkomen, en zijn zwakste laag
events-services-note = Alles met de portefeuille, aan het eind van het laatste jaar. `overname`: of er houders te winnen zijn die samen beslissen; leeg zonder tabel van houders. `stil door recht van`: het recht waaronder een bevel de dienst stillegt, ook via wat hij nodig heeft. `stil door uitval`: hoeveel diensten stilvallen als hij uitvalt, hijzelf meegeteld. `zwakste laag`: van de dienst en alles wat hij nodig heeft de laag met de minste macht.
events-laws = Stillegging: wat een bevel onder buitenlands recht raakt
events-laws-note = Een dienst valt stil als zijn jurisdiction het recht noemt en er geen eigen alternatief van kracht is, of als een dienst stilvalt die hij nodig heeft. Belangen helpen niet. De kolommen van een ministerie zeggen hoeveel van wat voor dat ministerie telt stilvalt, in procent.
events-tasks-before = { $ministry }, % voor
events-tasks-after = { $ministry }, % na
events-stops = Welke diensten een buitenlands bevel stillegt
events-stops-note = `via`: wat de dienst nodig heeft, tot aan de dienst die het bevel stillegt.
events-outages = Uitval: wat met één dienst stilvalt
events-outages-note = De zeggenschap blijft waar die is. Elke dienst die andere nodig hebben valt alleen uit; een dienst waarvan de reserve van kracht is gaat door.
events-layers = Welke laag het volgende geld moet verbeteren
events-layers-note = `houdt tegen`: diensten waarvan dit de zwakste laag is. `tegengehouden`: de punten die de index naar de zwakste lagen erbij krijgt als deze laag alle macht heeft. De kandidaat komt alleen bij de portefeuille, bij zijn eerste mogelijke start, wat de budgetten ook zeggen; `per geld`: de punten per eenheid van zijn rekening. De eerste rij brengt het meest voor zijn geld.
events-alternatives = Wat diensten laat doorgaan
events-alternatives-note = Elke kandidaat die een stillegging of uitval voorkomt. `laat doorgaan`: de diensten die alleen daardoor doorgaan. Een alternatief vervangt zijn eigen dienst: wat die nodig heeft, moet zelf een alternatief hebben.
events-services-stop = diensten die met de portefeuille stilvallen
words-unknown = Wat de casus niet weet
words-unknown-note = Wat in opmerkingen bij diensten en kandidaten na `unknown:` staat.
changes-title = Wat wijzigingen aan het plan opleveren
changes-fewest-of-best = de beste die het minst aan het plan verandert
changes-with-so-many = de beste met hoogstens { $count ->
    [one] 1 wijziging
   *[other] { $count } wijzigingen
 }
changes-plan-with =
    { $count ->
        [one] Het plan met 1 wijziging
       *[other] Het plan met { $count } wijzigingen
    }
changes-count =
    { $count ->
        [one] 1 wijziging
       *[other] { $count } wijzigingen
    }
changes-name-the-plan = Er is geen plan om van uit te gaan: zet kandidaten in uw eigen portefeuille, of kies bij de opties een voorstel (op de opdrachtregel: --own met een bestand of de naam van een voorstel).
changes-leaving-costs = Met de kandidaten van het plan zoals ze zijn is het beste { $objective } indexpunten: { $less } minder dan het allerbeste.
changes-leaving-impossible = De kandidaten van het plan kunnen niet blijven zoals ze zijn: geen jaren en aandelen houden zich aan alle regels.
changes-leaving-unknown = Of de kandidaten van het plan kunnen blijven zoals ze zijn, is nog niet bekend.
changes-plan-breaks =
    { $broken ->
        [one] Zoals het er ligt, met zijn jaren en aandelen, overtreedt het plan 1 regel.
       *[other] Zoals het er ligt, met zijn jaren en aandelen, overtreedt het plan { $broken } regels.
    }
changes-to-the-best =
    { $count ->
        [0] De kandidaten van het plan zijn die van een beste portefeuille.
        [one] Met 1 wijziging is het beste bereikt, { $best } indexpunten.
       *[other] Met { $count } wijzigingen is het beste bereikt, { $best } indexpunten; met minder niet.
    }
changes-most-by = Wijziging { $count } levert het meest op: { $gain } indexpunten meer dan met één wijziging minder.
changes-steps = De beste portefeuille bij elk aantal wijzigingen
changes-note = Een wijziging is een kandidaat die erin komt of eruit gaat; jaren en aandelen mogen anders zijn. `meer`: dan met een wijziging minder.
changes-objective-by-changes = Doelwaarde naar aantal wijzigingen
pillars-each-its-part = de beste portefeuille waarin elke pijler zijn deel draagt
pillars-title = Wat elke pijler draagt
pillars-none = Geen kandidaat noemt een pijler.
pillars-most-money = Het meeste geld gaat naar { $pillar }: { $percent } % van de rekening van de beste portefeuille.
pillars-even-costs = Als elke pijler minstens { $least } % van de rekening draagt, heeft de beste portefeuille { $objective } punten, { $less } minder.
pillars-even-impossible = Geen portefeuille laat elke pijler minstens { $least } % van de rekening dragen.
pillars-even-unknown = Of elke pijler minstens { $least } % van de rekening kan dragen, is nog niet bekend.
pillars-not-reached = Naar de beste portefeuille waarin elke pijler zijn deel draagt, is niet gezocht.
pillars-carry = De pijlers van de beste portefeuille
pillars-even = De beste portefeuille waarin elke pijler zijn deel draagt
pillars-best-portfolio = De beste portefeuille
pillars-portfolios = De portefeuilles
pillars-of-bill = procent van de rekening
pillars-note = `verlies zonder`: de punten die de portefeuille verliest zonder de keuzes van de pijler. `op zichzelf`: de punten van die keuzes alleen. Wat pijlers samen bereiken, gaat zonder elk van hen verloren en bereikt geen van hen alleen. De laatste twee kolommen gaan over de portefeuille waarin elke pijler zijn deel draagt.
pillars-ways = Van de rekening van de beste portefeuille bestaat { $orders } uit opdrachten met de Staat als launching customer; anderen leggen { $others } bij; zonder de portefeuille verliest elk ministerie naar zijn eigen gewichten minstens { $for_all } punten.
pillars-short = Zelfs als geen andere pijler iets hoeft te dragen, is zoveel te veel voor { $pillars }.
pillars-most = Het meeste dat elke pijler kan dragen is { $percent } %: de beste portefeuille heeft dan { $objective } punten.
pillars-most-none = Nog geen 1 % van de rekening kan door elke pijler worden gedragen.
pillars-most-unsure = Misschien is er een betere portefeuille waarin elke pijler zoveel draagt als hij kan.
pillars-with-percent = De beste portefeuille waarin elke pijler { $percent } % draagt
pillars-do = Wat de pijlers doen
pillars-do-note = `opdrachten`: de rekening van opdrachten met de Staat als launching customer (instrument `launching_customer`). `van anderen`: wat anderen naast de rekening betalen; `hefboom`: dat bedrag per eenheid publiek geld. `verlies voor` een ministerie: wat zijn index zonder deze keuzes verliest, naar zijn eigen gewichten; `verlies voor alle`: het kleinste daarvan, dat beide samen winnen.
pillars-picks = De keuzes van elke pijler
pillars-picks-note = Het startjaar in de beste portefeuille, in die waarin elke pijler zijn deel draagt, en in uw eigen portefeuille; leeg waar de keuze er niet in zit.
pillars-partners = Wat de ministeries aan elkaar hebben
pillars-partners-note = `winst naar eigen prioriteiten`: wat de portefeuille het ministerie geeft naar zijn eigen gewichten. `verlies alleen`: wat het daarvan verliest als de andere niets betalen, zodat alleen overblijft wat het zelf geheel betaalt.
pillars-no-portfolio = Nog geen portefeuille. ‹optimise› zoekt de beste; op het scherm van de kandidaten zet ‹candidates/toggle-own› er een in uw eigen portefeuille.
pillars-heading = Pijler; punten verlies zonder
pillars-heading-ways = Wat het doet; punten zonder
pillars-head-leverage = hefboom
pillars-all-picks = alle keuzes
pillars-all-picks-before = alle keuzes, voor de wijziging
pillars-all-picks-own = alle eigen keuzes
pillars-way-order = launching customer
pillars-way-others = anderen betalen mee
pillars-way-interwoven = meer ministeries wegen het
pillars-column-even = { $percent } %
pillars-column-even-help = Het startjaar in de portefeuille waarin elke pijler { $percent } % van het geld draagt.
pillars-column-lost = De punten die de portefeuille verliest zonder alleen deze keuze.
pillars-column-others = Wat anderen naast de publieke rekening betalen.
pillars-column-does = wat ze doet
pillars-column-does-help = Of de keuze een opdracht is met de Staat als launching customer, of anderen meebetalen, en of ze een dienst raakt die meer dan een ministerie weegt.
pillars-no-orders = Geen opdracht als launching customer;
pillars-orders-are = Launching customer { $orders } ({ $percent } %);
pillars-no-others = anderen leggen niets bij.
pillars-others-add = anderen leggen { $others } bij, hefboom { $leverage }.
pillars-loses = { $name } { $lost } van { $gain }
pillars-without-others = Verlies zonder { $ministries ->
    [2] het andere ministerie
   *[other] de andere ministeries
}: { $losses }.
pillars-own-without-others = Uw eigen: { $losses }.
pillars-one-ministry = Er is geen tweede ministerie dat meebetaalt.
pillars-no-names = Geen kandidaat noemt een pijler; daarvoor is de kolom bij de kandidaten.
pillars-looking = De beste met gelijke delen wordt gezocht, { $seconds } s: tot nu toe { $best }, hoogstens { $bound }.
pillars-waiting = Het zoeken naar gelijke delen begint als de lopende analyse klaar is.
pillars-how-to-look = ‹pillars/run› zoekt de beste portefeuille waarin elke pijler { $least } % van het geld draagt.
pillars-even-with = Met elk { $percent } %
pillars-even-is = { $with }: { $objective } punten, { $less } minder; { $enter } erin, { $leave } eruit (‹pillars/sentences› noemt ze).
pillars-at-most = Elk { $least } % kan niet; hoogstens { $percent } %
pillars-even-open = Dit is niet bewezen.
pillars-even-stale = Voor de laatste wijziging: { $told } ‹pillars/run› zoekt opnieuw.
pillars-cut-ways = Naar wat elke keuze doet; een keuze kan meer dingen doen.
pillars-cut-named = Naar de pijler die de casus noemt.
pillars-pick = { $name } ({ $year }, { $money } { $unit })
pillars-come-in = Komt erin ({ $count }):
pillars-go-out = Gaat eruit ({ $count }):
pillars-figures-mean = Punten: wat de portefeuille verliest zonder de keuzes van de pijler. Wat pijlers samen bereiken, gaat zonder elk van hen verloren, zodat deze niet optellen. Onder een ministerie: wat het daarvan verliest naar zijn eigen gewichten. Hefboom: wat anderen betalen per eenheid publiek geld. Zonder het geld van de andere blijven alleen de keuzes over die een ministerie zelf geheel betaalt.
pillars-none-to-take = Die portefeuille is er nog niet: ‹run› zoekt hem.
pillars-all-same = Elke keuze zit in alle getoonde portefeuilles.
pillars-lost-of = verlies voor { $ministry }
pillars-money = Geld per pijler, { $money_unit }
pillars-orders = launching customer
pillars-other-public = ander publiek geld
pillars-others = van anderen
pillars-bar = { $cost } + { $others }; { $lost } punten verlies zonder
stress-worst-portfolio-scenario =
    Het ergste scenario voor de portefeuille is { $scenario }: met haar is de index daar { $index }, { $lost ->
        [one] 1 punt
       *[other] { $lost } punten
    } lager dan in de casus, en { $services ->
        [one] 1 dienst staat
       *[other] { $services } diensten staan
    } lager.
stress-gain-grows =
    In { $scenarios ->
        [one] 1 scenario
       *[other] { $scenarios } scenario's
    } groeit haar winst ten opzichte van nietsdoen terwijl de index daalt: zonder haar zou alles nog slechter zijn.
stress-broken-hits-breaks =
    De portefeuille overtreedt regels in { $broken } van { $scenarios ->
        [one] 1 scenario
       *[other] { $scenarios } scenario's
    }.
stress-portfolio-under-each = De portefeuille in elk scenario
stress-case-has-no = De casus heeft geen scenario's.
stress-no-scenario-answered = Er is nog geen scenario doorgerekend.
stress-no-scenario-does = De index met de portefeuille daalt in geen enkel scenario.
stress-regret-what-best = `index daar`: de index met de geteste portefeuille in dat scenario; `indexverlies`: hoeveel lager die is dan in de casus. `winst daar` is de winst ten opzichte van nietsdoen in dat scenario, en `winstverlies` hoeveel kleiner die is dan in de casus. `spijt`: hoeveel meer de beste portefeuille in dat scenario heeft; alleen getoond als de geteste portefeuille aan de regels van het scenario voldoet. De laatste kolommen noemen de kandidaten die de beste portefeuille toevoegt en die ze laat vallen.
stress-services-stand-lower = Diensten die zakken
stress-rules-portfolio-breaks = Overtreden regels
stress-lost-each-scenario = Indexverlies in elk scenario
stress-grid = De scenario's: welke diensten in elk lager staan
stress-grid-power-lost = verlies aan macht
stress-index-lost = indexpunten lager dan in de casus, met de portefeuille
stress-scenarios = Scenario's
words-spending-over-time = Uitgaven door de tijd
words-answers-not-proven =
    { $count ->
        [one] 1 antwoord is
       *[other] { $count } antwoorden zijn
    } niet bewezen: de zoektocht is gestopt. De kolom bovengrens zegt wat niet kan worden overschreden.
words-found-so-far =
    { $count } tot nu toe gevonden: de zoektocht naar meer is niet afgerond.
words-spent-unit = uitgegeven{ $unit }
alternatives-no-portfolio-possible = Geen portefeuille is mogelijk.
alternatives-no-portfolio-found-before = Er is geen portefeuille gevonden voordat de zoektocht werd gestopt.
importance-no-portfolio-possible-prices = Geen portefeuille is mogelijk. De prijzen laten zien welke regel, als alleen die wordt weggelaten, er een mogelijk zou maken.
importance-no-portfolio-found-before = Er is geen portefeuille gevonden voordat de zoektocht werd gestopt.
cooperate-nobody-worse-off-than = Daarmee is niemand slechter af dan alleen: geen ministerie betaalt meer dan samenwerking het waard is.
cooperate-surplus-money-negative-no = De meerwaarde in geld is negatief: geen enkele betaling kan beide ministeries minstens zo goed af laten zijn als alleen.
cooperate-somebody-pays-more-than = Daarmee betaalt minstens één ministerie meer dan samenwerking het waard is.
cooperate-whether-leaves-everybody-well = Of elk ministerie daarmee minstens zo goed af is als alleen, is niet bekend.
cooperate-receives-payment-gives-both = {" "}`ontvangt`: de betaling die elk ministerie de helft geeft van wat samenwerking voor beide waard is; negatief: het betaalt.
cooperate-receives-pays-above-fair = {" "}`ontvangt`: wat het nu boven zijn eerlijke deel van de rekening betaalt. Negatief: het betaalt de rest van dat deel, maar niet meer dan samenwerking het waard is.
cooperate-points-to-ministry = { $points } voor { $ministry }
cooperate-pooled-more = Met alle budgetten bij elkaar en zonder de eisen van de casus: { $whole } gezamenlijke punten, { $more } meer dan met die eisen. Een eerlijke verdeling daarvan (Shapley): { $parts }.
cooperate-pooled-less = Met alle budgetten bij elkaar en zonder de eisen van de casus: { $whole } gezamenlijke punten, { $less } minder dan met die eisen. Een eerlijke verdeling daarvan (Shapley): { $parts }.
robust-over-worlds =
    { $worlds ->
        [one] 1 wereld
       *[other] { $worlds } werelden
    }
robust-over-some-worlds =
    { $answered } van { $worlds ->
        [one] 1 wereld
       *[other] { $worlds } werelden
    } ({ $without } zonder beste portefeuille)
robust-over-candidates =
    Over { $over }, van { $candidates ->
        [one] 1 kandidaat
       *[other] { $candidates } kandidaten
    }: { $core } kern (in elke beste portefeuille), { $borderline } wisselend (in sommige) en { $exterior } nooit (in geen enkele).
robust-in-world = {" "}(in { $world })
compare-no-named-unit = { $portfolio } zonder genoemde eenheid
compare-in-money = In { $unit }.
compare-in-unit = { $portfolio } in { $unit }
compare-metrics = Kerncijfers
compare-objective = Doelwaarde
compare-spent-in-year = in { $year }
compare-spent-on-domain = aan { $domain }
budget-frontier-unit-money = geldeenheid
budget-frontier-steps = Stappen
importance-up-cost-public-bill = {" "}`erin tot kosten van`: de hoogste publieke rekening waarbij een beste portefeuille de kandidaat nog bevat, tot op 1 % van die rekening; `altijd`: zelfs bij 10 keer de kosten; `nooit`: zelfs niet gratis.

## report/document

table-kept-rest-more = { $kept } en nog { $rest }
table-title-money-money = { $title }, geld in { $money }

## report/formats

csv-there-no-table = Er is geen tabel `{ $name }`.
csv-tables-known = De tabellen zijn { $known }.
csv-there-no-table-write = Er is geen tabel om te schrijven.
csv-other-formats-say = Schrijf een ander formaat, zoals .md: daarin staat waarom.
markdown-inputs-read-from =
    ## Invoer
    {""}
    Gelezen uit { $path }.
    {""}
    { $table }
    {""}
markdown-changed-this-run =
    Alleen voor deze berekening gewijzigd; de tabellen van de casus blijven zoals ze zijn:
    {""}
    {""}
formats-cannot-export-ending = Exporteren naar .{ $ending } kan niet.
formats-ending-says-what = De extensie van de bestandsnaam bepaalt wat er wordt geschreven: { $formats }.
formats-format-endings-what =
    | formaat | extensies | wat wordt geschreven | wat ontbreekt |
    | --- | --- | --- | --- |
    {""}
formats-formats = Formaten: { $formats }.
formats-nothing = Niets.
text-this-run-only = alleen voor deze berekening: { $change }
text-inputs-path-sha = Invoer in { $path } (SHA-256)
text-long-lists-shortened-here = Lange lijsten zijn hier ingekort; de andere formaten tonen ze volledig.

## rules

told-candidate-number-candidate = kandidaat nummer { $candidate } staat niet in de casus
told-candidate-may-chosen = { $candidate } mag maar één keer worden gekozen
told-at-least-domains =
    uiterlijk eind { $last_year } { $domains ->
        [one] moet minstens 1 domein
       *[other] moeten minstens { $domains } domeinen
    } het doel halen
told-name-has-no = { $name } kan in geen enkel jaar starten: het venster loopt van { $start_from } tot en met { $start_to } en de laatste kosten mogen niet na { $last_year } vallen
told-name-may-start = { $name } mag alleen starten in { $start }
told-name-may-start-only = { $name } mag alleen starten in { $start } tot en met { $end }
told-shares-bill-name = de aandelen in de rekening van { $name } moeten samen 100 % zijn
told-shares-bill-name-must = de aandelen in de rekening van { $name } moeten samen 100 % zijn, waarbij { $list }
told-ministry-may-spend = { $ministry } mag in { $year } hoogstens { $budget } uitgeven{ $carried }
told-ministry-may-spend-years = { $ministry } mag in de jaren { $from } tot en met { $to } hoogstens { $amounts } uitgeven{ $carried }
told-carries-nothing = { $ministry } mag geen geld doorschuiven naar het volgende jaar
told-carries-at-most = { $ministry } mag hoogstens { $percent } % van het budget van een jaar doorschuiven naar het volgende
told-ministry-at-least = { $ministry } moet over de hele looptijd minstens { $amount } betalen
told-ministry-at-most = { $ministry } mag over de hele looptijd hoogstens { $amount } betalen
told-what-all-public = { $percent } % van alle publieke uitgaven
told-domain-map = het domein { $domain }
told-instrument-instrument = het instrument { $instrument }
told-pillar-pillar = de pijler { $pillar }
told-service-must-hold = { $service } moet eind { $last_year } minstens de macht van { $name } hebben ({ $power })
told-takeover-must-cost = een overname van { $service } moet eind { $last_year } minstens { $amount } kosten
told-this-holds-spare = hieraan is voldaan (ruimte: { $amount })
told-this-broken = hieraan is niet voldaan (verschil: { $amount })
told-shown-points-control =
    { $points ->
        [one] 1 procentpunt
       *[other] { $points } procentpunt
    } zeggenschap
told-shown-power = { $power } macht
told-shown-index-points =
    { $points ->
        [one] 1 punt
       *[other] { $points } punten
    }
told-this-asks-nothing = dit geldt niet, want de kandidaat zelf is niet gekozen
told-nobody-takes-it = hieraan is voldaan: niemand kan de dienst overnemen
told-this-binds-nothing = dit knelt: er is geen ruimte over
told-this-holds = hieraan is voldaan
told-this-broken-2 = hieraan is niet voldaan
told-this-broken-not = hieraan is niet voldaan: de kandidaat is niet gekozen
told-this-broken-chosen = hieraan is niet voldaan: de kandidaat is gekozen
told-locked-must-chosen = is erin vastgezet: moet worden gekozen
told-locked-out-must = is eruit vastgezet: mag niet worden gekozen
words-names-rest-more = { $names } en nog { $rest }
told-besides-carries-over = , plus wat is doorgeschoven
told-pays-share = { $ministry } { $percent } % betaalt
told-pays-shares = { $ministry } { $least } tot { $most } % betaalt
told-years =
    { $years ->
        [one] 1 jaar
       *[other] { $years } jaar
    }
told-domains =
    { $domains ->
        [one] 1 domein
       *[other] { $domains } domeinen
    }
told-candidates =
    { $candidates ->
        [one] 1 kandidaat
       *[other] { $candidates } kandidaten
    }
told-spending-at-least = de publieke uitgaven voor { $scope } moeten over de hele looptijd minstens { $amount } zijn
told-spending-at-most = de publieke uitgaven voor { $scope } mogen over de hele looptijd hoogstens { $amount } zijn

## rules/relations

at-least-at-least-relation = van { $list } { $count ->
        [one] moet er minstens één
       *[other] moeten er minstens { $count }
    } worden gekozen
at-least-at-least-least =
    Er moeten er minstens { $least } worden gekozen, maar er { $members ->
        [one] is maar 1 lid.
       *[other] zijn maar { $members } leden.
    }
at-least-at-least-least-chosen =
    Er moeten er minstens { $least } worden gekozen, maar { $left ->
        [0] dat kan bij geen enkel lid: alle zijn eruit vastgezet of kunnen nooit starten.
        [one] dat kan bij slechts 1 lid: de andere zijn eruit vastgezet of kunnen nooit starten.
       *[other] dat kan bij slechts { $left } leden: de andere zijn eruit vastgezet of kunnen nooit starten.
    }
at-least-lower-count-name = Verlaag count of noem meer leden.
at-least-at-least-always = De regel heeft geen effect: minstens 0 is altijd waar.
at-least-delete-row-raise = Verwijder de rij of verhoog count.
at-least-take-locks-away = Maak kandidaten los of verlaag count.
at-most-at-most-relation = van { $list } mogen er hoogstens { $count } worden gekozen
at-most-at-most-most = De regel heeft geen effect: hoogstens { $most } van { $members } leden is altijd waar.
at-most-at-most-most-may = Er mogen er hoogstens { $most } worden gekozen, maar deze moeten worden gekozen: { $few }.
at-most-delete-row-lower = Verwijder de rij of verlaag count.
at-most-take-locks-away = Maak kandidaten los of verhoog count.
excludes-at-most-one = van { $list } mag er hoogstens één worden gekozen
excludes-these-exclude-each = Deze sluiten elkaar uit, maar moeten alle worden gekozen: { $few }.
excludes-take-all-but = Laat er hoogstens één vastgezet, of verwijder de relatie.
requires-candidate-id-can = De kandidaat { $id } kan nooit worden gekozen: die vereist kandidaten die eruit zijn vastgezet ({ $few }).
requires-candidate-id-starts = De kandidaat { $candidate } start uiterlijk in { $latest }, maar vereist { $required }, die op zijn vroegst in { $start } start.
requires-lock-out-well = Zet ook deze kandidaat eruit vast, of maak de andere los.
synergy-list-together-add =
    { $list } voegen samen { $control_gain ->
        [one] 1 procentpunt
       *[other] { $control_gain } procentpunt
    } zeggenschap over { $service } toe
synergy-synergy-never-comes = De synergie kan nooit ontstaan, want er zijn leden eruit vastgezet: { $few }.
synergy-synergy-adds-no = De synergie voegt geen zeggenschap toe.
synergy-write-control-gain = Schrijf een control_gain boven 0, of verwijder de rij.
requires-widen-one-two-windows = Verruim een van de twee vensters: wat vereist is, mag niet later starten.
requires-which-starts-no-later = die niet later start
requires-none-which-starts-later = waarvan er geen later start
requires-requires = { $candidate } vereist { $others }, { $later }

## session

bulk-rest-not-number = `{ $rest }` is geen getal.
bulk-no-cell-column = Geen enkele cel van `{ $column }` bevat hier een getal; =v vult er een in.
bulk-write-multiply-add = Schrijf *1.1 om te vermenigvuldigen, +2 of -2 om op te tellen, =v om in te vullen.
bulk-cost-sum-several = De kosten zijn de som van meerdere jaren: alleen een factor zoals *1.1 kan ze alle wijzigen.
bulk-changes-nothing-here = Dat verandert hier niets.
comparison-name-case-was = { $name }, in de casus zoals die was bij het bewaren
comparison-best-case-name = de beste portefeuille van de casus { $name }
comparison-own-portfolio-kept = de eigen portefeuille die bij de casus { $name } is opgeslagen
comparison-portfolio-name-case = de portefeuille { $name } in de casus zoals die nu is
comparison-nothing-chosen = niets gekozen
comparison-best-case-now = de beste portefeuille van de casus zoals die nu is
comparison-your-own-now = uw eigen portefeuille zoals die nu is
comparison-country-if-nothing = het land als er niets gebeurt
new-case-new-case-number = Nieuwe casus, { $number } van 4: { $title }
new-case-defence-economy = defensie economie
new-case-folder-name-small = Geef de map een naam met kleine letters, cijfers, - en _, zoals mijn-plan.
new-case-two-years-which = Geef het eerste en dan het laatste jaar, zoals 2027-2034.
new-case-at-least-one = Geef minstens één id, met kleine letters, cijfers, - en _.
rows-each-row-needs = Elke rij heeft een eigen { $column } nodig; wijzig één rij tegelijk.
scenario-overlay-would-count-rows = Dat zou { $count } rijen in scenarios.csv vergen. Dat is te veel.
scenario-overlay-under-scenario-name = Zolang het scenario { $name } aanstaat, kunt u alleen cellen en instellingen wijzigen. { $why } ‹try-on› zet het scenario uit.
settings-text-no-carry = `{ $text }` is geen geldige waarde voor doorschuiven. Schrijf { $all }, of een deel van 0 tot 1.
settings-carry-all = alles
settings-left-out-default = {" "}Standaard: { $default }.
three-way-merge-place-base-here = {" "} { $place }: { $base } naar { $here } hier
three-way-merge-place-base-disk = {" "} { $place }: { $base } naar { $disk } op schijf
three-way-merge-place-base-here-here = ! { $place }: { $base } naar { $here } hier, naar { $disk } op schijf
three-way-merge-same-cells-another = dezelfde cellen, in een andere volgorde of opmaak
three-way-merge-same-settings-other = dezelfde instellingen, met ander commentaar of een andere opmaak
three-way-merge-what-was-changed = wijzigingen op schijf samengevoegd
user-portfolio-they-add-up = De aandelen moeten samen 100 zijn; deze zijn samen { $sum }.
user-portfolio-ministries-whole-percents =
    Geef { $ministries ->
        [one] 1 heel percentage
       *[other] { $ministries } hele percentages
    }, één per ministerie.
validation-no-ministry-text = Er is geen ministerie `{ $text }`. De ministeries staan in de instellingen.
validation-no-rung-text = Er is geen trede `{ $text }`. De treden staan in de instellingen.
validation-no-choice = "{ $text }" is geen van de keuzes: { $list }.
validation-no-holder = `{ $text }` heeft in geen enkele dienst een belang. Wie dat wel heeft, staat in de tabel met houders.
validation-text-cannot-stand = `{ $text }` past niet in de kolom { $column }. { $problem }
validation-there-no-id = Er is geen `{ $id }` in { $file }.
validation-this-needs-value = Hier moet een waarde staan.
validation-from = {" "}Van 0 tot 1.
new-case-name-new-folder-under = De naam van de nieuwe map onder portfolios/. Een casus is één map met CSV-bestanden die elk spreadsheetprogramma opent.
new-case-reports-call-case = De naam van de casus in rapporten.
new-case-first-last-year-plan = Het eerste en het laatste jaar van het plan, zoals 2027-2034. De casus rekent geld, starts en effecten per jaar.
new-case-ids-ministries-pay-separated = De id's van de ministeries die betalen, gescheiden door spaties. Elk heeft een eigen budget, stem en domeingewichten.

## A new case: its title, ministries and ladder, and the comments in case.toml

blank-title = Een nieuwe casus
blank-defence = Ministerie van Defensie
blank-economic-affairs = Ministerie van Economische Zaken
blank-about = Waar de casus over gaat. De tabellen naast dit bestand bevatten de rest:
blank-risk = "expected": een effect telt maal zijn slaagkans; "full": alsof alles slaagt
blank-timing = "final": de macht aan het eind van last_year; "average": het gemiddelde over alle jaren
blank-targets = minstens zoveel domeinen halen hun doel
blank-ministries =
    De ministeries die betalen. De stem van een ministerie is zijn deel in de gezamenlijke gewichten van de domeinen;
    carry_over zegt wat van het budget van een jaar mag doorschuiven: een fractie zoals 0.25, of "all".
blank-ladder = De ladder van zeggenschap: vanaf zoveel zeggenschap (in %, inbegrepen) zoveel macht (0 tot 1).
blank-seat = Zetel aan tafel
blank-seat-confers = recht op een enquête en op een algemene vergadering
blank-blocking = Blokkerende minderheid
blank-blocking-confers = houdt besluiten tegen waarvoor twee derde nodig is
blank-majority = Meerderheid
blank-majority-confers = neemt gewone besluiten en benoemt het bestuur
blank-full = Volledige zeggenschap
blank-full-confers = beslist waarvoor twee derde nodig is

## session/document

access-what-disk-taken = versie op schijf overgenomen
document-label-taken-back = { $label }, ongedaan gemaakt
overlay-scenario-name-can = Het scenario { $name } kan niet meer worden toegepast en staat nu uit: { $error }

## session/edit

difference-row-id-table = De rij { $id } van { $table } { $change }.
difference-more-more = en nog { $more }
scenarios-scenarios-csv-row = scenarios.csv, rij { $row }: { $error }
scenarios-scenario-name-scenarios = het scenario { $name } van scenarios.csv: { $lines }

## session/on_disk

case-one-row-own = Eén rij van { $own_file } kan niet worden gelezen. De rij blijft in het bestand staan, maar zit niet in uw eigen portefeuille.
case-count-rows-own = { $count } rijen van { $own_file } kunnen niet worden gelezen. De rijen blijven in het bestand staan, maar zitten niet in uw eigen portefeuille.
case-unsaved-edits-cannot = Niet-opgeslagen wijzigingen kunnen niet worden bewaard voor een latere sessie, niet naast de casus en ook niet elders: { $why } Sla vaak op: wat niet is opgeslagen, gaat verloren als het programma stopt.
case-error-nothing-lost = { $error } Er is niets verloren: de wijzigingen zijn er nog.
case-sentence-nothing-was = { $sentence } Er is niets geschreven.
case-own-file-cannot = { $own_file } kan niet worden gelezen en wordt daarom niet overschreven met uw eigen portefeuille: { $why } Verplaats of herstel het bestand.
case-files-they-were = de bestanden zoals ze waren toen de wijzigingen werden gemaakt
case-not-utf = het is niet in UTF-8.
case-has-no-columns = het heeft de kolommen candidate en start nodig, gescheiden door komma's.
portfolios-portfolio-was-kept = Een bewaarde portefeuille is overgeslagen. { $error }
portfolios-folder-link-another = { $folder } is een link naar een andere map; daarom wordt er niets uit gelezen en niets in bewaard.

## session/scenarios

cell-there-no-table = Er is geen tabel { $table }. ‹complete› vult de naam van een tabel aan.
cell-changes-count =
    Dit wijzigt { $cells ->
        [one] 1 cel
       *[other] { $cells } cellen
    }.
cell-settings-case-toml = De instellingen van de casus.
cell-another-cell-this = Een andere cel van deze rij is fout: { $why }
cell-row-cannot-done = Deze wijziging kan nog niet worden toegepast: { $why }
cell-there-no-setting = Er is geen instelling { $column }. ‹complete› vult de naam van een instelling aan.
cell-table-table-has = De tabel { $table } heeft geen kolom { $column }. ‹complete› vult de naam van een kolom aan.
cell-scenario-cannot-change = Een scenario kan geen scenario's wijzigen.
line-case-under-would = Met deze wijziging zou de casus fouten hebben. { $message } { $remedy }
line-cells-cells-id = { $cells } cellen; { $id }: { $before } naar { $after }
line-default-now-because = nu { $default }, de standaardwaarde
line-new-budget = Een nieuw budget.
line-nothing-called = Niets in de casus heet "{ $text }". Typ andere woorden van wat verandert.
line-changes-nothing-cell = Dit verandert niets: de cel heeft die waarde al.
line-empty-now = nu leeg
line-several-rows = meerdere rijen
line-every-row = elke rij
scenarios-scenarios-done-count = scenario's { $done } van { $count }
standing-case-under-has = In dit scenario heeft de casus fouten. { $message } { $remedy }
line-sets = vult in
line-adds = telt erbij op
line-takes-from = trekt ervan af
line-multiplies = vermenigvuldigt
scenarios-best-portfolio-each-column = de beste portefeuille van elke kolom
scenarios-recommended-portfolio-case-every = de aanbevolen portefeuille van de casus in elke kolom
scenarios-your-own-portfolio-every = uw eigen portefeuille in elke kolom

## store

dialect-semicolons = puntkomma's tussen de cellen
dialect-tabs = tabs tussen de cellen
dialect-marks = { $mark } tussen de cellen
dialect-decimal-commas = decimale komma's
dialect-signs = duizendtaltekens, tekens van valuta of procenten
dialect-old-lines = regeleinden van heel oude programma's
dialect-read = Gelezen met { $how }.
dialect-nothing = U hoeft niets te doen: wat u wijzigt, wordt op dezelfde manier geschreven.
dialect-header-below = De kopregel lijkt op tekstregel { $line } te staan.
dialect-delete-above = Verwijder wat boven tekstregel { $line } staat.
cell-was-made-date = Een spreadsheet heeft van een bereik zoals 5-10 een dag gemaakt. Schrijf 5..10: dat laat een spreadsheet staan.
cell-was-made-formula = Een spreadsheet zag de wijziging aan voor een formule. Schrijf haar met een woord: set 30, add 2, subtract 2, times 0.9.
tables-header-again = De rij zegt wat de kopregel zegt en is dus geen rij van de tabel.
tables-delete-row = Verwijder de rij.
tables-total-row = De rij heet "{ $name }": waarschijnlijk telt zij andere rijen op, en zij telt ernaast mee.
tables-delete-row-or-rename = Verwijder de rij; telt zij niets op, geef haar dan een andere naam.
store-other-kind = Het is { $kind } en geen tabel. Sla de lijst eerst op als CSV of als werkmap (.xlsx).
typed-two-numbers = "{ $text }" kan twee getallen zijn: { $point } met een decimale punt, { $comma } met een decimale komma. Schrijf het getal dat bedoeld is.
typed-choose = "{ $text }" kan twee getallen zijn. Kies er hieronder een.
typed-by-point = met een decimale punt
typed-by-comma = met een decimale komma
prompt-new-word = { $word } is hier een nieuw woord: bevestig het nog eens om het te gebruiken.
typed-read-as = Gelezen als { $text }
typed-paste-title = Twee manieren om de getallen te lezen
typed-paste-choose = Niets van wat is geplakt zegt wat het teken in "{ $example }" betekent. Met decimale punten is het { $point }, met decimale komma's { $comma }.
dialect-currencies = De bedragen staan in verschillende valuta, zoals { $cells }: ze zijn niet op te tellen.
dialect-one-currency = Reken ze om naar de valuta van de casus.
dialect-doubt = Niets in het bestand zegt wat het teken in "{ $example }" betekent. De kolom { $column } komt uit op { $point } met decimale punten en op { $comma } met decimale komma's.
dialect-doubt-point = Er is gelezen met decimale punten. Zijn het decimale komma's, voeg dan --decimal comma toe, of schrijf de getallen zonder duizendtaltekens.
dialect-doubt-comma = Er is gelezen met decimale komma's. Zijn het decimale punten, voeg dan --decimal point toe, of schrijf één getal zo dat er geen twijfel is, zoals 0,5.
decode-file-holds-bytes = Het bestand bevat bytes die geen tekst zijn.
decode-save-csv-utf = Sla het op als CSV in UTF-8; tot dan wijzigt het programma het niet.
decode-file-not-utf = Het bestand is niet in UTF-8; het lijkt op een oudere codering zoals Windows-1252.
decode-save-csv-utf-will = Sla het op als "CSV UTF-8"; tot dan wijzigt het programma het niet.
import-case-has = De casus heeft { $candidates } in { $domains }, van { $first } tot en met { $last }.
import-subject = wat ervan is begrepen
import-columns = Kolommen
import-left-out = Weggelaten rijen
import-sums = Sommen per jaar, om met de bron te vergelijken
import-sum-list = hele lijst
import-sum-case = in de casus
import-told = Goed om te weten
import-wrong = Eerst op te lossen
import-column-number = kolom { $number }
import-nothing-written = Er is niets geschreven. Zonder --dry-run wordt de casus gemaakt.
import-warning-has-errors =
    Waarschuwing: er { $errors ->
        [one] is eerst een fout
       *[other] zijn eerst { $errors } fouten
    } te herstellen: beslismacht check { $folder }
import-lines-above =
    { $count ->
        [one] De regel boven de kopregel is overgeslagen.
       *[other] De { $count } regels boven de kopregel zijn overgeslagen.
    }
import-name-by-cells = De kolom "{ $heading }" geldt als naam: de teksten daarin onderscheiden de rijen het best.
import-domain-by-cells = De kolom "{ $heading }" geldt als domein: veel rijen delen er een waarde.
import-ministry-by-cells = De kolom "{ $heading }" bevat ministeries: elk betaalt de eigen rijen.
import-one-amount = De lijst heeft één bedrag per rij en noemt geen jaren: alles valt in het eerste jaar, { $year }. Een ander jaar: --base-year.
import-one-amount-at-start = De lijst heeft één bedrag per rij: dat valt in het jaar van de start, of in het eerste jaar, { $year }. Een ander eerste jaar: --base-year.
import-years-from = De lijst telt de jaren vanaf 1: het eerste is { $year }. Een ander jaar: --base-year.
import-row-each-year = De lijst heeft een rij per jaar: de rijen van één kandidaat zijn samengenomen.
import-negated = Alle bedragen zijn negatief; ze zijn daarom gelezen als uitgaven.
import-no-gain = Geen kolom noemt de winst, dus nog geen kandidaat is het kiezen waard. Wijs die aan: --map "KOLOM=gain".
import-no-unit = Nergens staat in welke eenheid de bedragen zijn; er wordt er daarom geen getoond. Noem die: --unit one, thousand of million.
import-unit-from = De eenheid, { $unit }, komt uit "{ $from }". Een andere eenheid: --unit.
import-total-alone =
    { $count ->
        [one] Tekstregel { $lines } is gemarkeerd als totaal en blijft: de groep heeft geen andere rijen.
       *[other] Tekstregels { $lines } zijn gemarkeerd als totaal en blijven: hun groepen hebben geen andere rijen.
    }
import-total-doubtful =
    { $count ->
        [one] Tekstregel { $lines } is de som van rijen erboven. De rij blijft, want ze heet geen totaal; is het er wel een, verwijder haar dan in de lijst.
       *[other] Tekstregels { $lines } zijn sommen van rijen erboven. De rijen blijven, want ze heten geen totaal; zijn ze dat wel, verwijder ze dan in de lijst.
    }
import-total-begins = { $count ->
    [one] Regel { $lines } begint als een totaal en blijft staan als investering: { $names }. Haal die weg als ze andere optelt.
   *[other] De regels { $lines } beginnen als een totaal en blijven staan als investeringen: { $names }. Haal ze weg als ze andere optellen.
}
import-ministries = { $count ->
    [one] Er is één ministerie gevonden: { $names }.
   *[other] Er zijn { $count } ministeries gevonden: { $names }.
}
import-paid-jointly = { $count ->
    [one] Eén rij wordt door meer ministeries samen betaald: { $texts }. De aandelen daarvan zijn vrij.
   *[other] { $count } rijen worden door meer ministeries samen betaald: { $texts }. De aandelen daarvan zijn vrij.
}
import-not-understood = { $count ->
    [one] Eén bedrag is niet begrepen: { $texts }. Het is onbekend en ontbreekt in elke optelling.
   *[other] { $count } bedragen zijn niet begrepen: { $texts }. Ze zijn onbekend en ontbreken in elke optelling.
}
import-past = { $count ->
    [one] { $headings } ligt vóór het basisjaar en is dus verleden tijd: daarvoor wordt niet gepland. Moet dat toch, zeg dan dat de kolom kosten bevat: --map "{ $heading }=t-1".
   *[other] { $headings } liggen vóór het basisjaar en zijn dus verleden tijd: daarvoor wordt niet gepland. Moet dat toch, zeg dan dat de kolommen kosten bevatten: --map "{ $heading }=t-1".
}
import-no-amounts =
    { $count ->
        [one] 1 cel bevat geen bedrag: { $texts }.
       *[other] { $count } cellen bevatten geen bedrag: { $texts }.
    }
import-unread =
    { $count ->
        [one] 1 cel van "{ $heading }" is niet te lezen en blijft leeg: { $texts }.
       *[other] { $count } cellen van "{ $heading }" zijn niet te lezen en blijven leeg: { $texts }.
    }
import-states =
    { $count ->
        [one] 1 rij heeft een status waarvoor het programma geen woord heeft: { $texts }. De kandidaat is vrij; de tekst blijft bewaard.
       *[other] { $count } rijen hebben een status waarvoor het programma geen woord heeft: { $texts }. De kandidaten zijn vrij; de teksten blijven bewaard.
    }
import-filled-down =
    { $count ->
        [one] 1 lege cel van "{ $heading }" krijgt de waarde erboven, zoals bij samengevoegde cellen.
       *[other] { $count } lege cellen van "{ $heading }" krijgen de waarde erboven, zoals bij samengevoegde cellen.
    }
import-added-up =
    { $count ->
        [one] 1 rij van dezelfde kandidaat en hetzelfde jaar is bij een andere opgeteld.
       *[other] { $count } rijen van dezelfde kandidaat en hetzelfde jaar zijn bij andere opgeteld.
    }
import-start-early =
    { $count ->
        [one] 1 kandidaat begon vóór het eerste jaar; de start is daarom het eerste jaar.
       *[other] { $count } kandidaten begonnen vóór het eerste jaar; hun start is daarom het eerste jaar.
    }
import-paid-before =
    { $count ->
        [one] 1 kandidaat kost geld vóór de start die de lijst noemt; die begint daarom in het eerste jaar.
       *[other] { $count } kandidaten kosten geld vóór de start die de lijst noemt; ze beginnen daarom in het eerste jaar.
    }
import-lines-joined = Teksten van meer regels zijn op één regel gezet.
import-ids-made =
    { $count ->
        [one] 1 rij kreeg een id van kleine letters, cijfers en underscores.
       *[other] { $count } rijen kregen een id van kleine letters, cijfers en underscores.
    }
import-id-again = Tekstregel { $line }: een andere rij heeft de id { $id } al; deze rij heet daarom { $given }.
import-ids-again =
    { $count ->
        [one] Nog 1 rij heeft een id dat een andere rij ook heeft, en kreeg een ander.
       *[other] Nog { $count } rijen hebben een id dat een andere rij ook heeft, en kregen een ander.
    }
import-alternatives =
    { $count ->
        [one] 1 groep alternatieven: daarvan is er hooguit één te kiezen (excludes).
       *[other] { $count } groepen alternatieven: van elk is er hooguit één te kiezen (excludes).
    }
import-predecessors =
    { $count ->
        [one] 1 kandidaat heeft eerst een andere nodig (requires).
       *[other] { $count } kandidaten hebben eerst een andere nodig (requires).
    }
import-predecessor-near = "{ $name }", die "{ $candidate }" eerst nodig heeft, is geen van de kandidaten. Bedoelt u "{ $near }"?
import-predecessor-missing = "{ $name }", die "{ $candidate }" eerst nodig heeft, is geen van de kandidaten.
import-predecessors-missing =
    { $count ->
        [one] Nog 1 voorganger is geen van de kandidaten.
       *[other] Nog { $count } voorgangers zijn geen van de kandidaten.
    }
import-shares-rounded =
    { $count ->
        [one] De aandelen van 1 kandidaat zijn afgerond op hele procenten.
       *[other] De aandelen van { $count } kandidaten zijn afgerond op hele procenten.
    }
import-shares-uneven =
    { $count ->
        [one] De ministeries delen 1 kandidaat niet elk jaar gelijk; een casus heeft één aandeel voor alle jaren, dat van het geheel.
       *[other] De ministeries delen { $count } kandidaten niet elk jaar gelijk; een casus heeft één aandeel voor alle jaren, dat van het geheel.
    }
import-shares-odd =
    { $count ->
        [one] De aandelen van 1 kandidaat tellen niet op tot 100 %; ze blijven daarom open.
       *[other] De aandelen van { $count } kandidaten tellen niet op tot 100 %; ze blijven daarom open.
    }
import-budget-all = Er is geen budget gegeven, dus er is geld voor alles: het budget van elk jaar is wat de hele lijst kost. Geef er een met --budget, of later met optimise --budget.
import-budget-divided = Het budget is over jaren en ministeries verdeeld zoals de kosten van de lijst.
import-unused = De kolom "{ $heading }" kan ook bedoeld zijn; die blijft bewaard en telt niet mee. Gebruik hem: --map.
import-sum-differs =
    { $count ->
        [one] De kolom "{ $heading }" is in 1 rij niet de som van de andere (tekstregel { $line }).
       *[other] De kolom "{ $heading }" is in { $count } rijen niet de som van de andere (de eerste is tekstregel { $line }).
    }
import-odd-decimals =
    { $count ->
        [one] 1 getal heeft drie decimalen tussen hele getallen: "{ $text }" op tekstregel { $line }. Het is gelezen met het teken van de rest van het bestand; kijk of een duizendtal is bedoeld.
       *[other] { $count } getallen hebben drie decimalen tussen hele getallen; het eerste is "{ $text }" op tekstregel { $line }. Ze zijn gelezen met het teken van de rest van het bestand; kijk of duizendtallen zijn bedoeld.
    }
import-no-base-year = De kolom "{ $heading }" noemt een jaar na een basisjaar, en nergens staat welk jaar dat is.
import-several-currencies = De bedragen staan in verschillende valuta, { $currencies }: ze zijn niet op te tellen.
import-currency-on-line = { $currency } (regel { $line })
import-one-currency = Reken ze om naar één valuta, of laat de andere rijen weg: --only KOLOM=TEKST.
import-say-base-year = Noem het: --base-year 2027.
import-too-many-years = De casus zou lopen van { $first } tot { $last }; dat is meer dan 100 jaar.
import-too-many-columns = De lijst heeft { $count } kolommen; het programma leest er hooguit { $most }.
import-save-fewer-columns = Bewaar hem zonder de kolommen die geen plan nodig heeft.
import-denied = De kolom "{ $heading }" klinkt als { $role }, maar de cellen niet; die blijft bewaard en telt niet mee.
import-figures-unused =
    { $count ->
        [one] De kolom { $headings } bevat getallen en telt niet mee. Gebruik hem: --map.
       *[other] De kolommen { $headings } bevatten getallen en tellen niet mee. Gebruik er een: --map.
    }
import-no-row-left = Er blijft geen rij over: geen enkele heeft een bedrag in een kolom met kosten.
import-look-at-columns = Kijk hoe elke kolom is gelezen, en wijs het aan met --map.
import-no-such-column = Er is geen kolom "{ $name }".
import-columns-are = De kolommen zijn { $names }.
import-others = Anderen
import-general = Algemeen
mapping-comment =
    Hoe `beslismacht import` een lijst leest; gebruik het opnieuw met --mapping.
    Kolommen naar hun kop: wat elk ervan is.
mapping-heading-and-role = "{ $text }" zegt niet welke kolom wat is. Schrijf de kop, = en wat het is: --map "boe_amt=cost".
mapping-heading-and-texts = "{ $text }" zegt niet welke rijen meetellen. Schrijf de kop, = en de tekst van die rijen: --only "Status=akkoord".
mapping-unknown-role = Een kolom is niet te lezen als "{ $text }".
mapping-roles = Wel als { $words }.
mapping-no-toml = Het is geen TOML: { $error }
mapping-unknown-key = Een toewijzing heeft geen sleutel "{ $key }".
mapping-keys = De sleutels zijn { $keys }.
mapping-wrong-value = De waarde van { $key } kan niet { $value } zijn.
mapping-one-of = Kies uit { $words }.
mapping-pattern = "{ $text }" zegt niet waar het jaar staat. Schrijf {"{}"} daarvoor: "FY{"{}"}".
mapping-currency = Schrijf de code van een munt, zoals EUR.
mapping-wrong = De toewijzing { $file } is niet te gebruiken. { $why }
mapping-saved = { $file } geschreven. Lees de volgende lijst net zo met --mapping.
import-no-column-file = Het programma herkent geen kolomnaam in { $file }: { $sheet }.
import-no-column-tells = Geen kolom noemt het domein; alle kandidaten komen daarom in het domein general.
import-no-service-no = Er zijn geen diensten of effecten bekend: voeg services.csv en effects.csv toe om op zeggenschap te plannen in plaats van op punten.
import-no-column-holds = Geen kolom bevat id's; ze worden daarom van de namen gemaakt.
open-file-settings-file = Het bestand { $settings_file } ontbreekt.
open-there-folder-where = Waar het bestand { $name } hoort te staan, staat een map.
open-there-thing-where = Waar het bestand { $name } hoort te staan, staat { $thing }.
open-file-name-link = Het bestand { $name } is een link naar een bestand dat er niet is.
open-file-name-link-file = Het bestand { $name } is een link naar een bestand buiten de map van de casus en wordt daarom niet gelezen.
open-file-name-cannot = Het bestand { $name } kan niet worden gelezen: de toegang is geweigerd.
open-file-name-cannot-read = Het bestand { $name } kan niet worden gelezen: { $why }.
open-file-name-not = Het bestand { $name } hoort niet bij de casus en wordt daarom niet gelezen.
open-did-you-mean = Bedoelt u { $file }? Hernoem het bestand.
portfolio-column-name-stands = De kolom { $name } staat meer dan één keer in de kopregel.
portfolio-column-visible-names = De kolom { $column } noemt geen ministerie.
portfolio-there-no-candidate = Er is geen kandidaat "{ $id }".
portfolio-start-id-empty = De start van { $id } is leeg, maar deze kandidaat kan in meerdere jaren starten, of in geen enkel jaar.
portfolio-share-text-range = Het aandeel { $text } is een bereik; een portefeuille moet precies zeggen wat elk ministerie betaalt.
portfolio-portfolio-has-no = De portefeuille heeft geen kolom candidate.
portfolio-begin-file-header = Begin het bestand met een kopregel: candidate,start en share_<ministry> voor elk ministerie.
portfolio-use-id-ministry = Gebruik de id van een ministerie van de casus.
portfolio-use-id-candidate = Gebruik de id van een kandidaat van deze casus.
portfolio-write-year-which = Schrijf het jaar waarin de kandidaat start.
portfolio-write-one-whole = Schrijf één heel percentage.
quick-file-file-empty = Het bestand { $file } is leeg.
quick-file-file-has = Het bestand { $file } heeft geen rij onder de kopregel; er is dus niets te kiezen.
quick-add-column-from = Voeg de kolom { $from } toe aan de kopregel.
quick-rename-column-visible = Hernoem de kolom { $written } tot { $name }.
quick-table-has-no = De tabel heeft geen kolom { $from }.
quick-column-from-stands = De kolom { $from } staat meer dan één keer in de kopregel en maar één ervan kan tellen.
quick-columns-from-say = De kolommen "{ $to }" en "{ $from }" betekenen hetzelfde en maar één ervan kan tellen.
quick-cell-from-empty = De cel { $from } is leeg.
quick-write-row-each = Schrijf een rij voor elke kandidaat.
quick-fill-write-where = Vul de cel in; schrijf 0 voor niets.
target-shown-file-case = { $path } kan niet worden geschreven: het is een bestand van de casus { $case }.
target-shown-what-read = { $path } kan niet worden geschreven: het is een invoerbestand ({ $file }).
unread-file = { $file } kan pas worden vergeleken als het kan worden gelezen. { $message } { $remedy }
unread-file-cannot-edited = { $file } kan pas worden gewijzigd als het kan worden gelezen. { $message } { $remedy }
import-begin-file-header-such = Begin het bestand met een kopregel zoals candidate,name,domain,cost,gain.
open-add-least-format-first = Voeg het toe met minstens format, first_year, last_year en een [[ministry]]; of begin met een nieuwe casus: beslismacht new DIR maakt er een.
quick-write-header-such-candidate = Schrijf een kopregel, zoals candidate,cost,gain, en een rij voor elke kandidaat.
quick-general = Algemeen
import-joint = Gezamenlijk
quick-the-table-named = De tabel { $table }
quick-the-table = De tabel
open-rename-folder-put-file = Hernoem de map en zet het bestand daar neer.
open-take-away-put-file = Verwijder het en zet het bestand zelf daar neer; er is niets uit gelezen.
open-put-file-itself-there = Zet het bestand zelf daar neer, of verwijder de link.
open-put-file-itself-folder = Zet het bestand zelf in de map van de casus.
open-ask-whoever-owns-file = Vraag de eigenaar van het bestand om leesrechten.
open-fix-replace-file = Herstel of vervang het bestand.
file-is-folder = het is een map, geen bestand
file-is-pipe = het is een pipe, geen bestand
file-is-socket = het is een socket, geen bestand
file-is-device = het is een apparaat, geen bestand
file-is-link = het is een link, en het programma volgt daar geen links
file-is-shared = het is een andere naam voor een bestand elders
file-link-dangling = het is een link naar een bestand dat er niet is
file-link-outside = het is een link naar een bestand buiten de map van de casus
store-no-folder = Er is geen map { $folder }. Controleer het pad, of maak daar een nieuwe casus met `beslismacht new`.
store-no-case = De map { $folder } bevat geen casus: er staat geen case.toml in. Noem de map waar die wel in staat.
store-changed-on-disk = Op schijf gewijzigd sinds deze casus is gelezen: { $files }. Daarom is er niets geschreven. Bekijk beide versies en sla dan op over de versie op schijf, of lees die opnieuw.
store-not-text = { $file } is niet in UTF-8 en kan daarom niet zonder verlies worden geschreven. Sla het elders op als CSV in UTF-8 en open de casus dan opnieuw.
store-not-empty = De map { $folder } is niet leeg; er is niets geschreven. Noem een nieuwe map.
store-unread = { $file } kon niet worden gelezen en wordt daarom niet overschreven. Herstel het bestand op schijf en open de casus dan opnieuw.
store-busy = Een andere sessie leest of schrijft de bestanden van { $folder } en komt niet klaar. Ga na of die is gestopt en probeer het opnieuw.
store-unsteady = De bestanden van { $folder } veranderen steeds en kunnen daarom niet samen worden gelezen. Wacht tot wat ze schrijft klaar is en probeer het opnieuw.
store-locked = De casus is elders open ({ $who }). Wijzig hem op één plek; anders moet wat het eerst is opgeslagen, met de hand worden samengevoegd.
lock-somebody = Iemand
lock-since = { $who }, sinds { $day }, { $time },
store-failed = { $path }: { $doing } mislukt: { $error }.
part-other = is geen deel van een reeks: { $why }
part-without-checksum = heeft geen controlesom: een eerdere versie van het programma heeft het geschreven, dus niet is na te gaan of het sindsdien is gewijzigd
part-unknown-format = heeft een formaat dat dit programma niet kent
part-changed = is gewijzigd nadat het werd geschreven: de controlesom klopt niet

## store/import

headings-column-visible-nearly = De kolom "{ $written }" lijkt op { $column }.
headings-would-both-read = zouden allebei als { $target } worden gelezen
headings-columns-visible-visible = De kolommen "{ $first }" en "{ $second }" { $why }, en maar één ervan kan tellen.
headings-no-column-called = Geen kolom heeft een naam voor kosten; elke kandidaat zou dus gratis zijn. De kolommen zijn { $names }.
headings-give-name-if-means = Geef hem die naam, of zeg het: --map "{ $heading }={ $column }". Betekent hij iets anders: --map "{ $heading }=keep".
headings-say-which = Zeg wat de andere is: --map "{ $heading }=keep" bewaart hem zonder dat hij telt. Of verwijder hem, of geef hem een andere naam.
headings-call-column-costs-cost = Noem de kolom met kosten cost, of wijs hem aan: --map "KOLOM=cost". Is er geen, voeg hem dan toe en schrijf 0 waar een kandidaat niets kost.
headings-both-hold-costs = bevatten allebei kosten

## tui

app-help-shows-every = ‹help› toont alle toetsen, ‹palette› vindt elk commando.
case-table-column-your-own = Een kolom van uzelf: blijft zoals hij is en telt niet mee in de berekening.
case-table-next = nog nodig
key-name-modifier-not = `{ $name }`: `{ $modifier }` is geen ctrl, alt of shift.
key-name-not-key = `{ $name }` is geen toets: schrijf een teken, of een naam zoals enter, esc, ctrl-s of f5.
keymap-keymap-file-not = Het toetsenbestand is geen geldige TOML: { $error }
keymap-keymap-file-has = Het toetsenbestand heeft `{ $context_id }`, maar dat is geen plaats met toetsen. { $known }
keymap-keymap-file-gives = Het toetsenbestand geeft `{ $key }` aan `{ $command }` in [{ $wide_place }] en aan `{ $near_command }` in [{ $near_place }]. Waar beide gelden, wint `{ $near_command }`.
keymap-keymap-file-has-id = Het toetsenbestand heeft `{ $command }` in [{ $place }], maar dat is daar geen commando. { $near }
keymap-keymap-file-gives-id = In het toetsenbestand heeft `{ $id }` een lijst met toetsen nodig, zoals { $id } = ["f5"].
keymap-keymap-file-gives-id-wrong = In het toetsenbestand is een toets van `{ $id }` niet geldig: { $error }
keymap-keymap-file-gives-id-key = Het toetsenbestand geeft `{ $command }` de toets `{ $letter }`, maar in [{ $place }] typt die toets een teken.
keymap-keymap-file-gives-key = In [{ $place }] geeft het toetsenbestand `{ $key }` aan zowel `{ $command }` als `{ $later_command }`; `{ $later_command }` wint.
keymap-places-names = De plaatsen zijn { $names }.
keymap-keymap-file-leaves = Het toetsenbestand laat geen toets over om af te sluiten; Ctrl-c stopt daarom nog steeds het werk en sluit af.
keymap-title-key-name =
    {""}
    ## { $title }
    {""}
    | toets | naam | wat die doet |
    | --- | --- | --- |
    {""}
keymap-keys-beslismacht-command =
    # Toetsen van beslismacht. Een commando dat hier niet staat, houdt zijn eigen toetsen.
    {""}
keymap-keys-made-from =
    # Toetsen
    {""}
    Gemaakt uit de tabel met commando's (`src/tui/update/table.rs`); een test vergelijkt ze. `?` toont hetzelfde in het programma, met uw eigen toetsen.
    Elke toets is te wijzigen: het commando *Schrijf toetsenbestand* (`:`) maakt een bestand met alle toetsen in de map met instellingen, en
    `beslismacht reference keymap` toont het.
    {""}
view-needs-what-what = nodig { $needed_width }x{ $needed_height }, nu { $width }x{ $height }
view-tour-step-tour = Rondleiding, stap { $step } van { $tour }: ‹tour› slaat deze stap over, ‹back› stopt
view-changed-disk-reload = {" "}[gewijzigd op schijf: { $reload } leest opnieuw]
view-nothing-chosen-index = {" "} niets gekozen { $index_before }
view-no-portfolio-possible = geen portefeuille mogelijk, oorzaak zoeken: { $seconds } s
view-at-most-at = , hoogstens { $at_most }
view-own-kept-all = eigen: { $kept } van { $all } te behouden{ $most }, { $seconds } s
view-recommended-before-objective = eerder aanbevolen { $objective };{" "}
view-before-count-press =
    { $before }{ $errors ->
        [one] 1 fout
       *[other] { $errors } fouten
    }: druk op ‹findings›
view-recommended-gain-stale = aanbevolen { $gain }, verouderd
view-rows-set-aside =
    aanbevolen { $gain }, { $rows ->
        [one] 1 rij
       *[other] { $rows } rijen
    } apart gezet
view-recommended-gain-proven = aanbevolen { $gain }, bewezen
view-recommended-gain-not = aanbevolen { $gain }, niet bewezen
view-unsaved-changed-disk = {" "}[niet opgeslagen, gewijzigd op schijf]
view-read-only-own = {" "}[alleen lezen, eigen niet opgeslagen]
view-unsaved-keeping = {" "}[niet opgeslagen, wordt bewaard]
view-disk-hangs = {" "}[de schijf antwoordt niet]
view-unsaved-not-kept = {" "}[niet opgeslagen, geen crashherstel]
case-table-year-which-starts-recommended = Het startjaar in de aanbevolen portefeuille.
case-table-year-which-starts-your = Het startjaar in uw eigen portefeuille; ‹toggle-own› voegt toe of verwijdert.
case-table-whole-public-bill-after = De hele publieke rekening, na cofinanciering; ‹edit› opent de kosten per jaar.
case-table-reach-each-100-public = Bereik per 100 publiek geld.
case-table-index-points-if-power = Hoeveel punten dit de index kan veranderen als macht gelijkmatig met zeggenschap zou stijgen, directe punten meegerekend.
case-table-control-end-horizon-nothing = De zeggenschap aan het eind van de looptijd als er niets wordt gekozen, met het verloop meegerekend.
case-table-control-end-recommended-portfolio = De zeggenschap aan het eind met de aanbevolen portefeuille.
case-table-control-end-your-own = De zeggenschap aan het eind met uw eigen portefeuille.
case-table-rung-end-nothing-chosen = De trede aan het eind als er niets wordt gekozen.
case-table-rung-end-recommended-portfolio = De trede aan het eind met de aanbevolen portefeuille.
case-table-percentage-points-recommended-portfolio = Hoeveel procentpunt er tot de volgende trede nog ontbreekt met de aanbevolen portefeuille, of als er geen is: met niets gekozen.
case-table-ladder-drawn-scale-rungs = De ladder op schaal: de treden, het eind met niets gekozen (open stip) en het eind met de aanbevolen portefeuille (dichte stip).
case-table-where-locked-where-locked = + als de kandidaat erin is vastgezet, - als die eruit is vastgezet; ‹lock-in› en ‹lock-out› wijzigen dat.
tour-case-glance-how-much = Dit is de casus in één oogopslag: hoeveel beslismacht het land nu heeft en hoeveel de aanbevolen portefeuille oplevert. Alle toetsen werken tijdens de rondleiding. Druk op ‹services› voor de diensten.
tour-control-turns-into-power = Zeggenschap wordt stapsgewijs macht: een paar procent erbij kan niets opleveren, of een zetel aan tafel. De ladder onderaan toont hoe ver een dienst van de volgende trede staat. Ga met ‹down› en ‹up› of de pijltjes door de lijst.
tour-could-bring-next-rung = Boven de ladder staat wat de volgende trede kan brengen. Dat zijn kandidaten: investeringen die mogelijk zijn. Druk op ‹candidates› om ze allemaal te zien.
tour-rec-has-start-year = De kolom Aanb toont het startjaar van de kandidaten die het programma aanbeveelt, Eigen dat van de kandidaten die u kiest. Druk op ‹toggle-own› om de kandidaat onder de cursor aan uw eigen portefeuille toe te voegen en zie bovenaan wat dat oplevert.
tour-now-change-assumption-finds = Wijzig nu een aanname. Druk op ‹go-column›, typ cost_1 en druk op ‹list/accept› om naar die kolom te gaan. Druk daar op ‹edit›, typ een getal en druk op ‹line/accept›. Het programma berekent dan zelf een nieuwe aanbeveling, met een nieuw bewijs.
tour-everything-can-taken-back = Alles kan ongedaan worden gemaakt: druk op ‹undo›.
tour-each-ministry-has-money = Elk ministerie heeft elk jaar geld. Wat het niet uitgeeft, schuift door naar het volgende jaar, voor zover de regel voor doorschuiven dat toestaat. Druk op ‹budgets› voor de budgetten.
tour-amount-edited-here-too = ‹edit› wijzigt ook hier een bedrag; de balken tonen wat is besteed, doorgeschoven en over. Druk op ‹portfolio› voor de portefeuille.
tour-recommended-portfolio-press-proof = Dit is de aanbevolen portefeuille; ‹policy-pillars› toont wat elke beleidspijler ervan draagt. Druk op ‹proof› voor het bewijs: geen andere portefeuille die aan alle regels voldoet, levert meer winst op.
tour-case-can-asked-more = U kunt de casus meer vragen: wat meer geld oplevert, wat bijna even goed is, wat in andere scenario's overeind blijft, wat samenwerking waard is. Op een kandidaat zegt ‹explain-candidate› waarom die wel of niet meedoet. Druk op ‹analyses› voor de analyses.
tour-here-runs-analysis-background = Hier voert ‹run› een analyse op de achtergrond uit, terwijl u verder werkt. Druk op ‹scenarios› voor de scenario's.
tour-scenarios = Een scenario zegt wat anders kan lopen: minder geld, een hogere prijs, een bevel uit het buitenland. Hier ziet u wat elk zou veranderen. Druk op ‹compare› om te vergelijken.
tour-compare = Hier staan portefeuilles naast elkaar: wat beide kiezen, wat maar één kiest, en wat het wie kost. Druk op ‹proposals› voor de voorstellen.
tour-proposals = Een voorstel is een portefeuille met een naam, voor ieder die de casus opent. ‹keep› maakt er een; anderen reageren, stemmen in of wijzen af. Dat was alles: ‹help› toont alle toetsen, ‹palette› vindt elk commando, ‹back› stopt.
view-failed-press = mislukt: druk op ‹portfolio›
view-no-candidates-yet-press = nog geen kandidaten: druk op ‹overview›
view-no-recommendation-yet = nog geen aanbeveling: ‹optimise›
view-no-portfolio-possible-press = geen portefeuille mogelijk: druk op ‹portfolio›
view-stopped-none-found = gestopt: geen gevonden
view-all = {" "}alles

## tui/popups

confirm-lines-top-last = regels { $top } tot { $last } van { $lines }; ‹down›, ‹up› en ‹page-down› schuiven
form-cost-year = kosten per jaar
list-sum-sum-mean = , som { $sum }, gemiddelde { $mean }, mediaan { $median }
list-keys-what-they = Toetsen en wat ze doen
list-nothing-matches-erase = Niets gevonden. ‹erase-before› wist een letter.
list-nothing-to-choose = Niets in de lijst past bij "{ $text }": er is niets te kiezen.
merge-key-mine-key = { $mine_key } kiest uw versie, { $theirs_key } die op schijf, { $switch_key } wisselt
merge-changed-here-disk = Hier en op schijf gewijzigd: welke versie blijft?
list-import-title = Van { $file } een casus maken
list-import-keys = { $next } andere betekenis, { $role } intypen, { $unit } eenheid, { $everything } alles, { $accept } casus maken
list-import-heading = kolom
list-import-read-as = gelezen als
list-import-filled = gevuld
list-import-example = voorbeeld
list-import-year = jaar
list-import-left = weggelaten
list-import-more-years =
    { $count ->
        [one] nog 1 jaar
       *[other] nog { $count } jaren
    }
list-import-left-out = Weggelaten rijen: { $rows }.
list-import-nothing-left-out = Elke rij is een kandidaat.
list-import-not-yet = De lijst maakt nog geen casus: de rode regel zegt wat er ontbreekt.
list-import-cannot-read = De lijst is niet te lezen
list-import-which = Van een lijst een casus maken
list-import-which-help = Een bestand met een rij per investering, zoals een spreadsheet het bewaart: XLSX of CSV. Er wordt niets geschreven voordat u de map noemt.
list-import-name-file = Noem het bestand van de lijst.
list-import-list = lijst
list-import-role-of = Wat is "{ $heading }"?
list-import-role-help = Een woord zoals naam, winst of bewaren; een jaar zoals 2027; cost_1 voor het eerste jaar; 2027:defence of share_defence voor één ministerie.
list-import-base-year = Basisjaar
list-import-base-year-help = Het jaar dat koppen t noemen, en het eerste jaar van een lijst die er geen noemt. Leeg: zoals de lijst zegt.
list-import-budget = Budget
list-import-budget-help = Het geld over alle jaren, verdeeld zoals de kosten van de lijst. Leeg: geld voor alles.
list-import-folder = Map van de nieuwe casus
list-import-did-you-mean = Bedoelt u { $near }?
list-import-no-such-role = Een kolom kan naam, id, domein, kosten, winst, bewaren en meer zijn; maak de regel leeg om alles te zien.
list-import-write-year = Schrijf een jaar zoals 2027.
options-key-edits-key = { $edit_key } wijzigt, { $run_key } voert uit, { $back_key } gaat terug.
prompt-accept-accepts-back = { $accept } bevestigt, { $back } gaat terug, { $key } en { $complete } gaan een cel door.
prompt-accept-accepts-back-only = { $accept } bevestigt, { $back } gaat terug.
prompt-accept-accepts-back-goes = { $accept } bevestigt, { $back } gaat terug, { $complete } vult aan.
prompt-file-portfolio = Geef het bestand van een portefeuille.
prompt-folder-case = Geef de map van een casus.
merge-put-them-together-so = {" "}zo samenvoegen
form-effects-service-control-gained = Effecten: dienst, gewonnen zeggenschap (pp), toegekende trede, jaren tot uitgewerkt

## tui/runtime

disk-something-went-wrong = Er ging iets mis bij het lezen of schrijven van een bestand: { $error }
disk-theme-cannot-kept = Het thema kan niet worden opgeslagen: { $error }
disk-your-own-portfolio = Uw eigen portefeuille kan niet worden opgeslagen in de map met instellingen: { $error }
disk-name-cannot-kept = { $name } kan niet worden bewaard in de map van de casus: { $error }
disk-tutorial-case-cannot = De oefencasus kan niet worden gemaakt: { $error }
disk-path-there-already = { $path } bestaat al en is niet overschreven.
disk-path-cannot-written = { $path } kan niet worden geschreven: { $error }.
disk-every-key-path = { $path } bevat nu alle toetsen. Wijzig daar toetsen en start het programma opnieuw.
disk-there-no-folder = De map { $folder } bestaat niet.
disk-written = Geschreven naar { $to }.
disk-case-not-open = De casus is niet meer open.
disk-your-own = van uzelf
disk-there-no-settings = Er is geen map met instellingen om naar te schrijven, want HOME is niet ingesteld. Stel HOME in en start het programma opnieuw.
runtime-settings-toml-not = settings.toml is geen geldige TOML en is overgeslagen: { $error }
runtime-path-cannot-read = { $path } kan niet worden gelezen en is overgeslagen: { $error }.
opening-disk-hangs = De schijf van deze casus antwoordt niet. U kunt doorwerken; wat gelezen of opgeslagen moet worden, wacht.
opening-disk-hangs-kept = De schijf van deze casus antwoordt niet. U kunt doorwerken: niet-opgeslagen wijzigingen worden zolang bewaard in { $path }, en opslaan wacht.
opening-disk-hangs-unkept = De schijf van deze casus antwoordt niet, en niet-opgeslagen wijzigingen kunnen niet elders worden bewaard: { $error } Ze gaan verloren als het programma nu stopt.
opening-disk-answers = De schijf van deze casus antwoordt weer. Wat wachtte, is gedaan.
rescue-step = Wijzigingen uit de tijd dat de schijf niet antwoordde
rescue-no-place = Er is geen andere map voor.
rescue-kept = De schijf van de casus antwoordt niet. Wat niet is opgeslagen, is bewaard in { $path } en wordt aangeboden als de casus weer wordt geopend.
rescue-not-kept = De schijf van de casus antwoordt niet, en wat niet is opgeslagen, kon niet elders worden bewaard: { $error }
rescue-nothing = De schijf van de casus antwoordt niet. Er was niets onopgeslagen.
runtime-terminal = De terminal kan niet worden gebruikt: { $error }.
scenarios-there-no-scenario = Er is geen scenario { $name }.

## tui/screens

budgets-what-portfolio-does = {" "}hoe de { $of } portefeuille de budgetten gebruikt, { $money_unit }{" "}
budgets-spent-has-spent = : { $spent } van { $available } besteed, { $lapsed } vervallen
budgets-what-portfolio-spends = {" "}wat de { $of } portefeuille uitgeeft, { $money_unit }{" "}
budgets-left-over-budget = { $left } boven budget
budgets-carried-out-carried = { $carried_out } doorgeschoven
candidates-starts-first-holds = start in { $first }, van kracht vanaf eind { $in_force }
candidates-starts-first-last = start in { $first }-{ $last }, op zijn vroegst van kracht vanaf eind { $in_force }
candidates-cannot-start-time = kan niet op tijd starten
candidates-plain-paid-others = , waarvan anderen { $percent } % betalen
candidates-moves-moves-chance = Verandert { $moves }; slaagkans { $chance }.
candidates-moves-no-service = Verandert nog geen dienst: ‹edit-row› en dan ‹add-row› voegt een effect toe.
changes-room-more-cells = en nog { $room } cellen
changes-this-scenario-no = Dit scenario is er niet meer; ‹back› gaat terug naar de lijst.
compare-paid-ministry = betaald door { $ministry }
compare-gain-weights-id = winst, prioriteiten van { $id }
compare-looking-best-portfolio = zoekt de beste portefeuille van { $running }
compare-money-left-right = geld in { $left } en in { $right }: niet te vergelijken
compare-money-money-unit = in { $money_unit }, tot { $replace }
compare-one-them-not = één kant is nog niet klaar
compare-own-empty = {" "}(eigen is leeg)
findings-nothing-wrong-this = Er is niets mis met deze casus en er valt niets op te merken.
first-steps-rows-copied-from = Op elk van deze schermen kunt u rijen uit een spreadsheet plakken. Na elke wijziging zoekt het programma de beste portefeuille; toets { $portfolio_key } toont die. Toets { $tour_key } start een rondleiding door de oefencasus.
first-steps-what-this-case = Wat deze casus nog nodig heeft, in deze volgorde
first-steps-what-each-ministry = wat elk ministerie per jaar kan uitgeven
screens-case-has-count =
    De casus heeft { $errors ->
        [one] 1 fout
       *[other] { $errors } fouten
    }; er kan dus niets worden berekend. De bevindingen (toets { $key }) zeggen wat er mis is en hoe dat te herstellen is.
screens-no-row-matches = Geen rij past bij het filter `{ $filter }`. ‹clear-filter› toont weer alle rijen.
screens-title-count-sum = { $title }: { $count }{ $sum }min { $least }  max { $most }
screens-shown-rows-all = {" "}getoond, { $rows } in totaal
overview-end-last-year = eind { $last_year }
overview-mean-first-year = gemiddeld over { $first_year }-{ $last_year }
overview-what-last-count = { $first } tot { $last } van { $count }; ‹overview/down›, ‹overview/up›
overview-name-portfolio = { $name } portefeuille
overview-power-domain = Per domein, { $of }
overview-power-domain-before = Macht per domein, { $of }: voor, na, doel ({ $vertical })
overview-budgets-used-money = Gebruikte budgetten, { $money_unit }; winst naar eigen prioriteiten
overview-recommended-before-last = aanbevolen vóór de laatste wijzigingen
overview-decision-power = Beslismacht, 0-100
overview-no-portfolio-recommended = Er is nog geen portefeuille aanbevolen; ‹optimise› zoekt er een.
overview-its-largest-picks = De grootste investeringen
picker-which-case = Welke casus?
picker-looking-cases = Casussen zoeken...
picker-open-case-opens = ‹open-case› opent, ‹new› maakt een nieuwe casus, ‹tour› start een rondleiding van vijf minuten, ‹help› toont alle toetsen.
portfolio-bill-recommended-plain = rekening: aanbevolen { $recommended }, eigen { $own }
portfolio-your-own-portfolio = Alleen in uw eigen portefeuille. { $candidates }
portfolio-little-can-repair = {" "}De kleinste reparatie: { $repair }
portfolio-no-portfolio-keeps = Geen portefeuille voldoet aan alle regels.{ $repair } Druk op { $portfolio } { $why } voor alle reparaties, de goedkoopste eerst. Deze regels kunnen niet samengaan: { $together }.
portfolio-what-many-candidates =
    en de mogelijke jaren en betalers van { $many ->
        [one] 1 kandidaat
       *[other] { $many } kandidaten
    }
portfolio-what-one-more-unit =
    {""}
    {""}
    Wat één { $unit } meer zou opleveren, in punten. Deze prijzen komen uit de relaxatie van de oplosser, die gedeeltelijke investeringen toestaat: ze tonen waar het geld knelt, maar beloven niets.
    {""}
portfolio-objective-points-distance = { $objective } punten{ $distance } voor { $cost } { $money_unit }:{" "}
portfolio-cannot-measured-while =
    niet te meten zolang de casus { $errors ->
        [one] 1 fout
       *[other] { $errors } fouten
    } heeft
portfolio-best-below-best = {" "}({ $best } onder de beste)
portfolio-best-below-best-known = {" "}({ $best } onder de beste die bekend is)
portfolio-no-portfolio-keeps-every = geen portefeuille voldoet aan alle regels; { $doing }, { $seconds } s; { $stop_key } stopt
portfolio-no-portfolio-keeps-every-rule = uw investeringen passen niet allemaal binnen de regels; zoekt hoeveel er wel kunnen blijven: tot nu toe { $kept }, hoogstens { $at_most }, { $seconds } s; { $stop } stopt
portfolio-conflict-so-far =
    { $rules ->
        [one] Deze ene regel laat geen portefeuille over
       *[other] Tot nu toe is van { $rules } regels bekend dat ze niet samengaan
    }: { $together }.
portfolio-stage-best-best =
    { $stage }: beste { $best }, bovengrens { $bound }, marge { $gap }, { $nodes ->
        [one] 1 knoop
       *[other] { $nodes } knopen
    }, { $seconds } s; { $stop } stopt
portfolio-gain-gain-evaluation = {" "}({ $gain } winst, { $evaluation } direct)
portfolio-objective-index-points =
    { $objective } punten{ $sum } voor { $cost } { $money_unit }, { $evaluation ->
        [one] 1 investering
       *[other] { $evaluation } investeringen
    }
portfolio-bound-bound-gap =
    bovengrens { $bound }, marge { $gap }, { $seconds } s, { $nodes ->
        [one] 1 knoop
       *[other] { $nodes } knopen
    }
portfolio-what-one-candidate = en de mogelijke jaren en betalers van één kandidaat
portfolio-keeps-every-rule = voldoet aan alle regels
portfolio-none-yet = nog geen
portfolio-little-can-repair-2 =
    {""}
    De kleinste reparatie: { $repair }
portfolio-name-value-index = { $name }: { $value } punten
portfolio-this-about-case =
    Dit is van vóór uw laatste wijzigingen.
    {""}
    {""}
portfolio-these-rules-cannot-hold =
    Deze regels kunnen niet samengaan:
    {""}
portfolio-analysis-explain-has =
    {""}
    De analyse `explain` noemt alle reparaties, de goedkoopste eerst, en voert de reparatie uit die u kiest.
    {""}
portfolio-stale-about-earlier = verouderd: van vóór uw wijzigingen
portfolio-no-portfolio-recommended = Er is nog geen portefeuille aanbevolen.
rules-no-portfolio-can =
    Geen portefeuille kan aan deze regel voldoen{ $conflict ->
        [0] {""}
        [one] {" "}samen met de andere strijdige regel
       *[other] {" "}samen met de { $conflict } andere strijdige regels
    }: { $rule }.
rules-no-portfolio-shown = Geen portefeuille die hier wordt getoond, overtreedt een regel.
scenario-grid-gain-points = winst t.o.v. nietsdoen
scenario-grid-index-nothing-chosen = index, niets gekozen
scenario-grid-index-portfolio = index, portefeuille
scenario-grid-nothing-differs-between = Er is geen verschil tussen de casus en deze scenario's.
scenarios-stale-out-date = { $stale } verouderd: ‹scenarios/run-all› voert alles uit
scenarios-no-portfolio-keeps = In dit scenario voldoet geen portefeuille aan alle regels.{ $repair } Deze regels kunnen niet samengaan: { $together }.
scenarios-name-loses-nothing = { $name }: index { $index }, als in de casus
scenarios-no-portfolio-keeps-every = In dit scenario voldoet geen portefeuille aan alle regels. Welke regels botsen, is nog niet bekend.
scenarios-recommended-objective-index = aanbevolen { $objective }, index { $index_after }
scenarios-cells-more = ;  en nog { $cells }
scenarios-rec-loses = aanb. daalt
scenarios-own-loses = eig. verlies
scenarios-case-itself = De casus zelf:{" "}
scenarios-no-recommendation-yet = nog geen aanbeveling
scenarios-no-change-yet = Nog geen wijzigingen. ‹changes› en dan ‹add-change› voegt er een toe. Of zet het scenario aan met ‹try-on›: wat u dan wijzigt, komt erin.
services-holders = Wie heeft { $service }
services-no-row = In deze rij staat geen dienst.
holders-one = { $holder }{ $law }: { $stake } %{ $home }
holders-home = , met het land
holders-price = , te koop voor { $price }
holders-owner = < { $owner }{ $law }: { $stake } % ervan{ $how }{ $end }
holders-owner-no-stake = < { $owner }{ $law }{ $how }{ $end }
holders-owner-decides = , die er beslist
holders-owner-majority = , in de meerderheid
holders-owner-again = , staat er al
holders-top = { $name }{ $law } { $votes } %
holders-tops = Bovenaan de stemmen staan { $tops }.
holders-own = Uiteindelijk is het van { $owners }.
holders-untold = anderen die geen rij noemt { $part } %
holders-own-themselves = De bedrijven erachter bezitten elkaar helemaal, zodat het uiteindelijk van niemand is.
holders-network = Macht aan de top, door alle bedrijven ertussen heen: { $players }. Dat is hoe vaak de eigen stem beslist, van alle manieren waarop de anderen aan de top kunnen stemmen.
holders-network-one = { $name } { $power }
holders-network-between = { $name } tussen { $least } en { $most }
holders-network-circle = Bedrijven erachter bezitten elkaar in een kring en kunnen elkaars stem in stand houden; zeker zijn dan alleen grenzen.
holders-network-untold = Stemmen die geen rij noemt tellen als die van veel kleine houders: de helft stemt voor, de helft tegen.
holders-network-nobody = Erachter staan alleen bedrijven die elkaar bezitten: niemand aan de top heeft een stem.
holders-network-too-many = Macht aan de top wordt hier niet geteld: er mogen hoogstens { $votes } stemmen op één plaats samenkomen, met { $players } partijen aan de top en { $companies } bedrijven ertussen.
holders-nobody = Er staat niemand als houder vermeld. Voeg rijen toe aan de tabel van houders: wie welk deel van de stemmen heeft, en home bij wie met het land meestemt.
holders-banzhaf = de absolute Banzhaf-index
holders-shapley = de Shapley-Shubik-index
holders-votes-decide = Stemmen beslissen: meer dan { $quota } % wint, en macht is { $index }. Het land heeft { $control } %. Zijn belang geeft deze macht:
holders-ladder-decides = In deze casus beslist hier de ladder; de tabel geeft informatie. Als stemmen beslisten, won meer dan { $quota } %, en het land heeft { $control } %. Volgens { $index } gaf zijn belang deze macht:
holders-no-power-now = 0 zoals het nu is
holders-step-from = vanaf { $stake } %: { $power }{ $now }
holders-step-above = boven { $stake } %: { $power }{ $now }
holders-now = {" "}(nu)
holders-fraction = { $decimal }… ({ $fraction })
holders-more-steps =
    nog { $steps ->
        [one] 1 stap
       *[other] { $steps } stappen
    }
holders-in-proportion = Wat het land koopt, koopt het van alle anderen naar verhouding van hun belang.
holders-purchase = { $candidate } koopt alleen { $amount } van { $holder }: { $control } % en macht { $power }; naar verhouding van allen gekocht zou het { $alike } zijn.
holders-sold-first = Wat van een bepaalde houder wordt gekocht, gaat alleen van die houder af; wat slijt is daarvoor naar verhouding naar allen gegaan, en al het andere wordt daarna naar verhouding gekocht. Elke combinatie van zulke aankopen heeft eigen treden.
holders-asked = De zeggenschap overnemen moet eind van de horizon minstens { $least } kosten. Met de zeggenschap van nu { $now }. Het kost genoeg, of niemand kan het, met een zeggenschap { $stretches }.
holders-asked-price = kost het { $price }
holders-asked-nobody = kan niemand dat
holders-stretch = van { $from } tot en met { $to } %
holders-stretch-one = van { $at } %
holders-stretch-on = vanaf { $from } %
sections-votes-decide = Diensten waar stemmen beslissen
sections-votes-note = Macht is de machtsindex van het land onder de houders. De volgende stap is het belang waarbij die hoger wordt; daartussen leveren meer stemmen niets op.
services-drifts-plain-pp = verloop { $points } pp per jaar
services-name-portfolio = met de { $name } portefeuille
services-at-top-its = { $portfolio } bovenaan de ladder
services-name-needs-plain = { $portfolio }, { $rung } vraagt nog { $points } pp
services-can-moved-yes = Kandidaten die dit veranderen ({ $yes } haalt alleen al de volgende trede): { $text }
services-no-drift = geen verloop
services-nothing-chosen = met niets gekozen
services-below-name-from = , onder { $rung } vanaf { $year }
services-no-candidate-moves = Geen kandidaat verandert dit.
story-gives-count-cost =
    { $gives } van { $candidates ->
        [one] 1 kandidaat
       *[other] { $candidates } kandidaten
    }, { $cost } van { $total_budget } { $money_unit }: index { $index_before } naar { $index_after }.
story-targets-missed-count =
    Doelen: { $missed } van { $domains ->
        [one] 1 domein
       *[other] { $domains } domeinen
    } gehaald
story-rungs-climbs-count =
    Treden: { $climbs } van { $services ->
        [one] 1 dienst
       *[other] { $services } diensten
    } hoger aan het eind
story-begin-none-ends = { $begin }, geen lager dan nu.
story-begin-falls-below = { $begin }, { $falls } lager dan nu:{" "}
story-more-more = {" "}en nog { $more }.
story-no-domain-gains = De macht stijgt in geen enkel domein.
story-picks-nothing = Er wordt niets gekozen.
story-index-points = Punten per domein:{" "}
tables-help-add-row = { $help } `‹add-row›` voegt de eerste rij toe, of plak rijen uit een spreadsheet. Het bestand is { $file }.
budgets-ministry = Het ministerie.
budgets-over-all-years-changes = Over alle jaren; ‹bulk› wijzigt elk jaar.
changes-table-case-case-toml = De tabel, of de instellingen van de casus; ‹edit› wijzigt de hele wijziging.
changes-row-s-key-stands = De rij; * staat voor elke rij.
changes-column-key-setting = De kolom, of de instelling.
changes-v-sets-v-v = =v vult in, +v en -v tellen op, *v vermenigvuldigt.
changes-stands-there-before-change = De waarde vóór deze wijziging.
changes-stands-there-after = De waarde na deze wijziging.
changes-why-fact-assumption-edits = Waarom: een feit of een aanname. ‹edit› wijzigt dit.
changes-where-comes-from-edits = Waar dat vandaan komt. ‹edit› wijzigt dit.
compare-compared = Wat wordt vergeleken.
compare-name-id = De naam of id.
compare-left-side-chooses = De linkerkant; ‹choose-other› kiest die.
compare-right-side-chooses = De rechterkant; ‹choose-other› kiest die.
compare-further-portfolio = Nog een portefeuille waar plaats voor is: een voorstel, uw eigen of de aanbevolen.
compare-right-less-left = Rechts min links.
findings-error-case-cannot-computed = error: fout, de casus kan niet worden berekend; warning: waarschuwing, waarschijnlijk niet wat u bedoelde; note: opmerking, ter informatie.
findings-file = Het bestand.
findings-line-file = De regel in het bestand.
findings-column = De kolom.
findings-wrong = Wat er mis is.
findings-how-fix = Hoe dit te herstellen is.
portfolio-id = Korte naam van de investering, uniek in de tabel.
portfolio-year-which-starts-recommended = Het startjaar in de aanbevolen portefeuille.
portfolio-year-which-starts-your = Het startjaar in uw eigen portefeuille.
portfolio-whole-public-bill-after = De hele publieke rekening, na cofinanciering.
portfolio-each-ministry-pays-percent = Wat elk ministerie betaalt, in procenten: { $who }.
portfolio-each-year-horizon-paid = Elk jaar van de looptijd: betaald, in uitvoering, van kracht, deels uitgewerkt; leeg voor de start en waar alles is uitgewerkt.
portfolio-from-end-year-effect = Het effect geldt vanaf het eind van dit jaar.
portfolio-name = De naam.
portfolio-home-domain = Het eigen domein.
rules-sort-rule = Wat voor regel het is.
rules-whether-recommended-portfolio-keeps = Of de aanbevolen portefeuille eraan voldoet. holds: voldaan, met ruimte over; binds: voldaan, zonder ruimte; broken: niet voldaan; idle: waar de regel over gaat, is niet gekozen; conflicts: botst met andere regels.
rules-how-far-recommended-portfolio = Hoeveel ruimte de aanbevolen portefeuille heeft voordat die de regel overtreedt; onder 0: hoe ver de regel is overtreden.
rules-whether-your-own-portfolio = Of uw eigen portefeuille eraan voldoet. holds: voldaan, met ruimte over; binds: voldaan, zonder ruimte; broken: niet voldaan; idle: waar de regel over gaat, is niet gekozen.
rules-how-far-your-own = Hoeveel ruimte uw eigen portefeuille heeft voordat die de regel overtreedt; onder 0: hoe ver de regel is overtreden.
rules-rule-words = De regel in woorden.
scenario-grid-compared = Wat wordt vergeleken.
scenario-grid-name-id = De naam of id.
scenario-grid-case-itself = De casus zelf.
scenario-grid-value-under-scenario-how = De waarde in dit scenario, en het verschil met de casus zelf.
scenarios-name-mark-stands-before = De naam; een teken ervoor toont dat het scenario aanstaat.
scenarios-how-many-changes-has = Hoeveel wijzigingen het heeft; ‹changes› toont ze.
scenarios-whether-best-portfolio-under = Of de beste portefeuille in dit scenario bekend is: ‹run› zoekt die.
scenarios-gain-points-best-portfolio = Winst en punten van de beste portefeuille in dit scenario.
scenarios-index-after-best-portfolio = De index na de beste portefeuille in dit scenario.
scenarios-recommended-portfolio-case-loses = Hoeveel lager de index in dit scenario is dan in de casus, met de aanbevolen portefeuille van de casus; onder 0 is hij hoger.
scenarios-services-stand-lower-under = Diensten die in dit scenario naar een lagere trede zakken, met de aanbevolen portefeuille.
scenarios-misses-how-much-better = Hoeveel punten de beste portefeuille in dit scenario meer heeft dan de aanbevolen portefeuille daar; overtreedt regels: de aanbevolen portefeuille overtreedt daar regels.
scenarios-your-own-portfolio-loses = Hoeveel lager de index in dit scenario is dan in de casus, met uw eigen portefeuille; onder 0 is hij hoger.
scenarios-services-stand-lower-under-2 = Diensten die in dit scenario naar een lagere trede zakken, met uw eigen portefeuille.
scenarios-misses-how-much-better-2 = Hoeveel punten de beste portefeuille in dit scenario meer heeft dan uw eigen portefeuille daar; overtreedt regels: uw eigen portefeuille overtreedt daar regels.
scenarios-note-first-change = De opmerking bij de eerste wijziging.
scenarios-source-first-change = De bron van de eerste wijziging.
settings-key-case-toml = Hoe de instelling heet.
settings-value-edits = De waarde; ‹edit› wijzigt die.
settings-leaving-out-means = Wat geldt als de instelling ontbreekt.
settings-means = Wat de instelling betekent.
budgets-here-belongs-money-each = Dit scherm toont het geld van elk ministerie in elk jaar. De ministeries en de jaren staan in de instellingen (toets ‹settings›).
candidates-here-belong-investments-could = Dit scherm toont de mogelijke investeringen, één per rij: wat ze kost, wie mag betalen, wanneer ze mag starten. `‹add-row›` voegt de eerste toe, `‹edit-row›` toont alle velden als formulier, en u kunt rijen uit een spreadsheet plakken. Wat een kandidaat doet, staat in zijn effecten: `‹edit-row›` op de rij.
changes-here-belong-changes-scenario = Dit scherm toont de wijzigingen van dit scenario, één cel per wijziging, zoals de zeggenschap over een dienst of het budget van een jaar. `‹add-change›` voegt er een toe: een paar woorden vinden de cel. Of zet het scenario aan met `‹try-on›`: wat u daarna op welk scherm ook wijzigt, komt erin.
compare-here-two-portfolios-stand = Dit scherm toont twee portefeuilles naast elkaar. `‹optimise›` zoekt de aanbevolen portefeuille; ‹toggle-own› op het scherm met kandidaten (toets ‹candidates›) maakt uw eigen portefeuille; `‹choose-other›` kiest wat wordt vergeleken. ‹keep› bewaart op elk scherm de huidige aanbevolen portefeuille onder een naam, zodat u die kunt vergelijken met die na uw volgende wijzigingen. `‹open-beside›` opent een tweede casus om met deze te vergelijken, of een portefeuille die een collega heeft geëxporteerd.
compare-rules-broken = overtreden regels
portfolio-here-stands-recommended-portfolio = Dit scherm toont de aanbevolen portefeuille, met uw eigen portefeuille ernaast. `‹optimise›` zoekt de beste; op het scherm met kandidaten (toets ‹candidates›) voegt ‹toggle-own› een kandidaat aan uw eigen portefeuille toe.
rules-here-stand-rules-portfolio = Dit scherm toont de regels waaraan een portefeuille moet voldoen. De casus heeft er nog geen: relaties en limieten zijn tabellen (toets ‹tables›), ondergrenzen staan bij de diensten (toets ‹services›), doelen bij de domeinen en wat is vastgezet bij de kandidaten (toets ‹candidates›).
scenario-grid-here-case-itself-scenarios = Dit scherm toont de casus zelf en zijn scenario's naast elkaar. In de lijst met scenario's (toets ‹scenarios›) markeert `‹mark›` wat u wilt vergelijken; zonder markeringen staan ze er allemaal. `‹scenarios/run›` zoekt daar de beste portefeuille in elk scenario, `‹optimise›` die van de casus zelf.
scenarios-here-belong-things-could = Dit scherm toont wat er kan gebeuren: een kabel breekt, een bedrijf wordt verkocht, een budget daalt. Elk scenario is een lijst van gewijzigde cellen met een naam. `‹new-scenario›` maakt er een; of wijzig eerst cellen op welk scherm ook, en `‹from-edits›` maakt van die wijzigingen een scenario. `‹run›` zoekt de beste portefeuille in het scenario, `‹try-on›` toont de hele casus in het scenario, `‹grid›` vergelijkt, `‹commit›` voert het door in de casus.
services-here-belong-key-infrastructure = Dit scherm toont de belangrijke diensten van de infrastructuur, één per rij: het domein, het gewicht daarin en het deel van de zeggenschap dat het land nu heeft. `‹add-row›` voegt de eerste toe. Het domein moet in de tabel met domeinen staan (toets ‹tables›).
picker-there-no-cases-under = Er zijn hier geen casussen onder portfolios/. ‹new› maakt stap voor stap een nieuwe casus: het vraagt om een naam, een titel, de jaren en de ministeries, en schrijft een map met CSV-bestanden die elk spreadsheetprogramma opent. ‹tour› opent een kleine oefencasus en leidt u er in vijf minuten doorheen; ‹help› toont alle toetsen, ‹palette› vindt elk commando.
picker-case-folder-budgets-services = Een casus is een map: budgetten, diensten en de mogelijke investeringen.
budgets-ministry-s-money-year = Het geld van het ministerie in dit jaar, vóór wat is doorgeschoven. ‹edit› wijzigt het, ‹bulk› wijzigt het in alle gemarkeerde rijen.
budgets-not-spent-year = {" "}niet besteed
changes-go-one-before-after = ‹previous-scenario› en ‹next-scenario› gaan naar het vorige en het volgende scenario
first-steps-technology-areas-weighted-each = technologiegebieden, gewogen door elk ministerie
first-steps-key-infrastructure-control-now = belangrijke infrastructuur, met de zeggenschap nu
first-steps-investments-could-made = mogelijke investeringen
first-steps-candidate-adds-service = wat een kandidaat aan een dienst toevoegt
first-steps-budgets = budgetten
first-steps-no-money-yet = nog geen geld
first-steps-no-domain-yet = nog geen domeinen
first-steps-no-service-yet = nog geen diensten
first-steps-no-candidate-yet = nog geen kandidaten
first-steps-no-effect-yet = nog geen effecten
overview-portfolio-does-recommended-before = Wat de aanbeveling van vóór uw laatste wijzigingen doet
overview-recommended-portfolio-does = Wat de aanbevolen portefeuille doet
portfolio-unit-money = geldeenheid
portfolio-proven-no-portfolio-keeps = Bewezen: geen portefeuille die aan alle regels voldoet, heeft een hogere doelwaarde. Het programma heeft de portefeuille in exacte decimalen nagerekend: die voldoet aan alle regels.
portfolio-not-proven-portfolio-measured = Niet bewezen: er kan een betere portefeuille zijn, hoogstens tot de bovengrens. Het programma heeft deze in exacte decimalen nagerekend: die voldoet aan alle regels.
portfolio-no-portfolio-keeps-every-2 = Geen portefeuille voldoet aan alle regels van de casus.
portfolio-search-stopped-before-portfolio = Het zoeken is gestopt voordat er een portefeuille was gevonden.
portfolio-puts-candidate = {" "}voegt een kandidaat toe;{" "}
portfolio-takes-recommended-one-begin = {" "}begint met de aanbevolen
portfolio-no-portfolio-keeps-every-3 = geen portefeuille voldoet aan alle regels:{" "}
portfolio-search-stopped-before-portfolio-2 = het zoeken is gestopt voordat er een portefeuille was gevonden; ‹optimise› zoekt opnieuw
settings-case-toml-cannot-read = case.toml kan niet als TOML worden gelezen; de bevindingen (toets ‹findings›) zeggen waar het misgaat. Herstel het in een editor en open de casus opnieuw.
findings-how-fix-2 = hoe te herstellen
settings-means-2 = betekenis
candidates-no-reason-given = geen reden gegeven
sections-index-after = index erna

## tui/screens/analyses

alternatives-name-spending-year = { $name }: uitgaven per jaar
alternatives-best-portfolio-2 = De beste portefeuille
alternatives-most-different-portfolio-2 = De meest afwijkende portefeuille
budget-best-at-total = De beste portefeuille bij een totaal budget van { $total }
budget-total-budget-unit = totaal budget, { $unit }
budget-total-budget = totaal budget
cooperate-portfolio-way = De portefeuille: { $way }
cooperate-objective-points-whole = { $objective } punten voor { $whole }
cooperate-who-pays-money = wie betaalt, { $money_unit }
explain-best-with-it = De beste portefeuille mét de kandidaat
explain-best-without-it = De beste portefeuille zonder de kandidaat
importance-best-portfolio-without = De beste portefeuille zonder de regel: { $wanted }
importance-best-portfolio-with-id = De beste portefeuille met { $id }
importance-best-portfolio-without-id = De beste portefeuille zonder { $id }
importance-what-kept-plain = Wat blijft bij een budget van { $budget }
importance-budget-left-money = resterend budget, { $money_unit }
importance-undoes-lock = maakt los
analyses-name-at-up = { $name }: { $value } verticaal, { $other_value } horizontaal
pareto-point-plain-plain = Het punt { $up } en { $across }
robust-best-portfolio-world = De beste portefeuille van { $world }
robust-best-portfolio-from = De beste portefeuille vanaf een stem van { $stretch }
robust-judged-portfolio = De portefeuille: { $judged }
robust-who-where = Kandidaten per wereld
robust-best-portfolio-case = Welke kandidaten in de beste portefeuille van de casus en van elk scenario zitten. Kandidaten die in sommige zitten maar niet in alle, staan vooraan.
stress-best-portfolio-scenarios = De beste portefeuille bij { $scenarios }
view-how-found =
    { $searched ->
        [0] { $known ->
            [0] zoeken was niet nodig
           *[other] { $known } beantwoord zonder te zoeken
        }
       *[other] { $searched ->
            [one] 1 keer gezocht
           *[other] { $searched } keer gezocht
        }{ $known ->
            [0] {""}
           *[other] , { $known } zonder zoeken beantwoord
        }
    }, { $seconds } s
view-case-has-changed = De casus is sindsdien gewijzigd; { $run } start de analyse opnieuw. { $asked }
view-text-key-stops = { $text } { $key } stopt de analyse en bewaart wat klaar is.
view-key-runs-background = { $key } start de analyse op de achtergrond.
view-run-key-changes = { $run } { $key } wijzigt de opties.
view-why-row-screens = Of druk op { $why } op een rij van het kandidatenscherm (toets ‹candidates›) of het portefeuillescherm (toets ‹portfolio›): de uitleg volgt meteen.
view-done-total-done = { $done } van { $total } klaar, { $seconds } s
view-text-best-best = { $text }: beste { $best }, bovengrens { $bound }
view-not-known = niet bekend
view-case-has-errors = De casus bevat fouten en kan niet worden geanalyseerd; toets ‹findings› toont ze.
list-can-asked-shows-runs = De analyse; ‹edit› toont haar, ‹run› start haar, ‹options› wijzigt de opties.
list-how-far-whether-case = Hoe ver de analyse is, en of de casus sindsdien is gewijzigd.
list-answers = De vraag die de analyse beantwoordt.
alternatives-best = van de beste
alternatives-objective-beside-best-portfolio = De doelwaarde vergeleken met die van de beste portefeuille.
alternatives-range = spreiding
alternatives-from-least-most-spending = Van de laagste tot de hoogste uitgaven, met die van de beste portefeuille.
robust-holds = houdt
robust-chance-hold-least-planned = De kans dat minstens de geplande trede wordt gehaald.
robust-core-index-2 = kernindex
robust-which-part-best-portfolios = Het deel van de beste portefeuilles waarin de kandidaat zit.
cooperate-joint-objective-each-way = De gezamenlijke doelwaarde van elke manier, vergeleken met de beste.
cooperate-shapley-value-mean-contribution = De Shapley-waarde: de gemiddelde bijdrage over alle volgordes van toetreden.
cooperate-joint-objective-coalition-s = De gezamenlijke doelwaarde die alleen met het geld van de coalitie haalbaar is.
importance-objective-loses-one-forced = De punten die verloren gaan als deze kandidaat de andere kant op wordt gedwongen.
importance-objective-gains-without-one = De punten die erbij komen zonder deze ene regel.
importance-objective-kept = doelwaarde van wat blijft
robust-part-all-voices = deel van alle stemmen
robust-best-objective-beginning-each = beste doelwaarde aan het begin van elk bereik
stress-lost-against-case = indexverlies
stress-regret-against-best = spijt t.o.v. het beste
view-none-found-yet-search = Er is nog niets gevonden; het zoeken gaat door.
view-nothing-kind-found = Hiervan is niets gevonden.
view-finished-shown-here-comes = Resultaten verschijnen hier zodra ze klaar zijn. U kunt intussen doorwerken: andere schermen, wijzigingen en de aanbeveling die daaruit volgt.
view-no-portfolio-keeps-every = Geen enkele portefeuille voldoet nu aan alle regels van de casus. Uitleg (in deze lijst) zegt welke regels botsen en hoe dat te herstellen is.
list-compare = Vergelijken
list-screen-own = een eigen scherm
list-portfolios-side-side-each = Portefeuilles naast elkaar: wat elk wint, welke investeringen verschillen, welke treden veranderen.
cooperate-joint = samen
cooperate-fair-share = eerlijk deel
cooperate-worth = waarde
importance-lost = verlies
importance-price = prijs

## tui/table

filter-text-no-regular = `{ $text }` is geen geldige reguliere expressie: { $why }.
filter-there-no-column = Er is hier geen kolom `{ $name }`; de kolommen zijn { $names }.
filter-text-not-number = `{ $text }` is geen getal, dus `{ $field }` kan niet worden vergeleken.
values-low-below-high = { $low } tot onder { $high }

## tui/update

access-who-has-this =
    { $who } heeft deze casus open. U kunt hem hier bekijken, maar de bestanden worden niet geschreven. Een eigen portefeuille samenstellen kan wel: ze blijft bewaard zolang deze sessie loopt, en u kunt haar exporteren. Slaat de andere sessie op, dan meldt de bovenste regel dat.
    {""}
    Wijzigt u toch, dan ziet wie als tweede opslaat beide versies. Er wordt dus niets ongezien overschreven. Op één plek wijzigen is minder werk.
access-who-has-this-case = { $who } heeft deze casus open, dus de bestanden worden hier niet geschreven. Uw eigen portefeuille blijft bewaard zolang deze sessie loopt.
access-unsaved-later = Niet-opgeslagen wijzigingen uit uw eerdere sessie zijn bewaard: u beslist erover zodra u hier wijzigt.
access-earlier-session-ended =
    Een eerdere sessie eindigde met { $edits ->
        [one] 1 niet-opgeslagen wijziging
       *[other] { $edits } niet-opgeslagen wijzigingen
    }, bewaard { $place }.
    {""}
access-edits-of-another = Het zijn de wijzigingen van { $author }, niet die van u.
access-earlier-session-kept =
    Een eerdere sessie bewaarde niet-opgeslagen wijzigingen in het bestand { $found }{ $folder }, maar het bestand is beschadigd: { $lost ->
        [one] 1 regel is
       *[other] { $lost } regels zijn
    } onleesbaar, of gewijzigd nadat de sessie het bestand schreef.
access-who-unknown = iemand
access-who-changed-these =
    { $who } heeft deze bestanden op schijf gewijzigd nadat u ze opende. Er is daarom niets geschreven. Hier staan alle verschillen; `!` markeert wat u allebei hebt gewijzigd.
    { $summary }
access-count-disk-taken =
    { $changes ->
        [one] 1 wijziging
       *[other] { $changes } wijzigingen
    } op schijf samengevoegd met die van u; ‹save› slaat alles op.
access-beside-case = naast de casus
access-earlier-session-ended-while = Een eerdere sessie eindigde terwijl ze haar eerste wijziging naast de casus vastlegde. Die wijziging is verloren.
access-journal-found-damaged =
    Het bestand waarin ze staan, { $found }, is beschadigd: na deze wijzigingen { $lost ->
        [one] is 1 regel
       *[other] zijn { $lost } regels
    } onleesbaar, of gewijzigd nadat de sessie het bestand schreef.
access-labels-before =
    {""}
    {"  "}en { $labels } eerdere
access-open-elsewhere = Elders geopend
access-there-unsaved-edits = U hebt niet-opgeslagen wijzigingen. Bij het opslaan ziet u beide versies van bestanden die iemand anders heeft gewijzigd.
access-last-one-was =
    De laatste wijziging is verloren: de sessie eindigde tijdens het vastleggen ervan.
    {""}
access-earlier-version-kept =
    Een eerdere versie van het programma bewaarde deze wijzigingen, zonder controlegetallen. Controleer of ze van u zijn.
    {""}
access-since-then-changed =
    {""}
    {""}
    Sindsdien heeft { $who } dezelfde bestanden op schijf gewijzigd. Hier staan alle verschillen:
    {""}
access-unsaved-edits-were = Niet-opgeslagen wijzigingen gevonden
access-unsaved-edits-cannot = Niet-opgeslagen wijzigingen zijn onleesbaar
access-changed-disk = Gewijzigd op schijf
access-edits-earlier-session = De wijzigingen van de eerdere sessie zijn teruggezet, maar nog niet opgeslagen; ‹undo› verwijdert ze.
access-edits-earlier-session-thrown = De wijzigingen van de eerdere sessie zijn weggegooid.
access-can-edited-here = U kunt de casus nu hier wijzigen. Slaat de andere sessie eerder op, dan toont opslaan beide versies.
analyses-title-begins-when = { $title } begint zodra { $before } is afgelopen; ‹study/stop-analysis› stopt beide.
analyses-earlier-session = afgerond in een eerdere sessie, { $when }: { $asked }
analyses-under-scenario-overlay = in het scenario { $overlay }: { $words }
analyses-title-stopped-what = { $title }: gestopt; wat klaar is blijft bewaard, ‹run› start opnieuw.
analyses-title-has-no = { $title } heeft geen opties; ‹run› start de analyse.
analyses-nothing-here-yet = Nog geen resultaten; ‹run› start { $title }.
analyses-id-no-longer = { $id } staat niet meer in de casus.
analyses-objective-index-points =
    { $objective } punten voor { $cost } { $money_unit }, { $evaluation ->
        [one] 1 investering
       *[other] { $evaluation } investeringen
    }.
    {""}
analyses-name-taken-own = { $name } overgenomen als eigen portefeuille
analyses-table-title = de tabel `{ $title }`
analyses-case-breaks-sentence =
    {""}
    Overtreedt in de casus: { $sentence }
analyses-case-still-being = De casus wordt nog gelezen.
analyses-no-analysis-under = Er loopt geen analyse.
analyses-skipped-question = Overgeslagen; wat tot nu toe van de vraag bekend is, geldt als antwoord.
analyses-stopping-what-finished = Stoppen; wat klaar is blijft bewaard.
analyses-there-no-candidate = Er staat geen kandidaat onder de cursor.
analyses-why-which-one = Uitleg over welke kandidaat?
analyses-this-row-stands = Deze rij gaat niet over een kandidaat of een portefeuille.
analyses-this-row-stands-no = Deze rij gaat niet over een portefeuille.
analyses-export = Exporteer naar
comparing-compare-what-now = Wat vergelijken? Nu { $left } en { $right }
comparing-own-portfolio-taken = eigen portefeuille overgenomen van { $side }
comparing-shown-now = nu getoond
comparing-only-rows-picks = Alleen rijen van investeringen leiden naar een kandidaat.
comparing-left-side = De linkerkant
comparing-right-side = De rechterkant
comparing-two-sides-do = De twee kanten verschillen niet.
comparing-there-no-portfolio = Rechts staat geen portefeuille; ‹choose-other› kiest de twee kanten.
completing-own-portfolio-completed = Eigen portefeuille aangevuld: { $changes }; ‹undo› maakt dit ongedaan.
completing-search-was-stopped = Het zoeken is gestopt. Misschien kan er meer blijven, maar hooguit { $most }.
completing-no-portfolio-keeps =
    Geen enkele portefeuille met alle { $all } investeringen van u voldoet aan alle regels. Er kunnen er { $together } samen blijven, zonder:
    { $without }
    {""}
    { $room }{ $certainty } De overige kunnen worden aangevuld: { $completed }.
completing-put-in-stays = Wat u het laatst toevoegde, blijft: { $names }.{ " " }
completing-put-in-cannot-stay =
    { $count ->
        [one] { $names }, het laatst toegevoegd, kan niet blijven: geen enkele portefeuille met die investering voldoet aan alle regels, wat er ook uit gaat.
       *[other] Wat u het laatst toevoegde, kan niet allemaal blijven, wat er ook uit gaat: { $names }.
    }{ " " }
completing-own-portfolio-completed-without = eigen portefeuille aangevuld zonder { $candidates }
completing-count-shared-otherwise =
    { $bills ->
        [one] 1 rekening
       *[other] { $bills } rekeningen
    } anders verdeeld
completing-below-below-recommended = { $below } onder de aanbevolen portefeuille
completing-what-out-own = uit uw eigen portefeuille: { $candidates }
completing-proven-no-fewer = Dit is bewezen: minder weglaten kan niet.
completing-good-recommended-one = even goed als de aanbevolen portefeuille
completing-your-picks-alone =
    {""}
    {""}
    Uw investeringen kosten alleen al { $cost } { $unit }; alle budgetten samen zijn { $budget }.
completing-they-stand-your =
    {""}
    {""}
    Zoals ze nu zijn, overtreden uw investeringen { $rules ->
        [one] 1 regel
       *[other] { $rules } regels
    }:
completing-no-portfolio-keeps-every = Geen enkele portefeuille voldoet aan alle regels van de casus, met of zonder uw eigen investeringen; ‹portfolio› zegt waarom.
completing-stopped-before-your = Gestopt: uw eigen portefeuille is niet aangevuld en ongewijzigd.
completing-own-portfolio-completed-2 = eigen portefeuille aangevuld
completing-your-own-portfolio = Uw eigen portefeuille kan niet worden aangevuld
edits-change-column-count =
    Wijzig { $column } in { $rows ->
        [one] 1 rij
       *[other] { $rows } gemarkeerde rijen
    }
edits-column-filled-down = { $column } omlaag gevuld in { $rows }
edits-text-copied-into = `{ $text }` gekopieerd naar { $rows }.
edits-copy-name = kopie van { $name }
edits-new-row-schema = een nieuwe rij in { $schema }
edits-rows-rows-schema = { $rows } rijen van { $schema } verwijderd
edits-label-undo-brings = { $label }; ‹undo› haalt dit terug.
edits-this-column-computed = Deze kolom wordt berekend. ‹edit-row› wijzigt de hele rij in een formulier.
edits-there-no-row = Er is hier geen rij om te wijzigen; ‹add-row› voegt er een toe.
edits-go-year-left = Ga met ‹left› en ‹right› naar een jaar; ‹edit› wijzigt dan het bedrag. ‹bulk› op de som wijzigt alle jaren.
edits-rows-added-screens = Rijen toevoegen kan op een scherm met een tabel: toetsen ‹candidates›, ‹services› en ‹tables›.
history-does-count-again =
    Voert { $steps ->
        [one] 1 stap
       *[other] { $steps } stappen
    } opnieuw uit.
history-count-done-again =
    { $steps ->
        [one] 1 stap
       *[other] { $steps } stappen
    } opnieuw uitgevoerd; ‹history› toont alle stappen.
history-count-undone-history =
    { $steps ->
        [one] 1 stap
       *[other] { $steps } stappen
    } ongedaan gemaakt; ‹history› toont alle stappen.
history-case-now = De casus zoals hij nu is.
history-case-was = De casus is ongewijzigd.
history-nothing-was-done = Er is nog niets om ongedaan te maken.
history-every-step-newest = Alle stappen, nieuwste eerst
history-nothing-undone-before = Beslis eerst over de niet-opgeslagen wijzigingen van de eerdere sessie. Daarna kunt u ongedaan maken.
history-taken-back = Ongedaan gemaakt
history-done = Gedaan
jobs-nothing-running = Er loopt niets.
jobs-proof = Het bewijs
jobs-recommendation-no-longer = De aanbeveling volgt uw wijzigingen niet meer; ‹optimise› werkt haar bij wanneer u wilt.
jobs-recommendation-follows-every = De aanbeveling volgt elke wijziging.
kept-portfolio-name-was = Dit verwijdert het bestand van { $name } in de map van de casus. Ongedaan maken haalt het niet terug.
kept-kept-portfolio-name = { $name } is weggegooid.
kept-recommended-portfolio-about = De aanbevolen portefeuille is van vóór uw laatste wijzigingen. Bewaar haar zodra ze opnieuw bewezen is.
kept-keep = Bewaar als
kept-neither-side-kept = Geen van beide kanten is een voorstel; ‹choose-other› kiest er een.
kept-throw-kept-portfolio = Voorstel weggooien?
update-change-scenario = Deze wijziging staat nu in het scenario { $name }; de casus zelf is ongewijzigd.
update-rows-set-aside =
    { $rows ->
        [one] 1 rij staat
       *[other] { $rows } rijen staan
    } apart tot alles klopt; de rest wordt doorgerekend. { $first }
update-count-now-findings = Nu { $count } (‹findings› toont meer, ‹undo› maakt de wijziging ongedaan): { $first }
update-spending-name-portfolio = Uitgaven van de { $name } portefeuille.
update-there-was-no = Er is nog geen melding.
update-last-message = De laatste melding
update-open-case-first = Open eerst een casus: ‹open-case› op een van deze, of ‹new› voor een nieuwe.
update-tour-over-tour = De rondleiding is voorbij; ‹tour› begint haar opnieuw.
moving-search-column-column = `{ $search }` staat in de kolom { $column } van deze rij.
moving-search-no-visible = `{ $search }` staat in geen zichtbare rij.
moving-rows-marked-cursor = Bewegen met de cursor markeert rijen; { $again } stopt dat.
moving-goes-next-row = Gaat naar de volgende rij met deze tekst; ‹next-match› en ‹previous-match› zoeken verder.
moving-nothing-look-yet = Nog niets gezocht: ‹search› begint.
moving-this-text-has = Deze tekst bevat een teken dat filters niet aankunnen; name~text filtert op een deel ervan.
moving-there-no-cell = Er staat geen cel onder de cursor.
moving-there-no-column = Er staat geen kolom onder de cursor.
moving-this-cell-empty = Deze cel is leeg.
news-recommended-before-what = Aanbevolen als voorheen, { $objective }
news-recommended-what-was = Aanbevolen { $objective }, was { $old }
news-shown-more-more = { $names } en nog { $more }
news-same-picks = dezelfde investeringen
opening-unsaved-they-not =
    { $unsaved }
    {""}
    Dit is nog niet opgeslagen.{ $why }
opening-nothing-save-but = Niets om op te slaan, maar { $moved } is op schijf gewijzigd: ‹reload› leest opnieuw.
opening-others-changed-disk = {" "}Intussen op schijf gewijzigd: { $others }; ‹reload› leest opnieuw.
opening-folder-case-cannot = In de map van de casus kan niet worden geschreven. Niet-opgeslagen wijzigingen worden daarom bewaard in { $parent }.
opening-unsaved-edits-cannot = Niet-opgeslagen wijzigingen kunnen niet naast de casus worden bewaard: { $error }
opening-there-file-path = Het bestand { $path } bestaat al.
opening-count-unsaved-edits = { $count } niet-opgeslagen wijzigingen:
opening-one-job-running = Er loopt nog iets: { $stage }.
opening-analysis-running-title = Er loopt een analyse: { $title }, { $done } van { $total } klaar.
opening-scenarios-being-run = Loopt nog: { $running }.
opening-what-these-analyses = De resultaten van deze analyses staan niet in een bestand en gaan verloren: { $names }. ‹study/export› op hun scherm schrijft ze naar een bestand.
opening-nothing-save-all = Niets om op te slaan: alles staat op schijf.
opening-nothing-had-written = Er hoefde niets te worden geschreven: alles staat al op schijf.
opening-there-unsaved-edits = Er zijn niet-opgeslagen wijzigingen.
opening-one-unsaved-edit = Eén niet-opgeslagen wijziging:
opening-nothing-undo = Niets om ongedaan te maken.
opening-unsaved-edits = Niet-opgeslagen wijzigingen
opening-open-another-case = Een andere casus openen?
opening-case-cannot-opened = De casus kan niet worden geopend
opening-know-first = Voordat u begint
opening-own-portfolio-kept = eigen portefeuille bewaard
opening-own-portfolio-session = eigen portefeuille van een afgebroken sessie
opening-your-own-portfolio = Uw eigen portefeuille van een afgebroken sessie is teruggezet; ‹undo› verwijdert haar.
opening-own-of-others = Uw eigen portefeuille is leeg. { $files }: van anderen; ‹own-from-file› leest er een.
opening-could-not-saved = De casus kon niet worden opgeslagen
opening-unsaved-edits-kept = Niet-opgeslagen wijzigingen worden weer naast de casus bewaard.
opening-nothing-kept = De wijzigingen konden niet worden bewaard
opening-picks = de investeringen
opening-your-own-portfolio-empty = Uw eigen portefeuille is leeg: ‹toggle-own› op een kandidaat voegt die toe.
opening-picks-evaluate-compare = de investeringen, zoals `evaluate`, `compare` en `stress` ze lezen
opening-export-your-own = Exporteer uw eigen portefeuille naar
opening-export-what = Exporteren
opening-export-recommended = de aanbevolen portefeuille
opening-export-recommended-doc = Nota, pagina, werkboek of tabel, naar het einde van de bestandsnaam.
opening-export-own-item = uw eigen portefeuille
opening-export-own-doc = Een tabel om mee te vergelijken, of een nota, pagina of werkboek.
opening-export-case-item = de casus, voor een rekenblad
opening-export-case-doc = Tabellen met keuzelijsten; import neemt over wat terugkomt.
opening-export-case = Exporteer de casus naar
opening-export-case-help = Een werkboek, .xlsx, met wat nog niet is opgeslagen. Wat een collega erin wijzigt, neemt u over met: beslismacht import FILE --into CASE
exporting-busy = { $file } wordt nog gemaakt; met { $stop } wordt het geschreven zoals het is.
exporting-stopped = { $file } wordt geschreven zonder de kosten van regels die nog niet bekend zijn.
exporting-under-way = notitie: kosten van { $done } van { $total } regels bekend; { $stop } stopt
exporting-case-withheld = Een werkboek van de casus bevat alles wat erin staat, en iets daarvan is hoger gerubriceerd dan dit niveau. Exporteer een rapport, of de casus voor het hoogste niveau.
disk-case-is-workbook = De casus wordt als werkboek geëxporteerd: laat de bestandsnaam eindigen op .xlsx.
opening-write-over = Overschrijven?
own-id-out = uit de eigen portefeuille: { $id }
own-may-start-from = Starten kan van { $start } tot en met { $end }.
own-start-first = Start van { $first }
own-start-count-candidates = Start van { $count } kandidaten
own-whole-percents-ranges = Hele procenten voor { $ranges }, gescheiden door spaties, samen 100.
own-shares-id = Aandelen van { $id }
own-lock-rows-candidates =
    Reden om { $rows ->
        [one] 1 kandidaat
       *[other] { $rows } kandidaten
    } erin vast te zetten
own-own-portfolio-emptied = eigen portefeuille geleegd
own-not-your-own = De kandidaat zit niet in uw eigen portefeuille; ‹toggle-own› voegt hem toe.
own-recommended-portfolio-taken = aanbevolen portefeuille overgenomen als eigen
own-recommended-portfolio-earlier = Uw eigen portefeuille is nu de aanbevolen portefeuille van vóór uw laatste wijzigingen. Neem de nieuwe over zodra die klaar is.
own-nothing-marked-nothing = Er is niets gemarkeerd, en uw eigen portefeuille is leeg.
paste-cell-pasted-row = Een cel in geplakte rij { $row } bevat een regeleinde en daarna iets dat op een volgende rij lijkt. Zoek een aanhalingsteken dat te laat sluit; ‹undo› haalt de rijen weg.
paste-pasted-row-has =
    Een geplakte rij heeft { $widest } cellen, maar er { $columns ->
        [one] is maar 1 kolom
       *[other] zijn maar { $columns } kolommen
    }. Plak minder cellen, of plak een kopregel mee.
paste-pasted-heading-has = De geplakte kopregel heeft de kolom { $name } meer dan één keer. Laat er een weg.
paste-pasted-heading-has-cell = `{ $cell }` in de geplakte kopregel is geen kolom van deze tabel. { $near }
paste-pasted-row-has-count =
    Een geplakte rij heeft { $count } cellen, maar vanaf hier { $columns ->
        [one] is er maar 1 kolom
       *[other] zijn er maar { $columns } kolommen
    }. Ga naar de eerste kolom om rijen te plakken.
paste-count-were-pasted =
    U plakte { $pasted ->
        [one] 1 rij
       *[other] { $pasted } rijen
    }, maar vanaf hier omlaag { $shown ->
        [one] is er maar 1
       *[other] zijn er maar { $shown }
    } zichtbaar. Ga naar de eerste kolom om rijen toe te voegen.
paste-count-were-pasted-count =
    U plakte { $pasted ->
        [one] 1 rij
       *[other] { $pasted } rijen
    }, maar { $marked ->
        [one] 1 rij is
       *[other] { $marked } rijen zijn
    } gemarkeerd.
paste-count-pasted-into =
    { $cells ->
        [one] 1 cel
       *[other] { $cells } cellen
    } geplakt in { $columns }
paste-label-one-step = { $label }, als één stap.
paste-pasted-amounts-go = De geplakte bedragen lopen door na { $last_year }, het laatste jaar.
paste-text-no-amount = `{ $text }` is geen budgetbedrag. { $problem }
paste-keys-more = {" "}en nog { $keys }
paste-table-already-keys =
    Staat al in de tabel: { $keys }{ $more }. Dat zijn er { $known } van { $rows ->
        [one] 1 geplakte rij
       *[other] { $rows } geplakte rijen
    }.
paste-count-changed-pasting =
    { $rows ->
        [one] 1 rij
       *[other] { $rows } rijen
    } gewijzigd door plakken
paste-count-pasted-count =
    { $added ->
        [one] 1 rij
       *[other] { $added } rijen
    } geplakt en { $changed ->
        [one] 1 rij
       *[other] { $changed } rijen
    } gewijzigd
paste-label-one-step-marked = { $label }, als één stap en gemarkeerd; ‹undo› maakt dit ongedaan.
paste-nothing-can-pasted = Hier kunt u niet plakken. Plak rijen op een scherm met een tabel, bedragen op het budgettenscherm.
paste-there-were-no = De geplakte tekst bevat geen rijen.
paste-this-column-computed = Deze kolom wordt berekend. Ga naar een kolom van het bestand om cellen te plakken, of naar de eerste kolom om rijen te plakken.
paste-there-were-no-amounts = De geplakte tekst bevat geen bedragen.
paste-leave-out-correct = Laat de kolom weg, of verbeter de naam.
paste-go-first-year = Ga naar het eerste jaar waarvoor de geplakte bedragen gelden.
paste-pasted-rows = Geplakte rijen
popups-name-does-nothing = "{ $name }" doet hier niets; het hoort bij: { $title }.
popups-new-effect-candidate = Een nieuw effect van { $candidate }
popups-effect-name-deleted = effect { $name } verwijderd
popups-this-value-has = Deze waarde bevat een teken dat filters niet aankunnen.
popups-give-candidate-id = Geef de kandidaat eerst een id.
popups-effects-of-candidates = Alleen kandidaten hebben effecten: hun formulier voegt er een toe.
popups-only-effects-deleted = Hier kunt u alleen effecten verwijderen. De rij verwijderen: ‹form/back›, dan ‹table/delete-rows›.
prompts-column-name-old = { $column }: { $old } → { $new } ({ $name })
prompts-budget-ministry-year = budget { $ministry } { $year }: { $old } → { $text }
prompts-skipped-had-no =
    {" "}{ $skipped ->
        [one] 1 had geen getal en blijft zoals het is
       *[other] { $skipped } hadden geen getal en blijven zoals ze zijn
    }.
prompts-column-text-cells = { $column } { $text } in { $cells }, als één stap.{ $rest }
prompts-skipped-without-number =
    , { $skipped ->
        [one] 1 zonder getal blijft
       *[other] { $skipped } zonder getal blijven
    }
prompts-cells-change-skipped = { $cells } te wijzigen{ $skipped }; de eerste van { $from } naar { $to }.
prompts-own-start-what = eigen start { $start }: { $candidates }
prompts-only-first = alleen in { $first }
prompts-from-first-last = van { $first } tot en met { $last }
prompts-id-may-start = { $id } kan starten { $when }
prompts-own-start-start = Eigen start { $start } overtreedt een regel: { $outside }.
prompts-own-shares-id = eigen aandelen { $text }: { $id }
prompts-effect-candidate-service = effect van { $candidate } op { $service }
prompts-lock-needs-reason = Vastzetten vraagt een reden.
prompts-year-such = Geef een jaar, zoals 2028.
prompts-file-name = Geef een bestandsnaam.
repairs-cannot-made-case = Deze reparatie kan niet in de casus worden doorgevoerd. { $why }
repairs-done-label-undo = Gedaan: { $label }; ‹undo› maakt dit ongedaan.
repairs-there-no-way = Er is hier niets te repareren: reparaties staan er alleen als geen portefeuille mogelijk is.
repairs-these-ways-out = Deze reparaties zijn van vóór uw laatste wijzigingen; ‹run› zoekt opnieuw.
repairs-ways-out-other = De reparaties staan in de andere tabel; ‹next-table› toont die.
repairs-there-no-way-out = Er staat geen reparatie onder de cursor.
repeat-text-no-amount = `{ $text }` is geen budgetbedrag.
repeat-budget-ministries-year = budget { $ministries } { $year }: { $text }
repeat-column-told-already = { $column } is al { $value }.
repeat-column-name-told = { $column }: { $old } → { $new } ({ $name })
repeat-nothing-was-edited = Er is nog geen wijziging om te herhalen.
repeat-go-year-left = Ga met ‹left› en ‹right› naar een jaar; ‹repeat› geeft het dan hetzelfde bedrag.
repeat-cost-sum-several = De kosten zijn de som van meerdere jaren; ga naar een daarvan.
scenarios-copy-name-its = Naam van de kopie van { $name }
scenarios-another-name-name = Nieuwe naam van { $name }
scenarios-count-since-last =
    { $cells ->
        [one] 1 cel die sinds het laatste opslaan is gewijzigd, gaat
       *[other] { $cells } cellen die sinds het laatste opslaan zijn gewijzigd, gaan
    } erin; de casus wordt weer zoals opgeslagen.
scenarios-there-scenario-id = Er is al een scenario { $name }.
scenarios-scenario-name-copied = scenario { $name } gekopieerd van { $from }
scenarios-name-copy-from = { $name } is een kopie van { $from }; ‹changes› toont de wijzigingen.
scenarios-scenario-from-renamed = scenario { $from } hernoemd tot { $name }
scenarios-scenario-one-deleted = scenario { $name } verwijderd
scenarios-many-scenarios-deleted = { $many } scenario's verwijderd
scenarios-first-had-no = { $first } had nog geen wijzigingen; het is verwijderd.
scenarios-change-name = Bewerk een wijziging van { $name }
scenarios-name-also-changes = Nieuwe wijziging van { $name }
scenarios-nothing-what-was = Geen van uw wijzigingen sinds het laatste opslaan kan in een scenario. { $why }
scenarios-cells-became-scenario = { $cells } omgezet in het scenario { $name }
scenarios-count-stay-case =
    {" "}Nog in de casus: { $edits ->
        [one] 1 andere wijziging
       *[other] { $edits } andere wijzigingen
    }. { $beyond }
scenarios-cells-became-scenario-name = { $cells } omgezet in het scenario { $name }; de casus is weer zoals hij was. ‹try-on› zet het scenario aan.{ $rest }
scenarios-new-scenario-its = Naam van het nieuwe scenario
scenarios-what-could-happen = Een korte naam voor wat er kan gebeuren, zoals: kabels gebroken. De wijzigingen voegt u daarna toe.
scenarios-scenario-your-edits = Naam van het scenario uit uw wijzigingen
scenarios-name-such-cables = Geef een naam, zoals: kabels gebroken.
scenarios-use-letters-digits = Gebruik letters, cijfers, _ en -, en begin met een letter of een cijfer.
scenarios-no-cell-was = U hebt sinds het laatste opslaan geen cel gewijzigd. Wijzig cellen op een willekeurig scherm; ‹from-edits› maakt er dan een scenario van.
scenarios-there-no-scenario-copy = Er is geen scenario om te kopiëren; ‹new-scenario› maakt er een.
scenarios-there-no-scenario-rename = Er is geen scenario om te hernoemen; ‹new-scenario› maakt er een.
scenarios-what-was-saved = Ongedaan maken reikt niet meer terug tot het laatste opslaan. De wijzigingen sindsdien zijn dus niet bekend.
second-case-has-count-so =
    de casus bevat { $errors ->
        [one] 1 fout
       *[other] { $errors } fouten
    }, dus alleen cellen worden vergeleken
second-case-name-beside-this = { $name } staat naast deze casus: ‹compare/next-match› gaat naar het volgende verschil, ‹choose-other› kiest de portefeuilles.
second-case-own-portfolio-taken = eigen portefeuille overgenomen van { $name }, { $count }
second-case-name-count-right = { $name } met { $count } staat rechts: ‹next-match› gaat naar het volgende verschil, ‹take-right› neemt de portefeuille over als eigen.
second-case-no-portfolio-possible = er is geen portefeuille mogelijk
second-case-second-case-portfolio = Een tweede casus, of een portefeuille
second-case-open-case = Open een casus
second-case-take-own = Neem als eigen
second-case-second-case-cannot = De tweede casus kan niet worden geopend
second-case-no-portfolio-this = Dit is geen portefeuille van deze casus
side-by-side-endings-rows-columns = { $endings } Rijen en kolommen zoals ze worden getoond.
side-by-side-case-its-scenarios = de casus en de scenario's, { $whose }
side-by-side-side-side-what = Naast elkaar: { $what }. Geld in { $unit }.
side-by-side-side-side = naast elkaar
side-by-side-export-what-side = Exporteer deze vergelijking naar
side-by-side-there-nothing-side = Er is geen vergelijking om te exporteren.
what-if-under-name-now = Het scenario { $name } staat aan: wijzigingen komen daarin, niet in de casus. ‹try-on› of ‹back› zet het uit.
what-if-name-cannot-tried = { $name } kan niet worden aangezet: { $error }
what-if-name-off-this = { $name } staat uit: dit is weer de casus zelf.
what-if-already-running-running = Loopt al: { $running }. ‹case/stop› stopt en bewaart wat klaar is.
what-if-running-count-case =
    Doorrekenen van { $scenarios ->
        [one] 1 scenario
       *[other] { $scenarios } scenario's
    }; ‹case/stop› stopt en bewaart wat klaar is.
what-if-count-run-grid =
    { $scenarios ->
        [one] 1 scenario
       *[other] { $scenarios } scenario's
    } doorgerekend; ‹grid› vergelijkt ze in een raster.
what-if-stopped-done-all = Gestopt: { $done } van { $all } scenario's zijn klaar en bewaard.
what-if-name-cannot-committed = { $name } kan niet worden doorgevoerd: { $error }
what-if-name-changes-nothing = { $name } wijzigt niets, dus er is niets door te voeren.
what-if-what-more-scenario = {" "} en nog { $count }; het scenario zelf toont alles
what-if-this-changes-cases =
    Dit wijzigt { $cells } in de eigen bestanden van de casus, als één stap die u ongedaan kunt maken:
    { $lines }
what-if-commit-name-case = { $name } doorvoeren in de casus?
what-if-scenario-name-committed = scenario { $name } doorgevoerd
what-if-name-committed-files = { $name } is doorgevoerd in { $files }; ‹undo› maakt dit ongedaan, ‹save› slaat op.
what-if-case-has-no = De casus heeft nog geen scenario's; ‹scenarios› opent het scherm waar u ze maakt.
what-if-try-scenario = Welk scenario aanzetten?
what-if-there-no-scenario = Er is hier geen scenario met wijzigingen om door te rekenen; ‹new-scenario› maakt er een.
what-if-there-no-scenario-here = Er is hier geen scenario om door te voeren.
access-look-only-edit-asks = alleen kijken; uw eerste wijziging vraagt het opnieuw
access-look-again-whether-free = opnieuw kijken of de casus vrij is
access-edit-here-all-same = hier toch wijzigen
access-export-your-own-portfolio = uw eigen portefeuille naar een bestand exporteren
access-stay-here = hier blijven
access-edit-here-all-same-2 = hier toch wijzigen, dan opslaan
access-take-them-up-again = terugzetten; u kunt ze een voor een ongedaan maken
access-throw-them-away-keep = weggooien en houden wat op schijf staat
access-decide-later-until-then = later beslissen; tot dan kunt u niet wijzigen
access-mine-edited-files-they = van mij: de gewijzigde bestanden zoals ze in de eerdere sessie waren
access-theirs-keep-disk-throw = van hen: houden wat op schijf staat en de wijzigingen weggooien
access-leave-file-there-until = het bestand laten staan; tot dan kunt u niet wijzigen
access-delete-go-disk = verwijderen en verdergaan met wat op schijf staat
access-cancel-keep-editing-decide = annuleren: verder wijzigen, en beslissen bij de volgende keer opslaan
access-mine-write-over-disk = van mij: overschrijven wat op schijf staat
access-theirs-take-over-disk = van hen: gebruiken wat op schijf staat; één keer ongedaan maken haalt de mijne terug
completing-leave-these-out-complete = deze weglaten, en de overige aanvullen
completing-only-take-these-out = alleen deze eruit halen
completing-leave-your-own-portfolio = uw eigen portefeuille laten zoals ze is
edits-ministry-s-money-year = Het geld van het ministerie in dit jaar, vóór wat wordt doorgeschoven. Leeg: 0.
edits-1-1-multiplies-2 = {"*"}1.1 vermenigvuldigt, +2 en -2 tellen op, =v vult in, = alleen maakt de cel leeg. ‹mark› markeert een rij, ‹mark-range› markeert terwijl u beweegt, ‹mark-all› markeert alles.
edits-why-someone-will-ask = Waarom? Iemand zal het vragen: een kabinetsbesluit, een contract, een wet. Het rapport toont het.
kept-leave = laten staan
kept-throw-away = weggooien
moving-only-rows-match-shown = Toont alleen rijen die voldoen: text, !text, cost>50, cost<=50, domain=chips|cloud, name~fiber, /^a.*b$/ of name~/re/ als reguliere expressie. Meerdere woorden moeten allemaal passen; leeg toont alle rijen.
opening-save-them-then-open = opslaan, dan de andere casus openen
opening-keep-them-later-offered = bewaren voor later (aangeboden als deze casus weer wordt geopend)
opening-stay-here = hier blijven
opening-open-other-case = de andere casus openen
opening-leave = laten zoals het is
opening-write-over-2 = overschrijven
opening-quit-keep-them-later = afsluiten en bewaren voor later (aangeboden bij de volgende start)
opening-save-quit = opslaan en afsluiten
opening-quit-throw-them-away = afsluiten en weggooien
own-why-someone-will-ask = Waarom? Iemand zal het vragen: een kabinetsbesluit, een contract, een wet. Het rapport toont het.
own-candidates-out = { $count } kandidaten uit de eigen portefeuille
own-candidates-in = { $count } kandidaten in de eigen portefeuille
paste-write-over-them-add = overschrijven, en de overige toevoegen
paste-paste-nothing = niets plakken
popups-service-moves-completes-control = De dienst die verandert; ‹complete› vult aan. De zeggenschap die erbij komt, wijzigt u daarna in het formulier.
scenarios-table-column-id-value = Typ een paar woorden van wat verandert, zoals: kosten kabel. ‹complete› neemt er een over; dan stelt = in, tellen += en -= erbij op en eraf, en vermenigvuldigt *=.
second-case-folder-second-case-csv = De map van een tweede casus, of de CSV van een portefeuille, zoals een export van een collega; ‹complete› vult aan wat in de buurt staat. Het programma leest alleen.
second-case-folder-case-completes-those = De map van een casus; ‹complete› vult aan wat in de buurt staat.
second-case-csv-portfolio-such-colleague = De CSV van een portefeuille, zoals een export van een collega of een die u bewaarde; ‹complete› vult aan wat in de buurt staat. Ze wordt uw eigen portefeuille; ‹undo› haalt de oude terug.
what-if-change-them-take-scenario = wijzigen en het scenario verwijderen
what-if-change-them-keep-scenario = wijzigen en het scenario bewaren
what-if-leave-all = alles laten zoals het is
access-your-own-portfolio-changed = U hebt uw eigen portefeuille gewijzigd. Ze wordt alleen voor deze sessie bewaard; wordt de sessie afgebroken, dan zet de volgende haar terug.
access-both-put-together-only = beide: samenvoegen wat maar één kant wijzigde; waar beide dat deden (!), kiezen
access-both-put-them-together = beide: samenvoegen; niets is door beide kanten gewijzigd
access-folder-case = {" "}in de map van de casus
access-nothing-case-has-changed = Op schijf is in de casus niets gewijzigd.
access-disk-shown-now = U ziet nu de versie op schijf.
access-disk-shown-now-your = U ziet nu de versie op schijf. Uw eigen portefeuille is ongewijzigd.
access-disk-taken-over-brings = De versie op schijf heeft die van u vervangen; ‹undo› haalt uw wijzigingen terug.
access-also-changed-on-disk = Sindsdien ook op schijf gewijzigd, maar niet door deze wijzigingen: { $files }.
analyses-comparison-needs-no-run = Een vergelijking hoeft niet te worden gestart: ‹edit› toont haar.
analyses-changes-options = ‹study/options› wijzigt de opties.
analyses-about-earlier-edit = {" "}Deze resultaten zijn van vóór uw laatste wijzigingen.
edits-there-no-row-here = Er is hier geen rij om te wijzigen.
edits-go-column-file-one = Ga naar een kolom van het bestand: deze wordt berekend.
edits-lock-in = Erin vastzetten: waarom? { $what }
edits-lock-out = Eruit vastzetten: waarom? { $what }
history-opened = zoals geopend
jobs-stopped-shown-best-found = Gestopt. U ziet het beste dat tot nu toe is gevonden, niet bewezen; ‹optimise› gaat verder.
jobs-stopped-before-portfolio-found = Gestopt voordat een portefeuille was gevonden; ‹optimise› zoekt opnieuw.
update-ascii-characters-alone = Het scherm gebruikt nu alleen ASCII-tekens.
update-all-characters = Het scherm gebruikt nu alle tekens.
update-stopping-best-found-so = Stoppen; het beste tot nu toe blijft bewaard.
update-case-has-errors =
    De casus bevat { $errors ->
        [one] 1 fout
       *[other] { $errors } fouten
    } en kan niet worden doorgerekend; toets ‹findings› toont wat er mis is.
moving-more-than-some-terminals = {" "}Sommige terminals kunnen niet zoveel kopiëren.
opening-nothing-do-again = Niets om opnieuw uit te voeren.
opening-open-other-case-let = de andere casus openen en haar weggooien
opening-quit-let-go = afsluiten en weggooien
opening-stop-quit = stoppen en afsluiten
opening-quit = afsluiten
opening-quit-question = Afsluiten?
opening-they-cannot-kept-later = Bewaren voor later kan niet: het programma kan niet schrijven in de map van de casus en ook niet in zijn eigen map. Sla op, of blijf hier tot een van de twee beschrijfbaar is.
opening-recommended-portfolio-about-earlier = De aanbevolen portefeuille is van vóór uw laatste wijzigingen. Exporteer haar zodra ze opnieuw bewezen is; ‹optimise› zoekt haar.
paste-add-all-new-rows = alle toevoegen als nieuwe rijen; een id dat al bestaat, krijgt een nummer
paste-add-all-new-rows-2 = toch alle toevoegen als nieuwe rijen
ask-your-own-portfolio-empty = Uw eigen portefeuille is leeg: ‹toggle-own› op het kandidatenscherm (toets ‹candidates›) voegt een kandidaat toe.
ask-no-such-proposal = Het voorstel { $name } is er niet meer; kies een ander bij de opties.
ask-no-portfolio-recommended-yet = Er is nog geen portefeuille aanbevolen; ‹optimise› zoekt er een.
ask-case-has-no-scenarios = De casus heeft geen scenario's; u maakt er een op het scenarioscherm (toets ‹scenarios›).
ask-which-candidate-row-screens = Welke kandidaat? Op het kandidatenscherm (toets ‹candidates›) of het portefeuillescherm (toets ‹portfolio›) geeft ‹candidates/explain-candidate› op de rij ervan uitleg.

## tui/analysis_views

analysis-views-not-run = niet gestart
analysis-views-out-date = verouderd
analysis-views-finished-proven = klaar, bewezen
analysis-views-finished-not-proven = klaar, niet bewezen
analysis-views-stopped-part-kept = gestopt, deel bewaard

## Commands of the interface: by their name in keymap files; in some places they say something else

command-accept-title = Accepteer
command-accept-doc = Accepteert wat u typte.
command-add-all-title = Alles erbij
command-with-points-title = Met punten
command-with-points-doc = Leest de geplakte getallen met decimale punten.
command-with-commas-title = Met komma's
command-with-commas-doc = Leest de geplakte getallen met decimale komma's.
command-add-all-doc = Voegt alle geplakte rijen als nieuwe toe, ook die al in de tabel staan.
command-add-change-title = Nieuw
command-add-change-doc = Voegt een wijziging toe: eerst de cel, dan wat ermee gebeurt.
command-add-row-title = Nieuw
command-add-row-doc = Voegt onder deze rij een rij toe.
command-analyses-edit-title = Toon
command-analyses-edit-doc = Toont de resultaten van de analyse.
command-apply-repair-title = Pas toe
command-apply-repair-doc = Voert deze reparatie door in de casus, als één stap; ongedaan maken kan.
command-ascii-title = ASCII-tekens
command-ascii-doc = Wisselt tussen ASCII- en Unicode-tekens voor lijnen en balken.
command-back-title = Terug
command-back-doc = Laat alles zoals het was.
command-both-title = Beide
command-both-doc = Voegt beide versies samen, waar bestanden hier en op schijf zijn gewijzigd.
command-bottom-title = Laatste rij
command-bottom-doc = Gaat naar de laatste rij.
command-bulk-title = Bulkwijziging
command-bulk-doc = Wijzigt deze kolom in de gemarkeerde rijen: *1.1 vermenigvuldigt, +2 telt op, =v vult in.
command-cancel-title = Stop
command-cancel-doc = Stopt het lopende werk; loopt er niets, dan sluit dit af, na een vraag als er iets verloren zou gaan.
command-case-stop-analysis-title = Stop de analyse
command-case-try-on-title = Scenario aan of uit
command-case-try-on-doc = Toont de hele casus in een scenario, of weer de casus zelf; zolang het aanstaat, komen wijzigingen in het scenario.
command-changes-title = Wijzigingen
command-changes-doc = Toont de wijzigingen van het scenario, om ze te bewerken.
command-choose-other-title = Vergelijk met
command-choose-other-doc = Kiest de linker- of de rechterkant van de vergelijking.
command-clear-filter-title = Toon alle rijen
command-clear-filter-doc = Verwijdert het filter.
command-clear-own-title = Leeg eigen portefeuille
command-clear-own-doc = Haalt alle kandidaten uit uw eigen portefeuille.
command-close-title = Sluit (af)
command-close-doc = Sluit het bovenste venster; op een scherm sluit dit af, na een vraag als er iets verloren zou gaan.
command-commit-title = Voer door
command-commit-doc = Voert de wijzigingen van dit scenario door in de casus zelf, na ze te hebben getoond.
command-compare-edit-title = Naar de kandidaat
command-compare-edit-doc = Gaat naar de kandidaat van de rij.
command-compare-explain-candidate-doc = Legt uit waarom de kandidaat van de rij erin of eruit is.
command-compare-export-doc = Schrijft de vergelijking naar een bestand; de extensie bepaalt het formaat.
command-compare-next-match-doc = Gaat naar de volgende rij waarin de twee verschillen.
command-compare-previous-match-doc = Gaat naar de vorige rij waarin de twee verschillen.
command-complete-title = Vul aan of volgende
command-complete-doc = Vult aan wat u typte; is er niets aan te vullen, dan accepteert dit de cel en bewerkt de cel rechts ervan.
command-complete-own-title = Vul eigen portefeuille aan
command-complete-own-doc = Zoekt de beste portefeuille met uw eigen portefeuille erin, en neemt die over als eigen.
command-conflicts-accept-title = Samen
command-conflicts-accept-doc = Voegt de twee versies samen zoals gekozen.
command-conflicts-cancel-doc = Stopt het lopende werk; loopt er niets, dan blijft alles zoals het was.
command-conflicts-down-doc = Gaat naar de volgende cel.
command-conflicts-mine-doc = Neemt uw versie en gaat naar de volgende cel.
command-conflicts-theirs-doc = Neemt de versie op schijf en gaat naar de volgende cel.
command-conflicts-up-doc = Gaat naar de vorige cel.
command-copy-cell-title = Kopieer
command-copy-cell-doc = Kopieert de cel naar het klembord.
command-copy-column-title = Kopieer kolom
command-copy-column-doc = Kopieert de zichtbare cellen van deze kolom.
command-copy-row-title = Kopieer rij
command-copy-row-doc = Kopieert de gemarkeerde rijen, of deze, voor een spreadsheet.
command-copy-scenario-title = Kopieer
command-copy-scenario-doc = Maakt een kopie van dit scenario.
command-delete-title = Verwijder
command-delete-doc = Verwijdert de gemarkeerde scenario's, of dit; ongedaan maken haalt ze terug.
command-delete-rows-title = Verwijder rijen
command-delete-rows-doc = Verwijdert de gemarkeerde rijen, of deze; ongedaan maken haalt ze terug.
command-dialog-back-doc = Sluit de vraag of tekst.
command-dialog-cancel-doc = Stopt het lopende werk; loopt er niets, dan sluit dit de vraag of tekst.
command-down-title = Omlaag
command-down-doc = Gaat omlaag.
command-duplicate-row-title = Dupliceer
command-duplicate-row-doc = Voegt onder deze rij een kopie ervan toe.
command-edit-title = Wijzig
command-edit-doc = Wijzigt de cel, of opent waar die voor staat.
command-edit-anyway-title = Wijzig toch
command-edit-anyway-doc = Wijzigt de casus, ook al heeft iemand anders hem open.
command-edit-left-title = Vorige
command-edit-left-doc = Accepteert de cel en bewerkt de cel links ervan.
command-edit-row-title = Hele rij
command-edit-row-doc = Wijzigt de hele rij in een formulier.
command-erase-after-title = Wis erna
command-erase-after-doc = Wist de letter onder de cursor.
command-erase-all-title = Maak regel leeg
command-erase-all-doc = Wist alles wat u typte.
command-erase-before-title = Wis ervoor
command-erase-before-doc = Wist de letter vóór de cursor.
command-erase-to-end-title = Wis tot het einde
command-erase-to-end-doc = Wist alles vanaf de cursor.
command-erase-word-title = Wis het woord
command-erase-word-doc = Wist het woord vóór de cursor.
command-everywhere-back-doc = Gaat één stap terug; sluit nooit af.
command-everywhere-help-doc = Toont alle toetsen die hier werken; typ om te zoeken.
command-explain-candidate-title = Waarom?
command-explain-candidate-doc = Legt uit waarom deze kandidaat erin of eruit is, en wat daarvoor zou moeten veranderen.
command-export-title = Exporteer
command-export-doc = Toont wat er te exporteren is, en waarheen: de aanbevolen portefeuille, de beslispagina, uw eigen portefeuille, de casus, wat analyses vonden.
command-export-first-title = Exporteer
command-export-first-doc = Exporteert uw eigen portefeuille, die anders verloren gaat.
command-export-own-title = Eigen export
command-export-own-doc = Schrijft uw eigen portefeuille naar een bestand; de extensie bepaalt het formaat.
command-fill-down-title = Vul omlaag
command-fill-down-doc = Kopieert de bovenste gemarkeerde cel van deze kolom naar de andere gemarkeerde rijen; zonder markering deze cel naar de volgende rij.
command-filter-title = Filter
command-filter-doc = Toont alleen rijen die voldoen: text, !text, cost>50, domain=chips|cloud, name~fiber, /^a.*b$/ als reguliere expressie.
command-findings-edit-title = Naar de cel
command-findings-edit-doc = Opent de tabel bij de cel waar de bevinding over gaat.
command-first-column-title = Eerste kolom
command-first-column-doc = Gaat naar de eerste kolom.
command-fit-column-title = Kolom passend
command-fit-column-doc = Maakt deze kolom zo breed als de langste cel, of herstelt de oude breedte.
command-follow-title = Volg wijzigingen
command-follow-doc = Zet optimaliseren na elke wijziging aan of uit.
command-forget-kept-title = Gooi voorstel weg
command-forget-kept-doc = Gooit het voorstel rechts of links weg, na een vraag.
command-form-add-row-title = Nieuw effect
command-form-add-row-doc = Voegt een effect van deze kandidaat toe.
command-form-back-doc = Sluit het formulier; uw wijzigingen blijven en zijn ongedaan te maken.
command-form-bottom-title = Laatste veld
command-form-bottom-doc = Gaat naar het laatste veld.
command-form-cancel-doc = Stopt het lopende werk; loopt er niets, dan sluit dit het formulier.
command-form-delete-rows-title = Verwijder effect
command-form-delete-rows-doc = Verwijdert het effect onder de cursor.
command-form-down-doc = Gaat naar het volgende veld.
command-form-edit-doc = Wijzigt dit veld.
command-form-left-doc = Gaat in een kleine tabel een kolom naar links.
command-form-right-doc = Gaat in een kleine tabel een kolom naar rechts.
command-form-save-doc = Slaat op wat is gewijzigd.
command-form-top-title = Eerste veld
command-form-top-doc = Gaat naar het eerste veld.
command-form-up-doc = Gaat naar het vorige veld.
command-form-whole-cell-doc = Toont de hele tekst van het veld.
command-from-edits-title = Maak scenario van wijzigingen
command-from-edits-doc = Maakt van alle wijzigingen sinds het laatste opslaan een scenario; de casus wordt weer zoals opgeslagen.
command-go-column-title = Naar een kolom
command-go-column-doc = Zoekt een kolom, ook een verborgen, met een paar letters van de naam, en gaat erheen.
command-grid-title = Vergelijk
command-grid-doc = Toont de casus en de gemarkeerde scenario's naast elkaar; zonder markering alle scenario's.
command-help-title = Hulp
command-help-doc = Toont alle toetsen die hier werken.
command-hide-column-title = Verberg kolom
command-hide-column-doc = Verbergt deze kolom.
command-history-title = Stappen
command-history-doc = Toont alle stappen die zijn gedaan of ongedaan gemaakt, en gaat terug of vooruit naar elke stap.
command-keep-title = Bewaar als voorstel
command-keep-doc = Bewaart de aanbevolen portefeuille of uw eigen onder een naam, als voorstel dat ieder ziet die de casus opent.
command-last-column-title = Laatste kolom
command-last-column-doc = Gaat naar de laatste kolom.
command-later-title = Later
command-later-doc = Wijzigt nu niets; de vraag komt terug.
command-left-title = Links
command-left-doc = Gaat een kolom naar links.
command-letter-left-title = Letter links
command-letter-left-doc = Gaat een letter naar links.
command-letter-right-title = Letter rechts
command-letter-right-doc = Gaat een letter naar rechts.
command-line-cancel-doc = Stopt het lopende werk; loopt er niets, dan sluit dit de invoerregel.
command-line-down-title = Eronder
command-line-down-doc = Gaat naar het voorstel eronder; is dat er niet, dan accepteert dit de cel en bewerkt de cel eronder.
command-line-end-title = Einde van de regel
command-line-end-doc = Gaat naar het einde van de regel.
command-line-start-title = Begin van de regel
command-line-start-doc = Gaat naar het begin van de regel.
command-line-up-title = Erboven
command-line-up-doc = Gaat naar het voorstel erboven; is dat er niet, dan accepteert dit de cel en bewerkt de cel erboven.
command-list-accept-title = Kies
command-list-accept-doc = Kiest de regel onder de cursor.
command-list-back-doc = Sluit de lijst.
command-list-cancel-doc = Stopt het lopende werk; loopt er niets, dan sluit dit de lijst.
command-lock-in-title = Vast erin
command-lock-in-doc = Laat de optimalisatie de kandidaat altijd kiezen; vraagt de reden.
command-lock-out-title = Vast eruit
command-lock-out-doc = Laat de optimalisatie de kandidaat nooit kiezen; vraagt de reden.
command-lock-own-title = Zet gemarkeerd/eigen vast
command-lock-own-doc = Zet de gemarkeerde kandidaten erin vast; zonder markering die van uw eigen portefeuille.
command-look-again-title = Kijk opnieuw
command-look-again-doc = Kijkt opnieuw of iemand anders de casus nog open heeft.
command-mark-title = Markeer
command-mark-doc = Markeert deze rij of heft de markering op, en gaat omlaag.
command-mark-all-title = Markeer alle
command-mark-all-doc = Markeert alle zichtbare rijen, of heft alle markeringen op.
command-mark-down-title = Markeer omlaag
command-mark-down-doc = Markeert deze rij en de volgende, en gaat daarheen; slepen met de muis markeert ook.
command-mark-range-title = Markeer vanaf hier
command-mark-range-doc = Markeert alle rijen van deze tot waar de cursor gaat; dezelfde toets stopt dat.
command-mark-up-title = Markeer omhoog
command-mark-up-doc = Markeert deze rij en die erboven, en gaat daarheen.
command-message-title = Laatste melding
command-message-doc = Toont de laatste melding volledig.
command-mine-title = Van mij
command-mine-doc = Neemt uw versie, waar bestanden hier en op schijf zijn gewijzigd.
command-narrower-title = Smaller
command-narrower-doc = Maakt deze kolom smaller.
command-new-title = Nieuwe casus
command-new-doc = Maakt stap voor stap een nieuwe casus.
command-new-scenario-title = Nieuw
command-new-scenario-doc = Maakt een scenario: eerst de naam, dan de wijzigingen.
command-next-match-title = Volgend verschil
command-next-match-doc = Gaat naar de volgende rij met de tekst.
command-next-row-title = Volgende rij
command-next-row-doc = Toont het formulier van de volgende rij.
command-next-scenario-title = Volgende
command-next-scenario-doc = Toont het volgende scenario.
command-next-screen-title = Volgend scherm
command-next-screen-doc = Gaat naar het volgende scherm.
command-next-table-title = Volgende tabel
command-next-table-doc = Toont de volgende tabel.
command-no-title = Nee
command-no-doc = Geeft het laatste antwoord.
command-only-this-title = Alleen deze waarde
command-only-this-doc = Toont alleen de rijen met de waarde van deze cel in deze kolom; dezelfde toets toont daar de andere weer.
command-open-title = Open een casus
command-open-doc = Kiest een andere casus.
command-open-beside-title = Open casus of bestand
command-open-beside-doc = Opent naast deze casus een tweede, om resultaten en cellen te vergelijken, of een portefeuille uit een CSV-bestand, zoals die van een collega.
command-open-case-title = Open
command-open-case-doc = Opent deze casus.
command-open-path-title = Open een map
command-open-path-doc = Vraagt naar de map van een casus, waar die ook staat, en opent de casus.
command-optimise-title = Optimaliseer
command-optimise-doc = Zoekt nu de beste portefeuille.
command-import-title = Lijst importeren
command-import-doc = Maakt een casus van een lijst van elders, zoals een die een spreadsheet heeft bewaard.
command-import-accept-title = Casus maken
command-import-accept-doc = Vraagt naar de map en maakt de casus daar.
command-import-next-role-title = Andere betekenis
command-import-next-role-doc = Leest de kolom als het volgende dat hij kan zijn.
command-import-previous-role-title = Vorige betekenis
command-import-previous-role-doc = Leest de kolom als het vorige dat hij kan zijn.
command-import-role-title = Intypen
command-import-role-doc = Vraagt wat de kolom is.
command-import-unit-title = Eenheid
command-import-unit-doc = Leest de bedragen in de volgende eenheid: zoals de lijst zegt, één, duizend, miljoen.
command-import-decimal-title = Decimaalteken
command-import-decimal-doc = Leest de getallen met het andere decimaalteken.
command-import-base-year-title = Basisjaar
command-import-base-year-doc = Vraagt naar het jaar dat koppen t noemen.
command-import-budget-title = Budget
command-import-budget-doc = Vraagt naar het geld over alle jaren.
command-import-everything-title = Alles
command-import-everything-doc = Toont alles wat er van de lijst is begrepen.
command-import-back-doc = Verlaat de lijst; er is niets geschreven.
command-import-down-doc = Gaat naar de volgende kolom.
command-import-up-doc = Gaat naar de vorige kolom.
command-import-cancel-doc = Stopt het lopende werk; loopt er niets, dan sluit de lijst.
command-options-title = Opties
command-options-doc = Wijzigt de opties van de analyse: punten, percentages, assen, werelden, seeds.
command-options-back-doc = Sluit de opties; uw wijzigingen blijven.
command-options-cancel-doc = Stopt het lopende werk; loopt er niets, dan sluit dit de opties.
command-options-down-doc = Gaat naar de volgende optie.
command-options-edit-doc = Wijzigt deze optie.
command-options-run-doc = Start de analyse met deze opties.
command-options-up-doc = Gaat naar de vorige optie.
command-overview-down-title = Domein omlaag
command-overview-down-doc = Toont het volgende domein als niet alle op het scherm passen.
command-overview-up-title = Domein omhoog
command-overview-up-doc = Toont het vorige domein als niet alle op het scherm passen.
command-own-from-file-title = Lees eigen portefeuille in
command-own-from-file-doc = Vervangt uw eigen portefeuille door een uit een bestand, zoals een export van een collega of een bewaarde; ongedaan maken haalt de oude terug.
command-page-down-title = Blad omlaag
command-page-down-doc = Gaat een bladzijde omlaag.
command-page-up-title = Blad omhoog
command-page-up-doc = Gaat een bladzijde omhoog.
command-palette-title = Commando's
command-palette-doc = Zoekt een commando op naam en voert het uit.
command-picker-bottom-title = Laatste
command-picker-bottom-doc = Gaat naar de laatste casus.
command-picker-top-title = Eerste
command-picker-top-doc = Gaat naar de eerste casus.
command-pin-column-title = Pin kolom vast
command-pin-column-doc = Houdt deze kolom links in beeld als de tabel zijwaarts schuift, of maakt haar weer los.
command-previous-match-title = Vorig verschil
command-previous-match-doc = Gaat naar de vorige rij met de tekst.
command-previous-row-title = Vorige rij
command-previous-row-doc = Toont het formulier van de vorige rij.
command-previous-scenario-title = Vorige
command-previous-scenario-doc = Toont het vorige scenario.
command-previous-screen-title = Vorig scherm
command-previous-screen-doc = Gaat naar het vorige scherm.
command-previous-table-title = Vorige tabel
command-previous-table-doc = Toont de vorige tabel.
command-proof-title = Het bewijs
command-proof-doc = Toont wat over de aanbevolen portefeuille is bewezen, door welke oplosser en hoe.
command-question-keep-title = Bewaar
command-question-keep-doc = Bewaart waar de vraag over gaat: niet-opgeslagen wijzigingen voor de volgende start, of een scenario dat is doorgevoerd.
command-redo-title = Opnieuw
command-redo-doc = Voert de laatste ongedaan gemaakte wijziging opnieuw uit.
command-redraw-title = Herteken
command-redraw-doc = Tekent het hele scherm opnieuw.
command-reload-title = Lees van schijf
command-reload-doc = Leest de casus opnieuw als iemand de bestanden op schijf heeft gewijzigd; uw eigen portefeuille blijft.
command-rename-title = Hernoem
command-rename-doc = Geeft dit scenario een andere naam.
command-repeat-title = Herhaal wijziging
command-repeat-doc = Herhaalt de laatste wijziging van een cel op deze cel, of op de gemarkeerde rijen: dezelfde tekst, dezelfde *1.1, dezelfde vastzetting met haar reden.
command-right-title = Rechts
command-right-doc = Gaat een kolom naar rechts.
command-services-holders-title = Houders
command-services-holders-doc = Toont wie de dienst heeft, wie er achter de houders staat, en welk belang het land welke macht geeft.
command-rules-edit-title = Naar de regel
command-rules-edit-doc = Opent de tabel of instelling waarin de regel staat.
command-rules-next-match-title = Overtreding
command-rules-next-match-doc = Gaat naar de volgende regel die een portefeuille overtreedt.
command-rules-previous-match-title = Vorige overtreding
command-rules-previous-match-doc = Gaat naar de vorige regel die een portefeuille overtreedt.
command-pillars-edit-title = Kandidaat
command-pillars-edit-doc = Gaat naar de kandidaat van de keuze.
command-pillars-run-title = Gelijke delen
command-pillars-run-doc = Zoekt op de achtergrond de beste portefeuille waarin elke pijler zijn deel draagt, of zoveel als alle kunnen.
command-pillars-next-cut-title = Andere indeling
command-pillars-next-cut-doc = Deelt de keuzes in naar de pijlers van de casus, of naar wat ze doen: opdrachten als launching customer, anderen die meebetalen, raken wat meer ministeries wegen.
command-pillars-next-match-doc = Gaat naar de volgende keuze die in de ene portefeuille zit en niet in een andere.
command-pillars-previous-match-doc = Gaat naar de vorige keuze die in de ene portefeuille zit en niet in een andere.
command-pillars-sentences-title = Alles
command-pillars-sentences-doc = Toont wat erin komt en eruit gaat als elke pijler zijn deel draagt, en wat de getallen betekenen.
command-pillars-take-even-title = Gelijke delen nemen
command-pillars-take-even-doc = Maakt de portefeuille waarin elke pijler zijn deel draagt uw eigen.
command-pillars-options-doc = Stelt in hoeveel elke pijler moet dragen.
command-pillars-export-doc = Schrijft wat de pijlers dragen naar een bestand, met de keuzes; het einde van de naam bepaalt het formaat.
command-pillars-explain-candidate-doc = Legt uit waarom de kandidaat van de rij erin of eruit is.
command-run-title = Start
command-run-doc = Start de analyse op de achtergrond, of zet haar in de rij achter de analyse die loopt.
command-run-all-title = Start alle
command-run-all-doc = Zoekt de beste portefeuille in elk scenario; bij stoppen blijft bewaard wat klaar is.
command-save-title = Sla op
command-save-doc = Slaat op wat is gewijzigd; bestanden zonder wijzigingen blijven zoals ze zijn.
command-save-first-title = Sla op
command-save-first-doc = Slaat op en doet dan waar de vraag over gaat.
command-scenario-changes-back-title = Lijst
command-scenario-changes-back-doc = Gaat terug naar de lijst van scenario's.
command-scenario-changes-delete-doc = Verwijdert de gemarkeerde wijzigingen, of deze; ongedaan maken haalt ze terug.
command-scenario-changes-edit-doc = Bewerkt de wijziging, of de opmerking of bron ervan.
command-scenario-changes-grid-doc = Toont de casus en de scenario's naast elkaar.
command-scenario-changes-run-doc = Zoekt de beste portefeuille in dit scenario.
command-scenario-grid-back-title = Lijst
command-scenario-grid-back-doc = Gaat terug naar de lijst van scenario's.
command-scenario-grid-commit-doc = Voert de wijzigingen van het scenario van deze kolom door in de casus zelf, na ze te hebben getoond.
command-scenario-grid-export-doc = Schrijft het raster van scenario's naar een bestand; de extensie bepaalt het formaat.
command-scenario-grid-next-match-doc = Gaat naar de volgende rij waarin een scenario van de casus verschilt.
command-scenario-grid-previous-match-doc = Gaat naar de vorige rij waarin een scenario van de casus verschilt.
command-scenario-grid-run-doc = Zoekt de beste portefeuille in de getoonde scenario's.
command-scenario-grid-try-on-doc = Toont de hele casus in het scenario van deze kolom, of weer de casus zelf.
command-scenario-grid-whose-title = Wiens portefeuille
command-scenario-grid-whose-doc = Toont in elke kolom de beste portefeuille van het scenario, de aanbevolen portefeuille van de casus, of die van uzelf.
command-scenarios-from-edits-title = Uit wijziging
command-scenarios-run-doc = Zoekt de beste portefeuille in de gemarkeerde scenario's, of in dit.
command-search-title = Zoek
command-search-doc = Zoekt een tekst; ‹next-match› en ‹previous-match› gaan naar de volgende en de vorige treffer.
command-sentences-title = Alle zinnen
command-sentences-doc = Toont de volledige uitleg van de resultaten, en de opmerking bij de tabel.
command-set-shares-title = Zet eigen aandelen
command-set-shares-doc = Bepaalt wie hoeveel betaalt in uw eigen portefeuille.
command-set-start-title = Zet eigen start
command-set-start-doc = Bepaalt het startjaar in uw eigen portefeuille.
command-shape-title = Grafiek/tabel
command-shape-doc = Toont grafiek en tabel, alleen de grafiek, of alleen de tabel.
command-show-columns-title = Toon alle kolommen
command-show-columns-doc = Toont alle kolommen, maakt vastgepinde los en herstelt alle breedtes.
command-sort-title = Sorteer
command-sort-doc = Sorteert op deze kolom: oplopend, aflopend, dan zoals in het bestand. Gelijke rijen houden de volgorde van eerder sorteren.
command-skip-question-title = Overslaan
command-skip-question-doc = Slaat de vraag over die de lopende analyse nu stelt: wat er tot dan toe van bekend is, geldt als antwoord, en de analyse gaat verder.
command-stop-title = Stop optimaliseren
command-stop-doc = Stopt het lopende werk en bewaart het beste tot nu toe.
command-stop-analysis-title = Stop
command-stop-analysis-doc = Stopt de lopende analyse en de wachtende, en bewaart wat klaar is.
command-study-edit-title = Open
command-study-edit-doc = Gaat naar de kandidaat van de rij, of toont de investeringen van de portefeuille van de rij.
command-study-explain-candidate-doc = Geeft uitleg over de kandidaat van de rij, of over een van de kandidaten die de rij noemt.
command-study-export-doc = Schrijft de resultaten naar een bestand; de extensie bepaalt het formaat.
command-study-next-table-doc = Toont de volgende tabel met resultaten.
command-study-previous-table-doc = Toont de vorige tabel met resultaten.
command-suspend-title = Onderbreek
command-suspend-doc = Gaat terug naar de shell; `fg` komt hier terug.
command-table-next-match-title = Zoek verder
command-table-page-down-doc = Gaat een half scherm omlaag.
command-table-page-up-doc = Gaat een half scherm omhoog.
command-table-previous-match-title = Zoek terug
command-take-title = Neem aanbevolen als eigen
command-take-doc = Vervangt uw eigen portefeuille door de aanbevolen.
command-take-right-title = Neem als eigen
command-take-right-doc = Vervangt uw eigen portefeuille door die rechts; ongedaan maken haalt de oude terug.
command-take-row-title = Neem als eigen
command-take-row-doc = Vervangt uw eigen portefeuille door die van de rij; ongedaan maken haalt de oude terug.
command-theirs-title = Van hen
command-theirs-doc = Neemt de versie op schijf, waar bestanden hier en op schijf zijn gewijzigd.
command-theme-title = Volgend thema
command-theme-doc = Wisselt naar het volgende thema: terminal, colour-blind, high-contrast, mono.
command-throw-away-title = Gooi weg
command-throw-away-doc = Gooit weg waar de vraag over gaat: niet-opgeslagen wijzigingen, of uw eigen portefeuille.
command-toggle-own-title = In/uit eigen
command-toggle-own-doc = Zet de kandidaat in uw eigen portefeuille, of haalt hem eruit.
command-top-title = Eerste rij
command-top-doc = Gaat naar de eerste rij.
command-tour-title = Rondleiding
command-tour-doc = Loopt in vijf minuten door de oefencasus.
command-try-on-title = Aan of uit
command-try-on-doc = Toont de hele casus in dit scenario, of weer de casus zelf; zolang het aanstaat, komen wijzigingen in het scenario.
command-turn-title = Andere versie
command-turn-doc = Wisselt naar de andere versie.
command-undo-title = Ongedaan
command-undo-doc = Maakt de laatste wijziging ongedaan.
command-unlock-title = Maak los
command-unlock-doc = Laat de optimalisatie weer kiezen.
command-up-title = Omhoog
command-up-doc = Gaat omhoog.
command-values-title = Waarden van de kolom
command-values-doc = Telt de waarden van deze kolom in de zichtbare of gemarkeerde rijen, met som, gemiddelde en mediaan; ‹list/accept› op een waarde toont alleen de rijen ervan.
command-whole-cell-title = Hele tekst
command-whole-cell-doc = Toont de hele tekst van de cel.
command-whose-title = Wiens uitgaven
command-whose-doc = Toont wat de andere portefeuille uitgeeft: de aanbevolen of die van uzelf.
command-wider-title = Breder
command-wider-doc = Maakt deze kolom breder.
command-word-left-title = Woord links
command-word-left-doc = Gaat naar het begin van het woord.
command-word-right-title = Woord rechts
command-word-right-doc = Gaat naar het volgende woord.
command-write-keymap-title = Schrijf toetsenbestand
command-write-keymap-doc = Schrijft een bestand met alle toetsen naar de map met instellingen, waar u ze kunt wijzigen.
command-write-over-title = Overschrijf
command-write-over-doc = Overschrijft wat er al staat: een bestand, of de rijen van een tabel die opnieuw worden geplakt.
command-yes-title = Ja
command-yes-doc = Geeft het eerste antwoord.

## Places in which commands mean something

context-always = Altijd, ook tijdens het typen
context-everywhere = Overal
context-case = Op elk scherm van een casus
context-table = In tabellen
context-line = Op een invoerregel
context-list = In lijsten met een zoekregel
context-typing = Overal waar u letters typt
context-question = Antwoorden op vragen, waar die worden aangeboden
context-dialog = In vragen en teksten
context-form = In formulieren
context-options = In de opties van een analyse
context-import = In een lijst die een casus wordt
context-conflicts = Waar een cel zowel hier als op schijf is gewijzigd

## Screens

screen-overview-title = Overzicht
screen-overview-doc = De casus in één oogopslag.
screen-pillars-title = Beleidspijlers
screen-pillars-doc = Wat elke pijler van het beleid draagt van het geld en van de winst, met welke keuzes, en de beste portefeuille als elk zijn deel moet dragen.
screen-candidates-title = Kandidaten
screen-candidates-doc = De investeringen die mogelijk zijn.
screen-services-title = Diensten
screen-services-doc = De zeggenschap over elke dienst, nu en erna, op zijn ladder.
screen-budgets-title = Budgetten
screen-budgets-doc = Het geld van elk ministerie in elk jaar.
screen-portfolio-title = Portefeuille
screen-portfolio-doc = De aanbevolen en de eigen portefeuille, met het bewijs.
screen-rules-title = Regels
screen-rules-doc = Elke regel: of eraan is voldaan, of hij knelt en hoeveel ruimte er over is.
screen-compare-title = Vergelijken
screen-compare-doc = Twee portefeuilles, of twee casussen, naast elkaar.
screen-findings-title = Bevindingen
screen-findings-doc = Wat er mis is met de casus, en hoe u het herstelt.
screen-tables-title = Tabellen
screen-tables-doc = Alle tabellen van de casus: domeinen, effecten, relaties, limieten, houders, eigenaren, scenario's.
screen-settings-title = Instellingen
screen-settings-doc = De instellingen van de casus: doelwaarde, ministeries, treden.
screen-analyses-title = Analyses
screen-analyses-doc = Vragen over de casus: curven, alternatieven, belang, robuustheid, stresstest, samenwerking.
screen-study-title = Uitkomst
screen-study-heading = Uitkomsten van een analyse
screen-scenarios-title = Scenario's
screen-scenarios-doc = Wat als: wat er kan gebeuren, wat het kost, en wat dan de beste portefeuille is.
screen-scenario-changes-title = Wijzigingen
screen-scenario-changes-heading = Wijzigingen van een scenario
screen-scenario-grid-title = Raster
screen-scenario-grid-heading = Scenario's in een raster
screen-picker-title = Casussen
screen-picker-heading = Een casus kiezen

## Bounds, and what a scenario or a word does that nobody meant

too-many-bytes = Het bestand is te groot: de bestanden van een casus mogen samen { $most } zijn, en één tabel niet meer dan dat.
too-many-settings = Het bestand is te groot: case.toml mag { $most } zijn.
too-many-rows = De tabel heeft meer dan { $most } rijen.
too-many-cells = De tabel heeft meer dan { $most } cellen.
too-many-columns = De tabel heeft meer dan { $most } kolommen.
too-many-ministries = De casus heeft meer dan { $most } ministeries.
too-many-rungs = De ladder heeft meer dan { $most } treden.
too-many-table-fix = Haal weg wat niet bij het plan hoort, of splits de casus; tot dan verandert het programma het bestand niet.
too-many-columns-fix = Verwijder de kolommen die niet nodig zijn; tot dan verandert het programma het bestand niet.
too-many-settings-fix = Houd alleen wat het plan nodig heeft.
file-is-too-big = het is groter dan { $most }, het meeste dat het programma leest
locate-more-alike = { $count ->
    [one] {" "}Nog één bevinding in dit bestand is als deze.
   *[other] {" "}Nog { $count } of meer bevindingen in dit bestand zijn als deze.
    }
cell-too-long = De cel bevat { $count } tekens; er passen er hooguit { $most } in.
cell-too-long-fix = Kort de tekst in, of zet hem in een eigen bestand en schrijf hier de naam daarvan.
candidates-lone-word = Geen andere kandidaat heeft { $written } als { $column }, maar { $near } is bijna hetzelfde woord.
candidates-lone-word-fix = Is { $near } bedoeld, verbeter dan de cel; anders hoeft er niets te gebeuren.
scenarios-too-many = Van { $all } scenario’s zijn er maar { $tried } geprobeerd, omdat dat voor alle bij een casus van deze omvang te lang duurt: vanaf { $name } geen enkel.
scenarios-too-many-fix = Verwijder scenario’s die niet nodig zijn, of reken het scenario dat ertoe doet door bij zijn naam.
scenarios-changed-twice = Het scenario { $name } verandert { $cell } opnieuw, na rij { $row } van scenarios.csv; wijzigingen volgen de volgorde van het bestand, dus deze heeft het laatste woord.
scenarios-changed-twice-fix = Verwijder een van de twee rijen, tenzij beide zo bedoeld zijn.
scenarios-moved-default = In het scenario { $name } gaat de aanlooptijd van { $candidate } van { $was } naar { $now } jaar: de cel is leeg en volgt dus het laatste jaar met kosten.
scenarios-moved-default-fix = Moet het effect gelden vanaf hetzelfde jaar als eerst, schrijf dan { $was } in lead_time.
reference-findings = | regel | niveau | vindt | waarom het ertoe doet | wat te doen |
    | --- | --- | --- | --- | --- |
reference-limits = | wat | hooguit |
    | --- | --- |
    | alle bestanden van een casus samen, één tabel alleen, of een portefeuille | { $case } |
    | `case.toml`, en elk bestand met instellingen | { $settings } |
    | een bestand dat het programma zelf schreef, zoals een deel van een reeks of een logboek van wijzigingen | { $own } |
    | rijen van een tabel | { $rows } |
    | cellen van een tabel | { $cells } |
    | kolommen van een tabel | { $columns } |
    | tekens van een cel; een lijst van id's mag langer zijn | { $cell } |
    | ministeries | { $ministries } |
    | treden | { $rungs } |
    | jaren van de looptijd, en kostenkolommen | { $years } |
    | decimalen van een getal | { $decimals } |
    | een bedrag, of indexpunten | { $money } |
    | elk ander getal | { $number } |
    | geheugen dat een controle neemt | { $memory } |

## Codes of findings

code-encoding = een bestand dat geen UTF-8-tekst is
code-dialect = een tabel met puntkomma's of tabs als scheidingsteken, of met regeleinden van heel oude programma's
code-header-below = een titel boven de kopregel van een tabel
code-mixed-currency = bedragen in verschillende valuta
code-decimal-doubt = getallen zoals 1.250 waarvan niets zegt wat het teken betekent
code-missing-file = een bestand dat elke casus nodig heeft
code-unreadable-file = een bestand van de casus dat er wel is, maar niet te lezen is
code-near-miss-file = een bestand waarvan de naam bijna die van een tabel is
code-missing-column = een kolom die de tabel nodig heeft
code-duplicate-column = een kolom die twee keer in de kopregel staat, of twee kolommen voor hetzelfde
code-near-miss-column = een kolom waarvan de naam bijna gelijk is aan een die het programma kent
code-column-without-ministry = een kolom voor een ministerie dat niet bestaat
code-unknown-column = kolommen die het programma niet gebruikt
code-unnamed-column = waarden onder een lege kop
code-long-row = een rij met meer cellen dan de kopregel
code-short-row = een rij met minder cellen dan de kopregel
code-open-quote = een aanhalingsteken dat nergens wordt gesloten
code-row-in-cell = een cel waarin een hele rij lijkt te staan
code-stray-quote = een los aanhalingsteken in een cel
code-empty-row = een rij zonder één waarde
code-header-again = een rij die nog eens de kopregel is
code-total-row = een rij die een totaal heet
code-missing-cell = een lege cel die een waarde nodig heeft
code-bad-id = een id die niet goed is gevormd
code-duplicate-id = een id of sleutel die twee keer voorkomt
code-unknown-id = een id die nergens naar verwijst
code-bad-number = een tekst die geen getal is
code-decimal-comma = een getal met een decimale komma
code-thousands-mark = een getal met scheidingstekens voor duizendtallen
code-out-of-range = een getal buiten zijn grenzen
code-too-large = een getal dat te groot is om mee te rekenen
code-too-precise = een getal met te veel decimalen
code-too-many-digits = een som of product met te veel cijfers om mee te rekenen
code-not-whole = een getal dat geheel moet zijn
code-bad-year = een tekst die geen jaar is
code-bad-share = een tekst die geen aandeel is, en ook geen bereik van aandelen
code-bad-word = een woord dat niet op de vaste lijst staat
code-bad-change = een wijziging die niet zegt wat er moet gebeuren
code-bad-cost-column = een kostenkolom met een onmogelijk nummer
code-toml-syntax = een case.toml die niet te lezen is
code-missing-setting = een instelling die elke casus nodig heeft
code-wrong-type = een instelling van het verkeerde type
code-format-version = een formaat van een andere versie
code-bad-carry-over = een waarde voor doorschuiven die geen fractie is en ook niet "all"
code-horizon-backwards = een looptijd die eindigt voordat hij begint
code-horizon-too-long = een looptijd van meer dan 100 jaar
code-near-miss-setting = een instelling waarvan de naam bijna gelijk is aan een die het programma kent
code-unknown-setting = een instelling die het programma niet gebruikt
code-no-ministry = een casus zonder ministerie
code-voices-all-zero = stemmen van ministeries die allemaal 0 zijn
code-no-rung = een ladder zonder trede
code-rungs-not-ascending = treden die niet op volgorde staan
code-rung-power-falls = macht die van trede tot trede daalt
code-too-many-targets = meer domeinen op doel geëist dan er domeinen zijn
code-target-out-of-reach = meer domeinen op doel geëist dan er hun doel kunnen halen
code-weights-all-zero = gewichten die allemaal 0 zijn
code-domain-without-service = een domein dat meetelt, maar geen dienst heeft
code-floor-out-of-reach = een ondergrens die niet haalbaar is
code-power-unknown = macht op basis van een aandeelhouderstabel die haar niet geeft
code-quota-never-exceeded = een quotum dat geen stemmen kunnen overschrijden
code-bloc-missing = een aandeelhouderstabel zonder thuisblok
code-stakes-not-100 = belangen die samen geen 100 zijn
code-buys-from-unknown = een aankoop van iemand die niets heeft
code-buys-from-home = een aankoop van het eigen blok
code-buys-too-much = een aankoop van meer dan de houder heeft
code-buys-too-much-together = aankopen die samen meer zijn dan de houder heeft
code-buys-nothing = een verkoper zonder aankoop
code-buys-on-ladder = een verkoper bij een dienst op de ladder
code-too-many-purchases = te veel aankopen van bepaalde houders in één dienst
code-owns-itself = een eigenaar van zichzelf
code-owners-above-100 = eigenaren met meer dan 100 %
code-company-holds-nothing = eigenaren van een bedrijf dat niets houdt
code-control-contradicts = twee die in één bedrijf zouden beslissen
code-control-in-circle = bedrijven die elkaar beheersen
code-depends-on-itself = een dienst die van zichzelf afhangt
code-depends-in-circle = diensten die van elkaar afhangen
code-stakes-against-control = belangen van het thuisblok die samen niet gelijk zijn aan de zeggenschap over de dienst
code-shares-not-100 = aandelen die samen niet op 100 kunnen uitkomen
code-never-starts = een kandidaat die nooit kan starten; een fout als hij erin is vastgezet
code-start-outside-horizon = een periode voor de start die buiten de looptijd valt
code-effect-too-late = effecten die pas na de looptijd van kracht worden
code-lock-without-reason = een kandidaat die zonder reden is vastgezet
code-reason-without-lock = een reden bij een kandidaat die niet is vastgezet
code-moves-nothing = een kandidaat zonder effecten of punten
code-effect-of-nothing = een effect dat zeggenschap noch een trede oplevert
code-legal-risk = een gouden aandeel
code-effect-worn-off = een effect dat aan het eind is uitgewerkt
code-gain-above-100 = een winst van meer dan 100 procentpunt
code-budget-outside-horizon = een budget voor een jaar buiten de looptijd
code-no-gains = een casus waarin nog niets te winnen valt
code-no-budget = een ministerie zonder geld
code-too-few-members = een relatie met te weinig leden
code-repeated-member = een lid dat twee keer is genoemd
code-count-too-high = een aantal dat hoger is dan het aantal leden
code-rule-without-effect = een aantal waaraan altijd is voldaan
code-unused-cell = een cel die niets betekent bij deze soort relatie
code-requires-cycle = kandidaten die elkaar in een kring vereisen; een fout als geen ervan te kiezen is
code-requires-too-late = een vereiste kandidaat die te laat start; een fout als de andere erin is vastgezet
code-requires-locked-out = een kandidaat die een andere vereist die eruit is vastgezet
code-lock-against-relation = vastgezette kandidaten die in strijd zijn met relaties
code-synergy-of-nothing = een synergie zonder winst
code-synergy-locked-out = een synergie die nooit tot stand kan komen
code-empty-limit = een limiet zonder min en zonder max
code-limit-on-nothing = een limiet op een instrument of pijler die geen kandidaat heeft
code-limit-contradiction = een min die hoger is dan de max
code-limit-out-of-reach = een min die geen portefeuille kan besteden
code-limits-sum = limieten die niet samengaan
code-scenario-change = een wijziging die niet kan worden uitgevoerd
code-scenario-result = een scenario dat de casus met fouten achterlaat
code-too-big = meer van iets dan het programma inneemt
code-too-long = een cel met een te lange tekst
code-lone-word = een instrument of pijler die maar één kandidaat heeft en die bijna een andere is
code-changed-twice = een cel die een scenario twee keer verandert
code-moved-default = een standaardwaarde die een scenario ongemerkt verschuift

## Why each finding matters, and what to do about it

why-encoding = Er zouden letters verloren gaan of veranderen.
fix-encoding = Sla het bestand op als CSV in UTF-8.
why-too-big = Het lezen zou het geheugen van de computer vullen.
fix-too-big = Haal weg wat niet bij het plan hoort, of splits de casus.
why-dialect = Een verkeerde gok zou getallen veranderen.
fix-dialect = Kijk of dit is wat bedoeld was; verder hoeft er niets te gebeuren.
why-header-below = De titel zou voor de namen van de kolommen doorgaan.
fix-header-below = Verwijder de regels boven de kopregel.
why-mixed-currency = Bedragen in verschillende valuta zijn niet op te tellen.
fix-mixed-currency = Reken alle bedragen om naar de valuta van de casus.
why-decimal-doubt = Een bedrag kan duizend keer te klein of te groot zijn.
fix-decimal-doubt = Geef met --decimal aan welk teken voor de decimalen staat, of schrijf één cel zo dat er geen twijfel is.
why-missing-file = Zonder dit bestand valt er niets te rekenen.
fix-missing-file = Voeg het bestand met zijn kopregel toe.
why-unreadable-file = Wat erin staat, zou in het plan ontbreken.
fix-unreadable-file = Zet het bestand zelf neer, of vraag het de eigenaar.
why-near-miss-file = Een tabel met een andere naam wordt niet gelezen.
fix-near-miss-file = Hernoem het bestand.
why-missing-column = Elke rij mist iets wat nodig is.
fix-missing-column = Voeg de kolom toe, of hernoem de kolom die bedoeld is.
why-duplicate-column = Niemand weet welke van de twee telt.
fix-duplicate-column = Hernoem of verwijder een van de twee.
why-near-miss-column = Een kolom die niet wordt gelezen, telt als leeg: kosten zouden 0 zijn.
fix-near-miss-column = Hernoem de kolom.
why-column-without-ministry = De cijfers erin tellen voor niemand.
fix-column-without-ministry = Hernoem de kolom, of voeg het ministerie toe.
why-unknown-column = Wat daar staat, heeft geen invloed op de uitkomst.
fix-unknown-column = Niets, als de kolom een eigen aantekening is.
why-unnamed-column = De waarden worden niet gelezen.
fix-unnamed-column = Geef de kolom een naam, of maak hem leeg.
why-long-row = Cellen staan in de verkeerde kolom, waarschijnlijk door een komma in een tekst.
fix-long-row = Zet een tekst met een komma tussen dubbele aanhalingstekens.
why-short-row = Cellen kunnen in de verkeerde kolom staan.
fix-short-row = Controleer of er geen komma ontbreekt.
why-open-quote = Alle rijen erna zouden in één cel verdwijnen.
fix-open-quote = Sluit het aanhalingsteken waar de tekst eindigt.
why-row-in-cell = Een rij die in een cel staat, wordt niet gelezen.
fix-row-in-cell = Sluit het aanhalingsteken waar de tekst eindigt, tenzij de regelovergang erbij hoort.
why-stray-quote = De tekst is misschien niet wat bedoeld was.
fix-stray-quote = Zet de hele tekst tussen dubbele aanhalingstekens en schrijf elk aanhalingsteken erin dubbel.
why-empty-row = Een rij kan per ongeluk zijn leeggemaakt.
fix-empty-row = Vul de rij in of verwijder hem.
why-header-again = Er staan tabellen onder elkaar; de rij betekent niets.
fix-header-again = Verwijder de rij.
why-total-row = Wat de rij optelt, zou twee keer meetellen.
fix-total-row = Verwijder de rij, of geef haar een andere naam.
why-missing-cell = Zonder deze waarde betekent de rij niets.
fix-missing-cell = Vul de cel in.
why-too-long = Geen tabel, rapport of spreadsheet kan zo'n tekst tonen.
fix-too-long = Kort de tekst in, of zet hem in een eigen bestand.
why-bad-id = Andere tabellen kunnen de rij niet noemen.
fix-bad-id = Gebruik kleine letters, cijfers, _ en -.
why-duplicate-id = Niemand weet welke van de twee bedoeld is.
fix-duplicate-id = Geef elk een eigen id, of verwijder er een.
why-unknown-id = De rij telt niet mee.
fix-unknown-id = Verbeter de id, of voeg toe wat hij noemt.
why-bad-number = Het zou als de standaardwaarde tellen, meestal 0.
fix-bad-number = Schrijf cijfers met een decimale punt.
why-decimal-comma = Elders in het bestand betekent de komma iets anders.
fix-decimal-comma = Schrijf een decimale punt.
why-thousands-mark = Het getal kan duizend keer te groot of te klein zijn.
fix-thousands-mark = Schrijf de cijfers zonder tekens ertussen.
why-out-of-range = Het cijfer kan niet zijn wat bedoeld was.
fix-out-of-range = Schrijf een getal binnen de grenzen.
why-too-large = Sommen zouden niet meer exact te berekenen zijn.
fix-too-large = Gebruik een grotere eenheid, zoals miljoenen.
why-too-precise = Sommen zouden niet meer exact te berekenen zijn.
fix-too-precise = Rond het getal af.
why-too-many-digits = De uitkomst zou worden afgerond en niets zou te bewijzen zijn.
fix-too-many-digits = Schrijf getallen met minder decimalen.
why-not-whole = Niemand weet hoe het moet worden afgerond.
fix-not-whole = Schrijf een geheel getal.
why-bad-year = De rij hoort bij geen jaar van de looptijd.
fix-bad-year = Schrijf een jaar met vier cijfers.
why-bad-share = Het is niet bekend wie betaalt.
fix-bad-share = Schrijf een heel percentage of een bereik zoals 20-60.
why-bad-word = Het programma zou de standaardwaarde nemen.
fix-bad-word = Schrijf een van de woorden van de lijst.
why-bad-change = Het scenario is niet door te rekenen.
fix-bad-change = Begin de wijziging met =, +, - of *.
why-bad-cost-column = De kosten erin horen bij geen jaar.
fix-bad-cost-column = Nummer de kolommen cost_1, cost_2 enzovoort.
why-toml-syntax = Zonder case.toml is er geen ministerie, geen looptijd en geen ladder.
fix-toml-syntax = Verbeter de regel tot het bestand te lezen is.
why-missing-setting = Er is geen standaardwaarde voor.
fix-missing-setting = Voeg de instelling toe.
why-wrong-type = Het programma zou de standaardwaarde nemen.
fix-wrong-type = Schrijf een getal zonder aanhalingstekens, of een tekst met.
why-format-version = De kolommen kunnen daarin iets anders betekenen.
fix-format-version = Schrijf format = 1, of gebruik de versie van het programma waarmee de casus is gemaakt.
why-bad-carry-over = Het is niet bekend wat later mag worden uitgegeven.
fix-bad-carry-over = Schrijf een fractie van 0 tot 1, of "all".
why-horizon-backwards = Er is geen jaar om te plannen.
fix-horizon-backwards = Laat last_year niet voor first_year liggen.
why-horizon-too-long = Een plan voor meer dan een mensenleven is waarschijnlijk een tikfout, en duurt te lang om te berekenen.
fix-horizon-too-long = Kies een eerder last_year.
why-near-miss-setting = Een instelling die niet wordt gelezen, heeft de standaardwaarde.
fix-near-miss-setting = Hernoem de instelling.
why-unknown-setting = Hij heeft geen invloed op de uitkomst.
fix-unknown-setting = Niets, als het een eigen aantekening is.
why-no-ministry = Niemand zou kunnen betalen.
fix-no-ministry = Voeg een ministerie met een id toe.
why-voices-all-zero = Geen enkel domein zou gewicht hebben.
fix-voices-all-zero = Geef minstens één ministerie een stem boven 0.
why-no-rung = Zeggenschap zou nooit macht worden.
fix-no-rung = Voeg een trede met id, at_least en power toe.
why-rungs-not-ascending = De ladder zou geen volgorde hebben.
fix-rungs-not-ascending = Zet de treden op volgorde van at_least.
why-rung-power-falls = Meer zeggenschap zou minder macht betekenen.
fix-rung-power-falls = Laat macht van trede tot trede gelijk blijven of stijgen.
why-too-many-targets = Geen portefeuille kan aan de eis voldoen.
fix-too-many-targets = Eis niet meer domeinen dan er zijn.
why-target-out-of-reach = Geen portefeuille kan aan de eis voldoen.
fix-target-out-of-reach = Eis minder domeinen, verlaag doelen, of voeg kandidaten toe.
why-weights-all-zero = Delen van het geheel zijn niet te berekenen.
fix-weights-all-zero = Geef er minstens één een gewicht boven 0.
why-domain-without-service = Het gewicht ervan is nooit te verdienen.
fix-domain-without-service = Voeg een dienst toe, of zet het gewicht op 0.
why-floor-out-of-reach = Geen portefeuille haalt de ondergrens.
fix-floor-out-of-reach = Verlaag de ondergrens, of voeg kandidaten met meer zeggenschap toe.
why-power-unknown = De macht over de dienst is niet bekend.
fix-power-unknown = Voeg de andere houders toe, zet wie samen stemmen in één rij, of schrijf ladder.
why-quota-never-exceeded = De macht over de dienst blijft 0, wat er ook gekocht wordt.
fix-quota-never-exceeded = Schrijf het deel van de stemmen dat overschreden moet worden: 50 voor een meerderheid.
why-bloc-missing = De tabel zegt niet wie met het land meestemt.
fix-bloc-missing = Schrijf home in de kolom bloc bij wie met het land meestemt.
why-stakes-not-100 = Er ontbreken stemmen, of ze tellen dubbel.
fix-stakes-not-100 = Voeg ontbrekende houders toe, of verbeter de belangen.
why-buys-from-unknown = Niemand weet wiens stemmen minder worden, en daarmee ook niet wie hoeveel macht houdt.
fix-buys-from-unknown = Noem een houder van de dienst, of laat buys_from leeg.
why-buys-from-home = Het land wint geen stemmen van wie al met het land meestemt.
fix-buys-from-home = Noem een andere houder, of laat buys_from leeg.
why-buys-too-much = De houder kan niet verkopen wat hij niet heeft.
fix-buys-too-much = Verlaag de control_gain tot het belang van de houder, of laat buys_from leeg.
why-buys-too-much-together = Wat boven het belang van de houder komt, telt als gekocht van alle anderen naar verhouding.
fix-buys-too-much-together = Koop minder, of laat ze elkaar uitsluiten.
why-buys-nothing = De verkoper heeft geen invloed op de uitkomst.
fix-buys-nothing = Schrijf een control_gain, of maak buys_from leeg.
why-buys-on-ladder = De macht volgt daar alleen de zeggenschap; wie verkoopt telt alleen voor overnames.
fix-buys-on-ladder = Niets, als dat de bedoeling is.
why-too-many-purchases = Elke combinatie heeft een eigen aandeelhouderstabel, en met elke aankoop verdubbelt hun aantal.
fix-too-many-purchases = Laat buys_from leeg waar het het minst uitmaakt.
why-owns-itself = Een bedrijf heeft in zichzelf geen stem, zodat de anderen er meer hebben dan het lijkt.
fix-owns-itself = Verwijder de rij.
why-owners-above-100 = Stemmen tellen dubbel, en twee zouden een meerderheid kunnen hebben.
fix-owners-above-100 = Verbeter de belangen.
why-company-holds-nothing = Zijn eigenaren tellen niet mee; waarschijnlijk is de naam op twee manieren geschreven.
fix-company-holds-nothing = Schrijf de naam zoals de andere rijen, of verwijder de rijen.
why-control-contradicts = Eén partij kan beslissen; welke dat is verandert hoe stemmen tellen.
fix-control-contradicts = Laat het recht of het merk bij wie echt beslist.
why-control-in-circle = Niemand staat bovenaan, zodat de kring voor zichzelf stemt.
fix-control-in-circle = Zeg wie er beslist, of verbeter de belangen.
why-depends-on-itself = Een laag kan niet onder zichzelf liggen, dus is er iets anders bedoeld.
fix-depends-on-itself = Haal hem weg uit zijn eigen depends_on.
why-depends-in-circle = Wat er een stillegt, legt ze allemaal stil; dat is zelden bedoeld.
fix-depends-in-circle = Haal de afhankelijkheid weg die niet nodig is.
why-stakes-against-control = De twee zeggen iets anders over wat het land heeft.
fix-stakes-against-control = Verbeter de belangen van het thuisblok of de zeggenschap.
why-shares-not-100 = De rekening zou nooit helemaal betaald kunnen worden.
fix-shares-not-100 = Verlaag of verhoog de aandelen tot 100 mogelijk is.
why-never-starts = De kandidaat is nooit te kiezen.
fix-never-starts = Laat de start binnen de looptijd vallen, vroeg genoeg voor de laatste kosten.
why-start-outside-horizon = De jaren daarbuiten tellen niet.
fix-start-outside-horizon = Niets, als dat zo bedoeld is.
why-effect-too-late = De kandidaat kost geld en levert niets op.
fix-effect-too-late = Verkort de aanlooptijd, laat hem eerder starten, of verleng de looptijd.
why-lock-without-reason = Later weet niemand waarom dit is besloten.
fix-lock-without-reason = Schrijf de reden in de kolom reason.
why-reason-without-lock = Misschien is het vastzetten vergeten.
fix-reason-without-lock = Zet de status, of maak de reden leeg.
why-lone-word = Een limiet op het juiste woord slaat deze kandidaat over.
fix-lone-word = Verbeter het woord, als het andere bedoeld is.
why-moves-nothing = De kandidaat kost geld en levert niets op.
fix-moves-nothing = Voeg effecten of punten toe.
why-effect-of-nothing = De rij heeft geen invloed op de uitkomst.
fix-effect-of-nothing = Schrijf een control_gain, een trede of wat het voorkomt, of verwijder de rij.
why-legal-risk = Het Europees Hof verbood gouden aandelen van de Nederlandse staat (C-282/04 en C-283/04, 28 september 2006): wat het verleent, houdt mogelijk geen stand.
fix-legal-risk = Laat het juridisch toetsen, of vergelijk het met een goedkeuringsrecht of een toetsingswet.
why-effect-worn-off = Alleen het eind van de looptijd telt, en dan levert het niets meer op.
fix-effect-worn-off = Laat het langer duren of later starten, of laat het gemiddelde over de jaren tellen (objective.timing).
why-gain-above-100 = Niemand kan meer dan alles hebben.
fix-gain-above-100 = Controleer of het getal in procentpunten is.
why-budget-outside-horizon = Het geld is niet uit te geven.
fix-budget-outside-horizon = Verander het jaar of de looptijd.
why-no-gains = Elke portefeuille is zo goed als niets kiezen.
fix-no-gains = Vul in wat elke kandidaat oplevert, in effects.csv of als punten.
why-no-budget = Het ministerie kan niets betalen.
fix-no-budget = Voeg de budgetten toe, als die er zijn.
why-too-few-members = Een relatie met zichzelf zegt niets.
fix-too-few-members = Noem ook de andere leden.
why-repeated-member = Er kan een naam zijn verwisseld.
fix-repeated-member = Noem elk lid één keer.
why-count-too-high = Geen portefeuille kan aan de relatie voldoen.
fix-count-too-high = Verlaag het aantal, of noem meer leden.
why-rule-without-effect = De rij zegt niet wat bedoeld was.
fix-rule-without-effect = Verbeter het aantal, of verwijder de rij.
why-unused-cell = De soort relatie is misschien verkeerd.
fix-unused-cell = Maak de cel leeg, of verbeter de soort.
why-requires-cycle = Alle moeten in hetzelfde jaar starten, en dat is zelden bedoeld.
fix-requires-cycle = Ga na wie van hen de ander echt nodig heeft.
why-requires-too-late = De kandidaat die het nodig heeft, is nooit te kiezen.
fix-requires-too-late = Verruim een van de twee perioden.
why-requires-locked-out = De kandidaat die het nodig heeft, is nooit te kiezen.
fix-requires-locked-out = Zet die er ook uit vast, of haal het slot weg.
why-lock-against-relation = Geen portefeuille kan aan beide voldoen.
fix-lock-against-relation = Haal een van de twee weg.
why-synergy-of-nothing = De rij heeft geen invloed op de uitkomst.
fix-synergy-of-nothing = Schrijf een control_gain, of verwijder de rij.
why-synergy-locked-out = Wat de synergie toevoegt, is nooit te krijgen.
fix-synergy-locked-out = Niets, als dat zo bedoeld is.
why-empty-limit = De rij begrenst niets.
fix-empty-limit = Vul min of max in, of verwijder de rij.
why-limit-on-nothing = Het woord is waarschijnlijk verkeerd gespeld en de limiet begrenst niets.
fix-limit-on-nothing = Controleer de spelling, of verwijder de rij.
why-limit-contradiction = Geen portefeuille kan aan beide voldoen.
fix-limit-contradiction = Verlaag min of verhoog max.
why-limit-out-of-reach = Geen portefeuille kan aan de limiet voldoen.
fix-limit-out-of-reach = Verlaag min, verhoog de budgetten, of voeg kandidaten toe.
why-limits-sum = Geen portefeuille kan aan alle voldoen.
fix-limits-sum = Verlaag of verhoog er enkele.
why-scenario-change = Het scenario is niet door te rekenen.
fix-scenario-change = Verbeter de rij, of verwijder hem.
why-scenario-result = Het scenario is niet door te rekenen.
fix-scenario-result = Verbeter de wijziging die het veroorzaakt.
why-changed-twice = De eerdere wijziging kan ongemerkt verloren gaan.
fix-changed-twice = Verwijder een van de twee rijen, tenzij beide bedoeld zijn.
why-moved-default = Het scenario verandert meer dan er staat: effecten gelden eerder of later.
fix-moved-default = Schrijf de aanlooptijd op, als die moet blijven.

## Levels: the weakest domain comes first, and floors of domains

stage-level = zoekt het hoogste niveau dat elk domein kan halen
told-domain-must-hold = { $domain } moet eind { $last_year } minstens { $name } hebben (macht { $power })
told-domain-level-first = { $domain } moet eind { $last_year } het hoogste niveau hebben dat elk domein kan halen
reach-domain-floor = De ondergrens { $rung } van het domein { $domain } is niet haalbaar: zelfs met alles van kracht is de macht { $power }, terwijl { $needed_power } nodig is.
reach-lower-domain-floor = Verlaag de ondergrens, of voeg kandidaten toe die de diensten van het domein veranderen.
takeovers-no-price = Een overname van { $id } moet iets kosten, maar niemand heeft een belang met een prijs.
takeovers-no-price-anywhere = Elke overname moet iets kosten, maar geen enkel belang heeft een prijs.
takeovers-add-price = Zet prijzen in holders.csv, of laat takeover_floor weg.
takeovers-too-many = Wat een overname van { $id } kost, is niet te berekenen: te veel houders hebben een prijs, of de belangen hebben te veel decimalen.
takeovers-by-name = Wat een overname van { $service } kost, hangt ervan af wiens belang het land bij naam koopt, en de regel over de prijs kent alleen aankopen van allen naar verhouding.
takeovers-by-name-fix = Laat takeover_floor voor deze dienst weg (0), of laat buys_from bij zijn effecten leeg.
takeovers-join-smallest = Voeg de kleinste houders samen in één rij, of schrijf de belangen met twee decimalen.
takeovers-out-of-reach = Een overname van { $id } moet minstens { $floor } kosten, maar geen portefeuille laat die meer kosten dan { $most }.
takeovers-lower-floor = Verlaag takeover_floor tot { $most }, of voeg een kandidaat toe die een overname voorkomt.
settings-no-levels = Het zwakste domein gaat voor, maar geen trede van de ladder heeft macht, zodat er maar één niveau is.
settings-add-levels = Geef de treden macht boven 0, of zet objective.aggregate op weighted.
code-domain-floor-out-of-reach = een ondergrens van een domein die niet haalbaar is
code-takeover-floor-by-name = een minste overnameprijs naast aankopen bij naam
why-takeover-floor-by-name = De prijs na zulke aankopen is een andere, en de regel zou aan de verkeerde worden getoetst.
fix-takeover-floor-by-name = Laat een van beide weg voor deze dienst.
code-takeover-floor-out-of-reach = een minste overnameprijs die niet haalbaar is
why-domain-floor-out-of-reach = Geen portefeuille haalt dit niveau in het domein.
why-takeover-floor-out-of-reach = Geen portefeuille kan aan de regel voldoen.
fix-domain-floor-out-of-reach = Verlaag de ondergrens, of voeg kandidaten met meer zeggenschap in het domein toe.
fix-takeover-floor-out-of-reach = Verlaag de minste prijs, of voeg een kandidaat toe die een overname voorkomt.
code-takeover-floor-unknown = een overnameprijs die niet te berekenen is
why-takeover-floor-unknown = Niemand kan zeggen of een portefeuille aan de regel voldoet.
fix-takeover-floor-unknown = Voeg de kleinste houders samen in één rij, of schrijf de belangen met twee decimalen.
code-takeover-floor-without-price = een minste overnameprijs zonder prijzen
why-takeover-floor-without-price = De regel zegt niets: niemand heeft iets te verkopen.
fix-takeover-floor-without-price = Zet prijzen in holders.csv, of laat de regel weg.
code-no-levels = het zwakste domein gaat voor zonder niveaus
why-no-levels = Alle domeinen staan op hetzelfde niveau, wat er ook wordt gekozen. Dan beslist alleen de index.
fix-no-levels = Geef de treden macht boven 0, of laat alleen de index beslissen.
setting-objective-aggregate = ⟨weighted⟩: de index beslist; ⟨weakest⟩: eerst het hoogste niveau dat elk domein kan halen (het niveau van het zwakste domein), dan de index.
label-setting-objective-aggregate = Wat voorgaat
column-domains-floor = De trede waarvan het domein aan het eind van de looptijd ten minste de macht moet hebben.
words-no-level = geen niveau
words-overall-level = Niveau van het geheel: { $level } (als er niets wordt gekozen: { $before }). Niet hoger dan dat: { $weakest }.
words-weakest-of = { $count } van { $domains } domeinen
words-level-proven = { " " }Dit is bewezen: geen portefeuille haalt { $next } in elk domein.
words-level-highest = { " " }Een hoger niveau bestaat niet.
words-level-open = { " " }Of een hoger niveau mogelijk is, is niet bewezen.
sections-before = vooraf
sections-after = erna
sections-targets-chart = Domeinen tegenover hun doelen
sections-power-axis = macht (0-1)
sections-ladder-chart = De ladder van elke dienst, vooraf en erna
sections-levels = Niveau van elk domein, aan het eind van de looptijd
sections-overall-level = Geheel = zwakste
head-level-before = niveau vooraf
head-level-after = niveau erna
head-floor = vereist
word-overall-level = niveau van het geheel
overview-level-domain = Niveaus per domein: vooraf, erna, niveau ({ $of })
overview-overall-level = Geheel = zwakste: { $level } ({ $weakest }).
overview-level-proven = { " " }{ $next } is bewezen onhaalbaar.
overview-level-highest = { " " }Een hoger niveau bestaat niet.
overview-level-open = { " " }Niet bewezen: een hoger niveau kan mogelijk zijn.
verify-proven-level =
    BEWEZEN: geen portefeuille haalt in elk domein een hoger niveau dan { $level }, en van de portefeuilles die dat halen is er geen meer waard dan { $exact } ({ $checked }).
    {""}
verify-level-unknown = Er is geen niveau { $level }.
verify-level-not-impossible = Het eerste deel moet bewijzen dat het volgende niveau onmogelijk is, maar het noemt een portefeuille.
verify-level-not-next = Het niveau dat onmogelijk is bewezen, is niet het eerste boven het niveau dat wordt gehaald.

## Tables of a case

table-domains = Technologiegebieden, en hoe zwaar elk voor elk ministerie weegt.
table-services = Belangrijke diensten van de infrastructuur, met de zeggenschap die het land nu heeft.
table-candidates = Investeringen die mogelijk zijn.
table-effects = Hoeveel zeggenschap elke investering toevoegt, en over welke diensten.
table-budgets = Geld per ministerie en per jaar.
table-relations = Regels tussen investeringen: wat elkaar vereist of uitsluit, aantallen en synergieën.
table-limits = Laagste en hoogste publieke uitgaven over de looptijd.
table-holders = Wie welk belang in een dienst heeft, voor diensten waar stemrechten beslissen.
table-owners = Wie er achter houders staan die bedrijven zijn: hun eigenaren, en de eigenaren daarvan.
table-scenarios = Wat er kan gebeuren: wijzigingen op naam, toegepast in de volgorde van het bestand.

## Settings of case.toml

setting-format = De versie van het bestandsformaat: 1.
setting-title = De titel van de casus in rapporten.
setting-title-language = De titel in een andere taal, zoals ⟨title_nl⟩; te zien waar die taal gesproken wordt.
setting-currency = De munt van alle geldbedragen.
setting-jurisdiction = Het recht van het land, of meer dan één met schuine strepen ertussen: geen bevel daaronder is buitenlands.
setting-unit = De eenheid van alle geldbedragen, zoals miljoen.
setting-first-year = Het eerste jaar van de looptijd.
setting-last-year = Het laatste jaar van de looptijd.
setting-objective-risk = ⟨expected⟩: elk effect telt naar verhouding van zijn slaagkans; ⟨full⟩: alles wordt geacht te slagen.
setting-objective-timing = ⟨final⟩: de macht aan het eind van het laatste jaar telt; ⟨average⟩: het gemiddelde over alle jaren van de looptijd telt.
setting-require-domains-at-target = Ten minste zoveel domeinen moeten hun doel halen.
setting-require-takeover-floor = Geen dienst mag eind van de horizon voor minder worden overgenomen. Geldt voor elke dienst waarin een belang een prijs heeft; ⟨takeover_floor⟩ van een dienst gaat voor.
setting-ministry-id-id = Korte naam van het ministerie, zoals de tabellen die gebruiken.
setting-ministry-id-name = De naam van het ministerie in rapporten.
setting-ministry-id-name-language = De naam in een andere taal, zoals ⟨name_nl⟩; te zien waar die taal gesproken wordt.
setting-ministry-id-voice = Hoe zwaar de prioriteiten van het ministerie meetellen in de gezamenlijke; alleen de verhouding tussen ministeries telt.
setting-ministry-id-carry-over = Hoeveel niet-besteed geld mag doorschuiven naar het volgende jaar: een fractie van het budget van dat jaar zelf, van 0 tot 1, of ⟨"all"⟩.
setting-rung-id-id = Korte naam van de trede van de ladder van zeggenschap.
setting-rung-id-name = De naam van de trede in rapporten.
setting-rung-id-name-language = De naam in een andere taal, zoals ⟨name_nl⟩; te zien waar die taal gesproken wordt.
setting-rung-id-at-least = Het percentage zeggenschap vanaf waar de trede geldt, deze waarde inbegrepen.
setting-rung-id-power = De macht die de trede geeft, van 0 tot 1.

## Columns of tables

column-domains-domain = Korte naam van het technologiegebied, uniek in de tabel.
column-services-domain = Het domein waar de dienst bij hoort.
column-candidates-domain = Het domein waaronder de investering meetelt in limieten en rapporten.
column-name = Volledige naam, zoals rapporten die tonen.
column-target = De macht waarbij het domein op doel is.
column-weight-ministry = Hoe zwaar het domein voor het ministerie weegt; alleen de verhouding tussen zijn gewichten telt.
column-name-language = De naam in een andere taal, zoals ⟨name_nl⟩; te zien waar die taal gesproken wordt.
column-services-service = Korte naam van de dienst, uniek in de tabel.
column-effects-service = De dienst waarover de zeggenschap stijgt.
column-relations-service = Bij een synergie: de dienst waarover de zeggenschap stijgt.
column-holders-service = De dienst waarin het belang wordt gehouden.
column-weight = Hoe zwaar de dienst weegt binnen zijn domein; alleen de verhouding tussen gewichten telt.
column-control = Het percentage zeggenschap dat het land nu heeft.
column-drift = De zeggenschap die elk jaar verloren gaat.
column-floor = De trede waarvan de dienst aan het eind van de looptijd ten minste de macht moet hebben.
column-power = Hoe zeggenschap macht wordt. ⟨ladder⟩: volgens de treden in ⟨case.toml⟩; ⟨banzhaf⟩ of ⟨shapley⟩: volgens een machtsindex van de stemrechten in ⟨holders.csv⟩.
column-quota = Het deel van de stemrechten dat een coalitie moet overschrijden om te beslissen.
column-takeover-floor = Wat het een koper van buiten eind van de horizon minstens moet kosten om de zeggenschap over de dienst te krijgen, naar de prijzen in ⟨holders.csv⟩. Kan niemand hem overnemen, of houdt iets dat van kracht is dat tegen, dan is hieraan voldaan; heeft niemand een prijs, dan wordt niets gevraagd. 0: hier wordt niets gevraagd, wat de casus ook vraagt.
column-services-holder = Wie de rest van de zeggenschap nu heeft.
column-holders-holder = Korte naam van de houder van het belang.
column-company = Het bedrijf waarin het belang bestaat: een houder van ⟨holders.csv⟩, of een eigenaar van een andere rij hier.
column-owner = Korte naam van de eigenaar van het belang.
column-owners-stake = Het deel van de stemrechten van de eigenaar in het bedrijf. Meer dan de helft is zeggenschap.
column-controls = ⟨yes⟩ als de eigenaar in het bedrijf beslist, wat zijn belang ook is, zoals een staat in zijn ministerie.
column-owners-bloc = ⟨home⟩ als de eigenaar met het land meestemt.
column-price = Wat het hele belang een koper kost. Leeg: het is niet te koop.
column-lasts = Zoveel jaar nadat het begint te werken is het effect uitgewerkt: wat het toevoegt, verleent en voorkomt is weg. Leeg: het blijft.
column-buys-from = De houder die als enige verkoopt wat er in ⟨control_gain⟩ staat, zoals hij in ⟨holders.csv⟩ heet; wat boven zijn belang komt, verkopen alle anderen. Leeg: alle anderen verkopen naar verhouding van hun belang. Hoogstens 8 zulke aankopen in één dienst.
column-prevents = Wat de dienst niet kan overkomen zolang de kandidaat van kracht is. ⟨takeover⟩: niemand kan hem overnemen, zoals bij een toetsingswet. ⟨denial⟩: geen buitenlands bevel legt hem stil, omdat een eigen alternatief klaarstaat. ⟨outage⟩: hij gaat door bij uitval, omdat een reserve klaarstaat. Geen van drieën geeft macht.
column-depends-on = De diensten die hij niet kan missen, korte namen met spaties ertussen: valt er een stil, dan valt hij stil.
column-jurisdiction = Onder wiens recht de houder valt, zoals NL of US.
column-candidates-candidate = Korte naam van de investering, uniek in de tabel.
column-effects-candidate = De investering die het effect heeft.
column-instrument = De soort investering, zoals ⟨grant⟩ of ⟨equity_stake⟩.
column-pillar = De beleidspijler die ermee gediend is.
column-cofinance = Het deel van de kosten dat anderen dan de ministeries betalen.
column-start-from = Het eerste jaar waarin de investering mag starten.
column-start-to = Het laatste jaar waarin de investering mag starten.
column-lead-time = Jaren totdat het effect er is, het jaar van de start inbegrepen: met 1 is de investering aan het eind van dat jaar van kracht.
column-success = De kans dat de investering doet wat ze belooft.
column-points = Punten die rechtstreeks worden toegevoegd, naast de effecten op zeggenschap; mag negatief zijn.
column-status = ⟨free⟩: de optimalisatie mag de kandidaat kiezen; ⟨locked_in⟩: hij moet erin; ⟨locked_out⟩: hij mag er niet in.
column-reason = Waarom de kandidaat is vastgezet; iemand zal ernaar vragen.
column-reason-language = De reden in een andere taal, zoals ⟨reason_nl⟩; getoond waar die taal wordt gesproken.
column-cost-n = De kosten in het eerste, tweede, … jaar, geteld vanaf het jaar van de start, vóór cofinanciering.
column-share-ministry = Het deel van de publieke rekening dat het ministerie mag betalen: een heel percentage zoals 40, of een bereik zoals 20-60.
column-effects-control-gain = De zeggenschap die de investering toevoegt zolang ze van kracht is.
column-relations-control-gain = Bij een synergie: de zeggenschap die erbij komt zolang alle leden van kracht zijn.
column-grants = De trede waarvan de rechten zonder belang worden gegeven, zoals via een instemmingsrecht.
column-ministry = Het ministerie waarvan het budget is.
column-year = Het jaar van het budget.
column-amount = Wat het ministerie in het jaar kan uitgeven, doorgeschoven geld niet meegeteld.
column-members = Korte namen van de kandidaten, gescheiden door spaties. Bij ⟨requires⟩ telt de volgorde: de eerste vereist de andere.
column-count = Bij ⟨at_least⟩ en ⟨at_most⟩: hoeveel van de leden.
column-scope = Waarvoor de limiet geldt: een domein, een instrument, een pijler of een ministerie.
column-value = Welk domein, welk instrument, welke pijler of welk ministerie.
column-min = De minste publieke uitgaven over de looptijd: een bedrag, of een percentage van alle publieke uitgaven zoals 10%.
column-max = De meeste publieke uitgaven over de looptijd: een bedrag, of een percentage van alle publieke uitgaven zoals 30%.
column-stake = Het deel van de stemrechten van de houder.
column-bloc = ⟨home⟩ als de houder met het land meestemt.
column-scenario = Het scenario waar de wijziging bij hoort.
column-scenarios-name = Volledige naam van het scenario, zoals rapporten die tonen; een van zijn rijen zegt hem.
column-table = De tabel waarin iets wijzigt, of ⟨case⟩ voor een instelling van ⟨case.toml⟩.
column-id = De rij die wijzigt: haar korte naam, twee met een dubbele punt ertussen (defence:2029), of bij relaties en limieten haar nummer; * staat voor alle rijen.
column-column = De kolom die wijzigt, of de naam van de instelling in ⟨case.toml⟩, zoals ⟨objective.risk⟩.
column-change = Wat er met de cel gebeurt: =v maakt er v van, +v telt op, -v trekt af, *v vermenigvuldigt.
column-note = Een opmerking voor lezers, zoals of het cijfer een feit of een aanname is.
column-source = Waar de cijfers vandaan komen.

## Classification, and the log of changes

column-classification = Wie de rij mag zien: een van de niveaus van ⟨classification.levels⟩. Wat voor lezers van een lager niveau wordt geschreven, schermt haar af. Leeg is het laagste niveau.

## Labels of columns and settings: what people call them

label-name = Naam
label-name-language = Naam, { $language }
label-note = Opmerking
label-source = Bron
label-classification = Wie het mag zien
label-domain = Domein
label-domains-domain = Korte naam
label-service = Dienst
label-services-service = Korte naam
label-candidate = Kandidaat
label-candidates-candidate = Korte naam
label-weight = Gewicht
label-weight-ministry =
    { $ends ->
       *[other] Gewicht { $ministry }
    }
label-target = Doel
label-control = Zeggenschap nu
label-drift = Verlies per jaar
label-floor = Laagste trede
label-power = Macht volgens
label-quota = Stemmen voor besluit
label-takeover-floor = Minste overnameprijs
label-services-holder = Andere houder
label-holders-holder = Korte naam
label-jurisdiction = Onder het recht van
label-instrument = Instrument
label-pillar = Pijler
label-cost-n = Kosten jaar { $n }
label-cofinance = Door anderen betaald
label-share-ministry =
    { $ends ->
       *[other] Aandeel { $ministry }
    }
label-start-from = Vroegste start
label-start-to = Laatste start
label-lead-time = Jaren tot het werkt
label-success = Slaagkans
label-points = Directe punten
label-status = Vrij of vast
label-reason = Waarom vast
label-reason-language = Waarom vast ({ $language })
label-control-gain = Extra zeggenschap
label-grants = Rechten
label-ministry = Ministerie
label-year = Jaar
label-amount = Bedrag
label-kind = Soort
label-members = Kandidaten
label-count = Hoeveel
label-relations-service = Dienst (synergie)
label-scope = Geldt voor
label-value = Welke
label-min = Minstens
label-max = Hoogstens
label-stake = Deel van de stemmen
label-lasts = Jaren tot het is uitgewerkt
label-buys-from = Gekocht van
label-prevents = Wat het voorkomt
label-depends-on = Hangt af van
label-price = Prijs van het belang
label-company = Onderneming
label-owner = Eigenaar
label-owners-stake = Aandeel in de onderneming
label-controls = Beslist ongeacht het aandeel
label-bloc = Stemt met
label-scenario = Korte naam
label-table = Wat verandert
label-id = Welke rij
label-column = Welk gegeven
label-change = Wat er gebeurt
label-table-domains = Domeinen
label-table-services = Diensten
label-table-candidates = Kandidaten
label-table-effects = Effecten
label-table-budgets = Budgetten
label-table-relations = Relaties
label-table-limits = Limieten
label-table-holders = Houders
label-table-owners = Eigenaren van houders
label-table-scenarios = Scenario's
label-setting-format = Versie van de bestanden
label-setting-title = Naam van de casus
label-setting-title-language = Naam in een andere taal
label-setting-currency = Munteenheid
label-setting-jurisdiction = Recht van het land
label-setting-unit = Eenheid van het geld
label-setting-first-year = Eerste jaar
label-setting-last-year = Laatste jaar
label-setting-objective-risk = Hoe slaagkansen tellen
label-setting-objective-timing = Welke jaren tellen
label-setting-require-domains-at-target = Domeinen die hun doel moeten halen
label-setting-require-takeover-floor = Minste prijs van elke overname
label-setting-classification-levels = Niveaus van vertrouwelijkheid
label-setting-ministry-id-id = Korte naam
label-setting-ministry-id-name = Volledige naam
label-setting-ministry-id-name-language = Naam in een andere taal
label-setting-ministry-id-voice = Stem
label-setting-ministry-id-carry-over = Geld dat mag doorschuiven
label-setting-rung-id-id = Korte naam
label-setting-rung-id-name = Volledige naam
label-setting-rung-id-name-language = Naam in een andere taal
label-setting-rung-id-at-least = Zeggenschap die nodig is
label-setting-rung-id-power = Macht die hij geeft

## Words of the tables: what stands in cells, and what empty ones mean

word-first-year = het vroegste jaar
word-start-from = de vroegste start
word-lowest = het laagste niveau
word-the-reason = de reden
word-0-100 = elk deel ervan
word-expected = naar hun kans
word-full = alsof alles slaagt
word-final = het laatste jaar
word-average = het gemiddelde van alle jaren
word-weighted = de gezamenlijke index
word-weakest = het zwakste domein eerst
word-free = vrij
word-ladder = de treden
word-banzhaf = de Banzhaf-index
word-shapley = de Shapley-index
word-equity-stake = aandelenbelang
word-launching-customer = launching customer
word-grant = subsidie
word-infrastructure-build = bouw van infrastructuur
word-rd-programme = onderzoeksprogramma
word-protective-right = beschermend recht
word-standards-ecosystem = standaarden en ecosysteem
word-consent-right = goedkeuringsrecht
word-first-refusal = recht van eerste koop
word-foundation-shares = preferente aandelen van een stichting
word-golden-share = gouden aandeel
word-innovating-government = innoverende overheid
word-cooperating-ecosystem = samenwerkend ecosysteem
word-economy-and-defence = Economie en Defensie verweven
word-requires = vereist
word-excludes = sluit uit
word-at-least = minstens
word-at-most = hoogstens
word-synergy = synergie
word-home = het eigen land
setting-classification-levels = De niveaus van rubricering, van laag naar hoog, in eigen woorden. Weggelaten zijn het `["public", "internal", "confidential", "secret"]`.
reference-level = een niveau van `classification.levels`
settings-levels-wrong = De instelling `classification.levels` is geen lijst van verschillende woorden.
settings-levels-fix = Schrijf de niveaus van laag naar hoog, zoals `["public", "internal", "secret"]`.
arg-set-aside = Laat rijen weg met een fout die alleen hen aangaat, met wat ze noemt, in plaats van de case te weigeren
arg-for = Voor lezers van dit niveau van rubricering: wat daarboven ligt is afgeschermd, cijfers tellen nog op
mask-candidate = Afgeschermd { $number }
mask-service = Afgeschermde dienst { $number }
mask-candidates = { $count ->
    [one] één investering
   *[other] { $count } investeringen
}
mask-services = { $count ->
    [one] één dienst
   *[other] { $count } diensten
}
mask-both = { $candidates } en { $services }
mask-sentence = Voor lezers van niveau { $level }. Daarboven afgeschermd: { $what }. De cijfers tellen die mee, zodat optellingen kloppen; namen, ids, teksten en effecten zijn weggelaten.
mask-no-levels = De niveaus van rubricering zijn niet uit `case.toml` te lezen, dus kan niets veilig worden afgeschermd. Herstel dat eerst.
mask-level-unknown = De casus heeft geen niveau { $level }. { $remedy }
mask-owners = owners.csv zegt wie er achter een houder van een achtergehouden dienst staat, en onder een andere naam zou die houder anders stemmen. Haal de rij uit owners.csv, of toon de casus aan lezers die alles mogen zien.
mask-unsure = Het is niet zeker welke rijen van { $file } gerubriceerd zijn, dus kan niets veilig worden afgeschermd. Herstel eerst wat `check` vindt in de kopregel en de aanhalingstekens.
mask-states-all = { $what } noemt elk cijfer van elke investering, ook van wat `--for` afschermt.
mask-without-for = Laat `--for` weg en geef het resultaat aan niemand anders.
story-something-withheld = iets wat is afgeschermd
rule-withheld = een regel over iets wat is afgeschermd
portfolio-masked = { $id } staat voor iets wat is gerubriceerd: deze portefeuille is met `--for` geschreven, voor lezers van een niveau die dat niet mogen zien.
portfolio-use-unmasked = Vraag om de portefeuille zoals die zonder `--for` is geschreven, of maak die opnieuw.
story-withheld = heeft een effect dat is afgeschermd
word-withheld = afgeschermd
word-another-program = een ander programma
readers-title = Voor wie
readers-help = Wat boven dit niveau ligt, wordt afgeschermd; cijfers tellen nog op. Niveaus: { $levels }.
opening-why = Sla op
opening-why-help = Waarom? De reden komt in het wijzigingenlogboek van de casus. Leeg mag.
command-save-why-title = Sla op met een reden
command-save-why-doc = Slaat op en zet een eigen reden in het wijzigingenlogboek van de casus.
case-not-logged = Opgeslagen, maar de wijziging staat niet in het wijzigingenlogboek van de casus: { $error }
cli-log-about = Toon wie wat in een casus heeft gewijzigd, wanneer en waarom, de nieuwste wijziging eerst
cli-log-notes = Elke keer dat een casus wordt opgeslagen, komen er regels bij in `changes.log` in de map van de casus, elk met de hash van het bestand en van de regel ervoor. Ontbrekende regels en wijzigingen door andere programma's worden gemeld. Het logboek bevat alles: het is voor wie de hele casus mag zien.
arg-log-case = De map van de casus
arg-log-last = Toon alleen zoveel wijzigingen
log-title = wijzigingen
log-none = De casus heeft nog geen wijzigingenlogboek. Dat begint zodra er wordt opgeslagen. Is er al eerder opgeslagen, dan is het logboek weg.
log-emptied = Het logboek is leeg: bij opslaan komt er altijd minstens één regel bij, dus de regels zijn weggehaald.
log-altered = { $count ->
    [one] In regel { $lines } van changes.log staat niet meer wat er is geschreven.
   *[other] In de regels { $lines } van changes.log staat niet meer wat er is geschreven.
}
log-contradicted = { $count ->
    [one] Regel { $lines } van changes.log noemt iets anders dan het bestand bevat, terwijl het wel het bestand van die regel is.
   *[other] De regels { $lines } van changes.log noemen iets anders dan de bestanden bevatten, terwijl het wel de bestanden van die regels zijn.
}
log-cut = De bestanden van de casus zijn niet die van bij de nieuwste regel: aan het eind zijn regels weggehaald, of een ander programma heeft een ander bestand gewijzigd.
log-withheld = { $count ->
    [one] Van één wijziging staat
   *[other] Van { $count } wijzigingen staat
} de inhoud er niet bij: waar het om gaat staat niet meer in de casus, of het valt of viel boven het niveau van de lezers.
log-merged = Er zijn twee versies van het logboek samengevoegd. Of er aan het eind regels zijn weggehaald, is daarom niet te zeggen.
log-unvouched = Of de nieuwste regel is wat er is geschreven, is niet te zeggen: die heeft geen eigen hash.
log-changes = { $changes ->
    [one] Eén wijziging.
   *[other] { $changes } wijzigingen, de nieuwste eerst.
}
log-last = De laatste { $last } van { $changes } wijzigingen, de nieuwste eerst.
log-whole = Het logboek is volledig en de bestanden zijn zoals ze het laatst zijn opgeslagen. Niets staat in voor het logboek zelf: wie in de map mag schrijven, kan het opnieuw schrijven, ook de namen en de redenen. Versiebeheer bewaart hoe het was.
log-broken = { $count ->
    [one] Het logboek is niet volledig: vóór regel { $lines } van changes.log ontbreekt iets of is iets gewijzigd.
   *[other] Het logboek is niet volledig: vóór de regels { $lines } van changes.log ontbreekt iets of is iets gewijzigd.
}
log-unread = { $count ->
    [one] Regel { $lines } van changes.log is niet te lezen.
   *[other] De regels { $lines } van changes.log zijn niet te lezen.
}
log-elsewhere = Door een ander programma gewijzigd sinds de laatste keer opslaan: { $files }.
head-log-time = tijd
head-log-author = wie
head-log-file = bestand
head-log-row = wat
head-log-id = id
head-log-column = kolom
head-log-before = was
head-log-after = is
head-log-why = waarom
head-log-hash = SHA-256

## Kinds of relations

relation-requires = de eerste vereist alle andere
relation-excludes = hoogstens één ervan
relation-at-least = ten minste zoveel ervan als count zegt
relation-at-most = ten hoogste het gegeven aantal ervan
relation-synergy = allemaal samen voegen ze zeggenschap toe

## Analyses and their parameters

analysis-plan-changes-title = Wijzigingen aan een plan
analysis-plan-changes-question = Wat het kost om een plan te laten zoals het is: bij elk aantal wijzigingen de beste portefeuille die niet meer verandert.
analysis-plan-changes-notes = Een wijziging is een kandidaat die in het plan komt of eruit gaat. Startjaren en aandelen mogen anders zijn; die tellen niet mee.
analysis-plan-changes-by = Het aantal wijzigingen aan een plan, dat --own noemt
analysis-alternatives-title = Alternatieven
analysis-alternatives-question = Wat bijna even goed is: de volgende beste portefeuilles, de meest afwijkende, en hoeveel speling uitgaven en macht in elk domein hebben.
analysis-alternatives-about = Toon de volgende beste portefeuilles, de meest afwijkende, en hoeveel speling elk domein heeft dicht bij de beste.
analysis-importance-title = Belang
analysis-importance-question = Wat elke kandidaat en elke regel waard is: het verlies zonder de kandidaat, de winst zonder de regel, en wat het eerst kan vervallen.
analysis-importance-about = Toon wat elke kandidaat en elke regel waard is, en wat het eerst kan vervallen.
analysis-importance-notes = Vervangingskosten: de punten die verloren gaan als één kandidaat erin of eruit moet, tegen de keuze van de beste portefeuille in. Prijs: de punten die erbij komen als één regel vervalt. De volgorde van financiering verkleint alle budgetten stap voor stap.
analysis-robust-title = Robuust
analysis-robust-question = Of de keuze standhoudt als de cijfers onzeker zijn: scenario's, stemmen van ministeries, willekeurige werelden, slaagkansen.
analysis-robust-about = Toon hoe goed de keuze standhoudt bij scenario's, andere stemmen, en willekeurige gewichten, kosten, winsten en slaagkansen.
analysis-robust-notes = Kernindex: het deel van de werelden (de casus, de scenario's, willekeurige trekkingen) waarvan de beste portefeuille de kandidaat bevat. Spijt: hoeveel beter de beste portefeuille van een wereld het daar doet.
analysis-takeover-title = Overnames
analysis-takeover-question = Wat een koper van buiten in elke dienst moet winnen, voor en na een portefeuille, en het ergste wat hij met een bepaald bedrag kan doen.
analysis-takeover-about = Toon wat een koper van buiten in elke dienst moet winnen, voor en na een portefeuille, en het ergste wat hij met een bepaald bedrag kan doen.
analysis-fortify-title = Versterken
analysis-fortify-question = Hoe duur de goedkoopste overname te maken is en wat dat kost, en welke portefeuille een aanvaller met een bepaald bedrag het minst te winnen laat.
analysis-fortify-about = Toon hoe duur de goedkoopste overname te maken is en wat dat kost, en welke portefeuille het minst te winnen laat.
analysis-events-title = Gebeurtenissen
analysis-events-question = Wat een overname, een stillegging onder buitenlands recht of een uitval doet met de diensten en de taken van elk ministerie, voor en na een portefeuille, en welke laag nu aan de beurt is.
analysis-events-about = Toon wat een overname, een stillegging onder buitenlands recht of een uitval doet met de diensten en de taken van elk ministerie, voor en na een portefeuille, en welke laag nu aan de beurt is.
analysis-stress-title = Stresstest
analysis-stress-question = Wat elk scenario met een gegeven portefeuille doet: wat die verliest, welke diensten een trede zakken, en wat het beste was geweest.
analysis-stress-about = Pas elk scenario toe op een gegeven portefeuille: wat die verliest, welke diensten een trede zakken, en wat het beste was geweest.
analysis-pillars-title = Pijlers
analysis-pillars-question = Hoeveel van het geld en van de winst elke pijler van beleid draagt, en wat het beste is als elke pijler zijn deel moet dragen.
analysis-pillars-about = Toon hoeveel van het geld en van de winst elke pijler draagt, en wat het beste is als elke pijler zijn deel moet dragen.
analysis-explain-title = Uitleg
analysis-explain-question = Waarom een kandidaat erin of eruit is, en wat er zou moeten veranderen; of waarom geen portefeuille mogelijk is.
analysis-explain-about = Toon waarom een kandidaat erin of eruit is, of waarom geen portefeuille mogelijk is.
analysis-pareto-title = Front van twee doelen
analysis-pareto-question = Wat het ene doel het andere kost, zoals winst naar de prioriteiten van elk ministerie: elke afweging die geen portefeuille op beide doelen overtreft.
analysis-pareto-notes =
    --by ministries: elke afweging tussen de winsten van de ministeries die geen portefeuille op beide overtreft. Exact: ook de afwegingen die geen gewogen som vindt.
    --of A,B: hetzelfde voor twee maatstaven uit gain, points, cost, risk-free, own:MINISTRY, power:DOMAIN.
analysis-pareto-by = De winsten naar de prioriteiten van elk van de twee ministeries
analysis-cooperate-title = Samenwerken
analysis-cooperate-question = Wat samenwerking waard is: elk ministerie alleen, naast elkaar en samen, met een eerlijke verdeling en een verrekening.
analysis-cooperate-about = Toon wat samenwerking waard is: elk ministerie alleen, naast elkaar en samen, en een eerlijke verdeling.
analysis-frontier-title = Budgetcurve
analysis-frontier-question = Wat meer of minder geld zou opleveren: elk totaalbudget waarbij de beste portefeuille verandert.
analysis-frontier-about = Toon wat meer geld zou opleveren, of wat de winst van het ene ministerie het andere kost.
analysis-frontier-notes = --by budget: elk totaalbudget waarbij de beste portefeuille verandert; alle budgetten groeien of krimpen met dezelfde factor.
analysis-frontier-by = Het totaalbudget
analysis-part-unreadable = Deel { $part } is niet te lezen: { $error }.
analysis-parts-apart = De delen kunnen niet worden samengevoegd: { $why }.
analysis-parts-untrue = De delen zeggen iets wat niet klopt: { $why }.
param-plan-changes-own = Het plan.
param-plan-changes-own-name = plan
param-plan-changes-most = Hoeveel wijzigingen er hoogstens worden bekeken.
param-plan-changes-most-name = meeste wijzigingen
param-alternatives-trifle = Een portefeuille die alleen kandidaten toevoegt of weglaat die elk minder dan zoveel procent van de winst waard zijn, is geen andere.
param-alternatives-spread = Hoeveel portefeuilles de spreiding heeft, de beste meegeteld; 0 laat haar weg.
param-alternatives-count = Toon hoogstens zoveel van de volgende beste portefeuilles.
param-alternatives-within = Hoe ver onder de beste, in procent, nog telt als dichtbij.
param-alternatives-near = Toon van de volgende beste portefeuilles alleen die dicht bij de beste liggen: allemaal, tot --count.
param-importance-cuts = In hoeveel stappen het budget krimpt voor de volgorde van financiering; 0 slaat dit over.
param-importance-turning-costs = Zoek ook de kosten waarbij elke kandidaat erin zou komen of eruit zou vallen.
param-own = Een eigen portefeuille, getoond op de curve.
param-robust-own = Een eigen portefeuille, beoordeeld naast de aanbevolen portefeuille.
param-robust-scenarios = Welke scenario's meetellen: `all`, `none`, of hun namen, gescheiden door spaties.
param-stress-scenarios = Welke scenario's meetellen: `all`, of hun namen, gescheiden door spaties.
param-robust-voice = Varieer de stem van een ministerie van A tot B procent van alle stemmen, zoals `defence:30-70`, en vind elke verandering van de beste portefeuille daartussen.
param-robust-draws = Hoeveel willekeurige werelden worden getrokken.
param-robust-weights = In willekeurige werelden: varieer de gewichten van domeinen met hoogstens zoveel procent, of met `ranking` vrij, zolang hun volgorde gelijk blijft.
param-robust-seed = Het startgetal van het toeval: hetzelfde startgetal geeft dezelfde werelden.
param-robust-outcomes = Hoeveel uitkomsten een steekproef telt als er te veel zijn om allemaal na te gaan.
param-robust-costs = In willekeurige werelden: varieer de kosten van elke kandidaat met hoogstens zoveel procent.
param-robust-gains = In willekeurige werelden: varieer de winsten van elke kandidaat met hoogstens zoveel procent.
param-robust-success = In willekeurige werelden: varieer de slaagkans van elke kandidaat met hoogstens zoveel procent, tot ten hoogste 1.
param-takeover-portfolio = Het bestand van de portefeuille, zoals `optimise --format csv` het schrijft.
param-takeover-hostile = Het geld van de aanvaller over alle diensten, in de eenheid van de casus; `all` als geld geen rol speelt.
param-fortify-hostile = Het geld van de aanvaller over alle diensten, in de eenheid van de casus; `all` als geld geen rol speelt.
param-events-portfolio = Het bestand van de portefeuille, zoals `optimise --format csv` het schrijft.
param-stress-portfolio = Het bestand van de portefeuille, zoals `optimise --format csv` het schrijft.
param-pillars-each = Hoeveel van de rekening, in procent, elke pijler moet dragen.
param-pillars-own = Een portefeuille waarvan de pijlers naast die van de beste staan.
param-explain-candidate = De id van een kandidaat. Zonder id volgt uitleg waarom geen portefeuille mogelijk is.
param-explain-repairs = Als geen portefeuille mogelijk is: toon hoogstens zoveel reparaties.
param-pareto-up = De maatstaf op de verticale as: gain, objective, points, cost, risk-free, own:MINISTRY, power:DOMAIN.
param-pareto-across = De maatstaf op de horizontale as: gain, objective, points, cost, risk-free, own:MINISTRY, power:DOMAIN.
param-pareto-points = Hoogstens zoveel punten, verspreid over het front.
param-frontier-points = Hoeveel budgetten worden doorgerekend; de curve is exact tot op de stap tussen twee ervan.
param-frontier-from = Het laagste budget, in procent van dat van de casus zelf.
param-frontier-to = Het hoogste budget, in procent van dat van de casus zelf.

## What the options of analyses are called

param-own-name = portefeuille
param-alternatives-trifle-name = kleinigheid tot
param-alternatives-spread-name = portefeuilles in de spreiding
param-count-name = hoogstens getoond
param-within-name = dichtbij binnen
param-near-name = alleen dichtbij
param-each-name = elk minstens, %
param-cuts-name = budgetstappen
param-turning-costs-name = omslagpunten
param-scenarios-name = scenario's
param-voice-name = variërende stem
param-draws-name = willekeurige werelden
param-weights-name = gewichten variëren met
param-costs-name = kosten variëren met
param-gains-name = effecten variëren met
param-success-name = slaagkansen variëren met
param-seed-name = startgetal
param-outcomes-name = uitkomsten in steekproef
param-hostile-name = geld van de aanvaller
param-portfolio-name = portefeuille
param-candidate-name = kandidaat
param-repairs-name = getoonde reparaties
param-up-name = verticale as
param-across-name = horizontale as
param-points-name = punten
param-frontier-points-name = geteste budgetten
param-from-name = laagste budget
param-to-name = hoogste budget

## Formats of reports

format-table-about = Uitgelijnde tabellen
format-table-short = uitgelijnde tabellen
format-table-lacks = grafieken, want een regel tekst kan die niet tekenen; lange lijsten zijn ingekort
format-csv-about = Eén tabel als CSV: de portefeuille, de bevindingen, de regels, of een tabel van een analyse
format-csv-short = een tabel
format-csv-lacks = zinnen, grafieken en alle tabellen op één na, want een bestand bevat één tabel
format-json-about = Eén JSON-object met elk cijfer, exact, voor programma's
format-json-short = alles, voor programma's
format-json-lacks = grafieken: hun cijfers staan in de tabellen
format-md-about = Een notitie in gewone Markdown
format-md-short = een notitie
format-md-lacks = tekeningen, omdat veel programma's die weglaten: de cijfers van grafieken staan in tabellen
format-html-about = Eén webpagina met grafieken en sorteerbare tabellen, om te mailen en te printen
format-html-short = een pagina met grafieken
format-xlsx-about = Een werkboek voor rekenbladen: een blad per tabel, cijfers als getallen, grafieken
format-xlsx-short = een werkboek voor rekenbladen
format-xlsx-lacks = cijfers voorbij het vijftiende, die rekenbladen niet bewaren
brief-decision = Gevraagd besluit
brief-decide = Keur één plan goed van { $picks ->
        [one] één investering
       *[other] { $picks } investeringen
    } uit { $candidates } kandidaten, voor { $bill } aan publiek geld in { $years }{ $later ->
        [0] {""}
       *[other] : { $now } daarvan in { $first }, { $later } later
    }.
brief-nothing-gains = Er valt nog niets te besluiten: geen kandidaat van deze casus heeft winst. Vul in wat elke kandidaat oplevert: de zeggenschap die erbij komt of de trede die wordt verleend (effecten), of punten (kandidaten).
brief-who-pays = Wat elk ministerie betaalt
brief-one-pays = { " " }Betaald door: { $ministry }.
brief-bill = rekening
brief-in-year = in { $year }
brief-later = later
brief-gain = Wat het oplevert
brief-index = Beslismachtindex { $before } → { $after }
brief-index-end = Dat is { $gain } van de 100 punten meer aan het eind van { $year } dan zonder deze investeringen.
brief-index-mean = Dat is { $gain } van de 100 punten meer, gemiddeld over { $first }-{ $last }, dan zonder deze investeringen.
brief-points = { $points } directe punten
brief-points-apart = Directe punten, die naast de index tellen: { $points }.
brief-index-by-year = De index aan het eind van elk jaar, met en zonder de investeringen
chart-figures-of = Cijfers: { $what }.
brief-index-axis = index (0-100)
brief-with = met de investeringen
brief-without = zonder
brief-picks = De investeringen die het meest uitmaken
brief-why-service = {" "}({ $bill }): zonder deze { $points } punten minder; { $service } zakt naar { $to }.
brief-why-index = {" "}({ $bill }): zonder deze { $points } punten minder.
brief-why-points = {" "}({ $bill }): levert { $points } directe punten op.
brief-left-out = Wat niet is gekozen, en wat ervoor nodig zou zijn
brief-out = { $out ->
        [one] Eén kandidaat is
       *[other] { $out } kandidaten zijn
    } niet gekozen.
brief-out-locked = { $out ->
        [one] Eén kandidaat is
       *[other] { $out } kandidaten zijn
    } niet gekozen, waarvan { $locked } door een besluit.
brief-out-would-add = {" "}Met geld boven de budgetten zouden deze het meest aan deze portefeuille toevoegen:
brief-out-none-adds = {" "}Ook met geld boven de budgetten zou geen enkele kandidaat binnen de andere regels iets toevoegen.
brief-adds = : { $points } punten meer voor { $bill } extra.
brief-sure = Hoe zeker dit is
brief-power = macht { $power }
brief-scenarios = Onveranderd in { $count ->
        [one] het ene scenario
       *[other] de { $count } scenario's
    } van de casus komen deze investeringen uit op een index tussen { $low } ({ $scenario }) en { $high }.
brief-scenarios-same = Onveranderd in { $count ->
        [one] het ene scenario
       *[other] de { $count } scenario's
    } van de casus komen deze investeringen uit op een index van { $index }.
brief-breaks-none = In alle scenario's voldoen zij aan elke regel.
brief-breaks = Zij overtreden regels in { $count ->
        [one] één scenario
       *[other] { $count } scenario's
    }: { $names }.
brief-breaks-budget = het geld van { $ministries } schiet tekort
brief-breaks-lost = { $candidates } is niet meer mogelijk
brief-breaks-targets = te weinig domeinen halen hun doel
brief-breaks-others = { $count ->
        [one] aan één eis van de casus is niet voldaan
       *[other] aan { $count } eisen van de casus is niet voldaan
    }
brief-given-best = Deze portefeuille haalt evenveel punten als de beste portefeuille.
brief-given = Deze portefeuille haalt { $objective } punten; de beste portefeuille { $proven ->
    [true] haalt { $best }, en geen andere haalt meer.
   *[other] die gevonden is, haalt { $best }; misschien bestaat er een betere.
}
brief-given-alone = Deze portefeuille haalt { $objective } punten. Een portefeuille die aan alle regels voldoet, is er niet bij gevonden.
brief-given-breaks = { $count ->
    [0] Aan alle regels van de casus is voldaan.
    [one] Een regel is overtreden: { $rules }.
   *[other] { $count } regels zijn overtreden: { $rules }.
}
brief-no-scenarios = Er zijn geen scenario's geprobeerd.
brief-legal-risk = { $count ->
    [one] Er is een gouden aandeel bij: { $names }. Een rechter kan het verbieden.
   *[other] Er zijn { $count } gouden aandelen bij: { $names }. Een rechter kan ze verbieden.
}
brief-reserve = De kleinste marge: { $service } blijft op { $rung } met { $spare } procentpunt zeggenschap over.
brief-no-reserve = Er is geen marge: { $service } haalt { $rung } maar net.
brief-now = Te besluiten voor { $year }
brief-now-start = { $count ->
        [one] Eén investering start
       *[other] { $count } investeringen starten
    } in { $year }: { $money }. { $count ->
        [one] Dat is
       *[other] De grootste:
    } { $names }.{ $later ->
        [0] {""}
        [one] {" "}De ene die later start, houdt haar plaats in het plan; daarover wordt besloten in het jaar waarin zij start.
       *[other] {" "}De { $later } die later starten, houden hun plaats in het plan; over elk wordt besloten in het jaar waarin die start.
    }
brief-now-money = { $bill } over alle jaren, waarvan { $now } in { $year }
brief-now-all-money = { $bill }, alles in dat jaar
brief-now-nothing = In het eerste jaar start niets. De eerste start is in { $year }.
brief-now-nothing-ever = Niets: er is geen investering gekozen.
brief-annex = Bijlage
brief-locks = Vastgezette keuzes, met hun reden
brief-locked-in = {" "}(erin vastgezet): { $reason }
brief-locked-out = {" "}(eruit vastgezet): { $reason }
brief-binding = Regels die knellen, en wat elk ervan kost
brief-binding-note = Zoveel punten meer zou de beste portefeuille halen zonder die ene regel.
brief-binding-missing = {" "}Wat niet is berekend, zou hier te lang duren; de analyse van het belang vindt het.
head-binding-cost = punten
word-not-computed = niet berekend
brief-missed = Gemiste doelen, en hoeveel
brief-equal-prices = Eén { $unit } meer zou elk ministerie in elk jaar { $price } indexpunten opleveren.
head-payments-ministry = ministerie
head-short = tekort
html-page-language = nl
html-inputs-read-from = Invoer, gelezen uit { $path }

## Dates

date-day = { $day } { $month } { $year }
date-moment = { $day }, { $time } UTC
date-month =
    { $number ->
        [1] januari
        [2] februari
        [3] maart
        [4] april
        [5] mei
        [6] juni
        [7] juli
        [8] augustus
        [9] september
        [10] oktober
        [11] november
       *[12] december
    }
date-month-short =
    { $number ->
        [1] jan
        [2] feb
        [3] mrt
        [4] apr
        [5] mei
        [6] jun
        [7] jul
        [8] aug
        [9] sep
        [10] okt
        [11] nov
       *[12] dec
    }
xlsx-locale = 413

## What there is to export, and where it goes; the language of the interface

command-language-title = Volgende taal
command-language-doc = Gaat naar de volgende taal: English, Nederlands. Alles wat open is, staat er daarna in.
update-language = Taal: { $language }.
export-goes-to = Naar { $file }: { $what }
export-brief = de beslispagina
export-brief-doc = Alleen de pagina voor een minister: wat er wordt besloten, wat het oplevert, waar het van afhangt.
export-brief-title = Exporteer de beslispagina naar
export-brief-whose = De beslispagina van welke portefeuille?
export-look = de beslispagina bekijken
export-look-doc = Toont de pagina zoals die wordt; er wordt niets geschreven.
export-analysis-doc = Wat de analyse vond.
export-side = wat naast elkaar staat
export-side-doc = Wat naast elkaar staat op het vergelijkscherm.
disk-brief-none = Er is geen portefeuille voor op een pagina.

## The pages of analyses and of comparisons

page-in-short = { $title }, in het kort
page-more-rows = { $rest ->
    [one] Nog 1 verschilt: zie het hele rapport.
   *[other] Nog { $rest } verschillen: zie het hele rapport.
}
page-nobody = Geen.
page-named-points = De punten van de curve bij naam
page-most-of = meeste { $axis }
page-point = : { $values }, voor { $bill }.
page-point-with = Naast de portefeuille met de hoogste doelwaarde komt erbij: { $names }.
page-point-without = Vervalt: { $names }.
page-core = Kern: in elke beste portefeuille ({ $count })
page-swing = Wisselend: in sommige ({ $count })
page-never = Nooit: in geen enkele ({ $count })
page-some-worlds = { $name } (in { $worlds } van { $all })
page-shared = Wat alle voorstellen kiezen ({ $count })
page-differing = Waar ze uiteenlopen: investeringen, met hun startjaar
page-by-ministry = Wat elk ministerie betaalt, en het verschil met het eerste voorstel
page-by-year = Wat er elk jaar wordt uitgegeven, en het verschil met het eerste voorstel
page-at-a-glance = Naast elkaar
page-bill = rekening
page-brings-most = { $name } levert het meeste op: { $points } punten, voor { $bill }.
page-all-bring-same = Alle leveren evenveel op: { $points } punten.
compare-ministry-year = Wat elk ministerie in elk jaar betaalt
html-figures = Cijfers van deze grafiek
html-figures-of = { $title }: cijfers
arg-brief = Alleen één pagina: de kern, wat die het best laat zien, en wat niet bewezen is

## Heads of columns in reports: head-KEY, or head-TABLE-KEY in one table alone; brief-… on a narrow terminal

head-alone = ook alleen gekozen door
head-as-planned = zoals gepland
head-at-target = {""}
head-more = meer dan een minder
head-number = nummer
head-stands-for = staat voor
head-apart = verschilt in
head-behind = achter op de beste
head-best = beste doelwaarde
head-bill = rekening
head-binds = knelt
head-bound = bovengrens
head-breaks = werelden met overtreden regels
head-broken = overtredingen
head-broken-by = overtreding
head-budget = budget
head-by = overtreding
head-by-itself = op zichzelf
head-even-lost = evenwichtig verlies
head-even-start = evenwichtige start
head-even-of-bill = evenwichtig %
head-lost-without = verlies zonder
head-of-bill = % van rekening
head-candidate = kandidaat
head-carried-in = uit vorig jaar
head-carried-out = doorgeschoven
head-lapsed = vervallen
head-change = wijziging
head-changes = wijzigingen
head-character = teken
head-chosen = erin
head-code = code
head-heading = kop
head-read-as = gelezen als
head-filled = gevuld
head-numbers = getallen
head-example = voorbeeld
head-reason = reden
head-rows = rijen
head-lines = tekstregels
head-names = namen
head-column = kolom
head-control-after = zeggenschap erna, %
head-control-before = zeggenschap vooraf, %
head-control-gain = procentpunt zeggenschap
head-core-chosen = aanbevolen
head-core-index = kernindex
head-cost = kosten
head-cost-otherwise = kosten anders
head-cut = valt hier af
head-deviation = afwijking
head-division-worth = waarde in geld
head-domain = domein
head-domains-name = domein
head-draws = aantal
head-effects-control-after = erna, %
head-effects-control-before = vooraf, %
head-enter = komt erin
head-error = fout
head-fair-bill = eerlijk deel van rekening
head-falls = diensten die zakken
head-falls-power-after = macht daar
head-falls-power-before = macht
head-falls-rung-after = trede in het scenario
head-falls-rung-before = trede in de casus
head-file = bestand
head-fits-from = past vanaf
head-gain = winst
head-gain-by-own-weights = winst naar eigen prioriteiten, punten
head-grants = verleent
head-high = 95 %
head-highest = beste
head-holds = kans op die trede
head-in-force = van kracht
head-lasts = werkt, jaren
head-index-after = index erna
head-index-before = index vooraf
head-keeps-rules = binnen regels
head-kind = soort
head-knee = knik
head-largest-in = wereld
head-largest-kept = binnen de regels
head-largest-regret = grootste spijt
head-least = minder kan niet
head-leave = gaat eruit
head-left = blijft
head-level = ernst
head-line = regelnr
head-lost = verlies
head-low = 5 %
head-lowest = slechtste
head-mark = kenmerk
head-mean = gemiddeld
head-median = mediaan
head-members = coalitie
head-message = wat er mis is
head-method = methode
head-metric = maatstaf
head-ministries-name = ministerie
head-ministries-spent = betaalt
head-ministry = ministerie
head-money = extra budget
head-votes-name = dienst
head-name = naam
head-row = rij
head-table = tabel
head-before = vóór
head-after = na
head-none = geen invloed
head-free-objective = vrije keuze
head-objective = doelwaarde
head-objective-otherwise = doelwaarde anders
head-paid = betaalt nu
head-percent = % van budget
head-picks = keuzes
head-pillar = pijler
head-place = plaats
head-planned = geplande trede
head-portfolio = portefeuille
head-portfolios-enter = meer dan aanbevolen
head-portfolios-leave = zonder
head-next-power = macht daar
head-next-stake = volgende stap vanaf, %
head-pillars-candidates = kandidaten
head-own-of-bill = eigen %
head-own-lost = verlies eigen
head-own-start = start eigen
head-lost-alone = verlies alleen
head-orders = opdrachten
head-others = van anderen
head-leverage = hefboom
head-for-all = verlies voor alle
head-quota = meer dan, %
head-takeover = overname
head-denied-by = stil door recht van
head-outage-stops = stil door uitval
head-power = macht
head-weakest-power = macht daarvan
head-weakest = zwakste laag
head-law = recht
head-stops-before = stil voor
head-stops-after = na
head-through = via
head-with-portfolio = met de portefeuille
head-with-it = valt mee stil
head-holds-back = houdt tegen
head-held-back = tegengehouden
head-adds = erbij
head-for-money = per geld
head-event = gebeurtenis
head-alternatives-chosen = erin
head-keeps = laat doorgaan
head-about = over
head-unknown = niet bekend
head-fewest-before = minst vooraf
head-fewest-after = minst erna
head-price-before = prijs vooraf
head-price-after = prijs erna
head-holders = houders
head-holder = houder
head-jurisdiction = recht
head-votes = stemmen
head-exposed-alone = alleen
head-taken = genomen
head-attacks-price = hij betaalt
head-asked = gevraagd, minstens
head-cheapest = daarvoor over te nemen
head-floors-price = goedkoopste overname
head-price-best = prijs, beste
head-price-dearest = prijs, duurste
head-no-dearer = niet duurder
head-won = te winnen
head-services-lost = verlies
head-power-added = extra macht
head-left-open = blijft open
head-votes-power-index = index
head-power-after = macht erna
head-power-before = macht vooraf
head-power-high = hoogste stijging macht
head-power-low = laagste stijging macht
head-price = prijs
head-prices-price = indexpunten
head-rank = rang
head-receives = ontvangt
head-regret = spijt
head-remedy = herstel
head-repairs-cost = kosten dan
head-repairs-objective = doelwaarde dan
head-replacement-cost = vervangingskosten
head-rule = regel
head-rules = regels
head-rules-holds = voldaan
head-rules-objective = doelwaarde zonder
head-rung-after = trede erna
head-rung-before = trede vooraf
head-scenario = scenario
head-scenarios-best = beste antwoord daar
head-scenarios-cost = kosten daar
head-scenarios-enter = beste voegt toe
head-scenarios-leave = beste laat vallen
narrow-scenarios-falls = zakken
narrow-scenarios-broken = overtreden
narrow-scenarios-best = beste daar
narrow-scenarios-enter = erbij
narrow-scenarios-leave = eruit
head-scenarios-lost = winstverlies
head-scenarios-index-lost = indexverlies
head-scenarios-index = index daar
head-scenarios-objective = winst daar
head-service = dienst
head-services-name = dienst
head-shapley = Shapley-waarde
head-spending = uitgaven
head-spending-best = uitgaven van de beste
head-spending-high = hoogste
head-spending-low = laagste
head-spending-name = ministerie
head-spent = besteed
head-start = start
head-status = status
head-steps-enter = erin
head-steps-from = vanaf budget
head-steps-leave = eruit
head-supported = met gewogen som te vinden
head-target = doel
head-to = tot budget
head-together = samen betaald
head-turning-cost = erin tot dit deel van de kosten
head-turning-money = erin tot kosten van
head-unit = eenheid
head-used = gebruikt
head-verdict = oordeel
head-voice-from = van
head-voice-index = over de stem
head-voice-to = tot
head-way = manier
head-ways-objective = doelwaarde samen
head-weight = gewicht
head-world = wereld
head-worlds = in werelden
head-worth = waarde
head-year = jaar
tab-alternatives-next = Volgende
tab-alternatives-different = Anders
tab-alternatives-domains = Domeinen
tab-alternatives-spread = Spreiding
tab-cooperate-ways = Manieren
tab-cooperate-bills = Rekening
tab-cooperate-division = Verdeling
tab-cooperate-coalitions = Coalities
tab-cooperate-broken = Regels
tab-robust-core = Kern
tab-robust-worlds = Werelden
tab-robust-voice = Stem
tab-robust-portfolios = Oordeel
tab-robust-draws = Loting
tab-robust-chances = Kansen
tab-robust-rungs = Treden
tab-robust-presence = Wie waar
tab-importance-candidates = Kandidaten
tab-importance-rules = Regels
tab-importance-funding = Eerst eraf
tab-explain-conflict = Conflict
tab-explain-repairs = Uitwegen
tab-frontier-steps = Stappen
tab-frontier-budgets = Budgetten
tab-frontier-points = Front
tab-frontier-core = Kern
tab-pillars-pillars = Pijlers
tab-pillars-picks = Keuzes
tab-pillars-partners = Aan elkaar
tab-pillars-ways = Wat ze doen
tab-pillars-portfolios = Portefeuilles
tab-takeover-services = Nemen
tab-takeover-blocking = Blokkeren
tab-takeover-exposed = Afhankelijk
tab-takeover-attacks = Aanval
tab-takeover-measures = Maatregelen
tab-takeover-unknown = Onbekend
tab-fortify-floors = Ondergrens
tab-fortify-services = Diensten
tab-fortify-attacks = Aanval
tab-events-services = Diensten
tab-events-laws = Bevel
tab-events-stops = Stil
tab-events-outages = Uitval
tab-events-layers = Lagen
tab-events-alternatives = Reserve
tab-events-unknown = Onbekend
narrow-domains-power-before = vooraf
narrow-domains-power-after = erna
narrow-services-control-before = zeggenschap %
narrow-services-control-after = erna
narrow-services-power-before = macht
narrow-services-power-after = erna
narrow-ministries-gain-by-own-weights = winst

## Units of money

unit-thousand = duizend
unit-million = miljoen
unit-billion = miljard

## Words in cells of reports, in charts and in lists of facts: the key is the English word, which JSON and CSV keep

word-all = totaal
word-always = altijd
word-best = beste
word-borderline = wisselend
word-bound = bovengrens
word-can-be-left-out = kan eruit
word-can-be-swapped = inwisselbaar
word-can-come-in = kan erin
word-cannot-be-had = niet te krijgen
word-cap-table = aandeelhouderstabel
word-case = casus
word-compromise = compromis
word-core = kern
word-cost = kosten
word-domains-at-target = domeinen op doel
word-draw = trekking
word-equal-sacrifice = gelijk offer
word-error = fout
word-exact = exact
word-exterior = nooit
word-file = bestand
word-found = gevonden
word-gain = winst
word-gap = marge
word-highest-objective = hoogste doelwaarde
word-possible = mogelijk
word-no-price = geen prijs
word-by-name = op naam gekocht
word-too-many = te veel houders
word-not-for-sale = niet te koop
word-prohibited = verboden
word-controls = beslist
word-blocks = blokkeert
word-neither = geen van beide
word-buy = kopen
word-protect = beschermen
word-prohibit = verbieden
word-takeover = overname
word-denial = stillegging
word-outage = uitval
word-stops = valt stil
word-goes-on = gaat door
word-law = recht
word-blocking = blokkeren
word-impossible = onmogelijk
word-index-after = index erna
word-index-before = index vooraf
word-index-points = indexpunten
word-irreplaceable = onmisbaar
word-knee = knik
word-lost = verloren
word-main-knee = hoofdknik
word-missed = niet gehaald
word-money = geld
word-never = nooit
word-no = nee
word-nodes = knopen
word-none = geen
word-not-found = niet gevonden
word-not-proven = niet bewezen
word-not-run = niet uitgevoerd
word-not-known = niet bekend
word-note = opmerking
word-nothing = niets
word-objective = doelwaarde
word-only-in-the-best = alleen in de beste
word-only-in-this-one = alleen in deze
word-options = opties
word-over-budget = boven budget
word-own = eigen
word-own-budget = eigen budget
word-picks = keuzes
word-points = punten
word-proven = bewezen
word-reached = gehaald
word-recommended = aanbevolen
word-rules-broken = overtreden regels
word-sampled = steekproef
word-scenario = scenario
word-seconds = seconden
word-side-by-side = naast elkaar
word-smallest-maximum-regret = kleinste maximale spijt
word-solver = oplosser
word-spent = besteed
word-status = status
word-supported = met gewogen som
word-together = samen
word-unsupported = niet met gewogen som
word-warning = waarschuwing
word-why = waarom
word-year = jaar
word-years = jaren
word-yes = ja
word-needed = verplicht
word-optional = optioneel
word-latest-start = uiterste start
word-start = start
word-success = slaagkans
word-cofinance = cofinanciering
word-lead-time = aanlooptijd
word-reason = reden
word-asset = activum
word-option = variant
word-predecessor = voorganger
word-flow = stroom
word-total-row = totaalrij
word-keep = bewaren
word-drop = weglaten
word-heading = kopregel
word-group = groep
word-remark = toelichting
word-received = ontvangsten
word-committed = verplichtingen
word-not-asked = niet gevraagd
head-sums-unknown = onbekende bedragen
word-not-understood = bedrag niet begrepen
word-no-amount = geen bedrag
word-negative = negatief
word-others = andere
word-one = één
word-thousand = duizend
word-million = miljoen
word-billion = miljard
word-empty = leeg
word-id = id
word-text = tekst
word-number = getal
word-percent = procent
word-percentage-points = procentpunt
word-calendar-year = kalenderjaar
word-fraction = fractie
word-argument = argument
word-meaning = betekenis
word-no-change = nog geen wijziging
word-wrong = niet toe te passen
word-running = bezig
word-stopped = gestopt
word-infeasible = onhaalbaar
word-failed = mislukt
word-stale = verouderd
word-keeps-rules = binnen alle regels
word-breaks-rules = overtreedt regels

## Lists in sentences: A, B and C

list-goes-on = { $list }, { $next }
list-ends = { $list } en { $last }

## The command line: what each command does (-about, -notes), its arguments and their choices

cli-beslismacht-about = Plan digitale beslismacht: kies, bewijs en verklaar de investeringen die een land iets te zeggen geven
cli-beslismacht-notes =
    Zonder commando opent de terminalinterface: op CASE, of op een lijst van de casussen onder portfolios/. Is de standaarduitvoer geen terminal, dan verschijnt in plaats daarvan de aanbevolen portefeuille van CASE.

    Exitcodes: 0 klaar; 1 de invoer is fout of het werk is mislukt; 2 verkeerd gebruik; 3 geen portefeuille mogelijk; 4 gestopt vóór het bewijs (alleen met --require-optimal).
cli-check-about = Toon alles wat er mis is met een casus, of wat goed is om te weten: waar, wat, en hoe u het herstelt
cli-check-notes = Eindigt met 1 als een bevinding een fout is.
cli-optimise-about = Vind de beste portefeuille en bewijs dat het de beste is
cli-optimise-notes =
    Ctrl-C stopt het zoeken en toont de beste die tot dan toe is gevonden, met de vermelding dat die niet bewezen is; twee keer indrukken beëindigt het programma.

    Eindigt met 3 als geen portefeuille mogelijk is, en met 1 als er niet op tijd een is gevonden. Met --require-optimal eindigt het met 4 als het zoeken is gestopt (door de tijdslimiet, de geheugenlimiet, de marge of Ctrl-C) met een portefeuille die niet bewezen is. Met --proof eindigt het met 1 als er geen bewijs kon worden geschreven.
cli-evaluate-about = Toon wat een eigen portefeuille oplevert, welke regels die overtreedt en met hoeveel, en hoe ver die van de beste af ligt
cli-verify-about = Controleer een geschreven bewijs van optimaliteit met rekenwerk dat niets met het zoeken deelt
cli-verify-notes = Geef dezelfde --set en --budget als bij het schrijven van het bewijs: het hoort bij de casus zoals die toen was.
cli-new-about = Maak een lege casus: een map met elk bestand, de kopregels, en een case.toml met toelichting
cli-import-about = Maak een casus van één tabel, neem over wat een collega in een werkboek van de casus heeft gewijzigd, of lees wie wie bezit
cli-import-notes = De kolommen van een tabel worden herkend aan hun naam, in het Engels of Nederlands. Een werkboek dat `export --xlsx` schreef, wordt cel voor cel vergeleken met de casus in --into; alleen --accept schrijft. Is er nog geen casus, dan wordt het er een. Een bestand dat op .json eindigt zegt wie wie bezit volgens de Beneficial Ownership Data Standard 0.4: met --service gaan de rijen naar holders.csv en owners.csv van de casus in --into; is daar geen casus, dan wordt het een nieuwe.
cli-compare-about = Zet portefeuilles, scenario's en casussen naast elkaar
cli-compare-notes = OTHER is een eigen portefeuille (een bestand), een voorstel van CASE (de naam ervan), een andere casus (een map) of een scenario van CASE (de naam ervan, die vóór die van een voorstel gaat). De beste van CASE staat vooraan bij elke vergelijking met een andere casus, met een scenario, of met één portefeuille alleen; --best voegt die altijd toe. Kandidaten, diensten en ministeries van verschillende casussen worden aan hun id herkend.
cli-export-about = Schrijf de casus als werkboek voor een collega met een rekenblad, als model voor een eigen oplosser, of wie wie bezit
cli-export-notes = FILE mag - zijn voor de standaarduitvoer. Het optimum van het model is de doelwaarde van de casus; in MPS staat het met omgekeerd teken, als minimum.
cli-merge-about = Voeg de delen van een reeks samen
cli-merge-notes = Elk deel is een bestand dat een analyse met --shard K/N heeft geschreven. Het resultaat is byte voor byte gelijk aan dat van één keer zonder --shard. Ontbrekende en dubbele delen, andere vragen en andere invoer worden geweigerd. Voer dit uit waar de delen zijn gemaakt, zodat het pad van de casus naar dezelfde bestanden leidt.
cli-solvers-about = Toon welke oplossers op deze machine kunnen antwoorden
cli-solvers-notes = De rekenkern antwoordt eerst. Neemt die een casus niet aan, dan doet een oplosser van de machine het als er een is, en anders microlp. `--solver NAME` vraagt er een op naam.
cli-completions-about = Toon de aanvullingen voor een shell
cli-completions-notes = Voor bash: beslismacht completions bash > ~/.local/share/bash-completion/completions/beslismacht
cli-man-about = Toon de handleiding van het programma of van één commando
cli-man-notes = Lezen: beslismacht man | man -l -
cli-reference-about = Toon een deel van de documentatie dat uit het programma zelf is gemaakt
arg-beslismacht-case = De map van een casus, geopend in de terminalinterface
arg-color = Wanneer kleur wordt gebruikt. `auto`: op een terminal, tenzij `NO_COLOR` is ingesteld
arg-case = De map van de casus, of één CSV-bestand met candidate, cost en gain (met --budget)
arg-budget = Vermenigvuldig elk budget zo dat ze samen B zijn, naar beneden afgerond op 4 decimalen
arg-decimal = Lees de getallen van tabellen met dit decimaalteken. Zonder deze optie wordt het per bestand vastgesteld
arg-set = Wijzig een cel voor deze keer: `budgets.amount[defence:2029]=120`, `objective.risk=full`. Mag vaker
arg-scenario = Pas eerst dit scenario van scenarios.csv toe, vóór alles wat --set en --budget wijzigen
arg-time-limit = Stop elke zoektocht na zoveel seconden met de beste die tot dan toe is gevonden; een opdracht met meerdere zoektochten kan langer duren
arg-memory-limit = Laat het zoeken hoogstens zoveel megabytes onthouden, en stop dan met de beste die tot dan toe is gevonden
arg-gap = Stop zodra de beste binnen zoveel indexpunten van de bovengrens ligt (absoluut)
arg-solver = Welke oplosser antwoordt
arg-threads = Hoeveel threads een oplosser mag gebruiken; standaard gebruikt de rekenkern voor één vraag alle processorkernen
arg-out = Schrijf het resultaat naar FILE in plaats van naar de standaarduitvoer
arg-format = Het formaat; standaard volgens de extensie van FILE, anders een tabel
arg-table = Welke tabel als CSV wordt geschreven; standaard de eerste
arg-jobs = Aan hoeveel vragen tegelijk wordt gewerkt; standaard zoveel als er processorkernen zijn
arg-shard = Doe alleen deel K van N, en schrijf het als bestand voor `merge`
arg-others = Portefeuilles, casussen en scenario's
arg-best = Voeg de beste portefeuille van de casus toe
arg-scenarios = Voeg de beste portefeuille van een scenario toe. Mag vaker
arg-with = Voeg de beste portefeuille van een andere casus toe. Mag vaker
arg-shell = De shell
arg-portfolio = De portefeuille: een CSV-bestand met de kolommen candidate, start en `share_<ministry>`, zoals `optimise --format csv` schrijft, of de naam van een voorstel
arg-alone = Alleen doorrekenen: zoek niet naar de beste om mee te vergelijken
arg-lp = Schrijf het model in LP-formaat
arg-mps = Schrijf het model in het vrije MPS-formaat
arg-file = De tabel: een CSV-bestand of een werkboek met een rij per investering; een werkboek dat `export --xlsx` schreef; of een bestand van de Beneficial Ownership Data Standard
arg-bods = Schrijf de aandeelhouderstabellen en wie erachter staat, volgens de Beneficial Ownership Data Standard 0.4
arg-import-service = De dienst waarvan een bestand van de Beneficial Ownership Data Standard (.json) de houders noemt, in de casus in --into
arg-home = Wie in zo'n bestand onder dit recht bovenaan staat, stemt met het land mee
arg-import-budget = Het geld over alle jaren, over jaren en ministeries verdeeld zoals de kosten van de lijst; zonder is er geld voor alles
arg-dry-run = Toon alleen wat er van de lijst is begrepen; schrijf niets
arg-map = Wat een kolom is: `boe_amt=cost_1`, `2027 plan=2027`, `EZ=cost:economic_affairs`, `Opmerkingen=keep`. Mag vaker
arg-domain-from = De kolom die het domein noemt, zoals `--map KOLOM=domain`
arg-year-of = Hoe koppen een jaar noemen, met {"{}"} daarvoor: `FY{"{}"}`
arg-base-year = Het jaar dat koppen t noemen, en het eerste jaar van een lijst die er geen noemt
arg-unit = De eenheid van de bedragen; zonder: wat koppen en titels zeggen
arg-currency = De munt van de bedragen, zoals EUR
arg-only = Welke rijen meetellen: die met deze tekst in de kolom, of een van meer met komma's ertussen. Mag vaker
arg-mapping = Lees de lijst met een bewaarde toewijzing
arg-save-mapping = Bewaar hoe de lijst is gelezen, om de volgende net zo te lezen
arg-into = De map die wordt gemaakt, of de casus waarmee een werkboek wordt vergeleken; standaard met de naam van het bestand, ernaast
arg-xlsx = Schrijf de casus zelf als werkboek, met keuzelijsten; `import` leest het terug
arg-accept = Neem over wat in het werkboek is gewijzigd: alles, of alleen in deze tabellen (`case` voor de instellingen)
arg-workbook-holds = Neem het werkboek waar het werkboek en de casus allebei zijn gewijzigd
arg-why = Waarom er iets wordt gewijzigd, voor het logboek van de casus
arg-command = Het commando waarvan de pagina wordt getoond
arg-files = De bestanden van alle delen
arg-folder = De map die wordt gemaakt; ze mag nog niet bestaan, of moet leeg zijn
arg-title = De titel van de casus; standaard de naam van de map
arg-require-optimal = Eindig met 4 als de getoonde portefeuille niet bewezen de beste is
arg-optimise-brief = Alleen de pagina voor de minister: het gevraagde besluit, wat het oplevert, waar het van afhangt; in JSON alles, met wat knellende regels kosten
arg-optimise-stay-close-to = Van de beste en goedkoopste portefeuilles degene die het minst aan dit plan verandert: een bestand of de naam van een voorstel
arg-optimise-keep = Verander zo weinig aan het plan als nodig is voor X % van het beste
arg-optimise-proof = Schrijf ook een bewijs van optimaliteit dat `verify` controleert; de rekenkern schrijft het, en het wordt gecontroleerd voordat het wordt bewaard
arg-verify-proof = Het bewijs dat `optimise --proof` heeft geschreven
arg-part = Welk deel
choice-color-auto = Op een terminal, tenzij `NO_COLOR` is ingesteld
choice-color-always = Altijd
choice-color-never = Nooit
choice-unit-one = losse euro's, ponden of dollars
choice-unit-thousand = duizenden
choice-unit-million = miljoenen
choice-unit-billion = miljarden
choice-decimal-comma = 1.250,50
choice-decimal-point = 1,250.50
choice-solver-auto = De rekenkern; neemt die een casus niet aan, dan een oplosser van de machine als er een is, en anders microlp
choice-solver-engine = De eigen rekenkern van het programma
choice-solver-highs = HiGHS, als de machine het heeft
choice-solver-scip = SCIP, als de machine het heeft
choice-solver-cbc = CBC, als de machine het heeft
choice-solver-gurobi = Gurobi, als de machine het heeft
choice-solver-cplex = CPLEX, als de machine het heeft
choice-solver-highs-natural = HiGHS op de formulering zoals u die met de hand zou schrijven, om te vergelijken
choice-solver-microlp = microlp, dat is ingebouwd; voor kleine casussen
choice-reference-commands = Elk commando met zijn argumenten
choice-reference-analyses = Elke analyse: wat ze beantwoordt, haar commando en haar bestand
choice-reference-files = Elk bestand van een casus met zijn kolommen
choice-reference-formats = Elk formaat waarin resultaten worden geschreven
choice-reference-keys = Elke toets van de terminalinterface
choice-reference-keymap = Een bestand met elk commando en zijn toetsen, om in de map met instellingen te wijzigen als `keys.toml`

## Numbers of things: count-THING

count-amount = 
    { $count ->
        [one] 1 bedrag
       *[other] { $count } bedragen
    }
count-candidate = 
    { $count ->
        [one] 1 kandidaat
       *[other] { $count } kandidaten
    }
count-cell = 
    { $count ->
        [one] 1 cel
       *[other] { $count } cellen
    }
count-change = 
    { $count ->
        [one] 1 wijziging
       *[other] { $count } wijzigingen
    }
count-changed-cell = 
    { $count ->
        [one] 1 gewijzigde cel
       *[other] { $count } gewijzigde cellen
    }
count-difference = 
    { $count ->
        [one] 1 verschil
       *[other] { $count } verschillen
    }
count-domain = 
    { $count ->
        [one] 1 domein
       *[other] { $count } domeinen
    }
count-effect = 
    { $count ->
        [one] 1 effect
       *[other] { $count } effecten
    }
count-error = 
    { $count ->
        [one] 1 fout
       *[other] { $count } fouten
    }
count-note = 
    { $count ->
        [one] 1 opmerking
       *[other] { $count } opmerkingen
    }
count-pick = 
    { $count ->
        [one] 1 keuze
       *[other] { $count } keuzes
    }
count-row = 
    { $count ->
        [one] 1 rij
       *[other] { $count } rijen
    }
count-rule = 
    { $count ->
        [one] 1 regel
       *[other] { $count } regels
    }
count-service = 
    { $count ->
        [one] 1 dienst
       *[other] { $count } diensten
    }
count-start = 
    { $count ->
        [one] 1 startjaar
       *[other] { $count } startjaren
    }
count-step = 
    { $count ->
        [one] 1 stap
       *[other] { $count } stappen
    }
count-warning = 
    { $count ->
        [one] 1 waarschuwing
       *[other] { $count } waarschuwingen
    }

## Words and phrases of the screens

case-table-ladder-title = 0 tot 100 %
view-under-scenario = {" "}onder: { $name }{" "}
view-unsaved = {" "}[niet opgeslagen]
view-read-only = {" "}[alleen lezen]
view-breaks-rules = , overtreedt { $rules }
view-own-objective = {"  "}eigen { $objective }{ $rules }
view-completing-own = vult eigen aan
view-best-so-far = , beste { $best }
view-gap-so-far = , marge { $gap }
completing-added = { $added } toegevoegd
completing-moved = { $starts } verschoven
edits-column-of-row = { $column } van { $row }
edits-row-deleted = { $row } verwijderd
history-undoes = Maakt { $steps } ongedaan.
update-theme = Thema: { $theme }.
moving-columns = Kolommen
moving-search = Zoeken
moving-filter = Filter
moving-values-title = { $title } in { $rows }{ $numbers }
moving-copied = { $what } gekopieerd.
moving-copied-text = `{ $text }` gekopieerd.
news-came-in = erin { $candidates }
news-went-out = eruit { $candidates }
opening-undone = Ongedaan gemaakt: { $label }.
opening-done-again = Opnieuw gedaan: { $label }.
opening-saved = { $files } opgeslagen.{ $others }
prompts-bulk-label = { $column } { $text } in { $cells }
repairs-and = , en{" "}
repeat-label-of-many = { $column }: { $value } in { $rows }
scenarios-changes-deleted = { $name }: { $changes } verwijderd
scenarios-shown = Getoond: { $whose }.
side-by-side-the-table = de tabel
paste-pasted = { $what } geplakt
access-in-place = in { $place }
analyses-title-finished = { $title }: klaar.
alternatives-nth = Alternatief { $row }
robust-regret-in = spijt in
robust-least-regret = minste spijt
runs-doing-done-of = { $doing }, { $done } van { $total }
form-row-of-table = { $key }: { $table } { $row } van { $rows }
list-table = Tabel { $table }
list-commands = Opdrachten
list-search = Zoek:
count-entry = { $count ->
    [one] 1 regel
   *[other] { $count } regels
}
merge-no-row = (geen rij)
options-of = { $analysis }: opties
options-none = (geen)
budgets-of = { $part } van { $whole }
budgets-lapses = { $amount } vervalt
budgets-together = Samen{" "}
budgets-prompt = { $ministry } in { $year }, { $unit }
candidates-no-costs = . Kost niets
candidates-costs = . Kost { $costs } { $unit }
candidates-gain-pp = {" "}+{ $gain } pp
candidates-bought-from = {" "}gekocht van { $holder }
candidates-at-risk = {" "}Een gouden aandeel: een rechter kan het verbieden.
candidates-lasts = {" "}{ $years } jaar lang
candidates-prevents =
    {" "}{ $event ->
        [takeover] houdt een overname tegen
        [denial] gaat door bij een buitenlands bevel
       *[outage] gaat door bij uitval
    }
candidates-grants = {" "}geeft { $rung }
changes-scenario = Scenario{" "}
screens-marked = , { $marked } gemarkeerd
screens-filter = filter{" "}
screens-count = aantal { $count }{"  "}
screens-sum = som { $sum }{"  "}
first-steps-key = {" "}toets{" "}
overview-breaks-rules = overtreedt { $rules }
overview-stale = verouderd
overview-direct = ({ $points } direct){" "}
overview-at-target = {" "}op doel
overview-below = {" "}eronder
overview-gains-both = { $recommended }, eigen { $own }
overview-findings = Bevindingen{"  "}
overview-shows = {" "}toont
overview-shows-pillars = {" "}toont wat elke pijler draagt
portfolio-solver-did = { $solver } { $version }, { $seconds } s, { $nodes } knopen
portfolio-none-yet-begin = nog geen:{" "}
portfolio-shows-all = {" "}toont alles;{" "}
scenario-grid-compared-begin = Vergeleken:{" "}
scenarios-own-objective = ; eigen { $objective }
scenarios-name-gains = { $name }: index { $index }, { $points } hoger dan in de casus
scenarios-name-lower = { $name }: index { $index }, { $points } lager
scenarios-name-loses = { $name }: index { $index }, { $points } lager dan in de casus
scenarios-breaks-rules = ; overtreedt { $rules }: { $first }
scenarios-falls = ; daalt: { $services }
services-is-recommended = {" "}(aanbevolen)
story-missed-by = { $name } met { $by }
story-missed-begin = { $begin }; gemist:{" "}
story-largest = Grootste:{" "}
list-options = Opties: { $options }.
compare-control-percent = zeggenschap %
compare-and = {" "}en{" "}
app-your-settings = Uw instellingen
keymap-the-command = de opdracht "{ $command }"
limits-scope-named = { $scope } { $value }
limits-all-spending = alle uitgaven
limits-all-budgets = alle budgetten
story-from-start = vanaf { $start }
story-ministry-pays-share = { $ministry } betaalt { $percent } %, { $paid }
story-power = macht { $power }
cell-write-range = Schrijf { $range }.
reader-the-thing = De naam { $id } ({ $thing })
words-the-ministry = het { $ministry }
comparison-then = { $name }, toen
comparison-before = vóór deze wijziging
comparison-before-words = wat vóór de laatste wijziging werd aanbevolen, in de casus zoals die was
comparison-saved = bij de laatste opslag
comparison-saved-words = wat werd aanbevolen toen de casus werd geopend of het laatst werd opgeslagen, in de casus zoals die was
comparison-second-own = { $name }, eigen
rows-nth = rij { $row }
validation-needed = {" "}Verplicht.
validation-empty = {" "}Leeg: { $default }.
validation-in-file = {" "}In het bestand: { $column }.
validation-in-unit = {" "}In { $unit }.
line-from-to = { $before } wordt { $after }
line-now = nu { $text }
standing-falls = { $service } { $before } naar { $after }
word-a-budget = een budget
word-a-portfolio = een portefeuille
word-deleting = verwijderen
word-locking = vergrendelen
word-making = aanmaken
word-no-message = geen bericht
word-reading = lezen
word-writing = schrijven
word-the-id = de korte naam
word-the-name = de naam
word-that-of-the-case = die van de casus
word-the-title = de titel
word-the-folder-s-name = de naam van de map
word-for-ever = blijvend
word-all-others = alle anderen
word-years-to-the-last-cost = jaren tot de laatste kosten
word-folder = map
word-title = titel
word-ministries = ministeries
word-a-date = een datum
word-a-device = een apparaat
word-a-folder = een map
word-a-list = een lijst
word-a-number = een getal
word-a-pipe = een pipe
word-a-service = een dienst
word-a-socket = een socket
word-a-table = een tabel
word-a-text = een tekst
word-a-year = een jaar
word-analysis = analyse
word-answered-so-far = tot nu toe beantwoord
word-answers = antwoorden
word-becomes = wordt
word-bill = rekening
word-candidate = kandidaat
word-carried-on = doorgeschoven
word-cell = cel
word-change = wijziging
word-column = kolom
word-default = standaard
word-difference = verschil
word-differs = verschilt
word-domain = domein
word-end = eind
word-falls = daalt
word-in-force = van kracht
word-index = index
word-instrument = instrument
word-is-gone = is verdwenen
word-is-new = is nieuw
word-kind = soort
word-lapses = vervalt
word-left = links
word-left-only = alleen links
word-level = ernst
word-line = regelnr
word-locked-in = vastgezet (erin)
word-locked-out = vastgezet (eruit)
word-mine = mijn
word-ministry = ministerie
word-misses = mist
word-name = naam
word-report = Rapport
word-read-me = Lees mij
word-nothing-chosen = niets gekozen
word-now = nu
word-on-disk = op schijf
word-out = eruit
word-paid-by = betaald door
word-pick = keuze
word-pillar = pijler
word-power = macht
word-priorities = prioriteiten
word-reach = bereik
word-rec = aanb
word-rec-rung = aanb trede
word-right = rechts
word-right-only = alleen rechts
word-rule = regel
word-rung = trede
word-same = gelijk
word-saved = opgeslagen
word-searching = zoekt
word-service = dienst
word-setting = instelling
word-shares = aandelen
word-size = omvang
word-source = bron
word-spare = ruimte
word-state = status
word-stopping = stopt
word-finishing = afronden
word-sum = som
word-table = tabel
word-the-case = de casus
word-today = vandaag
word-total = totaal
word-true-or-false = waar of onwaar
word-unlocked = vrijgegeven
word-value = waarde
word-waiting = wacht
word-was = was
word-way-out = uitweg
word-what = wat
word-effect = effect
word-row = rij
word-broken = overtreden
word-binds = knelt
word-holds = voldoet
word-idle = n.v.t.
word-conflicts = botst
word-target = doel
word-floor = ondergrens
word-relation = relatie
word-limit = limiet
word-budget = budget
word-carry-over = doorschuiven
word-lock = vastzetting
runtime-language-unknown = settings.toml noemt de taal { $language }, die er niet is; er zijn { $languages }.
arg-language = Spreek deze taal. Anders die van `language = "nl"` in settings.toml, dan die van LC_ALL, LC_MESSAGES of LANG, dan Engels

## What the parser of arguments says by itself: in English it has its own words

parser-usage = Gebruik:
parser-commands = Opdrachten
parser-arguments = Argumenten
parser-options = Opties
parser-help-command = Toon deze hulp, of die van een opdracht
parser-help-short = Toon hulp (meer met '--help')
parser-help-long = Toon hulp (korter met '-h')
parser-version = Toon de versie
parser-default = [standaard: { $value }]
parser-aliases = [ook: { $names }]
parser-values = Mogelijke waarden:
parser-values-short = [mogelijke waarden: { $values }]
parser-unknown-argument = onbekend argument { $argument }
parser-unknown-command = er is geen opdracht { $command }
parser-value-missing = { $argument } vraagt om een waarde
parser-value-wrong = { $value } is geen waarde voor { $argument }
parser-value-refused = { $value } is geen waarde voor { $argument }: { $why }
parser-argument-missing = er ontbreekt iets: { $arguments }
parser-argument-twice = { $argument } kan maar één keer worden gegeven
parser-arguments-conflict = { $argument } en { $other } kunnen niet samen worden gegeven
parser-more = meer met --help

# Werkboeken van rekenbladen: rapporten, een casus voor een collega, en wat terugkomt.
xlsx-cannot-be-made = Het werkboek kan niet worden gemaakt: { $why }.
xlsx-other = Schrijf een ander formaat, zoals .html of .csv.
xlsx-cannot-be-read = Dit is geen werkboek van een rekenblad dat te lezen is: { $why }.
xlsx-too-large = uitgepakt is het groter dan 256 MB
xlsx-nothing-in-it = Geen enkel zichtbaar blad is gevuld.
store-no-table = Uit { $file } is geen tabel te lezen. { $why }
export-workbook-made = { $path } bevat de casus als werkboek. Terug gaat het zo: beslismacht import { $back } --into { $folder }
spreadsheet-file-unread = { $file } is niet als tekst te lezen en kan dus niet in een werkboek. Herstel het bestand eerst: `check` zegt waar.
spreadsheet-guide = Een casus van beslismacht
spreadsheet-guide-change = Wijzig elke cel die u wilt op de bladen hieronder. Waar een vaste keuze geldt, staat een lijst; de opmerking bij elke kop zegt wat er hoort te staan.
spreadsheet-guide-rows = Voeg rijen toe onder de laatste of tussen andere. Verwijder rijen die weg moeten. Sorteren verandert niets.
spreadsheet-guide-keep = Laat de koppen en de namen van de bladen staan: daaraan wordt alles teruggevonden.
spreadsheet-guide-back = Sla het werkboek op en stuur het terug. Wie plant, ziet elke wijziging, cel voor cel, en beslist wat wordt overgenomen. Wat u laat staan, blijft tot op de laatste byte gelijk.
spreadsheet-guide-settings = Jaren, ministeries, de ladder en wat telt.
spreadsheet-needed = { " " }Verplicht in elke rij.
spreadsheet-origin-damaged = Op het verborgen blad van het werkboek staat { $file } niet meer zoals het was, zodat er niets te vergelijken valt. Exporteer de casus opnieuw en neem de wijzigingen daarin over.
spreadsheet-unknown-setting = Op het blad case staat een instelling { $key } die deze casus niet kent. Ze is weggelaten; nieuwe ministeries en treden komen in case.toml.
spreadsheet-setting-stays = De instelling { $key } blijft zoals ze is. { $why }
spreadsheet-no-sheet = Het werkboek heeft geen blad { $name } meer. Die tabel blijft zoals ze is.
spreadsheet-no-head = Kolom { $number } van het blad { $table } heeft geen kop. De cellen ervan zijn weggelaten.
spreadsheet-no-key = Het blad { $table } heeft geen kolom { $column } meer, die in elke rij nodig is. Die tabel blijft zoals ze is.
spreadsheet-no-column = Het blad { $table } heeft geen kolom { $column } meer. De cellen ervan blijven zoals ze zijn.
spreadsheet-odd = In cel { $cell } van het blad { $table } staat { $what }, en dat is geen waarde. Daaruit is niets overgenomen.
spreadsheet-odd-key = Die cel zegt welke rij het is; daarom blijft de tabel zoals ze is.
spreadsheet-odd-more = { $count ->
    [one] In nog één cel staat geen waarde.
   *[other] In nog { $count } cellen staat geen waarde.
}
workbook-of-other-case = Het werkboek is van een andere casus gemaakt, "{ $of }", en in { $folder } staat "{ $here }". Er is niets geschreven. Noem de map van de casus waarvan het is gemaakt.
workbook-left = { $count ->
    [one] Eén wijziging is niet overgenomen: de casus is sindsdien op dezelfde plek gewijzigd.
   *[other] { $count } wijzigingen zijn niet overgenomen: de casus is sindsdien op dezelfde plekken gewijzigd.
}
workbook-both-place = ! { $place }: { $base } wordt { $case } in de casus, { $workbook } in het werkboek
workbook-who = Een import uit een rekenblad (proces { $process })
changes-settings = Instellingen
changes-cell = { $column }: { $text }
changes-own = Eigen portefeuille
changes-own-of = Eigen portefeuille ({ $file })
changes-proposal = Voorstel
changes-pick = { $start }, { $shares }
changes-row-gone = rij verwijderd
changes-row-new = nieuwe rij
spreadsheet-left-out-means = weggelaten betekent
bods-no-json = Het is geen JSON van de Beneficial Ownership Data Standard ({ $why }).
bods-no-record = Het is niet van de Beneficial Ownership Data Standard 0.4: een verklaring heeft geen recordId of geen recordDetails.
bods-indirect = { $count ->
    [one] Eén relatie is indirect of afgelopen, en blijft weg: wat indirect is volgt uit de andere.
   *[other] { $count } relaties zijn indirect of afgelopen, en blijven weg: wat indirect is volgt uit de andere.
    }
bods-unknown = { $count ->
    [one] Eén relatie noemt iemand die geen verklaring beschrijft, en blijft weg.
   *[other] { $count } relaties noemen iemand die geen verklaring beschrijft, en blijven weg.
    }
bods-right-left-out = { $owner } heeft misschien invloed in { $company }, maar iemand anders heeft er een meerderheid of ook invloed; alleen de belangen zijn overgenomen.
bods-decides = { $name }, die er beslist wat het belang ook is
bods-domain = Diensten
bods-nothing-served = Elk bedrijf in { $file } bezit een ander, zodat geen ervan een dienst kan dragen.
bods-several = Er staan meerdere bedrijven onderaan: { $names }. Neem één bestand voor elke dienst.
bods-which-service = Zeg met --service welke dienst van de casus { $name } is.
bods-no-service = De casus heeft geen dienst { $service }. { $remedy }
bods-left = { $count ->
    [one] Eén rij was er al en blijft zoals zij is.
   *[other] { $count } rijen waren er al en blijven zoals zij zijn.
    }
bods-only = --service en --home zijn voor een bestand van de Beneficial Ownership Data Standard, en dat is { $file } niet.
workbook-not-of-case = { $file } is geen werkboek dat `export --xlsx` schreef; er valt dus niets over te nemen.
workbook-title = wijzigingen uit een rekenblad
workbook-same = Het werkboek zegt hetzelfde als de casus: er is niets over te nemen.
workbook-differs =
    { $count ->
        [one] Uit het werkboek komt één wijziging.
       *[other] Uit het werkboek komen { $count } wijzigingen.
    }
workbook-nothing-written = Er is niets geschreven. --accept neemt alles over, --accept=TABLE een deel.
workbook-written = Geschreven: { $files }.
workbook-changed-since = De casus zelf is gewijzigd sinds het werkboek is gemaakt, in { $files }. Wat maar aan één kant is gewijzigd, wordt samengevoegd.
workbook-both-left =
    Op deze plaatsen zijn het werkboek en de casus allebei gewijzigd. De casus blijft daar zoals hij is; met --workbook-holds geldt het werkboek.{ $places }
workbook-both-taken =
    Op deze plaatsen zijn het werkboek en de casus allebei gewijzigd. Daar geldt het werkboek.{ $places }
workbook-unsaved = { $folder } heeft niet-opgeslagen wijzigingen uit een eerdere sessie. Er is niets geschreven.
workbook-open-it = Open de casus eerst en beslis daarover: beslismacht { $folder }
workbook-changed = Op dit moment heeft iemand de casus gewijzigd. Er is niets geschreven.{ $found }

## Proposals

proposal-remark-empty = Typ eerst de opmerking.
proposal-of-another = { $name } is een voorstel van { $author }. Kies een andere naam om het uwe ernaast te bewaren.
proposal-decided = { $name } is { $state } en blijft zoals het is. Kies een andere naam.
proposal-still-draft = { $name } is nog een concept. Pas als het is ingediend, kan iemand ermee akkoord gaan.
proposal-agreed-already = Er is al een akkoord over { $name }.
proposal-agree-own = U hebt { $name } zelf ingediend: het akkoord is aan de andere kant.
proposal-agree-own-ministry = { $author } heeft { $name } namens uw eigen ministerie ingediend: het akkoord is aan de andere kant.
proposal-agree-for-whom = Zeg eerst namens welk ministerie u akkoord gaat: met --ministry, of met `ministry = "…"` in settings.toml.
proposal-turned-down-by = { $author } heeft { $name } afgewezen. Ofwel { $author } gaat alsnog akkoord, ofwel het wordt opnieuw ingediend.
proposal-remark-long = Een opmerking heeft hoogstens { $most } tekens.
proposal-name-empty = Typ een naam, zoals Kabels eerst.
proposal-name-long = Een naam heeft hoogstens { $most } tekens.
proposal-name-hidden = Een naam is één regel met zichtbare tekens.
proposal-too-many = Er zijn { $count } voorstellen; alleen de eerste { $most } zijn gelezen.
proposal-unread = Een voorstel is overgeslagen. { $error }
proposal-none = Er is geen voorstel { $name }.
proposal-too-large = Het voorstel { $name } zou te groot worden voor een bestand.
proposal-too-many-alike = Er zijn te veel voorstellen die bijna { $name } heten.
toml-wrong = Regel { $line } is geen TOML: { $message }.
proposal-wrong = { $path }: { $why }
proposal-format = Er moet format = { $format } in staan.
proposal-key-wrong = { $key } is niet zoals het hoort.
proposal-state-unknown = De stand { $state } bestaat niet; kies uit { $states }.
proposals-title = voorstellen
proposals-table = Voorstellen
proposals-remarks = Opmerkingen
proposals-broken = Wat ze overtreden in de casus zoals die nu is
proposals-count =
    { $count ->
        [0] De casus heeft nog geen voorstellen.
        [one] De casus heeft één voorstel.
       *[other] De casus heeft { $count } voorstellen.
    }
proposals-older =
    { $count ->
        [one] Gemaakt voor de casus zoals die eerder was: { $names }.
       *[other] Gemaakt voor de casus zoals die eerder was, { $count } stuks: { $names }.
    }
proposals-candidate-gone = de casus heeft geen kandidaat { $id } meer
proposals-state-by = { $state } ({ $author })
proposals-now = Het voorstel { $name } is nu { $state }.
proposals-agreed-so-far = Akkoord tot nu toe: { $who }.
proposals-to-agree = Nog niet akkoord: { $ministries }.
proposals-waits-for = { $name } wacht op: { $ministries }.
proposals-agreed-partly = U gaat akkoord met het voorstel { $name }. Nog niet akkoord: { $ministries }.
proposals-remarked =
    { $count ->
        [one] Het voorstel { $name } heeft de eerste opmerking.
       *[other] Het voorstel { $name } heeft { $count } opmerkingen.
    }
proposals-list-them = beslismacht proposals CASE somt ze op.
proposals-no-ministry = De casus heeft geen ministerie { $ministry }.
proposals-nothing-own = Er is geen eigen portefeuille { $file } om voor te stellen.
proposals-name-from = Noem met --from een portefeuille of een ander voorstel.
proposals-breaks = Het overtreedt: { $rule } ({ $by }).
proposal-keep-own = Uw eigen portefeuille
proposal-keep-recommended = De aanbevolen portefeuille
proposal-keep-which = Welke portefeuille bewaren?
proposal-keep-own-as = Bewaar uw eigen portefeuille als
proposal-keep-help = Een naam; spaties mogen. De portefeuille wordt een voorstel in de map van de casus, onder proposals/: een concept van u totdat u het indient.
proposal-kept = Bewaard als het voorstel { $name }. ‹proposals› toont alle, ‹compare› vergelijkt.
proposal-not-one = { $name } is een tabel van een eerdere versie, en geen voorstel. Kies een andere naam.
proposal-none-here = Hier staat geen voorstel. ‹keep› maakt er een van een portefeuille.
proposal-opened = eigen portefeuille: het voorstel { $name }
proposal-open-now = Het voorstel { $name } is nu uw eigen portefeuille. Ongedaan maken haalt de vorige terug.
proposal-picks-gone =
    { $count ->
        [one] Een van de kandidaten staat niet meer in de casus.
       *[other] { $count } van de kandidaten staan niet meer in de casus.
    }
proposal-propose = Dien { $name } in
proposal-agree = Ga akkoord met { $name }
proposal-reject = Wijs { $name } af
proposal-remark = Een opmerking bij { $name }
proposal-words-help = Een toelichting voor de andere kant. Die mag leeg blijven.
proposal-remark-help = De opmerking krijgt uw naam en de datum; wie de casus opent, leest haar.
proposal-forget-theirs = Dit verwijdert het voorstel { $name }, dat { $author } heeft gemaakt. Ongedaan maken haalt het niet terug.
proposal-news-gone = Het voorstel { $name } is weggegooid.
proposal-news-more = { " " }En nog { $count }: ‹proposals›.
proposal-news-new = { $author } heeft het voorstel { $name } gemaakt ({ $state }). ‹proposals› toont het.
proposal-news-remark = { $author } over { $name }: { $text }
proposal-news-agrees = { $author } gaat akkoord met { $name }.
proposal-news-picks = { $author } heeft de keuzes van { $name } gewijzigd.
proposal-not-written = Het voorstel { $name } zelf blijft zoals het was: ‹keep› schrijft het.
proposal-column-name = De naam van het voorstel; dat wat uw eigen portefeuille is, is gemerkt.
proposal-column-state = Hoe ver het is: concept, voorgesteld, akkoord of afgewezen.
proposal-column-author = Wie het heeft gemaakt.
proposal-column-points = Wat het oplevert in de casus zoals die nu is, in indexpunten.
proposal-column-broken = Hoeveel regels van de casus zoals die nu is het overtreedt.
proposal-column-bill = De publieke rekening in de casus zoals die nu is.
proposal-column-picks = Hoeveel kandidaten het kiest.
proposal-column-remarks = Hoeveel opmerkingen er zijn.
proposal-column-date = Wanneer de keuzes zijn bewaard, in UTC.
proposal-column-ministry = Het ministerie waarvoor het is gemaakt, als dat is gezegd.
proposal-name-open = { $name } (open)
proposal-name-changed = { $name } (open, gewijzigd)
proposal-none-yet = Er zijn nog geen voorstellen. ‹keep› maakt er een van de aanbevolen portefeuille of van uw eigen; wie de casus opent, ziet het.
proposal-about = { $name }, { $state }. Gemaakt door { $author } op { $date }.
proposal-made-for-other = De casus is sindsdien gewijzigd.
proposal-breaks-nothing = Het houdt zich aan elke regel van de casus zoals die nu is.
proposal-breaks = Overtreedt: { $rule } ({ $by })
screen-proposals-title = Voorstellen
screen-proposals-doc = Elke portefeuille met een naam: open, vergelijk, bespreek en ga akkoord.
command-proposals-open-title = Open
command-proposals-open-doc = Maakt het voorstel onder de cursor uw eigen portefeuille; ongedaan maken haalt de vorige terug.
command-proposals-compare-with-title = Vergelijk
command-proposals-compare-with-doc = Zet het voorstel naast uw eigen portefeuille, of naast de aanbevolen.
command-proposals-propose-title = Dien in
command-proposals-propose-doc = Dient het voorstel in, met een toelichting.
command-proposals-agree-title = Akkoord
command-proposals-agree-doc = Gaat akkoord met wat de andere kant heeft ingediend, met een toelichting; er is een akkoord zodra elk ministerie dat aan een keuze meebetaalt, akkoord is.
command-proposals-reject-title = Wijs af
command-proposals-reject-doc = Wijst het voorstel af, met een toelichting.
command-proposals-remark-title = Opmerking
command-proposals-remark-doc = Voegt een opmerking toe die ieder leest die de casus opent.
command-proposals-delete-title = Gooi weg
command-proposals-delete-doc = Verwijdert het voorstel onder de cursor, na een vraag.
cli-proposals-about = Som de voorstellen van een casus op: hoe ver elk is, wat het oplevert en overtreedt in de casus zoals die nu is, wat erover is gezegd
cli-proposals-notes = Een voorstel is een leesbaar bestand in de map `proposals` van de casus. De naam staat voor de portefeuille, overal waar een opdracht over de casus er een verwacht, zoals `evaluate` en `compare`. De lijst bevat alles: ze is voor wie de hele casus mag zien.
cli-propose-about = Dien een portefeuille in onder een naam, of een concept dat er al is
cli-propose-notes = Zonder --from wordt een voorstel van die naam ingediend zoals het is; is er geen, dan wordt het gemaakt van de eigen portefeuille. Wie spreekt, zegt --author, anders `author = "…"` in settings.toml, anders het systeem; het ministerie zegt --ministry, anders `ministry = "…"` daar.
cli-agree-about = Ga akkoord met een voorstel, met een toelichting
cli-agree-notes = Een akkoord komt van de andere kant: wie een voorstel indient, is er daarmee namens zijn ministerie al voor. Er is een akkoord zodra elk ander ministerie dat aan een keuze meebetaalt, akkoord is; wie de keuzes wijzigt of het opnieuw indient, vraagt het iedereen opnieuw. Een concept moet eerst worden ingediend.
cli-reject-about = Wijs een voorstel af, met een toelichting
cli-remark-about = Voeg een opmerking toe aan een voorstel
arg-proposals-of = De map van de casus
arg-proposal = De naam van het voorstel; spaties mogen
arg-words = Wat erover wordt gezegd
arg-from = De portefeuille: een bestand, of de naam van een ander voorstel
arg-draft = Bewaar het als concept en dien het nog niet in
arg-author = Wie spreekt
arg-ministry = Voor welk ministerie, met zijn id of naam
head-state = stand
head-author = auteur
head-date = datum
head-made-for = gemaakt voor
head-to-agree = nog niet akkoord
head-this-case = deze casus
head-proposal = voorstel
head-proposals-picks = investeringen
head-remark = opmerking
word-draft = concept
word-proposed = voorgesteld
word-agreement = akkoord
word-agreed = akkoord
word-rejected = afgewezen
word-author = auteur
word-date = datum
word-remarks = opmerkingen
own-id-in-at = in uw eigen portefeuille: { $id }, { $start }, { $shares }
view-time-left = { $text }, nog zo'n { $seconds } s
view-all-done-finishing = { $text }, wordt afgerond
comparing-pick-same = In uw eigen portefeuille is { $id } al zoals { $side } het heeft.
comparing-pick-taken = { $id } zoals { $side } het heeft
command-compare-take-pick-title = Neem keuze
command-compare-take-pick-doc = Maakt de keuze onder de cursor in uw eigen portefeuille zoals de rechterkant die heeft.
update-nothing-here = { $name }: hier valt niets te doen.
own-payer = { $name } { $share } %
own-pays-instead = { $name } { $old } → { $new } %
news-from-to = { $old } → { $new }
own-in-brief =
    { $count ->
        [0] Eigen vanaf { $start }, overtreedt niets: { $id }.
        [one] Eigen vanaf { $start }, overtreedt een regel: { $id }.
       *[other] Eigen vanaf { $start }, overtreedt { $count } regels: { $id }.
    }
edits-done-to = { $label }: { $what }
export-proposals = de voorstellen
export-proposals-doc = Wat elk oplevert en overtreedt, hoe ver het is, en wat erover is gezegd.
export-proposals-title = De voorstellen exporteren
proposal-draft-of = Het is een concept van { $author }.
proposal-changed-since = Uw eigen portefeuille is sindsdien gewijzigd: het voorstel blijft zoals het is bewaard, tot ‹keep› het bijwerkt.
analyses-no-chart = Deze tabel heeft geen grafiek.
analyses-chart-alone = Alleen de grafiek.
analyses-table-alone = Alleen de tabel.
analyses-chart-and-table = Grafiek en tabel, waar plaats is voor beide.
own-breaks-nothing = Daar wordt geen regel overtreden.
own-breaks-there =
    { $count ->
        [one] Daar wordt een regel overtreden: { $first }.
       *[other] Daar worden { $count } regels overtreden, zoals deze: { $first }.
    }
own-breaks-without =
    { $count ->
        [one] Zonder deze keuze wordt een regel overtreden: { $first }.
       *[other] Zonder deze keuze worden { $count } regels overtreden, zoals deze: { $first }.
    }
own-out-brief =
    { $count ->
        [one] Eigen zonder { $id }, overtreedt een regel.
       *[other] Eigen zonder { $id }, overtreedt { $count } regels.
    }
own-breaks-anywhere =
    { $count ->
        [one] Waar het ook komt, er wordt een regel overtreden: { $first }.
       *[other] Waar het ook komt, er worden { $count } regels overtreden, zoals deze: { $first }.
    }
edits-key-not-emptied = Met { $column } wordt de rij aangeduid: die wordt niet geleegd. ‹delete-rows› verwijdert de rij.
edits-new-row-gone = De nieuwe rij bleef leeg en is weer weg.
edits-cell-empty-already = Er valt niets te legen.
edits-cell-emptied = { $column } van { $row } geleegd
edits-cells-emptied = { $column } geleegd in { $count } rijen
update-cancel-again-quits = Er loopt niets. Nog eens ‹cancel› sluit af, net als ‹close›.
news-possible-again = Er is weer een portefeuille mogelijk, { $objective }
news-impossible-now = Er is geen portefeuille meer mogelijk
news-undo-or-repair = ‹undo› maakt de wijziging ongedaan, het scherm Portefeuille toont uitwegen
news-moved = verplaatst { $candidates }
command-form-clear-cells-doc = Maakt het veld onder de cursor leeg.
command-clear-cells-title = Maak leeg
command-clear-cells-doc = Maakt de cel onder de cursor leeg, of die van dezelfde kolom in de gemerkte rijen.
merge3-not-of-case = { $file } is geen bestand van een casus, en kan dus niet worden samengevoegd.
merge3-row-in-cell = { $file }:{ $line }: { $message } { $remedy }
merge3-deleted = { $file }: de ene kant heeft verwijderd wat de andere heeft gewijzigd.
merge3-conflict = { $file }, { $place }: { $base } werd hier { $mine } en daar { $theirs }.
merge3-state = Het voorstel { $name } werd hier { $mine } en daar { $theirs }.
merge3-agreed-to-other = Het voorstel { $name } heeft andere keuzes dan waar akkoord op was: het ligt weer op tafel.
merge3-all-the-same = Noem drie mappen van casussen, of drie versies van één bestand.
merge3-conflicts =
    { $count ->
        [one] Beide kanten hebben dit gewijzigd. Wat hier staat, blijft; --theirs-hold neemt dat van de andere kant.
       *[other] Beide kanten hebben { $count } plaatsen gewijzigd. Wat hier staat, blijft; --theirs-hold neemt dat van de andere kant.
    }
diff-same = De twee versies zeggen hetzelfde.
diff-count =
    { $count ->
        [one] Eén verschil.
       *[other] { $count } verschillen.
    }
diff-title = wat verschilt
diff-for-cases = `--for` vraagt twee hele casussen: één bestand zegt niet wat erin volgens een ander bestand gerubriceerd is.
diff-both-the-same = Noem twee mappen van casussen, of twee versies van één bestand.
diff-two-versions = Noem twee versies.
diff-not-cells = { $file } verschilt, en is geen tabel van een casus.
cli-diff-about = Toon wat er verschilt tussen twee versies van een casus, of van een van de bestanden, cel voor cel
cli-diff-notes = Eindigt met 0 als er niets verschilt, 1 als er iets verschilt, 2 als dat niet te zeggen is. Als driver van Git (`diff.beslismacht.command = beslismacht diff`, en `*.csv diff=beslismacht` in .gitattributes) neemt het de argumenten die Git geeft.
cli-merge3-about = Voeg twee versies van een casus met hetzelfde begin samen, cel voor cel
cli-merge3-notes = Het resultaat komt in de plaats van MINE: een map van een casus, of een van de bestanden. Eindigt met 0 als alles is samengevoegd, 1 als beide kanten hetzelfde hebben gewijzigd (wat in MINE staat, blijft daar, en elke plaats wordt genoemd), 129 als het niet kon. Als driver van Git: `merge.beslismacht.driver = beslismacht merge3 --path %P %O %A %B`, en `*.csv merge=beslismacht` in .gitattributes.
arg-versions = De twee versies: mappen van casussen, of bestanden
arg-path = Hoe het bestand in de casus heet, als de versies anders heten
arg-base = Waarmee beide kanten begonnen
arg-mine = Deze kant; het resultaat komt hier
arg-theirs = De andere kant
arg-theirs-hold = Neem de tekst van de andere kant waar beide hetzelfde hebben gewijzigd
