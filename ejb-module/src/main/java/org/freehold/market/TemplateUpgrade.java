package org.freehold.market;

import jakarta.json.JsonValue;
import java.util.List;

/**
 * What the newest version of its template would make of a tenant: three-way, between what the
 * tenant was made of, what it would be made of now, and what is there.
 *
 * @param bundle of the release that carries it; empty when there is nothing to carry
 */
public record TemplateUpgrade(
    TemplateUseDetails.UsedTemplate from,
    TemplateUseDetails.UsedTemplate to,
    List<UpgradeChange> changes,
    JsonValue bundle) {}
