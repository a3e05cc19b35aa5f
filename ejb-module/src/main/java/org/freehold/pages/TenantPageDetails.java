package org.freehold.pages;

import java.time.Instant;
import java.util.List;
import org.freehold.platform.Versioned;

/** A page as the API tells it. */
public record TenantPageDetails(
    String key,
    String title,
    String path,
    String icon,
    int position,
    List<TenantPageSection> sections,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Versioned {}
