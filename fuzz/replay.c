/* SPDX-License-Identifier: MIT */
/* The engine any compiler builds: runs the target over files and directories,
 * each input in memory of exactly its size. */
#include <dirent.h>
#include <errno.h>

#include "fuzz.h"

static unsigned long runs;

static int replay_file(const char *path) {
  FILE *f = fopen(path, "rb");
  if (f == NULL || fseek(f, 0, SEEK_END) != 0) {
    fprintf(stderr, "%s: %s\n", path, strerror(errno));
    return 1;
  }
  long size = ftell(f);
  rewind(f);
  uint8_t *data = size >= 0 ? malloc((size_t)size) : NULL;
  if (fread(data, 1, (size_t)size, f) != (size_t)size) {
    fprintf(stderr, "%s: cannot be read\n", path);
    return 1;
  }
  fclose(f);
  fprintf(stderr, "%s\n", path); /* the last one named is the culprit */
  LLVMFuzzerTestOneInput(data, (size_t)size);
  free(data);
  runs++;
  return 0;
}

static int replay(const char *path) {
  DIR *dir = opendir(path);
  int failed = 0;
  if (dir == NULL) {
    return replay_file(path);
  }
  for (struct dirent *e; (e = readdir(dir)) != NULL;) {
    char name[4096];
    if (e->d_name[0] != '.') {
      snprintf(name, sizeof name, "%s/%s", path, e->d_name);
      failed |= replay(name);
    }
  }
  closedir(dir);
  return failed;
}

int main(int argc, char **argv) {
  int failed = argc < 2;
  for (int i = 1; i < argc; i++) {
    failed |= replay(argv[i]);
  }
  if (runs == 0) {
    fprintf(stderr, "usage: %s FILE|DIRECTORY...\n", argv[0]);
    return 2;
  }
  printf("%lu inputs\n", runs);
  return failed;
}
