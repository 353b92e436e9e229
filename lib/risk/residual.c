/* SPDX-License-Identifier: MIT */
/* A vector after its controls. */
#include "risk.h"

#ifndef SECRISK_WITHOUT_RISK

/* The limits of all controls are joined before one call applies them, so that
 * the order of the controls does not matter. */

/* Adds a control's limits to the strictest of each metric, 0 for none.  They
 * were checked, so that a larger value is a stricter one. */
static void add(secrisk_cvss *to, const secrisk_control *control) {
  for (size_t i = 0; i < control->limit_count; i++) {
    const secrisk_limit *limit = control->limits + i;
    if (limit->version == to->version &&
        limit->value > to->value[limit->metric]) {
      to->value[limit->metric] = limit->value;
    }
  }
}

/* Points the diagnostic at a control, and keeps the rest of it. */
static secrisk_status at_control(secrisk_diag *diag, secrisk_status status,
                                 size_t index, size_t limit) {
  if (diag != NULL) {
    diag->offset = secrisk__offset(index);
    diag->length = secrisk__offset(limit);
    diag->status = status;
    diag->about = SECRISK_ABOUT_THREAT;
  }
  return status;
}

/* Is the control known, and are its limits possible? */
static secrisk_status check_control(const secrisk_cvss *v,
                                    const secrisk_control *control,
                                    size_t index, secrisk_diag *diag) {
  secrisk_cvss unused;
  secrisk_diag where;
  secrisk_status status = secrisk__control_check(control);
  if (status != SECRISK_OK) {
    return at_control(diag, status, index, 0);
  }
  status = secrisk_cvss_limit(v, control->limits, control->limit_count, &unused,
                              &where);
  return status == SECRISK_OK
             ? status
             : at_control(diag, status, index, (size_t)where.offset + 1u);
}

/* Limits the vector by the strictest of all. */
static void apply(const secrisk_cvss *all, secrisk_cvss *v) {
  secrisk_limit limits[SECRISK_V40_MSA + 1 - SECRISK_V40_MAV];
  size_t count = 0;
  for (uint8_t metric = 0; metric < sizeof all->value; metric++) {
    if (all->value[metric] != 0) {
      limits[count].version = all->version;
      limits[count].metric = metric;
      limits[count].value = all->value[metric];
      count++;
    }
  }
  (void)secrisk_cvss_limit(v, limits, count, v, NULL);
}

secrisk_status secrisk_cvss_residual(const secrisk_cvss *initial,
                                     const secrisk_control *controls,
                                     size_t count, secrisk_cvss *out,
                                     secrisk_diag *diag) {
  secrisk_cvss all;
  secrisk_status status = secrisk_cvss_check(initial, diag);
  secrisk__zero(&all, sizeof all);
  all.version = initial->version;
  if (status == SECRISK_OK && controls == NULL && count != 0) {
    return at_control(diag, SECRISK_E_ARG, 0, 0);
  }
  for (size_t i = 0; status == SECRISK_OK && i < count; i++) {
    status = check_control(initial, controls + i, i, diag);
    if (status == SECRISK_OK && secrisk__control_missing(controls + i) == 0) {
      add(&all, controls + i);
    }
  }
  if (status == SECRISK_OK) {
    if (out != initial) {
      secrisk__copy(out, initial, sizeof *out);
    }
    apply(&all, out);
  }
  return status;
}

#endif
