/** What a fit is, and how every model gets from an objective to one. */
import { ModelError } from "./errors.ts";
import { boundWarnings, type FitWarning, ridgeWarnings } from "./fit-warnings.ts";
import { type Minimum, minimize, type Objective } from "./numeric/minimize.ts";
import { invertPositiveDefinite } from "./numeric/symmetric.ts";

/** How a parameter is searched: by its logarithm, by ln(value − 1), or as it is. */
export type ParameterScale = "log" | "logAboveOne" | "identity";

/** A maximum-likelihood fit: plain JSON. */
export type Fit<P> = {
  readonly model: string;
  readonly params: P;
  /** The weighted sum over customers, without any penalty. */
  readonly logLikelihood: number;
  /** Sum of the weights. */
  readonly customers: number;
  /** Distinct rows the likelihood was computed on. */
  readonly rows: number;
  /** On the natural scale. 0 for a parameter at its bound. */
  readonly standardErrors: { readonly [name in keyof P]: number };
  /**
   * The inverse observed information of the searched parameters, in the order of `names`:
   * ln(value), ln(value − 1) or the value itself, as `scales` says. Zero at a bound.
   */
  readonly covariance: {
    readonly names: readonly (keyof P & string)[];
    readonly scales: readonly ParameterScale[];
    readonly values: readonly (readonly number[])[];
  };
  readonly aic: number;
  readonly bic: number;
  /** Newton steps from the start that led here to the optimum. */
  readonly iterations: number;
  /** Always true in a fit that was returned: what is no optimum is refused. */
  readonly converged: boolean;
  /** The steepest slope of the mean log-likelihood in a free searched parameter. */
  readonly gradient: number;
  /** The smallest curvature of the mean log-likelihood over the free searched parameters. */
  readonly curvature: number;
  readonly warnings: readonly FitWarning[];
};

/** Options every `fit` takes. */
export type FitOptions<P> = {
  /** A warm start, such as last month's parameters; it replaces the search from several starts. */
  readonly start?: P;
  /** L2 penalty on the searched parameters' distance from the first start, per customer. */
  readonly penalty?: number;
  /** Newton steps before giving up; 200 unless told. */
  readonly maxIterations?: number;
};

/** What a model hands to `maximizeLikelihood`. */
export type LikelihoodProblem<P> = {
  readonly model: string;
  readonly names: readonly (keyof P & string)[];
  readonly scales: readonly ParameterScale[];
  /** Mean negative log-likelihood per customer of the searched parameters. */
  readonly objective: Objective;
  /** The same on fewer rows, to find out cheaply where to start. */
  readonly scout?: Objective;
  /** Points of the search, the most plausible first; the box lies around the first. */
  readonly starts: readonly (readonly number[])[];
  readonly customers: number;
  readonly rows: number;
  readonly warnings?: readonly FitWarning[];
};

/** Half the width of the search box: parameters within a factor of 10⁶ of their first start. */
const BOX = Math.log(1e6);

/**
 * The maximum-likelihood fit of a problem.
 *
 * @throws ModelError NOT_CONVERGED with the reason; PARAMETER_OUT_OF_RANGE for a bad start
 */
export function maximizeLikelihood<P>(
  problem: LikelihoodProblem<P>,
  options: FitOptions<P> = {},
): Fit<P> {
  const { names, scales, customers, rows } = problem;
  const [centre] = problem.starts;
  const width = scales.map((scale) => (scale === "identity" ? Number.POSITIVE_INFINITY : BOX));
  const box = {
    lower: centre.map((c, i) => c - width[i]),
    upper: centre.map((c, i) => c + width[i]),
    maxIterations: options.maxIterations ?? 200,
  };
  const penalised = (objective: Objective) => withPenalty(objective, centre, options.penalty ?? 0);
  const { start, searched, disagreement } = options.start
    ? { start: toSearched(options.start, names, scales), searched: 0, disagreement: [] }
    : bestStart(penalised(problem.scout ?? problem.objective), problem.starts, box);
  const optimum = minimize(penalised(problem.objective), start, box);
  const params = toNatural<P>(optimum.theta, names, scales);
  if (!optimum.converged) throw notConverged(problem.model, optimum, params);
  const logLikelihood = -customers * problem.objective(optimum.theta).value;
  const covariance = observedCovariance(optimum, customers);
  const free = optimum.atBound.filter((stuck) => !stuck).length;
  return {
    model: problem.model,
    params,
    logLikelihood,
    customers,
    rows,
    standardErrors: standardErrors(optimum.theta, covariance, names, scales),
    covariance: { names, scales, values: covariance },
    aic: 2 * free - 2 * logLikelihood,
    bic: free * Math.log(customers) - 2 * logLikelihood,
    iterations: searched + optimum.iterations,
    converged: true,
    gradient: Math.max(
      0,
      ...optimum.gradient.map((g, i) => (optimum.atBound[i] ? 0 : Math.abs(g))),
    ),
    curvature: optimum.curvature,
    warnings: [
      ...(problem.warnings ?? []),
      ...disagreement,
      ...boundWarnings(optimum, params, names),
      ...ridgeWarnings(optimum, customers, names),
    ],
  };
}

