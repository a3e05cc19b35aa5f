/**
 * The bundle of a period of a trail that auditors take with them, and its verification: with the
 * bundle, keys that were kept and checkpoints that were kept, and nothing else.
 */
package org.freehold.engine.transparency.bundle;
