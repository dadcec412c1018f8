/* The text of docs/checks.md, carried inside the program. */
#ifndef EMERGENCY_CHECK_PAGES_H
#define EMERGENCY_CHECK_PAGES_H
#include <stddef.h>

const unsigned char *emergency_check_pages(size_t *length);

#endif
