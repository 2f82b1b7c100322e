"""The Python side of a benchmark: a line in names a task, a line out says how long it took.

A task has ways: what a user could write for it. Each is run once before the first answer, and the fastest gives all answers.
"""
import json
import sys
import time

import numpy as np


def uniform(stream, rows):
    """Numbers from 0 to 1, the same as those of MadeRows: SplitMix64 of the row and a stream."""
    with np.errstate(over="ignore"):
        z = (np.arange(rows, dtype=np.uint64) + np.uint64(stream) * np.uint64(0x632BE59BD9B4E019)) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    return (z >> np.uint64(11)).astype(np.float64) * 2.0**-53


def bell(stream, rows):
    """About normal: the sum of four uniform numbers."""
    return uniform(stream, rows) + uniform(stream + 1, rows) + uniform(stream + 2, rows) + uniform(stream + 3, rows) - 2.0


def measured(way):
    wall, cpu = time.perf_counter(), time.process_time()
    result = way()
    return time.perf_counter() - wall, time.process_time() - cpu, result


def fastest(ways):
    seconds = {}
    for name, way in ways.items():
        best = []
        for _ in range(2):
            best.append(measured(way)[0])
        seconds[name] = min(best)
    return min(seconds, key=seconds.get)


def serve(versions, tasks):
    """tasks: name -> (ways by name, function from a result to a number by which both sides are compared)."""
    chosen = {}
    print(json.dumps(versions), flush=True)
    for line in sys.stdin:
        name = line.strip()
        ways, check = tasks[name]
        if name not in chosen:
            chosen[name] = fastest(ways)
        seconds, cpu, result = measured(ways[chosen[name]])
        answer = {"seconds": seconds, "cpu": cpu, "way": chosen[name], "check": float(check(result))}
        del result
        print(json.dumps(answer), flush=True)
