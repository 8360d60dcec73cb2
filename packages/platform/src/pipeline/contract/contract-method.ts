/** How contracts can be valued: two models of churn, and two rules of thumb. */
const CONTRACT_MODELS = ["sbg", "bdw"] as const;
const RULES = ["churn-rate", "fee-months"] as const;
/** What every method must beat, and nobody is valued by. */
const CONTRACT_YARDSTICK = "everyone-stays";

export type ContractModel = (typeof CONTRACT_MODELS)[number];
export type ContractMethod = ContractModel | (typeof RULES)[number];
export type ContractPredictor = ContractMethod | typeof CONTRACT_YARDSTICK;

const CONTRACT_METHODS: readonly ContractMethod[] = [...CONTRACT_MODELS, ...RULES];
export const CONTRACT_PREDICTORS: readonly ContractPredictor[] = [
  ...CONTRACT_METHODS,
  CONTRACT_YARDSTICK,
];

export function isContractModel(method: string): method is ContractModel {
  return (CONTRACT_MODELS as readonly string[]).includes(method);
}

export function isContractMethod(method: string): method is ContractMethod {
  return (CONTRACT_METHODS as readonly string[]).includes(method);
}
