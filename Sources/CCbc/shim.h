#include <Cbc_C_Interface.h>

/* Reached through the interface of CBC 2.10, whose `char *` for names and values is meant to be const. */
