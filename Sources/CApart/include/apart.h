/* CBC over flat arrays, in this process or in a child of it. */
#ifndef EMERGENCY_APART_H
#define EMERGENCY_APART_H
#include <stdbool.h>

/* When the search ends before it has tried everything; the four numbers of Program.Limits. */
typedef struct {
    double seconds;
    /* A negative number for no limit. */
    int nodes;
    /* INFINITY for none. */
    double cutoff;
    /* A negative number for CBC's own. */
    double gap;
} emergency_limits;

typedef enum {
    emergency_unknown,
    emergency_solved,
    emergency_infeasible,
    emergency_unbounded,
} emergency_outcome;

typedef struct {
    emergency_outcome outcome;
    bool is_proven_least;
    double cost;
    /* -INFINITY when nothing is known. */
    double bound;
} emergency_answer;

/*
 * Makes the sum of cost × column least, where row r is the sum of factors × columns from row_starts[r] up to,
 * not including, row_starts[r + 1].
 *
 * is_apart: solves in a child process, which is killed when it takes longer than half as much again as
 *   limits.seconds and 2 s; a child that dies leaves the outcome unknown. Where no child can be had, in this process.
 * starts: how many columns start_columns and start_values give a value; a start that breaks a row is passed over.
 * values: room for one number a column; written only when solved.
 *
 * May be called from any thread: solves in this process take turns, solves apart run side by side.
 */
emergency_answer emergency_solve(
    bool is_apart, int columns, const double *column_least, const double *column_most, const double *costs,
    const bool *are_integer, int rows, const int *row_starts, const int *row_columns, const double *row_factors,
    const double *row_least, const double *row_most, int starts, const int *start_columns,
    const double *start_values, emergency_limits limits, double *values);

#endif
