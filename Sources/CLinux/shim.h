/* Two calls of Linux that glibc hides behind _GNU_SOURCE, which Swift's Glibc module is built without. */
int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);
int syncfs(int file);

enum { EMERGENCY_RENAME_NOREPLACE = 1, EMERGENCY_RENAME_EXCHANGE = 2 };
