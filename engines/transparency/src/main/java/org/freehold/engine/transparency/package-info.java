/**
 * The stored form of audit events, and the Merkle tree over them: what it takes to prove that
 * nothing was changed, added or left out.
 *
 * <p>Knows nothing of databases, sequencing or keys. A {@link
 * org.freehold.engine.transparency.LeafContent} is serialised once; its bytes are stored and hashed
 * as they are and never serialised again. Personal data never stands in a leaf: it is in a {@link
 * org.freehold.engine.transparency.Disclosure} kept elsewhere, of which the leaf holds the
 * commitment, so that erasing it leaves the tree provable.
 */
package org.freehold.engine.transparency;
