package org.freehold.alerts;

import jakarta.validation.constraints.Size;

/** What somebody has to say of an alert; null: nothing. */
public record AlertComment(@Size(max = 1000) String comment) {}
