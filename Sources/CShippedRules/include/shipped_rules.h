/* The files below rules/, carried inside the program. */
#ifndef EMERGENCY_SHIPPED_RULES_H
#define EMERGENCY_SHIPPED_RULES_H
#include <stddef.h>

typedef struct {
    /* From the top of the repository, such as rules/targets/national-2019.yaml. */
    const char *path;
    const unsigned char *text;
    size_t length;
} emergency_rules_file;

/* All of them, in the order of their paths. */
const emergency_rules_file *emergency_shipped_rules(size_t *count);

#endif
