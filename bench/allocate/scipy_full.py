"""scipy's sparse assignment on a market that bench/allocate/ours wrote: FILE -> "scipy_full seconds total".

Each seat becomes a column, and each worker one more for staying without; timed with the matrix built."""
import sys
import time

import numpy
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

with open(sys.argv[1]) as file:
    workers, orders = map(int, file.readline().split())
    seats = numpy.array(file.readline().split(), dtype=numpy.int64)
    edges = numpy.loadtxt(file, dtype=numpy.int64)
first = numpy.concatenate(([0], numpy.cumsum(seats)))
count = seats[edges[:, 1]]
rows = numpy.repeat(edges[:, 0], count)
scores = numpy.repeat(edges[:, 2], count)
offset = numpy.arange(count.sum()) - numpy.repeat(numpy.cumsum(count) - count, count)
columns = numpy.repeat(first[edges[:, 1]], count) + offset
top = int(scores.max()) + 1
rows = numpy.concatenate((rows, numpy.arange(workers)))
columns = numpy.concatenate((columns, first[-1] + numpy.arange(workers)))
costs = numpy.concatenate((top - scores, numpy.full(workers, top)))
matrix = coo_matrix((costs, (rows, columns))).tocsr()
begin = time.process_time()
row, column = min_weight_full_bipartite_matching(matrix)
spent = time.process_time() - begin
total = int((top - numpy.asarray(matrix[row, column])).sum())
print(f"scipy_full {spent:.6f} {total}")
