/* Preloaded into the program by LifeKillTests: kills it just before its n-th call that could change a disk. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static int seen;

static void step(void) {
  const char *text = getenv("KILL_AT");
  if (text && __atomic_add_fetch(&seen, 1, __ATOMIC_SEQ_CST) == atoi(text)) kill(getpid(), SIGKILL);
}

#define REAL(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *bytes, size_t count) {
  struct stat status;
  /* Also in the middle of a file: half of it is written first. */
  if (fstat(file, &status) == 0 && S_ISREG(status.st_mode)) {
    size_t half = count / 2;
    if (half > 0 && REAL(write)(file, bytes, half) != (ssize_t)half) return -1;
    step();
    ssize_t rest = REAL(write)(file, (const char *)bytes + half, count - half);
    return rest < 0 ? rest : (ssize_t)half + rest;
  }
  return REAL(write)(file, bytes, count);
}

static int opened(const char *path, int flags, va_list list) {
  if (!(flags & O_CREAT)) return REAL(open)(path, flags);
  step();
  return REAL(open)(path, flags, va_arg(list, mode_t));
}

int open(const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  int file = opened(path, flags, list);
  va_end(list);
  return file;
}

int open64(const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  int file = opened(path, flags, list);
  va_end(list);
  return file;
}

int mkdir(const char *path, mode_t mode) {
  step();
  return REAL(mkdir)(path, mode);
}

int rename(const char *from, const char *to) {
  step();
  return REAL(rename)(from, to);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
  step();
  return REAL(renameat2)(from_folder, from, to_folder, to, flags);
}

int link(const char *from, const char *to) {
  step();
  return REAL(link)(from, to);
}

int unlink(const char *path) {
  step();
  return REAL(unlink)(path);
}

int rmdir(const char *path) {
  step();
  return REAL(rmdir)(path);
}
