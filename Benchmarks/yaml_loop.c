/* The floor that any libyaml reader stands on: parses every .yaml below a folder with libyaml's
   event API and keeps nothing. All files are in memory before the clock of the parse starts.
   cc -O2 -o yaml_loop yaml_loop.c -lyaml && ./yaml_loop FOLDER */
#define _GNU_SOURCE
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <yaml.h>

struct text { unsigned char *bytes; size_t size; };

static struct text *texts;
static size_t count, room;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void fail(const char *what, const char *path) {
    fprintf(stderr, "yaml_loop: cannot %s %s\n", what, path);
    exit(1);
}

static void load(const char *path, size_t size) {
    FILE *file = fopen(path, "rb");
    if (!file) fail("open", path);
    if (count == room) {
        room = room ? room * 2 : 1024;
        texts = realloc(texts, room * sizeof *texts);
        if (!texts) fail("hold", path);
    }
    unsigned char *bytes = malloc(size + 1);
    if (!bytes || fread(bytes, 1, size, file) != size) fail("read", path);
    fclose(file);
    texts[count++] = (struct text){bytes, size};
}

static void walk(const char *folder) {
    DIR *handle = opendir(folder);
    if (!handle) fail("list", folder);
    for (struct dirent *entry; (entry = readdir(handle));) {
        if (entry->d_name[0] == '.') continue;
        char *path;
        struct stat status;
        if (asprintf(&path, "%s/%s", folder, entry->d_name) < 0) fail("hold", folder);
        if (stat(path, &status) != 0) fail("look at", path);
        const char *dot = strrchr(entry->d_name, '.');
        if (S_ISDIR(status.st_mode)) walk(path);
        else if (dot && !strcmp(dot, ".yaml")) load(path, status.st_size);
        free(path);
    }
    closedir(handle);
}

static size_t parse(struct text text) {
    yaml_parser_t parser;
    yaml_event_t event;
    size_t events = 0;
    if (!yaml_parser_initialize(&parser)) fail("parse", "without memory");
    yaml_parser_set_input_string(&parser, text.bytes, text.size);
    for (int done = 0; !done; events++) {
        if (!yaml_parser_parse(&parser, &event)) fail("parse", parser.problem ? parser.problem : "a file");
        done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return events;
}

int main(int argc, char **argv) {
    if (argc != 2) fail("start without", "a FOLDER");
    double start = now();
    walk(argv[1]);
    double loaded = now();
    size_t bytes = 0, events = 0;
    for (size_t i = 0; i < count; i++) {
        bytes += texts[i].size;
        events += parse(texts[i]);
    }
    double end = now();
    printf("files %zu bytes %zu events %zu parse %.4f all %.4f MB/s %.2f\n",
           count, bytes, events, end - loaded, end - start, bytes / 1e6 / (end - loaded));
    return 0;
}
