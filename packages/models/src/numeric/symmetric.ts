/** Symmetric matrices of a handful of rows: what a fit's curvature needs. */

export type Matrix = readonly (readonly number[])[];

/** `vectors[k]` is the unit eigenvector of `values[k]`; values ascend. */
export type Eigen = { readonly values: readonly number[]; readonly vectors: Matrix };

/** Eigenvalues and eigenvectors by cyclic Jacobi rotations; exact to a few last digits. */
export function eigenSymmetric(matrix: Matrix): Eigen {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v = a.map((_, i) => a.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 60 && !isDiagonal(a); sweep++) {
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) rotate(a, v, p, q);
    }
  }
  const order = a.map((_, i) => i).sort((i, j) => a[i][i] - a[j][j]);
  return { values: order.map((i) => a[i][i]), vectors: order.map((i) => v[i]) };
}

function isDiagonal(a: readonly number[][]): boolean {
  return a.every((row, i) => row.every((value, j) => i === j || value === 0));
}

/** One rotation that clears a[p][q]. The rows of v collect the eigenvectors. */
function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const off = a[p][q];
  if (Math.abs(off) <= 1e-18 * Math.sqrt(Math.abs(a[p][p] * a[q][q])) || off === 0) {
    a[p][q] = 0;
    a[q][p] = 0;
    return;
  }
  const theta = (a[q][q] - a[p][p]) / (2 * off);
  const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (let k = 0; k < a.length; k++) {
    const kp = a[k][p];
    const kq = a[k][q];
    a[k][p] = cosine * kp - sine * kq;
    a[k][q] = sine * kp + cosine * kq;
  }
  for (let k = 0; k < a.length; k++) {
    const pk = a[p][k];
    const qk = a[q][k];
    a[p][k] = cosine * pk - sine * qk;
    a[q][k] = sine * pk + cosine * qk;
    const vp = v[p][k];
    const vq = v[q][k];
    v[p][k] = cosine * vp - sine * vq;
    v[q][k] = sine * vp + cosine * vq;
  }
  a[p][q] = 0;
  a[q][p] = 0;
}

/**
 * Lower triangular L with L Lᵀ = matrix, or undefined if the matrix is not positive definite.
 */
export function cholesky(matrix: Matrix): number[][] | undefined {
  const lower = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i][j];
      for (let k = 0; k < j; k++) sum -= lower[i][k] * lower[j][k];
      if (i !== j) lower[i][j] = sum / lower[j][j];
      else if (sum > 0) lower[i][i] = Math.sqrt(sum);
      else return undefined;
    }
  }
  return lower;
}

/** The inverse of a positive definite matrix, or undefined if it is not positive definite. */
export function invertPositiveDefinite(matrix: Matrix): number[][] | undefined {
  const lower = cholesky(matrix);
  if (!lower) return undefined;
  const columns = matrix.map((_, j) =>
    solveCholesky(
      lower,
      matrix.map((_, i) => (i === j ? 1 : 0)),
    ),
  );
  return columns.map((column, i) => column.map((value, j) => (value + columns[j][i]) / 2));
}

/** Solves matrix · x = rhs for a positive definite matrix; undefined if it is none. */
export function solvePositiveDefinite(
  matrix: Matrix,
  rhs: readonly number[],
): number[] | undefined {
  const lower = cholesky(matrix);
  return lower && solveCholesky(lower, rhs);
}

function solveCholesky(lower: Matrix, rhs: readonly number[]): number[] {
  const n = rhs.length;
  const x = [...rhs];
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] -= lower[i][k] * x[k];
    x[i] /= lower[i][i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= lower[k][i] * x[k];
    x[i] /= lower[i][i];
  }
  return x;
}
