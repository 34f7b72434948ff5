/*
 * The sum of the light raster as one would write it in C: for each lamp, every cell within its reach, the table looked up
 * bilinearly. Single precision, an arctangent of five terms; compiled with -O3 -march=native. Reads from standard input: rows, lamps,
 * azimuth steps, verticals, rounds (int32), azimuth step, vertical step (float), table, then east, north, height,
 * strength, c0 (2), c90 (2), reach for each lamp (float). Prints the median milliseconds and the sum of all cells.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static inline float quick_atan2(float y, float x) {
  float ax = fabsf(x), ay = fabsf(y);
  float large = fmaxf(fmaxf(ax, ay), 1e-30f), small = fminf(ax, ay);
  int steep = small > 0.41421356f * large;
  float s = steep ? (small - large) / (small + large) : small / large;
  float u = s * s;
  float odd = 0.99999998f + u * (-0.33332797f + u * (0.19974405f + u * (-0.13851478f + u * 0.07984963f)));
  float r = s * odd + (steep ? 0.78539816f : 0.0f);
  r = ay > ax ? 1.57079633f - r : r;
  r = x < 0 ? 3.14159265f - r : r;
  return y < 0 ? -r : r;
}

static int by_value(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return x < y ? -1 : x > y;
}

int main(void) {
  int head[5];
  float step[2];
  if (fread(head, 4, 5, stdin) != 5 || fread(step, 4, 2, stdin) != 2) return 1;
  int side = head[0], lamps = head[1], turns = head[2], verticals = head[3], rounds = head[4];
  size_t cells = (size_t)(turns + 1) * verticals;
  float *table = malloc(4 * cells), *lamp = malloc(4 * 9 * (size_t)lamps);
  float *lux = malloc(4 * (size_t)side * side);
  double *times = malloc(8 * (size_t)rounds);
  if (fread(table, 4, cells, stdin) != cells || fread(lamp, 4, 9 * (size_t)lamps, stdin) != 9 * (size_t)lamps) return 1;
  float per_azimuth = 57.29577951f / step[0], per_vertical = 57.29577951f / step[1];
  double sum = 0;
  for (int round = 0; round < rounds; round++) {
    struct timespec from, to;
    clock_gettime(CLOCK_MONOTONIC, &from);
    memset(lux, 0, 4 * (size_t)side * side);
    for (int k = 0; k < lamps; k++) {
      const float *l = lamp + 9 * k;
      float h = l[2], strength = l[3], reach = l[8];
      int first = (int)fmaxf(0, ceilf(l[1] - reach - 0.5f)), last = (int)fminf(side - 1, floorf(l[1] + reach - 0.5f));
      for (int row = first; row <= last; row++) {
        float north = row + 0.5f - l[1];
        float half = sqrtf(fmaxf(0, reach * reach - north * north));
        int west = (int)fmaxf(0, ceilf(l[0] - half - 0.5f)), east_end = (int)fminf(side - 1, floorf(l[0] + half - 0.5f));
        float *out = lux + (size_t)row * side;
        for (int column = west; column <= east_end; column++) {
          float east = column + 0.5f - l[0];
          float a = east * l[4] + north * l[5], b = east * l[6] + north * l[7];
          float plan = a * a + b * b;
          float v = quick_atan2(sqrtf(plan), h) * per_vertical;
          float w = quick_atan2(b, a) * per_azimuth;
          w = w < 0 ? w + turns : w;
          int g = (int)fminf(v, verticals - 2), c = (int)fminf(w, turns - 1);
          float t = v - g, s = w - c;
          const float *p = table + c * verticals + g;
          float low = p[0] * (1 - t) + p[1] * t;
          float high = p[verticals] * (1 - t) + p[verticals + 1] * t;
          float squared = plan + h * h;
          out[column] += strength * (low + (high - low) * s) / (squared * sqrtf(squared));
        }
      }
    }
    clock_gettime(CLOCK_MONOTONIC, &to);
    times[round] = (to.tv_sec - from.tv_sec) * 1e3 + (to.tv_nsec - from.tv_nsec) / 1e6;
  }
  for (size_t i = 0; i < (size_t)side * side; i++) sum += lux[i];
  qsort(times, rounds, 8, by_value);
  printf("%.6f %.3f\n", times[rounds / 2], sum);
  return 0;
}
