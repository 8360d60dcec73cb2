/**
 * Time-invariant covariates: what is known of a customer, such as channel or region, speeds up or
 * slows down buying and leaving. A covariate z scales a parameter by e^(±γ z).
 *
 * Source: Fader & Hardie (2007), "Incorporating time-invariant covariates into the Pareto/NBD and
 * BG/NBD models".
 */
import type { CustomerSummary } from "./customer-summary.ts";
import { type DistinctCustomers, distinctCustomers } from "./distinct-customers.ts";
import { ModelError, requireLength } from "./errors.ts";
import { type Fit, type FitOptions, maximizeLikelihood, toSearched } from "./fit.ts";
import { distinctPairs, distinctValues } from "./numeric/distinct.ts";
import type { Objective } from "./numeric/minimize.ts";

/** Columns by name; a column may serve both processes. */
export type Covariates = {
  readonly transaction?: Readonly<Record<string, Float64Array>>;
  readonly dropout?: Readonly<Record<string, Float64Array>>;
};

/** How covariates enter a model; each model module exports its own as `covariateModel`. */
export type CovariateModel<P> = {
  readonly model: string;
  readonly names: readonly (keyof P & string)[];
  /** Which parameter is scaled by e^(sign γ z), and the prefix of the coefficients' names. */
  readonly effects: readonly {
    readonly parameter: keyof P & string;
    readonly process: keyof Covariates;
    readonly sign: 1 | -1;
    readonly prefix: string;
  }[];
  /** Mean negative log-likelihood by the logarithms of `names`. */
  readonly objective: (customers: DistinctCustomers) => Objective;
  readonly fit: (summary: CustomerSummary) => Fit<P>;
};

/** The model's parameters and one coefficient a covariate, such as `transaction.channel`. */
export type CovariateParams = Readonly<Record<string, number>>;

/**
 * The maximum-likelihood fit with covariates. A positive `transaction` coefficient means buying
 * faster. It starts from the fit without covariates, so their likelihoods can be compared.
 * Customers with the same covariates share the cost of one; a covariate that differs between all
 * customers costs as many likelihoods as there are customers.
 *
 * @returns searched scale: logarithms of the model's parameters, coefficients as they are.
 * @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE; MODEL_REFUSED for a covariate that
 *   does not vary; those of the model's `fit`
 */
export function fitWithCovariates<P>(
  model: CovariateModel<P>,
  summary: CustomerSummary,
  covariates: Covariates,
  options: FitOptions<CovariateParams> = {},
): Fit<CovariateParams> {
  const coefficients = coefficientsOf(model, covariates, summary.T.length);
  for (const { name, column } of coefficients) requireVariation(name, column);
  const plain = model.fit(summary);
  const base = toSearched(
    plain.params,
    model.names,
    model.names.map(() => "log"),
  );
  return maximizeLikelihood<CovariateParams>(
    {
      model: `${model.model} with covariates`,
      names: [...model.names, ...coefficients.map(({ name }) => name)],
      scales: [
        ...model.names.map(() => "log" as const),
        ...coefficients.map(() => "identity" as const),
      ],
      objective: objectiveOf(model, groupsOf(summary, coefficients), coefficients),
      starts: [[...base, ...coefficients.map(() => 0)]],
      customers: plain.customers,
      rows: plain.rows,
      warnings: plain.warnings.filter(({ code }) => code === "TOO_FEW_REPEATERS"),
    },
    options,
  );
}

/**
 * A verb of the model applied to customers whose parameters depend on their covariates:
 * `predictWithCovariates(paretoNbd.covariateModel, fit.params, summary, covariates,
 * (params, customers) => paretoNbd.expectedPurchases(params, customers, 52))`.
 *
 * @throws ModelError COLUMN_LENGTHS_DIFFER, VALUE_OUT_OF_RANGE, PARAMETER_OUT_OF_RANGE for a
 *   missing coefficient, and those of the verb
 */
export function predictWithCovariates<P>(
  model: CovariateModel<P>,
  params: CovariateParams,
  summary: CustomerSummary,
  covariates: Covariates,
  predict: (params: P, summary: CustomerSummary) => Float64Array,
): Float64Array {
  const coefficients = coefficientsOf(model, covariates, summary.T.length);
  const result = new Float64Array(summary.T.length);
  for (const group of groupsOf(summary, coefficients)) {
    const own: Record<string, number> = {};
    for (const name of model.names) own[name] = requireNumber(params, name);
    coefficients.forEach(({ name, parameter, sign }, k) => {
      own[parameter] *= Math.exp(sign * requireNumber(params, name) * group.covariates[k]);
    });
    const values = predict(own as P, group.summary);
    group.rows.forEach((row, i) => {
      result[row] = values[i];
    });
  }
  return result;
}

