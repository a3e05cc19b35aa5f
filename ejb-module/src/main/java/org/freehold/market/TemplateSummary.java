package org.freehold.market;

import java.util.List;

/**
 * A template in the gallery, as its newest version describes it.
 *
 * @param digest {@code sha256:} and 64 hexadecimal digits, over the document
 * @param versions all that there are, the newest first
 * @param makes what a tenant made of it has: {@code roles}, {@code flags} …
 */
public record TemplateSummary(
    String id,
    String version,
    String title,
    String description,
    TemplateOrigin origin,
    String digest,
    List<String> versions,
    List<String> makes) {}
