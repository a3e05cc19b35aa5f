package org.freehold.access;

import org.freehold.platform.TenantRules;

/**
 * The current call does not fit a rule of its tenant. Told once an hour for a caller at an address.
 *
 * @param code of the refusal, also of one that only would have been
 */
public record AdmissionBroken(TenantRules.Broken broken, String code) {}
