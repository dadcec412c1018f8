#define _GNU_SOURCE
#include "apart.h"
#include "program.h"
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/*
 * CBC 2.10 keeps part of its state in globals: two solves at once in one process disturb each other. A child is made
 * in its turn too, so that it never inherits a solve that another thread is in the middle of.
 */
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

/* MARK: The child. */

enum { result_file = 3 };

/* Leaves nothing of the parent's in reach: neither its files nor its signal handlers. */
static void part_from_parent(int result, pid_t parent, double seconds) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(1);
    prctl(PR_SET_NAME, "emergency-cbc");
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);

    if (result != result_file && dup2(result, result_file) < 0) _exit(1);
    int nothing = open("/dev/null", O_RDWR);
    for (int standard = 0; standard < 3; standard++) {
        if (nothing < 0 || dup2(nothing, standard) < 0) close(standard);
    }
    closefrom(result_file + 1);

    /* A second net, should the parent be stopped; no core files; and where memory ends, the child goes first. */
    struct rlimit no_core = {0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    if (seconds < 1e6) {
        struct rlimit cpu = {(rlim_t)seconds + 2, (rlim_t)seconds + 3};
        setrlimit(RLIMIT_CPU, &cpu);
    }
    int first_to_go = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (first_to_go >= 0) {
        if (write(first_to_go, "1000", 4) < 0) {}
        close(first_to_go);
    }
}

static bool write_all(int file, const void *bytes, size_t length) {
    while (length > 0) {
        ssize_t written = write(file, bytes, length);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes = (const char *)bytes + written;
        length -= (size_t)written;
    }
    return true;
}

static _Noreturn void be_child(const emergency_program *program, double *values) {
    emergency_answer answer = emergency_solve_here(program, values);
    bool is_written = write_all(result_file, &answer, sizeof answer)
        && write_all(result_file, values, sizeof *values * (size_t)program->columns);
    _exit(is_written ? 0 : 1);
}

/* MARK: The parent. */

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* False when the child closed its end or the time was over before all was read. */
static bool read_all(int file, void *bytes, size_t length, double deadline) {
    while (length > 0) {
        double left = deadline - now();
        if (left <= 0) return false;
        struct pollfd wanted = {file, POLLIN, 0};
        int ready = poll(&wanted, 1, left < 1000 ? (int)(left * 1000) + 1 : 1000000);
        if (ready == 0 || (ready < 0 && errno == EINTR)) continue;
        if (ready < 0) return false;
        ssize_t count = read(file, bytes, length);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes = (char *)bytes + count;
        length -= (size_t)count;
    }
    return true;
}

/*
 * Whether a child could be had. It dies with the thread that made it (PR_SET_PDEATHSIG goes by threads), so that one
 * waits for it here.
 */
static bool solve_in_child(const emergency_program *program, double *values, emergency_answer *answer) {
    double seconds = fmax(program->limits.seconds, 0) * 1.5 + 2;
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0) return false;
    pid_t parent = getpid();
    pthread_mutex_lock(&turn);
    pid_t child = fork();
    if (child == 0) {
        part_from_parent(ends[1], parent, seconds);
        be_child(program, values);
    }
    pthread_mutex_unlock(&turn);
    close(ends[1]);
    if (child < 0) {
        close(ends[0]);
        return false;
    }
    double deadline = now() + seconds;
    emergency_answer read;
    if (!read_all(ends[0], &read, sizeof read, deadline)
        || !read_all(ends[0], values, sizeof *values * (size_t)program->columns, deadline))
        read = (emergency_answer){emergency_unknown, false, INFINITY, -INFINITY};
    *answer = read;
    close(ends[0]);
    /* Until it is waited for, the number is this child's and nobody else's. */
    kill(child, SIGKILL);
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {}
    return true;
}

emergency_answer emergency_solve(
    bool is_apart, int columns, const double *column_least, const double *column_most, const double *costs,
    const bool *are_integer, int rows, const int *row_starts, const int *row_columns, const double *row_factors,
    const double *row_least, const double *row_most, int starts, const int *start_columns,
    const double *start_values, emergency_limits limits, double *values) {
    emergency_program program = {
        columns, column_least, column_most, costs, are_integer, rows, row_starts, row_columns, row_factors,
        row_least, row_most, starts, start_columns, start_values, limits,
    };
    emergency_answer answer;
    if (is_apart && solve_in_child(&program, values, &answer)) return answer;
    pthread_mutex_lock(&turn);
    answer = emergency_solve_here(&program, values);
    pthread_mutex_unlock(&turn);
    return answer;
}
