/* The floor that any libyaml reader stands on: reads every .yaml below a folder, parses it with
   libyaml's event API and keeps nothing.
   cc -O2 -pthread -o yaml_loop yaml_loop.c -lyaml && ./yaml_loop FOLDER [THREADS] */
#include "plan_files.h"
#include <time.h>
#include <yaml.h>

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static void use(const unsigned char *bytes, size_t size, struct tally *tally) {
    yaml_parser_t parser;
    yaml_event_t event;
    double start = now();
    if (!yaml_parser_initialize(&parser)) fail("parse", "without memory");
    yaml_parser_set_input_string(&parser, bytes, size);
    for (int done = 0; !done; tally->events++) {
        if (!yaml_parser_parse(&parser, &event)) fail("parse", parser.problem ? parser.problem : "a file");
        done = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    tally->parse += now() - start;
}

int main(int argc, char **argv) {
    struct tally all = use_all(argc, argv);
    printf("files %zu bytes %zu events %zu parse %.4f\n", all.files, all.bytes, all.events, all.parse);
    return 0;
}
