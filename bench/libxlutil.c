/*
 * libxlutil: how long the machine's own libxlutil takes to read config texts.
 *
 *   libxlutil MILLISECONDS FILE...
 *
 * Reads the files into memory, then parses all of them again and again for about that long (at least once) and prints
 *   {"rounds":N,"cpu":NANOSECONDS,"wall":NANOSECONDS}
 * Ends with status 1 when the library refuses one of them.
 */
#define _GNU_SOURCE
#include <libxlutil.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct text { char *bytes; int length; };

static struct text load(const char *path)
{
    struct text text = { NULL, 0 };
    FILE *f = fopen(path, "rb");
    if (!f || fseek(f, 0, SEEK_END)) { perror(path); exit(2); }
    text.length = ftell(f);
    rewind(f);
    text.bytes = malloc(text.length + 1);
    if (fread(text.bytes, 1, text.length, f) != (size_t)text.length) { perror(path); exit(2); }
    fclose(f);
    return text;
}

static long long now(clockid_t clock)
{
    struct timespec t;
    clock_gettime(clock, &t);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static int read_all(const struct text *texts, int count, FILE *report)
{
    int i, refused = 0;
    for (i = 0; i < count; i++) {
        XLU_Config *config = xlu_cfg_init(report, "bench");
        if (xlu_cfg_readdata(config, texts[i].bytes, texts[i].length)) refused = 1;
        xlu_cfg_destroy(config);
    }
    return refused;
}

int main(int argc, char **argv)
{
    int count = argc - 2, i;
    long long budget, cpu, wall, rounds = 0;
    struct text *texts;
    FILE *report = fopen("/dev/null", "w");

    if (count < 1 || !report) return 2;
    budget = atoll(argv[1]) * 1000000LL;
    texts = calloc(count, sizeof *texts);
    for (i = 0; i < count; i++) texts[i] = load(argv[i + 2]);
    if (budget && read_all(texts, count, report)) return 1;
    cpu = now(CLOCK_PROCESS_CPUTIME_ID);
    wall = now(CLOCK_MONOTONIC);
    do {
        if (read_all(texts, count, report)) return 1;
        rounds++;
    } while (now(CLOCK_PROCESS_CPUTIME_ID) - cpu < budget);
    printf("{\"rounds\":%lld,\"cpu\":%lld,\"wall\":%lld}\n", rounds, now(CLOCK_PROCESS_CPUTIME_ID) - cpu,
           now(CLOCK_MONOTONIC) - wall);
    return 0;
}
