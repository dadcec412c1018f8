#include "program.h"
#include <Cbc_C_Interface.h>
#include <math.h>
#include <stdlib.h>

static void *room_for(size_t count, size_t size) {
    void *room = calloc(count + 1, size);
    if (room == NULL) abort();
    return room;
}

/* CBC takes a whole program by columns at once; row by row it copies all rows before for each new one. */
static void load(Cbc_Model *model, const emergency_program *program) {
    int columns = program->columns, rows = program->rows, count = program->row_starts[rows];
    CoinBigIndex *starts = room_for((size_t)columns + 1, sizeof *starts);
    int *indices = room_for((size_t)count, sizeof *indices);
    double *factors = room_for((size_t)count, sizeof *factors);
    /* Counts, then where each column ends, which the last pass moves back to where it starts. */
    for (int term = 0; term < count; term++) starts[program->row_columns[term]]++;
    for (int column = 1; column <= columns; column++) starts[column] += starts[column - 1];
    for (int row = rows - 1; row >= 0; row--) {
        for (int term = program->row_starts[row + 1] - 1; term >= program->row_starts[row]; term--) {
            CoinBigIndex place = --starts[program->row_columns[term]];
            indices[place] = row;
            factors[place] = program->row_factors[term];
        }
    }
    Cbc_loadProblem(
        model, columns, rows, starts, indices, factors, program->column_least, program->column_most,
        program->costs, program->row_least, program->row_most);
    for (int column = 0; column < columns; column++) {
        if (program->are_integer[column]) Cbc_setInteger(model, column);
    }
    free(starts);
    free(indices);
    free(factors);
}

static void limit(Cbc_Model *model, emergency_limits limits) {
    /* By the clock on the wall: two children on one core would each have all of its seconds to themselves. */
    Cbc_setParameter(model, "timeMode", "elapsed");
    /* CBC's own seeds, said so that no build of it takes the time of day. */
    Cbc_setParameter(model, "randomSeed", "1234567");
    Cbc_setParameter(model, "randomCbcSeed", "-1");
    Cbc_setMaximumSeconds(model, limits.seconds);
    if (limits.nodes >= 0) Cbc_setMaximumNodes(model, limits.nodes);
    if (limits.cutoff < INFINITY) Cbc_setCutoff(model, limits.cutoff);
    if (limits.gap >= 0) {
        Cbc_setAllowableGap(model, limits.gap);
        Cbc_setAllowableFractionGap(model, 0);
    }
}

/*
 * What became of a program without integers for which no best values were found. CBC calls one without end infeasible
 * too, so that we ask again at no cost.
 */
static emergency_outcome outcome_without_best(Cbc_Model *model, int columns) {
    bool has_none = Cbc_isProvenInfeasible(model);
    for (int column = 0; column < columns; column++) Cbc_setObjCoeff(model, column, 0);
    Cbc_solve(model);
    if (Cbc_isProvenInfeasible(model)) return emergency_infeasible;
    return has_none && Cbc_isProvenOptimal(model) ? emergency_unbounded : emergency_unknown;
}

static emergency_answer answer_of(Cbc_Model *model, const emergency_program *program, double *values) {
    emergency_answer answer = {
        .outcome = emergency_unknown, .is_proven_least = Cbc_isProvenOptimal(model), .cost = Cbc_getObjValue(model),
    };
    if (Cbc_getNumIntegers(model) == 0) {
        /* CBC keeps no bound of these. */
        answer.bound = answer.is_proven_least ? answer.cost : -INFINITY;
        answer.outcome =
            answer.is_proven_least ? emergency_solved : outcome_without_best(model, program->columns);
    } else {
        answer.bound = Cbc_getBestPossibleObjValue(model);
        if (Cbc_isProvenInfeasible(model)) answer.outcome = emergency_infeasible;
        else if (Cbc_isContinuousUnbounded(model)) answer.outcome = emergency_unbounded;
        else if (answer.cost < 1e49) answer.outcome = emergency_solved;
    }
    if (answer.outcome == emergency_solved) {
        const double *found = Cbc_getColSolution(model);
        for (int column = 0; column < program->columns; column++) values[column] = found[column];
    }
    return answer;
}

emergency_answer emergency_solve_here(const emergency_program *program, double *values) {
    Cbc_Model *model = Cbc_newModel();
    if (model == NULL) abort();
    Cbc_setLogLevel(model, 0);
    load(model, program);
    limit(model, program->limits);
    if (program->starts > 0)
        Cbc_setMIPStartI(model, program->starts, program->start_columns, program->start_values);
    Cbc_solve(model);
    emergency_answer answer = answer_of(model, program, values);
    Cbc_deleteModel(model);
    return answer;
}
