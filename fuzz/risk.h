/* SPDX-License-Identifier: MIT */
/* Risk: records made of bytes, and what must hold of policies and decisions. */
#ifndef FUZZ_RISK_H
#define FUZZ_RISK_H

#include "fuzz.h"

size_t write_dread(const void *d, char *buf, size_t cap);
size_t write_dread_explanation(const void *diag, char *buf, size_t cap);

/* A policy that has passed: bands without a gap, levels that never descend. */
void must_cover(const secrisk_policy *p);

void take_threat(struct bytes *in, secrisk_threat *t,
                 secrisk_control controls[4]);
/* The decision again, from the words of the header. */
void must_decide(const secrisk_policy *p, const secrisk_threat *t,
                 const secrisk_evaluation *e);

/* How little severe a metric is: Safety (v4.0: MSI, MSA) is above High. */
int mildness(const secrisk_cvss *v, uint8_t metric);
void take_controls(struct bytes *in, secrisk_control c[3],
                   secrisk_limit limits[3][4]);

#endif
