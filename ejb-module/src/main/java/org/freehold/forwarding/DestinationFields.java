package org.freehold.forwarding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.freehold.platform.Secret;

/**
 * A destination as it is wished.
 *
 * @param address an https URL, or host:port for syslog
 * @param authorization the value of the header Authorization, for https; null: as before, or none
 * @param caCertificatePem whose certificates are trusted there; null: those that the server trusts
 * @param fromBeginning whether a new destination gets the whole trail; else what comes from now on
 */
public record DestinationFields(
    @NotBlank @Size(max = 100) String name,
    @NotNull DestinationKind kind,
    @NotBlank @Size(max = 500) String address,
    @Secret @Size(max = 4000) @Pattern(regexp = "[ -~]*") String authorization,
    @Size(max = 20000) String caCertificatePem,
    Boolean fromBeginning) {}
