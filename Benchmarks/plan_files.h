/* What yaml_loop.c and read_files.c share: a walk over the .yaml files below a folder, and threads
   that take them 64 at a time and read each with the calls `emergency` makes (open, fstat, read up
   to the end), always into the same buffer, so that nothing is kept. */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 64, MOST_THREADS = 64 };

struct tally { size_t files, bytes, events; double parse; };

/* What each program does with a text. */
static void use(const unsigned char *bytes, size_t size, struct tally *tally);

static char **paths;
static size_t count, room;
static atomic_size_t next;

static void fail(const char *what, const char *path) {
    fprintf(stderr, "cannot %s %s\n", what, path);
    exit(1);
}

static void walk(const char *folder) {
    DIR *handle = opendir(folder);
    if (!handle) fail("list", folder);
    for (struct dirent *entry; (entry = readdir(handle));) {
        if (entry->d_name[0] == '.') continue;
        char *path;
        if (asprintf(&path, "%s/%s", folder, entry->d_name) < 0) fail("hold", folder);
        const char *dot = strrchr(entry->d_name, '.');
        if (entry->d_type == DT_DIR) walk(path);
        else if (entry->d_type == DT_REG && dot && !strcmp(dot, ".yaml")) {
            if (count == room) {
                room = room ? room * 2 : 1024;
                paths = realloc(paths, room * sizeof *paths);
                if (!paths) fail("hold", path);
            }
            paths[count++] = path;
            continue;
        }
        free(path);
    }
    closedir(handle);
}

static void *work(void *given) {
    struct tally *tally = given;
    unsigned char *buffer = NULL;
    size_t capacity = 0;
    for (size_t start; (start = atomic_fetch_add(&next, CHUNK)) < count;) {
        for (size_t i = start; i < count && i < start + CHUNK; i++) {
            struct stat status;
            int file = open(paths[i], O_RDONLY | O_CLOEXEC | O_NONBLOCK);
            if (file < 0 || fstat(file, &status) != 0) fail("open", paths[i]);
            size_t most = (size_t)status.st_size + 1, size = 0;
            if (most > capacity && !(buffer = realloc(buffer, capacity = most * 2))) fail("hold", paths[i]);
            for (ssize_t got; (got = read(file, buffer + size, most - size)) != 0 && size < most; size += got)
                if (got < 0) fail("read", paths[i]);
            close(file);
            tally->files++;
            tally->bytes += size;
            use(buffer, size, tally);
        }
    }
    free(buffer);
    return NULL;
}

/* Reads all files below argv[1] with argv[2] threads, one when left out. */
static struct tally use_all(int argc, char **argv) {
    int threads = argc > 2 ? atoi(argv[2]) : 1;
    if (argc < 2 || threads < 1 || threads > MOST_THREADS) fail("start without", "FOLDER [THREADS]");
    walk(argv[1]);
    struct tally tallies[MOST_THREADS] = {0}, all = {0};
    pthread_t others[MOST_THREADS];
    for (int i = 1; i < threads; i++)
        if (pthread_create(&others[i], NULL, work, &tallies[i]) != 0) fail("start", "a thread");
    work(&tallies[0]);
    for (int i = 0; i < threads; i++) {
        if (i > 0) pthread_join(others[i], NULL);
        all.files += tallies[i].files;
        all.bytes += tallies[i].bytes;
        all.events += tallies[i].events;
        all.parse += tallies[i].parse;
    }
    return all;
}
