/* What the two ways of solving share. */
#ifndef EMERGENCY_PROGRAM_H
#define EMERGENCY_PROGRAM_H
#include "apart.h"

typedef struct {
    int columns;
    const double *column_least, *column_most, *costs;
    const bool *are_integer;
    int rows;
    const int *row_starts, *row_columns;
    const double *row_factors, *row_least, *row_most;
    int starts;
    const int *start_columns;
    const double *start_values;
    emergency_limits limits;
} emergency_program;

/* Solves with CBC in this process, where no other solve may be under way. */
emergency_answer emergency_solve_here(const emergency_program *program, double *values);

#endif