function withPenalty(objective: Objective, centre: readonly number[], penalty: number): Objective {
  if (penalty === 0) return objective;
  return (theta) => {
    const { value, gradient, hessian } = objective(theta);
    const away = theta.map((t, i) => t - centre[i]);
    return {
      value: value + penalty * away.reduce((sum, d) => sum + d * d, 0),
      gradient: gradient.map((g, i) => g + 2 * penalty * away[i]),
      hessian: hessian.map((row, i) => row.map((h, j) => (i === j ? h + 2 * penalty : h))),
    };
  };
}

/** Minimises from every start and keeps the best end. */
function bestStart(
  objective: Objective,
  starts: readonly (readonly number[])[],
  box: Parameters<typeof minimize>[2],
): { start: readonly number[]; searched: number; disagreement: FitWarning[] } {
  const ends = starts.map((start) => minimize(objective, start, box));
  const optima = ends.filter((end) => end.converged).sort((p, q) => p.value - q.value);
  if (optima.length === 0) {
    const finite = ends.filter((end) => end.reason !== "OUTSIDE_DOMAIN");
    const [best] = finite.sort((p, q) => p.value - q.value);
    return { start: best?.theta ?? starts[0], searched: best?.iterations ?? 0, disagreement: [] };
  }
  const values = optima.map((end) => end.value);
  const spread = Math.max(...values) - values[0];
  const disagreement: FitWarning[] =
    spread > 1e-6 * (1 + Math.abs(values[0]))
      ? [
          {
            code: "STARTS_DISAGREE",
            message: "Different starts ended in different optima; the best one was taken",
            details: { meanLogLikelihoods: values.map((value) => -value) },
          },
        ]
      : [];
  return { start: optima[0].theta, searched: optima[0].iterations, disagreement };
}

function notConverged<P>(model: string, optimum: Minimum, params: P): ModelError {
  const { reason, iterations, gradient, curvature, value } = optimum;
  return new ModelError("NOT_CONVERGED", `The ${model} fit found no optimum: ${REASONS[reason]}`, {
    reason,
    iterations,
    gradient,
    curvature,
    meanLogLikelihood: -value,
    params,
  });
}

const REASONS: Readonly<Record<Minimum["reason"], string>> = {
  OPTIMUM: "it is one",
  ITERATIONS_EXHAUSTED: "the iterations ran out",
  NO_DESCENT: "no step improved the likelihood, yet it is not flat there",
  OUTSIDE_DOMAIN: "the likelihood is not finite at the start",
};

/** Inverse curvature over the free parameters divided by the customers; zeros elsewhere. */
function observedCovariance({ hessian, atBound }: Minimum, customers: number): number[][] {
  const free = atBound.flatMap((stuck, i) => (stuck ? [] : [i]));
  const inverse = invertPositiveDefinite(free.map((i) => free.map((j) => hessian[i][j]))) ?? [];
  const covariance = hessian.map((row) => row.map(() => 0));
  free.forEach((i, k) => {
    free.forEach((j, l) => {
      covariance[i][j] = inverse[k][l] / customers;
    });
  });
  return covariance;
}

function standardErrors<P>(
  theta: readonly number[],
  covariance: readonly (readonly number[])[],
  names: readonly (keyof P & string)[],
  scales: readonly ParameterScale[],
): { [name in keyof P]: number } {
  const errors = names.map((name, i) => {
    const slope = scales[i] === "identity" ? 1 : Math.exp(theta[i]);
    return [name, slope * Math.sqrt(covariance[i][i])];
  });
  return Object.fromEntries(errors);
}

/** Natural parameters to the searched ones. */
export function toSearched<P>(
  params: P,
  names: readonly (keyof P & string)[],
  scales: readonly ParameterScale[],
): number[] {
  return names.map((name, i) => {
    const value = Number(params[name]);
    const searched =
      scales[i] === "log"
        ? Math.log(value)
        : scales[i] === "identity"
          ? value
          : Math.log(value - 1);
    if (Number.isFinite(searched)) return searched;
    throw new ModelError("PARAMETER_OUT_OF_RANGE", `${name} cannot be ${value}`, { name, value });
  });
}

/** The searched parameters back to natural ones. */
export function toNatural<P>(
  theta: readonly number[],
  names: readonly (keyof P & string)[],
  scales: readonly ParameterScale[],
): P {
  const value = (i: number) =>
    scales[i] === "log"
      ? Math.exp(theta[i])
      : scales[i] === "identity"
        ? theta[i]
        : 1 + Math.exp(theta[i]);
  return Object.fromEntries(names.map((name, i) => [name, value(i)])) as P;
}