type Coefficient = {
  readonly name: string;
  readonly parameter: string;
  /** The place of the parameter in the model's `names`. */
  readonly place: number;
  readonly sign: 1 | -1;
  readonly column: Float64Array;
};

function coefficientsOf<P>(
  { names, effects }: CovariateModel<P>,
  covariates: Covariates,
  length: number,
): Coefficient[] {
  return effects.flatMap(({ parameter, process, sign, prefix }) =>
    Object.entries(covariates[process] ?? {}).map(([key, column]) => {
      requireFinite(`${process}.${key}`, column, length);
      const name = `${prefix}.${key}`;
      return { name, parameter, place: names.indexOf(parameter), sign, column };
    }),
  );
}

type Group = {
  readonly rows: Int32Array;
  readonly summary: CustomerSummary;
  /** One value a coefficient. */
  readonly covariates: readonly number[];
};

/** Customers with the same covariates. */
function groupsOf(summary: CustomerSummary, coefficients: readonly Coefficient[]): Group[] {
  let index = new Int32Array(summary.T.length);
  for (const { column } of coefficients) {
    index = distinctPairs(index, distinctValues(column).index).index as Int32Array<ArrayBuffer>;
  }
  const rowsByGroup = new Map<number, number[]>();
  index.forEach((group, row) => {
    const rows = rowsByGroup.get(group);
    if (rows) rows.push(row);
    else rowsByGroup.set(group, [row]);
  });
  return Array.from(rowsByGroup.values(), (list) => {
    const rows = Int32Array.from(list);
    const own = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]);
    const { frequency, recency, T, weight } = summary;
    return {
      rows,
      summary: {
        frequency: own(frequency),
        recency: own(recency),
        T: own(T),
        ...(weight && { weight: own(weight) }),
      },
      covariates: coefficients.map(({ column }) => column[rows[0]]),
    };
  });
}

/** The weighted mean of the groups' objectives, each at its own parameters. */
function objectiveOf<P>(
  { names, objective }: CovariateModel<P>,
  groups: readonly Group[],
  coefficients: readonly Coefficient[],
): Objective {
  const parts = groups.map(({ summary, covariates }) => {
    const customers = distinctCustomers(summary);
    return { customers: customers.customers, covariates, evaluate: objective(customers) };
  });
  const used = parts.filter(({ customers }) => customers > 0);
  const total = used.reduce((sum, { customers }) => sum + customers, 0);
  const size = names.length + coefficients.length;
  return (theta) => {
    let value = 0;
    const gradient = new Array<number>(size).fill(0);
    const hessian = gradient.map(() => new Array<number>(size).fill(0));
    for (const { customers, covariates, evaluate } of used) {
      // Every searched variable moves one of the group's log-parameters, at this speed.
      const places = [...names.keys(), ...coefficients.map(({ place }) => place)];
      const speeds = [...names.map(() => 1), ...coefficients.map((c, k) => c.sign * covariates[k])];
      const own = names.map((_, i) => theta[i]);
      for (let k = names.length; k < size; k++) own[places[k]] += speeds[k] * theta[k];
      const part = evaluate(own);
      const share = customers / total;
      value += share * part.value;
      for (let i = 0; i < size; i++) {
        gradient[i] += share * speeds[i] * part.gradient[places[i]];
        for (let j = 0; j < size; j++) {
          hessian[i][j] += share * speeds[i] * speeds[j] * part.hessian[places[i]][places[j]];
        }
      }
    }
    return { value, gradient, hessian };
  };
}

function requireNumber(params: CovariateParams, name: string): number {
  const value = params[name];
  if (Number.isFinite(value)) return value;
  throw new ModelError("PARAMETER_OUT_OF_RANGE", `${name} is missing`, { name, value });
}

function requireFinite(column: string, values: Float64Array, length: number): void {
  requireLength(column, values, length);
  const row = values.findIndex((value) => !Number.isFinite(value));
  if (row < 0) return;
  throw new ModelError("VALUE_OUT_OF_RANGE", `${column} must be a finite number in row ${row}`, {
    column,
    row,
    value: values[row],
  });
}

function requireVariation(name: string, column: Float64Array): void {
  if (column.some((value) => value !== column[0])) return;
  throw new ModelError("MODEL_REFUSED", `${name} is the same for all customers`, { name });
}
