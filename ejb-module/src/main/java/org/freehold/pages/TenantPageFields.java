package org.freehold.pages;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A page as the tenant describes it.
 *
 * @param path where the product shows it: {@code /help}
 * @param icon a name that the product has a picture for; none when absent
 * @param position pages come in the order of their positions; 100 when absent
 * @param sections what is to be read there, in plain text
 */
public record TenantPageFields(
    @NotBlank @Size(max = 100) String title,
    @NotNull @Pattern(regexp = PATH) @Size(max = 200) String path,
    @Pattern(regexp = "[a-z][a-z0-9-]{0,62}") String icon,
    @Min(0) @Max(10_000) Integer position,
    @Size(max = 50) List<@NotNull @Valid TenantPageSection> sections) {
  static final String PATH = "/([a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)*)?";

  public TenantPageFields {
    position = position == null ? Integer.valueOf(100) : position;
    sections = sections == null ? List.of() : sections;
  }
}
