/** Moves between segments, how likely they are, and where they lead. */
export const transitions = {
  "flows.intro":
    "Where customers come from and where they go, period after period. A way back is a way like any other.",
  "flows.show": "Ways",
  "flows.show.all": "Everybody",
  "flows.show.moves": "Only who moved",
  "flows.title": "Between which segments do customers move?",
  "flows.rest": "rare moves",
  "flows.from": "From",
  "flows.to": "To",
  "flows.before": "before {{period}}",
  "flows.basis": "basis: macro segments at the ends of periods",
  "flows.note": "the {{top}} most frequent moves of each period on their own, all others grouped",
  "flows.reading":
    "{{period}}: {{up}} customers moved the desired way, most of them {{mostUp}}; {{down}} the undesired way, most of them {{mostDown}}.",
  "transitions.intro":
    "From the row to the column: how likely each move is, how sure that is, how many made it, and what it changed in value. ▲ is desired, ▼ undesired.",
  "transitions.view": "In the cells",
  "transitions.view.probability": "Probability",
  "transitions.view.count": "Count",
  "transitions.view.euros": "Value",
  "transitions.view.change": "Against a year ago",
  "transitions.from": "From",
  "transitions.months": "Months ahead",
  "transitions.months.1": "1 month",
  "transitions.months.3": "3 months",
  "transitions.none": "No transitions yet",
  "transitions.none.text":
    "That takes two comparable month ends. Import orders over several months and start a run.",
  "transitions.title_one": "How likely is each move within a month?",
  "transitions.title_other": "How likely is each move within {{count}} months?",
  "transitions.period_one": "all months, the late ones counting for more; one month ahead",
  "transitions.period_other": "all months, the late ones counting for more; {{count}} months ahead",
  "transitions.n": "n = {{n}} customers × months",
  "transitions.basis.macro": "basis: macro segments",
  "transitions.basis.micro": "basis: from micro-segments to macro segments",
  "transitions.method": "method: rates, shrunk; 80% intervals as wide as months differ",
  "transitions.learntAt": "learnt as of {{day}}",
  "transitions.way": "{{from}} → {{to}} with {{share}} ({{low}} to {{high}}, n = {{n}})",
  "transitions.reading_one":
    "Within a month the likeliest undesired move is {{down}}, the likeliest desired one {{up}}.",
  "transitions.reading_other":
    "Within {{count}} months the likeliest undesired move is {{down}}, the likeliest desired one {{up}}.",
  "transitions.ofAll": "all from there",
  "transitions.moves.count": "How many made each move?",
  "transitions.moves.count.reading":
    "{{period}}: the most frequent move is {{from}} → {{to}}, by {{n}} customers ({{amount}} in value).",
  "transitions.moves.euros": "By how much did each move change the value?",
  "transitions.moves.euros.reading":
    "{{period}}: the move {{from}} → {{to}} changed most in value, by {{amount}} with {{n}} customers.",
  "transitions.moves.basis": "basis: revenue expected in the first horizon",
  "transitions.moves.method": "method: value after the month less value before, of those who moved",
  "transitions.change.title": "What is likelier than a year ago?",
  "transitions.change.none":
    "There is no same month a year before. This view needs thirteen months.",
  "transitions.change.reading":
    "{{now}} against {{before}}: {{from}} → {{to}} changed most among those with separate intervals, from {{was}} to {{is}}.",
  "transitions.change.still":
    "{{now}} against {{before}}: no move has intervals that are apart; all differences can be chance.",
  "transitions.change.period": "{{now}} against {{before}}",
  "transitions.change.method": "method: counted; “!” and shades where the 80% intervals are apart",
  "transitions.sure": "intervals apart",
  "transitions.unsure": "can be chance",
  "stocks.title": "Where are today's customers on {{day}}?",
  "stocks.reading":
    "The stock of “{{segment}}” changes most: {{today}} today, {{expected}} expected.",
  "stocks.period": "forecast for {{day}}",
  "stocks.basis": "basis: today's customers, without new ones",
  "stocks.method": "method: transition model, customer by customer",
  "stocks.kept": "an older model foresaw the last month better and was kept",
  "stocks.expected": "expected",
  "stocks.today": "today",
  "stocks.proof":
    "Foreseen before it came: in the month until {{day}} the forecast put {{error}} of the customers into the wrong segment, “as today” {{asToday}}; log loss {{change}} ({{low}} to {{high}}) against the moves of the month before.",
  "stocks.noProof": "No month has been judged so far: the forecast is unproven.",
  "stocks.none": "No forecast of stocks yet",
  "stocks.none.text": "Start a run: it learns how customers move between segments.",
  "stocks.reason.TOO_LITTLE_HISTORY":
    "There are no two comparable month ends yet. Import older orders, or wait for a month.",
  "stocks.reason.ONE_SEGMENT":
    "All customers are in one segment and stay there: there is no move to foresee.",
} as const;
