"""High-precision reference values for the functions in src/numeric.

    pip install mpmath
    python numeric.py > numeric.json

Every value is computed with 30 digits or more from the exact binary value of its arguments and
written with 25. Takes about five minutes. mpmath is BSD-licensed.
"""

import json
import sys

from mpmath import mp, mpf, beta, betainc, digamma, exp, gammainc, hyp2f1, log, log1p, loggamma, psi

mp.dps = 50

SIZES = ["1e-300", "1e-12", "0.001", "0.1", "0.25", "0.4999", "0.5", "0.9", "0.999999", "1", "1.000001",
         "1.25", "1.4616", "1.5", "1.75", "1.999999", "2", "2.000001", "2.4", "2.5", "3", "5.5", "9.99",
         "10", "10.5", "31.4", "100", "12345.6", "1e6", "1e10", "1e15"]
FLOORS = ["1e-6", "0.1", "0.55", "1", "2.5", "9.5", "10", "11", "1000", "1e6", "1e9"]
STEPS = ["1e-9", "1e-3", "0.3", "1", "2", "7.5", "13", "250", "1e5"]


def number(text):
    return mpf(float(text))



def entry(arguments, value):
    return [float(a) for a in arguments] + [mp.nstr(value, 25)]


def table(function, *axes):
    rows = [[]]
    for axis in axes:
        rows = [r + [number(a)] for r in rows for a in axis]
    return [entry(r, function(*r)) for r in rows]


def u(a, b, z):
    """U(a, b, z) by the trapezoidal rule in ln t, which converges where hyperu does not."""
    h = 1 / (12 * max(1, mp.sqrt(a)))
    f = lambda i: exp(a * i * h - z * exp(i * h) + (b - a - 1) * log1p(exp(i * h)))
    total = mpf(0)
    linear = z + 1 - b
    top = int(log((mp.sqrt(linear * linear + 4 * a * z) - linear) / (2 * z)) / h)
    for direction in (-1, 1):
        i = top if direction > 0 else top - 1
        while True:
            value = f(i)
            total += value
            i += direction
            if value < total * mpf(10) ** -40:
                break
    return log(total * h) - loggamma(a)


def survival(n, s, c):
    """The integral of pareto-nbd-integral.ts, by the same rule with a finer step."""
    h = mpf(1) / 10
    f = lambda i: exp(i * h - (s + 1) * log1p(exp(i * h)) - n * log1p(c * exp(i * h)))
    start = int(-log(1 + s + n * c) / h)
    total = mpf(0)
    for direction in (-1, 1):
        i = start if direction > 0 else start - 1
        while True:
            value = f(i)
            total += value
            i += direction
            if value < total * mpf(10) ** -32:
                break
    return total * h


def main():
    values = {
        "logGamma": table(loggamma, SIZES),
        "digamma": table(digamma, SIZES),
        "trigamma": table(lambda x: psi(1, x), SIZES[1:]),
        "logRising": table(lambda a, n: loggamma(a + n) - loggamma(a), FLOORS, STEPS),
        "digammaDifference": table(lambda a, n: digamma(a + n) - digamma(a), FLOORS, STEPS),
        "trigammaDifference": table(lambda a, n: psi(1, a + n) - psi(1, a), FLOORS, STEPS),
        "logBeta": table(lambda a, b: log(beta(a, b)), ["1e-6", "0.3", "1", "4.5", "80", "3000"],
                         ["1e-3", "0.8", "1", "12.5", "500", "1e5"]),
        "hyp2f1": table(hyp2f1, ["0.11", "2.243", "26.5", "120"], ["0.5", "1", "4.426"],
                        ["-0.19", "0.7", "4.219", "60.5"],
                        ["0", "1e-9", "0.3", "0.89", "0.95", "0.999", "0.999999"]),
        "regularizedBeta": table(lambda a, b, z: betainc(a, b, 0, z, regularized=True),
                                 ["0.05", "1", "7", "300"], ["0.243", "1", "12.5", "450"],
                                 ["1e-9", "0.02", "0.4", "0.5", "0.93", "0.999999"]),
        "regularizedGamma": table(lambda a, z: gammainc(a, 0, z, regularized=True),
                                  ["0.01", "0.5", "1", "6.25", "90", "5000"],
                                  ["1e-12", "1e-3", "0.4", "1", "5", "20", "100", "4900", "6000"]),
        "logKummerU": table(u, ["0.01", "0.29", "0.41", "1", "3.3", "40", "2000"],
                            ["-900", "-5.5", "0.4081095", "1", "1.9", "3.5"],
                            ["1e-9", "1e-3", "0.24", "1", "17", "3000"]),
        "survivalIntegral": table(survival, ["0.02", "0.55", "3.5", "30", "1000.25", "100000.5"],
                                  ["0.05", "0.6", "5", "300"],
                                  ["1e-4", "0.03", "0.5", "0.999", "1", "1.0001", "1.9", "2.5", "30", "5000"]),
    }
    json.dump(values, sys.stdout, separators=(",", ":"), indent=None)


main()
