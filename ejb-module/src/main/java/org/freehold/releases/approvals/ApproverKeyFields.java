package org.freehold.releases.approvals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A key as its owner registers it.
 *
 * @param name what its owner knows it by
 * @param publicKey a SubjectPublicKeyInfo of Ed25519 or of ECDSA on P-256, in PEM or base64
 */
public record ApproverKeyFields(
    @NotBlank @Size(max = 200) String name, @NotNull @Size(max = 1000) String publicKey) {}
