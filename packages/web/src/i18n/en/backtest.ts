/** Forecast quality. */
export const backtest = {
  "backtest.intro":
    "Every method learns from the first part of the history and predicts the second, which it has not seen. What counts is who comes closest.",
  "backtest.none": "Nothing to compare yet",
  "backtest.none.text":
    "The history is too short to be split, or the run left the comparison out. Import more months and compute anew; until then values are marked as unverified.",
  "backtest.winner": "“{{winner}}” values the customers",
  "backtest.target": "What is predicted",
  "backtest.learned": "Learned from",
  "backtest.judged": "Judged on",
  "backtest.customers": "{{n}} customers, {{repeaters}} of them with repeat purchases",
  "backtest.evaluated": "{{n}} customers judged",
  "backtest.purchases": "Purchases in the judged period",
  "backtest.revenue": "Revenue in the judged period",
  "backtest.flattered":
    "A warning about the mean absolute error (MAE): “zero for everyone” has {{zero}}, the winner {{own}}. MAE rewards predicting nothing, because most customers buy nothing; that is why it does not decide here.",
  "backtest.notFlattered":
    "The mean absolute error (MAE) of “zero for everyone” is {{zero}}, that of the winner {{own}}. MAE flatters low forecasts, because most customers buy little; that is why it does not decide here.",
  "reason.LOWEST_DEVIANCE":
    "“{{winner}}” has the lowest Poisson deviance, the measure that decides.",
  "reason.ONLY_PURCHASES":
    "The data hold no amounts, so purchases decided: “{{winner}}” has the lowest Poisson deviance.",
  "reason.TOO_LITTLE_HISTORY":
    "The history is too short for a comparison; “{{winner}}” is the default and stays unverified.",
  "reason.CHOSEN_BY_USER": "“{{winner}}” was chosen by hand, whoever won the comparison.",
  "reason.clear":
    "That is {{difference}} less than “{{runnerUp}}” (95% interval of the difference: {{low}} to {{high}}), a real lead.",
  "reason.close":
    "The lead over “{{runnerUp}}” is {{difference}} (95% interval of the difference: {{low}} to {{high}}) and may be chance: both are about equally good.",
  "reason.total.revenue": "Over all customers it predicted {{bias}} of the revenue that came.",
  "reason.total.purchases": "Over all customers it predicted {{bias}} of the purchases that came.",
  "score.title": "All methods compared: {{target}}",
  "score.made":
    "n = {{n}} customers · {{from}} – {{to}} · small figures: 95% interval from resampling customers · “zero” and “mean” are yardsticks, not methods",
  "score.method": "Method",
  "score.winner": "Winner",
  "score.yardstick": "(yardstick)",
  "score.deviance": "Poisson deviance",
  "score.deviance.hint":
    "Distance of forecast and outcome per customer; lower is better. It decides.",
  "score.bias": "Total",
  "score.bias.hint": "Forecast total / actual total; 100% is right in sum.",
  "score.gini": "Gini",
  "score.gini.hint": "How well customers are put in order of value; 1 is perfect, 0 is chance.",
  "score.top10": "Top 10%",
  "score.top10.hint": "Share of what came that the 10% with the highest forecast brought.",
  "score.top20": "Top 20%",
  "score.top20.hint": "Share of what came that the 20% with the highest forecast brought.",
  "score.rmse": "RMSE",
  "score.rmse.hint":
    "Root mean squared error per customer; lower is better, large errors weigh most.",
  "score.mae": "MAE",
  "score.mae.hint": "Mean absolute error per customer; flatters low forecasts.",
  "score.spearman": "Spearman",
  "score.spearman.hint": "Correlation of ranks; 1 is perfect.",
  "score.calibrationError": "Calibr. error",
  "score.calibrationError.hint":
    "Mean gap between forecast and outcome over the tenths; lower is better.",
  "calibration.title": "Forecast and outcome by tenths: {{target}}",
  "calibration.method": "Show the calibration of",
  "calibration.reading":
    "{{method}} predicted {{predicted}} for each customer of the top tenth on average, {{actual}} came; over all tenths the gap is {{error}}.",
  "calibration.predicted": "Forecast per customer",
  "calibration.actual": "Outcome per customer",
  "calibration.forecast": "Forecast",
  "calibration.outcome": "Outcome",
  "calibration.axis": "Tenth of customers (1 = highest forecast)",
  "fits.title": "Fitted models",
  "fits.intro": "Parameters by maximum likelihood on the history up to {{day}}; times in days.",
  "fits.parameter": "Parameter",
  "fits.value": "Estimate",
  "fits.error": "Standard error",
  "fits.likelihood": "Log-likelihood {{value}}",
  "fits.converged": "converged",
  "fits.notConverged": "not converged",
  "fitWarning.PARAMETER_AT_BOUND":
    "A parameter lies at the edge of what was searched: the data do not pin it down.",
  "fitWarning.FLAT_RIDGE":
    "The data hardly tell some parameters apart: the forecasts hold, the single parameters do not.",
  "fitWarning.STARTS_DISAGREE": "Searches from different starts ended in different places.",
  "fitWarning.NOT_CONVERGED": "The search for the best parameters did not come to an end.",
  "fitWarning.TOO_FEW_REPEATERS": "Very few customers bought again: the model rests on little.",
  "fitWarning.SPEND_DEPENDS_ON_FREQUENCY":
    "Amounts depend on the number of purchases, which the model assumes they do not.",
} as const;
