/* Two calls of Linux that glibc hides behind _GNU_SOURCE, which Swift's Glibc module is built without. */
int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);
int syncfs(int file);

enum { EMERGENCY_RENAME_NOREPLACE = 1, EMERGENCY_RENAME_EXCHANGE = 2 };

/* From malloc.h, which Swift's Glibc module leaves out. */
int mallopt(int parameter, int value);

enum { EMERGENCY_M_TOP_PAD = -2 };
