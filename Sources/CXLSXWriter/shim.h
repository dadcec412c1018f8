#include <xlsxwriter.h>

/* A call of Linux that glibc hides behind _GNU_SOURCE, which Swift's Glibc module is built without: a file that is
   only memory, for libxlsxwriter 1.1 writes to a path and to nothing else. */
int memfd_create(const char *name, unsigned int flags);

enum { EMERGENCY_MEMFD_CLOEXEC = 1 };
