package org.freehold.pages;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A page with its key, where there is no path that says it. */
public record TenantPageDescription(
    @NotNull @Pattern(regexp = TenantPages.KEY) String key,
    @NotBlank @Size(max = 100) String title,
    @NotNull @Pattern(regexp = TenantPageFields.PATH) @Size(max = 200) String path,
    @Pattern(regexp = "[a-z][a-z0-9-]{0,62}") String icon,
    @Min(0) @Max(10_000) Integer position,
    @Size(max = 50) List<@NotNull @Valid TenantPageSection> sections) {
  public TenantPageFields fields() {
    return new TenantPageFields(title, path, icon, position, sections);
  }
}
